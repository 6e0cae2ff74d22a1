//! How a report goes its way: every step by the command and the person that the regime names (TJ-7 to TJ-12).

use crate::{
    people::{dispatcher, handler, leader, officer, second_officer},
    words::{self, ANONYMOUS, NAMED},
    world::{Story, at_stage, local, profile},
};
use anju_shared::{
    rules::ClockKind,
    workflow::{ClockStatus, Command, Conclusion, Progress, Stage, SubmitVerification, Urgency},
};

#[test]
fn a_general_report_goes_from_the_call_to_its_closing() {
    // TJ-7.1, TJ-8.1, TJ-9.1, TJ-10, TJ-11, TJ-12.1
    let story = Story::registered(words::call())
        .after_minutes(30)
        .accepted(Urgency::General)
        .dispatched()
        .after_minutes(60)
        .signed_in();
    let now = story.now;
    let story = story
        .then(&handler(), words::visit(now))
        .then(&handler(), words::contact(NAMED, now))
        .at("2026-11-23 10:00")
        .verified()
        .approved()
        .replied()
        .fed_back()
        .at("2026-11-24 10:00")
        .closed();
    assert_eq!(
        story.milestones(),
        [
            "registered",
            "accepted",
            "dispatched",
            "signed_in",
            "visit_recorded",
            "contact_recorded",
            "evidence_added",
            "verification_submitted",
            "report_approved",
            "replied",
            "feedback_submitted",
            "closed",
        ]
    );
    for clock in &story.case.clocks {
        let wanted = match clock.kind {
            ClockKind::Return => ClockStatus::Ended,
            _ => ClockStatus::Met,
        };
        assert_eq!(clock.status(story.now), wanted, "{:?}", clock.kind);
    }
}

#[test]
fn a_report_is_received_accepted_and_dispatched_in_the_night_of_a_holiday_tj_5_1() {
    let story = Story::registered_at("2026-10-02 03:00", words::call())
        .after_minutes(5)
        .accepted(Urgency::Urgent)
        .after_minutes(5)
        .dispatched();
    assert_eq!(story.milestones(), ["registered", "accepted", "dispatched"]);
    let handling = story.clock(ClockKind::Handling, 1);
    assert_eq!(handling.due.at, local("2026-10-03 03:10"));
}

#[test]
fn what_was_found_beyond_the_report_stands_in_the_verification_tj_10_2() {
    let Command::SubmitVerification(report) = words::verification(Conclusion::Substantiated, "rectify_by")
    else {
        panic!("a verification");
    };
    let found = "配电箱未接地".to_owned();
    let beyond = Some(format!("  {found} "));
    let story = at_stage(Stage::Verifying, Urgency::General).with_evidence().then(
        &handler(),
        Command::SubmitVerification(SubmitVerification { beyond, ..report }),
    );
    let report = story.case.handling().and_then(|one| one.report.as_ref());
    assert_eq!(report.and_then(|one| one.beyond.as_ref()), Some(&found));
}

#[test]
fn an_urgent_report_is_closed_once_the_hazard_is_proved_gone() {
    // TJ-9.2
    let story = Story::registered(words::call())
        .accepted(Urgency::Urgent)
        .dispatched()
        .after_minutes(10)
        .signed_in()
        .then(&handler(), words::evidence(false))
        .then(&handler(), words::evidence(true))
        .then(
            &handler(),
            words::verification(Conclusion::Substantiated, "corrected_on_spot"),
        )
        .approved()
        .replied()
        .fed_back()
        .closed();
    assert_eq!(story.case.urgency(), Some(Urgency::Urgent));
    assert_eq!(story.status(ClockKind::Handling), Some(ClockStatus::Met));
}

#[test]
fn a_report_is_declined_by_two_persons_tj_7_3() {
    let story = Story::registered(words::call()).declined();
    let Progress::Declined {
        proposal,
        confirmed_by,
        at: _,
    } = &story.case.progress
    else {
        panic!("declined");
    };
    assert_eq!(proposal.by, officer().reference());
    assert_eq!(*confirmed_by, second_officer().reference());
    assert_eq!(proposal.ground, "NA01");
}

