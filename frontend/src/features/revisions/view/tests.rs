use super::*;
use anju_shared::{
    api::revisions::{RevisionSummary, RunState},
    rules::built_in_regimes,
};
use serde_json::json;

fn detail(state: &str, faults: &[&str]) -> RevisionDetail {
    let known = built_in_regimes();
    let layer = known.layers().iter().find(|layer| layer.id == "TJ").expect("TJ");
    let below = known.below(layer);
    let faults: Vec<Value> = faults
        .iter()
        .map(|place| json!({"place": place, "message": {"zh": "不一致", "en": "It does not fit"}}))
        .collect();
    serde_json::from_value(json!({
        "revision": {
            "id": "0199aa00-0000-7000-8000-000000000002", "kind": "layer", "name": "TJ", "number": 2,
            "title": layer.title, "state": state, "in_force_from": "2027-01-01", "version": 3, "steps": []
        },
        "content": layer, "inherited": below, "faults": faults, "doubts": [], "changes": [],
        "actions": [{"action": "edit"}, {"action": "submit", "refused": {"zh": "请先模拟", "en": "Simulate first"}}]
    }))
    .expect("a revision as the API gives it")
}

fn run(state: RunState, done: u64, current: bool) -> RevisionRun {
    serde_json::from_value(json!({
        "state": state, "done": done, "total": 200, "asked_at": "2026-11-16T01:00:00Z", "current": current,
        "figures": {"clocks": 0, "open": {}, "kept": {}, "past": {}}
    }))
    .expect("a walk as the API gives it")
}

#[test]
fn the_steps_say_how_far_a_revision_is() {
    let mut draft = detail("draft", &[]);
    assert_eq!(step(&draft), Some(0));
    draft.simulation = Some(run(RunState::Done, 200, false));
    assert_eq!(step(&draft), Some(0));
    draft.simulation = Some(run(RunState::Running, 20, true));
    assert_eq!(step(&draft), Some(1));
    assert_eq!(step(&detail("submitted", &[])), Some(2));
    assert_eq!(step(&detail("applied", &[])), Some(5));
    assert_eq!(step(&detail("discarded", &[])), None);
}

#[test]
fn what_goes_on_by_itself_is_looked_at_again() {
    let mut draft = detail("draft", &[]);
    assert!(!is_under_way(&draft));
    draft.simulation = Some(run(RunState::Queued, 0, true));
    assert!(is_under_way(&draft));
    assert_eq!(percent(&run(RunState::Running, 50, true)), 25);
}

#[test]
fn only_what_is_not_refused_may_be_done() {
    let draft = detail("draft", &[]);
    assert!(may(&draft, RevisionAction::Edit));
    assert!(!may(&draft, RevisionAction::Submit));
    assert!(!may(&draft, RevisionAction::Publish));
}

#[test]
fn every_fault_leads_to_its_field_and_is_counted_in_its_list() {
    let draft = detail(
        "draft",
        &[
            "clocks.handling/general.yellow",
            "in_force_from",
            "without.grounds",
        ],
    );
    let found = faults(&draft);
    let place = found[0].place.as_ref().expect("it leads somewhere");
    assert_eq!(
        spoken(place, &draft, Language::Zh),
        "时限 · 核查并反馈 · 黄灯（剩余）"
    );
    assert!(found[0].is_at("clocks", "handling/general"));
    assert!(found[1].is_at("", ""));
    assert_eq!(found[2].place, None);
    let listed = listed(&draft, &found);
    let of = |code: &str| {
        listed
            .iter()
            .find(|one| one.section.code == code)
            .expect("the list")
    };
    assert_eq!((of("clocks").faults, of("").faults), (1, 1));
    assert!(of("clocks").own > 0 && of("clocks").own <= of("clocks").entries);
}

#[test]
fn what_can_be_chosen_from_another_list_are_its_entries_that_hold() {
    let draft = detail("draft", &[]);
    let inherited = draft.inherited.as_ref();
    let clauses = codes("citations", &draft.content, inherited, Language::Zh);
    assert!(clauses.iter().any(|(id, _)| id == "TJ-9.1"));
    assert!(clauses.iter().any(|(id, _)| id == "MEM-6.1"));
}

#[test]
fn an_address_of_a_revision_is_read_as_it_was_written() {
    let address = Address {
        tab: Tab::Effects,
        section: "clocks".to_owned(),
        effects: EffectFilter {
            group: Some(EffectGroup::Open),
            shift: Some(Shift::NewlyLate),
            after: Some(50),
            limit: None,
        },
    };
    let pairs: Vec<(String, String)> = address
        .pairs()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    assert_eq!(Address::of(&pairs), address);
    assert!(Address::default().pairs().is_empty());
    let unknown = [("section".to_owned(), "nothing".to_owned())];
    assert_eq!(Address::of(&unknown), Address::default());
}

#[test]
fn a_summary_names_what_was_revised() {
    let summary: RevisionSummary = detail("draft", &[]).revision;
    let words = &crate::text::ZH;
    let name = called(summary.kind, &summary.name, summary.number, words.revisions());
    assert_eq!(name, "TJ 第 2 版");
}
