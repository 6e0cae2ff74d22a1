//! Which periods run, from when to when, under TJ; and how each stands.

use crate::{
    people::{dispatcher, leader, officer, second_officer},
    words::{self, ANONYMOUS, NAMED},
    world::{Story, at_stage, local},
};
use anju_shared::{
    access::Actor,
    rules::ClockKind as K,
    workflow::{Case, ClockStatus as S, Command, Refusal, Register, Stage, Urgency},
};

/// The periods that run now, in the order of their start.
fn running(case: &Case) -> Vec<K> {
    let open = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    open.map(|clock| clock.kind).collect()
}

/// The day shown with 24:00.
fn last_day(story: &Story, kind: K) -> String {
    let day = story.clock(kind, 1).due.last_day;
    day.expect("a period in days").to_string()
}

#[test]
fn the_decision_on_acceptance_runs_from_the_receipt_even_if_it_lies_before_the_entry_mem_6_1() {
    // AJ-P1: five working days. Received on Monday, entered on Friday.
    let report = Register {
        received_at: Some(local("2026-11-16 08:00")),
        ..words::call()
    };
    let story = Story::registered_at("2026-11-20 09:00", report);
    assert_eq!(running(&story.case), [K::AcceptDecision]);
    let clock = story.clock(K::AcceptDecision, 1);
    assert_eq!(clock.started_at, local("2026-11-16 08:00"));
    assert_eq!(last_day(&story, K::AcceptDecision), "2026-11-23");
}

#[test]
fn a_receipt_long_before_the_entry_is_late_from_the_first_moment() {
    let report = Register {
        received_at: Some(local("2026-10-12 08:00")),
        ..words::call()
    };
    let story = Story::registered_at("2026-11-20 09:00", report);
    assert_eq!(story.status(K::AcceptDecision), Some(S::Overdue));
}

#[test]
fn the_acceptance_stops_the_decision_and_starts_sixty_days_mem_7_5() {
    let story = at_stage(Stage::Accepted, Urgency::General);
    assert_eq!(story.status(K::AcceptDecision), Some(S::Met));
    assert_eq!(running(&story.case), [K::Statutory]);
    // Sixty days after 20 November is 19 January 2027, a Tuesday.
    assert_eq!(last_day(&story, K::Statutory), "2027-01-19");
}

#[test]
fn declining_stops_the_decision_only_when_the_second_person_confirms_tj_7_3() {
    let story = Story::registered(words::call()).then(&officer(), words::decline());
    assert_eq!(running(&story.case), [K::AcceptDecision]);
    let story = story.then(&second_officer(), Command::ConfirmDecline);
    assert_eq!(running(&story.case), []);
    assert_eq!(story.status(K::AcceptDecision), Some(S::Met));
}

#[test]
fn the_dispatch_starts_signing_returning_handling_and_replying_tj_8_2_tj_9_1_tj_11_1() {
    let story = at_stage(Stage::Assigned, Urgency::General);
    assert_eq!(
        running(&story.case),
        [K::Statutory, K::SignIn, K::Return, K::Handling, K::Reply]
    );
    // Friday 20 November: one, two and ten working days.
    assert_eq!(last_day(&story, K::SignIn), "2026-11-23");
    assert_eq!(last_day(&story, K::Return), "2026-11-24");
    assert_eq!(last_day(&story, K::Handling), "2026-12-04");
    assert_eq!(last_day(&story, K::Reply), "2026-12-04");
}

#[test]
fn ten_working_days_pass_over_national_day_and_count_the_worked_saturday_tj_9_1() {
    let story = Story::registered_at("2026-09-28 16:00", words::call())
        .accepted(Urgency::General)
        .dispatched();
    // 29 and 30 September; 8, 9 and the worked Saturday 10 October; 12 to 16 October.
    assert_eq!(last_day(&story, K::Handling), "2026-10-16");
    assert_eq!(story.clock(K::Handling, 1).due.at, local("2026-10-17 00:00"));
}

#[test]
fn twenty_four_hours_run_through_a_holiday_tj_9_2() {
    let story = Story::registered_at("2026-10-01 20:30", words::call())
        .accepted(Urgency::Urgent)
        .dispatched();
    let clock = story.clock(K::Handling, 1);
    assert_eq!(clock.due.at, local("2026-10-02 20:30"));
    assert_eq!(clock.due.last_day, None);
    assert_eq!(clock.clause, "TJ-9.2");
    // AJ-P2: danger to life is signed for within a quarter of an hour, holiday or not.
    assert_eq!(story.clock(K::SignIn, 1).due.at, local("2026-10-01 20:45"));
}