#[test]
fn a_proposal_to_decline_that_the_second_person_rejects_leaves_the_report_to_be_accepted_tj_7_3() {
    let story = Story::registered(words::call())
        .then(&officer(), words::decline())
        .then(&second_officer(), Command::RejectDecline(words::reasons()))
        .accepted(Urgency::General);
    assert_eq!(story.case.stage(), Stage::Accepted);
}

#[test]
fn missing_facts_are_listed_and_not_refused_tj_7_2() {
    let story = Story::registered(words::anonymous_call());
    assert_eq!(story.case.intake.missing, words::FACTS);
    assert_eq!(
        Story::registered(words::call()).case.intake.missing,
        [],
        "a full registration misses nothing"
    );
}

#[test]
fn a_line_for_lists_is_made_from_enterprise_and_nature_and_never_from_the_reporters_words_tj_20() {
    let title = |report| Story::registered(report).case.intake.title;
    assert_eq!(title(words::call()), "新桥木业有限公司：事故隐患");
    assert_eq!(title(words::anonymous_call()), "被举报单位待查：安全生产举报");
}

#[test]
fn the_acceptance_pins_the_rules_in_force_tj_23() {
    let story = at_stage(Stage::Accepted, Urgency::General);
    let pinned = &story.case.acceptance().expect("accepted").profile;
    assert_eq!((pinned.id.as_str(), pinned.version), ("TJ", profile().version));
}

#[test]
fn several_reporters_are_replied_to_one_by_one_tj_11_2() {
    let mut story = at_stage(Stage::Replying, Urgency::General).replied_to(NAMED);
    let refused = story.tries(&handler(), words::feedback());
    assert_eq!(
        refused.map_err(|refusal| refusal.code()),
        Err("replies_outstanding")
    );
    let story = story.replied_to(ANONYMOUS).fed_back();
    assert!(story.case.reporters.iter().all(|one| one.reply.is_some()));
}

#[test]
fn a_report_sent_back_by_the_units_leader_is_verified_again_with_its_evidence_kept() {
    let story = at_stage(Stage::InternalReview, Urgency::General)
        .then(&leader(), Command::SendBackReport(words::reasons()));
    assert_eq!(story.case.stage(), Stage::Verifying);
    let handling = story.case.handling().expect("dispatched");
    assert_eq!(handling.report, None);
    assert_eq!(handling.evidence.len(), 1);
    assert_eq!(handling.returns.len(), 1);
    assert_eq!(handling.returns[0].from, Stage::InternalReview);
    assert_eq!(story.verified().approved().case.stage(), Stage::Replying);
}

#[test]
fn after_the_office_sends_back_every_reporter_is_told_again_tj_12_1_tj_11_2() {
    let story = at_stage(Stage::ClosureReview, Urgency::General)
        .then(&dispatcher(), Command::SendBack(words::reasons()));
    assert_eq!(story.case.stage(), Stage::Verifying);
    assert_eq!(story.case.unanswered().count(), 2);
    let handling = story.case.handling().expect("dispatched");
    assert_eq!((&handling.report, &handling.feedback), (&None, &None));
    assert_eq!(handling.returns[0].reasons, words::reasons().reasons);

    let story = story.verified().approved().replied().fed_back().closed();
    assert_eq!(story.case.stage(), Stage::Closed);
}

#[test]
fn a_talk_with_the_reporter_may_be_recorded_from_the_verification_to_the_replies_tj_10_3() {
    for stage in [Stage::Verifying, Stage::InternalReview, Stage::Replying] {
        let story = at_stage(stage, Urgency::General);
        let now = story.now;
        let story = story.then(&handler(), words::contact(NAMED, now));
        assert_eq!(story.case.stage(), stage);
        assert_eq!(story.case.handling().expect("dispatched").contacts.len(), 1);
    }
}
