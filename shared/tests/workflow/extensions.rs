//! 延期: more time, asked for in time, endorsed, decided by whom the rules name, and told where the clause wants it.

use crate::{
    people::{dispatcher, handler, handler_and_leader, head, leader, leader_elsewhere},
    words,
    world::{Story, at_stage, local},
};
use anju_shared::{
    access::Actor,
    rules::{ClockKind as K, ExtensionRefusal},
    workflow::{Action, Command, Refusal, Stage, Urgency, turn},
};

/// The unit verifies a general case. Ten working days from Friday, 20 November end on 4 December.
fn verifying() -> Story {
    at_stage(Stage::Verifying, Urgency::General)
}

fn asked(kind: K, days: u32) -> Story {
    verifying().then(&handler(), words::request_extension(kind, days))
}

fn endorsed(kind: K, days: u32) -> Story {
    asked(kind, days).then(&leader(), Command::EndorseExtension)
}

fn refusal(story: &Story, actor: &Actor, command: Command) -> Refusal {
    story.asks(actor, command).expect_err("it is refused")
}

/// The fields that are wrong.
fn fields(refusal: Refusal) -> Vec<String> {
    match refusal {
        Refusal::Invalid(faults) => faults.into_iter().map(|one| one.field).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_extension_lengthens_the_period_from_its_last_day_tj_9_3() {
    let before = verifying();
    assert_eq!(before.clock(K::Handling, 1).due.at, local("2026-12-05 00:00"));
    let after = endorsed(K::Handling, 10).then(&dispatcher(), words::approve_extension());
    let clock = after.clock(K::Handling, 1);
    // Ten calendar days after 4 December is a Monday.
    assert_eq!(clock.due.at, local("2026-12-15 00:00"));
    assert_eq!((clock.extension_days, clock.round), (10, 1));
    assert_eq!(
        clock.count().extension_days,
        10,
        "so that the end can explain itself"
    );
    assert_eq!(after.clock(K::Reply, 1), before.clock(K::Reply, 1));
}

#[test]
fn an_extension_asked_for_after_the_due_date_is_refused_ah_2_2b() {
    let late = verifying().at("2026-12-05 00:00");
    let statutory = words::request_extension(K::Statutory, 10);
    let handling = words::request_extension(K::Handling, 10);
    let refused = refusal(&late, &handler(), handling);
    assert_eq!(refused, Refusal::Extension(ExtensionRefusal::TooLate));
    // The statutory period has not passed yet.
    assert!(late.asks(&handler(), statutory).is_ok());
    let over = verifying().at("2027-03-01 09:00");
    let refused = refusal(&over, &handler(), words::request_extension(K::Statutory, 10));
    assert_eq!(refused, Refusal::Extension(ExtensionRefusal::TooLate));
}

#[test]
fn what_was_asked_for_in_time_may_be_granted_after_the_due_date_tj_9_3() {
    let late = endorsed(K::Handling, 10)
        .at("2026-12-07 09:00")
        .then(&Actor::System, words::lapse(K::Handling, 1))
        .then(&dispatcher(), words::approve_extension());
    let clock = late.clock(K::Handling, 1);
    assert_eq!(clock.due.at, local("2026-12-15 00:00"));
    assert_eq!(
        clock.lapsed_at, None,
        "it runs again; that it had lapsed stays in the journal"
    );
}

#[test]
fn an_extension_has_at_least_a_day_and_at_most_thirty_in_all_tj_9_3() {
    let story = verifying();
    for days in [0, 31] {
        let refused = refusal(&story, &handler(), words::request_extension(K::Handling, days));
        assert_eq!(fields(refused), ["days"]);
    }
    let once = endorsed(K::Handling, 20).then(&dispatcher(), words::approve_extension());
    let more = refusal(&once, &handler(), words::request_extension(K::Handling, 11));
    assert_eq!(fields(more), ["days"]);
    assert!(
        once.asks(&handler(), words::request_extension(K::Handling, 10))
            .is_ok()
    );
}

#[test]
fn an_urgent_case_and_periods_without_such_a_rule_are_not_extended_tj_9_2() {
    let story = verifying();
    let refused = refusal(&story, &handler(), words::request_extension(K::Reply, 5));
    assert_eq!(fields(refused), ["kind"]);
    let urgent = at_stage(Stage::Verifying, Urgency::Urgent);
    let refused = refusal(&urgent, &handler(), words::request_extension(K::Handling, 5));
    assert_eq!(fields(refused), ["kind"]);
}

#[test]
fn an_internal_extension_never_passes_the_statutory_end_mem_7_5() {
    // Sent back long after the acceptance, so that ten working days more end just before the sixty days.
    let late = at_stage(Stage::ClosureReview, Urgency::General)
        .at("2027-01-04 10:00")
        .then(&dispatcher(), Command::SendBack(words::reasons()));
    let refused = refusal(&late, &handler(), words::request_extension(K::Handling, 30));
    assert!(
        matches!(
            refused,
            Refusal::Extension(ExtensionRefusal::PastStatutoryEnd { .. })
        ),
        "{refused:?}"
    );
}

#[test]
fn what_leaves_the_unit_is_endorsed_by_its_leader_ah_2_2a() {
    let story = asked(K::Handling, 10);
    let early = refusal(&story, &dispatcher(), words::approve_extension());
    assert_eq!(early, Refusal::ExtensionNotEndorsed);
    let elsewhere = refusal(&story, &leader_elsewhere(), Command::EndorseExtension);
    assert_eq!(elsewhere, Refusal::OtherUnit);
    let own = verifying().then(&handler_and_leader(), words::request_extension(K::Handling, 10));
    let same = refusal(&own, &handler_and_leader(), Command::EndorseExtension);
    let action = Action::EndorseExtension;
    assert_eq!(same, Refusal::SamePerson { action });
    let twice = refusal(
        &story.then(&leader(), Command::EndorseExtension),
        &leader(),
        Command::EndorseExtension,
    );
    assert_eq!(twice, Refusal::NoExtension);
}

#[test]
fn the_leader_may_stop_it_and_then_it_may_be_asked_for_again_ah_2_2a() {
    let stopped = asked(K::Handling, 10).then(&leader(), Command::RefuseExtension(words::reasons()));
    assert_eq!(stopped.clock(K::Handling, 1), verifying().clock(K::Handling, 1));
    let again = words::request_extension(K::Handling, 5);
    assert!(stopped.asks(&handler(), again).is_ok());
}

#[test]
fn while_one_waits_no_second_one_is_asked_for_tj_9_3() {
    for story in [asked(K::Handling, 10), endorsed(K::Handling, 10)] {
        let second = refusal(&story, &handler(), words::request_extension(K::Statutory, 5));
        assert_eq!(second, Refusal::ExtensionPending);
    }
}

#[test]
fn the_statutory_period_is_extended_by_the_higher_authority_and_when_the_reporters_know_mem_7_5() {
    let story = endorsed(K::Statutory, 30);
    let by_dispatcher = refusal(&story, &dispatcher(), words::approve_extension());
    assert_eq!(by_dispatcher, Refusal::NotApprover);
    let Command::ApproveExtension(mut bare) = words::approve_extension() else {
        panic!("it is one");
    };
    bare.document = None;
    let without = refusal(&story, &head(), Command::ApproveExtension(bare));
    assert_eq!(fields(without), ["document"]);
    let granted = story.then(&head(), words::approve_extension());
    let before = verifying();
    let statutory = |story: &Story| story.clock(K::Statutory, 1).clone();
    assert_eq!(
        statutory(&granted),
        statutory(&before),
        "not before they are told"
    );
    let told = granted
        .clone()
        .then(&handler(), words::tell_extension(granted.now));
    assert_eq!(statutory(&told).extension_days, 30);
    assert!(statutory(&told).due.at > statutory(&before).due.at);
    let twice = refusal(&told, &handler(), words::tell_extension(told.now));
    assert_eq!(twice, Refusal::NoExtension);
}

#[test]
fn the_case_waits_for_whoever_has_to_decide_tj_9_3() {
    let waits = |story: &Story| turn(&story.case).map(|turn| turn.action);
    assert_eq!(waits(&asked(K::Handling, 10)), Some(Action::EndorseExtension));
    assert_eq!(waits(&endorsed(K::Handling, 10)), Some(Action::ApproveExtension));
    let granted = endorsed(K::Statutory, 10).then(&head(), words::approve_extension());
    assert_eq!(waits(&granted), Some(Action::TellExtension));
    let done = endorsed(K::Handling, 10).then(&dispatcher(), words::approve_extension());
    assert_eq!(waits(&done), Some(Action::SubmitVerification));
}