#[test]
fn only_a_named_reporter_starts_the_period_of_replying_tj_11_1() {
    let dispatched = |report| Story::registered(report).accepted(Urgency::General).dispatched();
    assert!(!running(&dispatched(words::anonymous_call()).case).contains(&K::Reply));
    assert!(running(&dispatched(words::call_of_two()).case).contains(&K::Reply));
}

#[test]
fn signing_stops_only_its_own_period() {
    let story = at_stage(Stage::Verifying, Urgency::General);
    assert_eq!(
        running(&story.case),
        [K::Statutory, K::Return, K::Handling, K::Reply]
    );
}

#[test]
fn the_right_to_return_ends_with_the_verification_report_and_is_never_late_tj_8_2() {
    let story = at_stage(Stage::Verifying, Urgency::General).at("2026-12-01 09:00");
    assert_eq!(story.status(K::Return), Some(S::Ended));
    let story = at_stage(Stage::InternalReview, Urgency::General);
    assert_eq!(story.status(K::Return), Some(S::Ended));
    assert_eq!(running(&story.case), [K::Statutory, K::Handling, K::Reply]);
}

#[test]
fn replying_stops_with_the_last_named_reporter_and_handling_with_the_feedback_tj_11_1_tj_11_4() {
    let story = at_stage(Stage::Replying, Urgency::General);
    let anonymous_first = story.clone().replied_to(ANONYMOUS);
    assert_eq!(
        running(&anonymous_first.case),
        [K::Statutory, K::Handling, K::Reply]
    );
    let story = story.replied_to(NAMED);
    assert_eq!(running(&story.case), [K::Statutory, K::Handling]);
    let story = story.replied().fed_back();
    assert_eq!(running(&story.case), [K::Statutory]);
    assert_eq!(running(&story.closed().case), []);
}

#[test]
fn an_anonymous_reporter_told_late_does_not_make_the_reply_to_the_named_one_late_tj_11_1() {
    let story = at_stage(Stage::Replying, Urgency::General)
        .replied_to(NAMED)
        .at("2026-12-08 09:00")
        .replied();
    assert_eq!(story.status(K::Reply), Some(S::Met));
}

#[test]
fn a_unit_that_sends_its_own_report_back_gains_no_time() {
    let before = at_stage(Stage::InternalReview, Urgency::General);
    let after = before
        .clone()
        .then(&leader(), Command::SendBackReport(words::reasons()));
    assert_eq!(before.case.clocks, after.case.clocks);
}

#[test]
fn the_office_that_sends_back_starts_a_second_round_of_handling_and_replying_tj_12_1() {
    let story = at_stage(Stage::ClosureReview, Urgency::General)
        .at("2026-12-02 10:00")
        .then(&dispatcher(), Command::SendBack(words::reasons()));
    assert_eq!(running(&story.case), [K::Statutory, K::Handling, K::Reply]);
    let second = story.clock(K::Handling, 2);
    assert_eq!(second.started_at, story.now);
    assert_eq!(second.due.at, local("2026-12-17 00:00"));
    assert_eq!(
        story.clock(K::Handling, 1).status(story.now),
        S::Met,
        "the first round stands"
    );
}

#[test]
fn what_was_late_in_the_first_round_stays_late_in_the_record() {
    let late = at_stage(Stage::Replying, Urgency::General)
        .at("2026-12-07 10:00")
        .replied()
        .fed_back()
        .then(&dispatcher(), Command::SendBack(words::reasons()));
    assert_eq!(late.clock(K::Handling, 1).status(late.now), S::Missed);
    assert_eq!(late.clock(K::Handling, 2).status(late.now), S::Running);
}

#[test]
fn the_end_of_a_period_does_not_belong_to_it() {
    // docs/deadlines.md, rule 3: the bound is the first instant that is too late.
    let story = at_stage(Stage::Assigned, Urgency::General);
    let end = story.clock(K::SignIn, 1).due.at;
    let signed = |now| Story { now, ..story.clone() }.signed_in().status(K::SignIn);
    assert_eq!(signed(end.plus(-1)), Some(S::Met));
    assert_eq!(signed(end), Some(S::Missed));
    assert_eq!(story.clock(K::SignIn, 1).status(end.plus(-1)), S::Running);
    assert_eq!(story.clock(K::SignIn, 1).status(end), S::Overdue);
}

