//! Mistakes of form: every field that is not as it should be, all of them at once.

use crate::{
    people::{dispatcher, handler, id, officer},
    words::{self, NAMED},
    world::{Story, at_stage, local, registration},
};
use anju_shared::{
    ids::{ReporterId, UnitId},
    workflow::{Command, Refusal, Register, Stage, Urgency},
};

fn general(stage: Stage) -> Story {
    at_stage(stage, Urgency::General)
}

/// Field and code of every violation.
fn places(refusal: &Refusal) -> Vec<(&str, &'static str)> {
    let Refusal::Invalid(violations) = refusal else {
        panic!("a mistake of form: {refusal:?}");
    };
    assert_eq!((refusal.code(), refusal.ground()), ("invalid", None));
    violations
        .iter()
        .map(|one| (one.field.as_str(), one.code))
        .collect()
}

#[test]
fn a_registration_lists_every_unknown_code_and_the_future_receipt_at_once() {
    let mut report = Register {
        channel: "telepathy".into(),
        received_at: Some(local("2026-11-20 09:01")),
        reporters: Vec::new(),
        ..words::call()
    };
    report.matter.region = Some("440101".into());
    report.matter.industry = Some("astrology".into());
    let refusal = registration(report, local("2026-11-20 09:00")).expect_err("five mistakes");
    assert_eq!(
        places(&refusal),
        [
            ("channel", "unknown_code"),
            ("region", "unknown_code"),
            ("industry", "unknown_code"),
            ("received_at", "in_future"),
            ("reporters", "missing"),
        ]
    );
}

#[test]
fn an_anonymous_reporter_is_a_reporter_too() {
    assert!(registration(words::anonymous_call(), local("2026-11-20 09:00")).is_ok());
}

#[test]
fn an_urgent_acceptance_ticks_a_reason_of_tj_9_2_or_mem_7_1() {
    let story = general(Stage::Registered);
    let Command::Accept(mut accept) = words::accept(Urgency::Urgent) else {
        panic!("an acceptance")
    };
    accept.reasons = Vec::new();
    let refusal = story
        .asks(&officer(), Command::Accept(accept.clone()))
        .expect_err("no reason");
    assert_eq!(places(&refusal), [("reasons", "missing")]);
    accept.reasons = vec!["imminent".into(), "hunch".into(), "imminent".into()];
    let refusal = story
        .asks(&officer(), Command::Accept(accept))
        .expect_err("two mistakes");
    assert_eq!(
        places(&refusal),
        [("reasons[1]", "unknown_code"), ("reasons[2]", "twice")]
    );
}

#[test]
fn a_ground_that_the_rules_do_not_know_and_missing_reasons_are_refused_together_tj_7_3() {
    let story = general(Stage::Registered);
    let Command::Decline(mut decline) = words::decline() else {
        panic!("a proposal to decline")
    };
    decline.ground = "NA99".into();
    decline.reasons = "  ".into();
    let refusal = story
        .asks(&officer(), Command::Decline(decline))
        .expect_err("two mistakes");
    assert_eq!(
        places(&refusal),
        [("ground", "unknown_code"), ("reasons", "empty")]
    );
}

#[test]
fn a_case_goes_to_a_unit_that_exists_tj_8_1() {
    let Command::Dispatch(mut dispatch) = words::dispatch() else {
        panic!("a dispatch")
    };
    dispatch.unit = UnitId(id(0xFF));
    let refusal = general(Stage::Accepted).asks(&dispatcher(), Command::Dispatch(dispatch));
    assert_eq!(
        places(&refusal.expect_err("no such unit")),
        [("unit", "unknown_unit")]
    );
}

#[test]
fn what_lies_in_the_future_has_not_taken_place() {
    let story = general(Stage::Verifying);
    let tomorrow = story.now.plus(86_400);
    for command in [words::visit(tomorrow), words::contact(NAMED, tomorrow)] {
        let refusal = story.asks(&handler(), command).expect_err("not yet");
        assert_eq!(places(&refusal), [("at", "in_future")]);
    }
    let story = general(Stage::Replying);
    let refusal = story
        .asks(&handler(), words::reply(NAMED, tomorrow))
        .expect_err("not yet");
    assert_eq!(places(&refusal), [("delivered_at", "in_future")]);
}

#[test]
fn what_the_unit_did_it_did_after_the_dispatch() {
    let story = general(Stage::Verifying);
    let long_ago = story.now.plus(-365 * 86_400);
    for command in [words::visit(long_ago), words::contact(NAMED, long_ago)] {
        let refusal = story.asks(&handler(), command).expect_err("before it was theirs");
        assert_eq!(places(&refusal), [("at", "before_dispatch")]);
    }
    let refusal = general(Stage::Replying)
        .asks(&handler(), words::reply(NAMED, long_ago))
        .expect_err("before it was theirs");
    assert_eq!(places(&refusal), [("delivered_at", "before_dispatch")]);
}

#[test]
fn a_time_written_without_seconds_in_the_minute_of_the_dispatch_is_not_before_it() {
    let story = general(Stage::Verifying);
    let dispatched = story.case.handling().expect("it was dispatched").assignment.at;
    let minute = anju_shared::time::Instant::from_unix(dispatched.unix() / 60 * 60);
    assert!(story.asks(&handler(), words::visit(minute)).is_ok());
}

#[test]
fn a_reply_has_all_its_blocks_tj_11_3_mem_8_1_and_goes_to_a_reporter_of_this_case() {
    let story = general(Stage::Replying);
    let Command::Reply(mut reply) = words::reply(ReporterId(id(0xBF)), story.now) else {
        panic!("a reply")
    };
    for block in [
        &mut reply.conclusion,
        &mut reply.violations,
        &mut reply.verification,
        &mut reply.decision,
        &mut reply.reward,
    ] {
        block.clear();
    }
    let refusal = story
        .asks(&handler(), Command::Reply(reply))
        .expect_err("six mistakes");
    assert_eq!(
        places(&refusal),
        [
            ("reporter", "unknown_reporter"),
            ("conclusion", "empty"),
            ("violations", "empty"),
            ("verification", "empty"),
            ("decision", "empty"),
            ("reward", "empty"),
        ]
    );
}

#[test]
fn evidence_is_a_file_or_a_thing_kept_somewhere_tj_10_4_tj_18() {
    let Command::AddEvidence(mut item) = words::evidence(false) else {
        panic!("evidence")
    };
    item.kept_at = None;
    item.kind = "hearsay".into();
    let refusal = general(Stage::Verifying).asks(&handler(), Command::AddEvidence(item));
    assert_eq!(
        places(&refusal.expect_err("two mistakes")),
        [("kind", "unknown_code"), ("file", "missing")]
    );
}
