use super::*;
use crate::text::{EN, ZH};
use anju_shared::{
    calendar::Calendar,
    rules::RuleProfile,
    time::{Instant, LegalDate},
    workflow::{Capacity, Fact, Nature, Urgency},
};

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a valid instant")
}

/// A Sunday.
fn today() -> LegalDate {
    LegalDate::new(2026, 11, 22).expect("a valid day")
}

fn draft() -> Draft {
    Draft::new(at("2026-11-22T09:57:30+08:00"), "phone_12350")
}

fn say(draft: &Draft, field: Field, text: &str) -> Draft {
    draft.edited(Edit::Say(field, text.into()))
}

fn say_of(draft: &Draft, place: usize, field: Trait, text: &str) -> Draft {
    draft.edited(Edit::SayOf(place, field, text.into()))
}

/// Two periods of the profile as the API gives it: one from the receipt, and the urgent one of TJ-9.2.
fn rules() -> RuleProfile {
    let clock = |kind: &str,
                 starts: &str,
                 urgency: Option<&str>,
                 amount: u32,
                 unit: &str,
                 real_name_only: bool| {
        let mut clock = serde_json::json!({
            "kind": kind, "starts": starts, "stops": "closed", "effect": "duty", "bearer": "unit", "clause": "TJ-9.1",
            "period": {"amount": amount, "unit": unit}, "yellow": {"amount": 1, "unit": "hours"},
            "name": {"zh": "时限", "en": "Period"}, "real_name_only": real_name_only
        });
        if let Some(urgency) = urgency {
            clock["urgency"] = urgency.into();
        }
        clock
    };
    let rules = serde_json::json!({
        "id": "TJ", "version": 1, "title": "规则", "no_measure": "none", "least_evidence": 1,
        "liaison": {"month": 1, "day": 24, "default": {"zh": "办公室", "en": "its office"}, "clause": "D2-4.5"},
        "public": {"scope": [], "protection": [], "rewards": [], "emergencies": [], "departments": [], "elsewhere": []},
        "authority": {"name": "区安委办", "division": "1201", "hotline": "12350"},
        "instruments": {}, "bases": {}, "citations": {}, "required": [], "channels": [], "industries": [], "regions": [],
        "urgency_reasons": [], "grounds": [], "methods": [], "evidence_kinds": [], "dispositions": [],
        "urgency_hints": [], "negations": [], "likeness": {"clause": "", "credit_code": 0, "enterprise": 0, "like_enterprise": 0,
            "place": 0, "time": 0, "words": 0, "probable": 0, "days": 0, "like": 0, "like_place": 0, "like_words": 0, "plain": []},
        "clocks": [
            clock("accept_decision", "received", None, 5, "working_days", false),
            clock("handling", "dispatched", Some("general"), 10, "working_days", false),
            clock("handling", "dispatched", Some("urgent"), 24, "hours", false),
            clock("reply", "dispatched", None, 10, "working_days", true),
        ]
    });
    serde_json::from_value(rules).expect("a profile as the API gives it")
}

#[test]
fn an_untouched_form_is_an_anonymous_report_received_now() {
    let body = draft()
        .checked(today(), vec![], &ZH)
        .expect("nothing is required");
    assert_eq!(body.channel.as_deref(), Some("phone_12350"));
    assert_eq!(body.received_at, Some(at("2026-11-22T09:57:00+08:00")));
    assert_eq!(body.reporters.len(), 1);
    assert_eq!(draft().people[0].standing(), Standing::Anonymous);
    assert!(!draft().is_begun() && say(&draft(), Field::Clues, "夜间").is_begun());
}

#[test]
fn every_mistake_is_told_at_once_beside_its_field() {
    let mut draft = say(&draft(), Field::CreditCode, "91110000600037341X");
    draft = say(&draft, Field::ReceivedAt, "昨天");
    draft = say_of(&draft.edited(Edit::Add), 1, Trait::Phone, "12");
    let faults = draft.checked(today(), vec![], &ZH).expect_err("three mistakes");
    let mut fields: Vec<&str> = faults.keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["credit_code", "received_at", "reporters[1].phone"]);
    let english = draft.checked(today(), vec![], &EN).expect_err("the same");
    assert_ne!(faults["credit_code"], english["credit_code"]);
}