#[test]
fn recorded_lateness_does_not_stop_the_period() {
    let story = at_stage(Stage::Assigned, Urgency::General).at("2026-11-24 09:00");
    let clock = story.clock(K::SignIn, 1);
    assert_eq!(
        (clock.recorded(), clock.status(story.now)),
        (S::Running, S::Overdue)
    );
    let story = story.then(&Actor::System, words::lapse(K::SignIn, 1));
    assert_eq!(story.clock(K::SignIn, 1).recorded(), S::Overdue);
    assert!(running(&story.case).contains(&K::SignIn));
    assert_eq!(story.signed_in().clock(K::SignIn, 1).recorded(), S::Missed);
}

#[test]
fn a_right_whose_end_is_recorded_is_open_no_longer_and_a_duty_is() {
    let story = at_stage(Stage::Assigned, Urgency::General)
        .at("2026-11-26 09:00")
        .then(&Actor::System, words::lapse(K::Return, 1))
        .then(&Actor::System, words::lapse(K::SignIn, 1));
    assert!(!story.clock(K::Return, 1).is_open());
    assert!(story.clock(K::SignIn, 1).is_open());
}

#[test]
fn the_next_duty_is_the_one_that_ends_first_and_never_a_right() {
    let next = |stage| {
        at_stage(stage, Urgency::General)
            .case
            .next_duty()
            .map(|clock| clock.kind)
    };
    assert_eq!(next(Stage::Registered), Some(K::AcceptDecision));
    assert_eq!(next(Stage::Assigned), Some(K::SignIn));
    assert_eq!(
        next(Stage::Verifying),
        Some(K::Handling),
        "not the right to return, which ends earlier"
    );
    assert_eq!(next(Stage::ClosureReview), Some(K::Statutory));
    assert_eq!(next(Stage::Closed), None);
}

#[test]
fn a_period_into_a_year_without_an_arrangement_is_marked_provisional() {
    // docs/deadlines.md, rule 9
    let story = at_stage(Stage::Assigned, Urgency::General);
    assert!(story.clock(K::Statutory, 1).due.provisional);
    assert!(!story.clock(K::Handling, 1).due.provisional);
}

#[test]
fn a_case_that_becomes_urgent_has_24_hours_from_then_tj_9_2() {
    let story = at_stage(Stage::Verifying, Urgency::General)
        .at("2026-11-24 15:30")
        .then(&dispatcher(), words::reclassify(Urgency::Urgent));
    let handling = story.clock(K::Handling, 1);
    assert_eq!(story.case.urgency(), Some(Urgency::Urgent));
    assert_eq!(handling.clause, "TJ-9.2");
    assert_eq!(handling.due.at, local("2026-11-25 15:30"));
    assert_ne!(handling.started_at, story.now, "it began with the dispatch");
    assert_eq!(handling.count().start, story.now);
}

#[test]
fn a_case_that_becomes_general_has_10_working_days_from_its_dispatch_tj_9_1() {
    let general = at_stage(Stage::Verifying, Urgency::General);
    let story = at_stage(Stage::Verifying, Urgency::Urgent)
        .at("2026-11-23 09:00")
        .then(&Actor::System, words::lapse(K::Handling, 1))
        .then(&dispatcher(), words::reclassify(Urgency::General));
    let handling = story.clock(K::Handling, 1);
    assert_eq!(handling, general.clock(K::Handling, 1));
    assert_eq!(handling.status(story.now), S::Running);
    // That 24 hours passed before is history, and history stays.
    assert!(story.journal.iter().any(|one| one.event.kind() == "clock_lapsed"));
}

#[test]
fn another_urgency_leaves_periods_alone_that_do_not_depend_on_it_tj_9() {
    let before = at_stage(Stage::Verifying, Urgency::General);
    let after = before
        .clone()
        .at("2026-11-24 15:30")
        .then(&dispatcher(), words::reclassify(Urgency::Urgent));
    for kind in [K::Reply, K::Statutory, K::SignIn] {
        assert_eq!(before.clock(kind, 1), after.clock(kind, 1), "{kind:?}");
    }
}

#[test]
fn the_same_urgency_again_or_urgent_without_a_reason_is_no_change_tj_9() {
    let story = at_stage(Stage::Verifying, Urgency::General);
    let faults = |command| match story.asks(&dispatcher(), command) {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|one| one.field).collect(),
        other => panic!("{other:?}"),
    };
    let same: Vec<String> = faults(words::reclassify(Urgency::General));
    assert_eq!(same, ["urgency"]);
    let Command::Reclassify(mut bare) = words::reclassify(Urgency::Urgent) else {
        panic!("it is one");
    };
    (bare.reasons, bare.explanation) = (Vec::new(), String::new());
    assert_eq!(faults(Command::Reclassify(bare)), ["reasons", "explanation"]);
}
