//! The same procedure under every regime: which periods run, and that every one of them finds its end.

use crate::{
    people::{dispatcher, handler},
    words::{self, NAMED},
    world::Story,
};
use anju_shared::{
    deadlines::{Period, Unit},
    rules::{ClockKind as K, regimes},
    workflow::{ClockStatus as S, Command, Conclusion, Urgency},
};

fn dispatched(id: &str, urgency: Urgency) -> Story {
    Story::registered(words::call())
        .under(id)
        .accepted(urgency)
        .dispatched()
}

#[test]
fn a_general_case_of_d2_4_2b_has_seven_working_days_and_an_urgent_one_of_d2_4_2a_24_hours() {
    for (urgency, clause, period) in [
        (Urgency::General, "D2-4.2b", Period::new(7, Unit::WorkingDays)),
        (Urgency::Urgent, "D2-4.2a", Period::new(24, Unit::Hours)),
    ] {
        let story = dispatched("D2", urgency);
        let clock = story.clock(K::Handling, 1);
        assert_eq!((clock.clause.as_str(), clock.period), (clause, period));
    }
}

#[test]
fn a_reply_of_wl_3_9a_is_owed_from_the_approved_result_on_and_not_before() {
    let story = dispatched("WL", Urgency::General).signed_in().verified();
    assert_eq!(story.status(K::Reply), None);
    let story = story.at("2026-11-20 15:00").approved();
    let clock = story.clock(K::Reply, 1);
    assert_eq!((clock.clause.as_str(), clock.started_at), ("WL-3.9a", story.now));
    assert_eq!(clock.due.last_day.expect("days").to_string(), "2026-11-25");
    assert_eq!(story.replied().status(K::Reply), Some(S::Met));
}

#[test]
fn the_nations_reply_of_mem_8_0_is_owed_within_the_three_days_of_aj_p9_from_the_approved_result_on() {
    let story = dispatched("MEM", Urgency::General).signed_in().verified();
    assert_eq!(story.status(K::Reply), None);
    let story = story.at("2026-11-20 15:00").approved();
    let clock = story.clock(K::Reply, 1);
    assert_eq!((clock.clause.as_str(), clock.started_at), ("AJ-P9", story.now));
    assert_eq!(clock.due.last_day.expect("days").to_string(), "2026-11-25");
}

#[test]
fn a_reply_of_wl_3_9a_that_comes_after_three_working_days_is_late() {
    let story = dispatched("WL", Urgency::General)
        .signed_in()
        .verified()
        .approved()
        .at("2026-11-26 00:00")
        .replied();
    assert_eq!(story.status(K::Reply), Some(S::Missed));
}

#[test]
fn nobody_is_owed_a_reply_of_wl_3_9a_when_all_have_withdrawn_mem_8_3() {
    let story = dispatched("WL", Urgency::General).signed_in().verified();
    let alone = story.withdrawn(NAMED).approved();
    assert_eq!(alone.status(K::Reply), None);
}

#[test]
fn sending_back_and_approving_again_owes_no_second_reply_to_whom_was_replied() {
    let story = dispatched("WL", Urgency::General)
        .signed_in()
        .verified()
        .approved()
        .replied()
        .fed_back()
        .then(&dispatcher(), Command::SendBack(words::reasons()));
    let again = words::verification(Conclusion::Substantiated, "rectify_at_once");
    let story = story.then(&handler(), again).approved();
    let replies = story.case.clocks.iter().filter(|clock| clock.kind == K::Reply);
    let open = replies.filter(|clock| clock.stopped_at.is_none()).count();
    let waiting = story.case.unanswered().count();
    assert_eq!(open, usize::from(waiting > 0));
}

#[test]
fn under_every_regime_a_closed_case_has_no_duty_that_still_runs_tj_5_2() {
    for regime in regimes() {
        for urgency in Urgency::ALL {
            let story = dispatched(regime.id(), *urgency)
                .signed_in()
                .verified()
                .approved()
                .replied()
                .fed_back()
                .closed();
            for clock in &story.case.clocks {
                let wanted = if clock.kind == K::Return { S::Ended } else { S::Met };
                assert_eq!(clock.status(story.now), wanted, "{} {}", regime.id(), clock.kind);
            }
            let acceptance = story.case.acceptance().expect("it was accepted");
            assert_eq!(acceptance.profile.id, regime.id());
        }
    }
}

#[test]
fn under_every_regime_each_kind_of_period_of_the_procedure_has_a_rule_for_either_urgency() {
    for regime in regimes() {
        for kind in K::ALL.iter().filter(|kind| **kind <= K::Statutory) {
            for urgency in Urgency::ALL {
                let rule = regime.profile.clock(*kind, Some(*urgency));
                assert!(rule.is_some(), "{} {kind} of a {urgency} case", regime.id());
            }
        }
    }
}

#[test]
fn a_report_without_evidence_or_measure_is_refused_under_the_clause_of_each_regime() {
    let refused = |id: &str, story: &Story, report: Command| {
        let refusal = story.asks(&handler(), report).expect_err("refused");
        let rules = &regimes()
            .iter()
            .find(|one| one.id() == id)
            .expect("it is there")
            .profile;
        (refusal.code(), refusal.clause(rules).map(str::to_owned))
    };
    for (id, evidence, measure) in [
        ("MEM", "MEM-7.2", "MEM-7.3"),
        ("SX", "MEM-7.2", "MEM-7.3"),
        ("TJ", "TJ-10.4", "TJ-3.2"),
        ("D2", "MEM-7.2", "D2-4.3"),
        ("WL", "MEM-7.2", "WL-3.7b"),
        ("AH", "MEM-7.2", "AH-2.2c"),
    ] {
        let story = dispatched(id, Urgency::General).signed_in();
        let report = |measure| words::verification(Conclusion::Substantiated, measure);
        let told = refused(id, &story, report("rectify_at_once"));
        assert_eq!(told, ("evidence_missing", Some(evidence.to_owned())), "{id}");
        let told = refused(id, &story.with_evidence(), report("none"));
        assert_eq!(told, ("disposition_missing", Some(measure.to_owned())), "{id}");
    }
}

#[test]
fn every_regime_rests_its_actions_on_its_own_clauses_where_it_has_any() {
    for (id, action, clause) in [
        ("MEM", "approve_report", "MEM-16"),
        ("SX", "send_back", "SX-2b"),
        ("D2", "dispatch", "D2-3.1"),
        ("D2", "submit_feedback", "D2-2.2b"),
        ("D2", "record_lapse", "D2-3.3"),
        ("WL", "close", "WL-3.7a"),
        ("WL", "send_back", "WL-5.13"),
        ("AH", "approve_report", "AH-2.2a"),
        ("TJ", "close", "TJ-12.1"),
    ] {
        let rules = regimes().iter().find(|one| one.id() == id).expect("it is there");
        assert_eq!(rules.profile.base(action), Some(clause), "{id} {action}");
    }
}