#[test]
fn a_field_that_is_being_corrected_is_not_blamed_any_more() {
    let wrong = say(
        &say_of(&draft(), 0, Trait::Phone, "12"),
        Field::CreditCode,
        "9111",
    );
    let faults = wrong.checked(today(), vec![], &ZH).expect_err("two mistakes");
    assert_eq!(wrong.still_wrong(&wrong, faults.clone()), faults);
    let corrected = say_of(&wrong, 0, Trait::Phone, "138");
    let left = corrected.still_wrong(&wrong, faults);
    assert_eq!(left.keys().collect::<Vec<_>>(), ["credit_code"]);
}

#[test]
fn what_was_chosen_is_sent_as_it_was_chosen() {
    let mut draft = say(&draft(), Field::Nature, "major_hazard");
    draft = say(&draft, Field::ToldEmployer, "false");
    draft = say_of(&draft, 0, Trait::Capacity, "employee").edited(Edit::Paper(0, true));
    let body = draft.checked(today(), vec![], &ZH).expect("well-formed");
    assert_eq!(
        (body.nature, body.told_employer),
        (Some(Nature::MajorHazard), Some(false))
    );
    assert_eq!(body.reporters[0].capacity, Some(Capacity::Employee));
    assert!(body.reporters[0].wants_paper);
}

#[test]
fn a_name_with_a_contact_is_a_real_name_and_owed_a_reply() {
    // TJ-11.1
    let named = say_of(&draft(), 0, Trait::Name, "张三");
    assert_eq!(named.people[0].standing(), Standing::Partly);
    let reachable = say_of(&named, 0, Trait::Phone, "13800001234");
    assert_eq!(reachable.people[0].standing(), Standing::RealName);
    assert!(reachable.real_name() && !named.real_name());
    let mistyped = say_of(&named, 0, Trait::Phone, "12");
    assert_eq!(mistyped.people[0].standing(), Standing::Partly);
}

#[test]
fn the_last_reporter_stays_and_the_others_keep_their_fields() {
    let mut draft = say_of(&draft().edited(Edit::Add), 1, Trait::Name, "李四");
    draft = draft.edited(Edit::Remove(0));
    assert_eq!(draft.people.len(), 1);
    assert_eq!(
        (draft.people[0].text(Trait::Name), draft.people[0].key),
        ("李四", 1)
    );
    assert_eq!(draft.edited(Edit::Remove(0)).people.len(), 1);
}

#[test]
fn a_blank_fact_is_not_recorded() {
    // TJ-7.2
    let draft = say(&draft(), Field::Place, "  ");
    assert!(!draft.records(Fact::Place));
    assert!(say(&draft, Field::Place, "二号车间").records(Fact::Place));
}

#[test]
fn periods_run_from_the_entered_receipt_not_from_now() {
    // TJ-9.2 in hours, the others in working days; Friday the 20th is left out.
    let (rules, calendar) = (rules(), Calendar::official());
    let start = at("2026-11-20T15:00:00+08:00");
    let last = |course, real_name| {
        let expected = expected(&rules, calendar, start, course, real_name);
        let last: Vec<Instant> = expected.iter().map(|one| one.due.at).collect();
        last
    };
    assert_eq!(last(Course::Received, false), [at("2026-11-28T00:00:00+08:00")]);
    assert_eq!(
        last(Course::Classified(Urgency::Urgent), false),
        [at("2026-11-21T15:00:00+08:00")]
    );
    assert_eq!(last(Course::Always, false), []);
    assert_eq!(last(Course::Always, true), [at("2026-12-05T00:00:00+08:00")]);
}

#[test]
fn who_reports_shows_in_no_log() {
    // TJ-19
    let draft = say_of(&draft(), 0, Trait::Name, "张三");
    assert!(!format!("{draft:?}").contains("张三"));
}

fn proposal(reasons: &[&str]) -> anju_shared::api::hints::ClassProposal {
    let reason = |code: &&str| anju_shared::api::hints::ClassReason {
        reason: (*code).to_owned(),
        basis: rules().basis("TJ-9.2"),
        because: vec![anju_shared::api::hints::Because::Words {
            words: vec!["冒烟".into(), "爆炸".into()],
        }],
    };
    anju_shared::api::hints::ClassProposal {
        urgency: if reasons.is_empty() {
            Urgency::General
        } else {
            Urgency::Urgent
        },
        reasons: reasons.iter().map(reason).collect(),
    }
}

fn dictionary() -> RuleProfile {
    let mut rules = rules();
    rules.urgency_reasons = ["imminent", "sensitive"]
        .map(|code| anju_shared::rules::Entry {
            code: code.into(),
            zh: code.into(),
            en: code.into(),
            clause: "TJ-9.2".into(),
        })
        .into();
    rules
}

#[test]
fn the_class_is_the_proposed_one_until_the_officer_decides_tj_9_2() {
    use class::{Class, Decision};
    let (rules, proposal, words) = (dictionary(), proposal(&["imminent"]), ZH.hints());
    let class = Class::default();
    assert_eq!(class.urgency(None), Urgency::General);
    let accept = class
        .accept(Some(&proposal), Some(Nature::Hazard), &rules, words)
        .expect("accepted");
    assert_eq!(
        (accept.urgency, accept.reasons),
        (Urgency::Urgent, vec!["imminent".to_owned()])
    );
    let other = class
        .decided(Decision::Reason("imminent".into(), false))
        .decided(Decision::Reason("sensitive".into(), true));
    let accept = other
        .accept(Some(&proposal), Some(Nature::Hazard), &rules, words)
        .expect("accepted");
    assert_eq!(accept.reasons, ["sensitive"]);
    let calm = class.decided(Decision::Urgency(Urgency::General));
    let accept = calm
        .accept(Some(&proposal), Some(Nature::Hazard), &rules, words)
        .expect("accepted");
    assert_eq!((accept.urgency, accept.reasons), (Urgency::General, vec![]));
}

#[test]
fn what_acceptance_lacks_is_said_by_field() {
    use class::{CLASS, Class, Decision};
    let class = Class::default().decided(Decision::Urgency(Urgency::Urgent));
    let faults = class
        .accept(None, None, &dictionary(), ZH.hints())
        .expect_err("two mistakes");
    assert!(
        faults.contains_key(CLASS) && faults.contains_key("nature"),
        "{faults:?}"
    );
}

#[test]
fn hints_are_asked_for_what_is_known_but_never_with_who_reports_tj_19() {
    let draft = draft();
    assert_eq!(draft.asked(today()), None);
    let draft = say(&draft, Field::Facts, "仓库冒烟");
    let draft = say_of(&draft, 0, Trait::Name, "张示范");
    let draft = say_of(&draft, 0, Trait::Phone, "13812341234");
    let asked = draft.asked(today()).expect("something is known");
    assert!(asked.real_name);
    let sent = serde_json::to_string(&asked).expect("JSON");
    assert!(
        !sent.contains("张示范") && !sent.contains("138") && sent.contains("仓库冒烟"),
        "{sent}"
    );
}

#[test]
fn a_draft_is_read_again_as_it_was_written() {
    let draft = say_of(&say(&draft(), Field::Clues, "夜间"), 0, Trait::Name, "张示范");
    assert_eq!(Draft::read(&draft.written()), Some(draft));
    assert_eq!(Draft::read("{}"), None);
}

#[test]
fn hints_explain_themselves() {
    use anju_shared::api::hints::LikenessReason;
    assert_eq!(
        because(&proposal(&["imminent"]).reasons[0].because, &ZH),
        "提到“冒烟”“爆炸”"
    );
    assert_eq!(
        likeness(&LikenessReason::SameTime { days: 0 }, ZH.hints()),
        "同一天"
    );
    let words = vec!["油漆".to_owned(), "电焊".to_owned()];
    assert_eq!(
        likeness(&LikenessReason::LikeWords { words }, EN.hints()),
        "like words: 油漆、电焊"
    );
}
