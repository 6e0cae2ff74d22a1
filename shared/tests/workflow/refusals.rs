//! How the procedure says no: every code of refusal, with the clause on which it rests. Mistakes of form, which
//! rest on no clause, are in `mistakes`.

use crate::{
    people::{
        dispatcher, handler, handler_and_leader, handler_elsewhere, leader_elsewhere, officer, second_officer,
    },
    words::{self, NAMED},
    world::{Story, at_stage, profile},
};
use anju_shared::{
    access::Actor,
    rules::ClockKind,
    workflow::{Action, Command, Conclusion, Refusal, Stage, Urgency},
};

/// The command is refused with this code, under this clause, and says why in both languages.
fn check(story: &Story, actor: &Actor, command: Command, code: &str, clause: &str) {
    let action = command.action();
    let refusal = story.asks(actor, command).expect_err("the law stands against it");
    assert_eq!(
        (refusal.code(), refusal.clause(profile())),
        (code, Some(clause)),
        "{action}"
    );
    let message = refusal.message();
    assert!(message.zh.chars().any(|c| '\u{4e00}' < c) && !message.en.is_empty());
}

fn general(stage: Stage) -> Story {
    at_stage(stage, Urgency::General)
}

#[test]
fn no_step_is_skipped_tj_6_3() {
    let story = general(Stage::Registered);
    check(&story, &dispatcher(), words::dispatch(), "wrong_stage", "TJ-8.1");
    let story = general(Stage::Accepted);
    check(&story, &handler(), Command::SignIn, "wrong_stage", "AJ-P2");
    let story = general(Stage::Verifying);
    check(&story, &dispatcher(), words::close(), "wrong_stage", "TJ-12.1");
}

#[test]
fn nothing_is_done_to_a_case_that_is_done() {
    for stage in [Stage::Declined, Stage::Withdrawn, Stage::Closed] {
        let story = general(stage);
        for action in Action::ALL {
            assert!(
                !anju_shared::workflow::stages(*action).contains(&stage),
                "{action}"
            );
        }
        check(
            &story,
            &officer(),
            words::accept(Urgency::General),
            "wrong_stage",
            "TJ-7.1",
        );
    }
}

#[test]
fn each_step_is_for_its_role() {
    let story = general(Stage::Registered);
    check(
        &story,
        &dispatcher(),
        words::accept(Urgency::General),
        "wrong_role",
        "TJ-7.1",
    );
    let story = general(Stage::Accepted);
    check(&story, &officer(), words::dispatch(), "wrong_role", "TJ-8.1");
    let story = general(Stage::InternalReview);
    check(&story, &handler(), Command::ApproveReport, "wrong_role", "TJ-6.3");
}

#[test]
fn only_anju_itself_records_lateness() {
    let story = general(Stage::Registered).at("2027-03-01 09:00");
    let lapse = || words::lapse(ClockKind::AcceptDecision, 1);
    check(&story, &dispatcher(), lapse(), "wrong_role", "TJ-6.3");
    let refusal = story.asks(&dispatcher(), lapse()).expect_err("not for people");
    assert_eq!(refusal.message().zh, "记录超期由系统自动办理");
    assert!(story.asks(&Actor::System, lapse()).is_ok());
}

#[test]
fn another_unit_does_not_touch_the_case_tj_8_1() {
    let story = general(Stage::Assigned);
    check(
        &story,
        &handler_elsewhere(),
        Command::SignIn,
        "other_unit",
        "TJ-8.1",
    );
    let story = general(Stage::InternalReview);
    check(
        &story,
        &leader_elsewhere(),
        Command::ApproveReport,
        "other_unit",
        "TJ-8.1",
    );
}

#[test]
fn who_proposes_to_decline_neither_confirms_nor_rejects_it_tj_7_3() {
    let story = general(Stage::Registered).then(&officer(), words::decline());
    check(
        &story,
        &officer(),
        Command::ConfirmDecline,
        "same_person",
        "TJ-7.3",
    );
    let reject = Command::RejectDecline(words::reasons());
    check(&story, &officer(), reject, "same_person", "TJ-7.3");
    assert!(story.asks(&second_officer(), Command::ConfirmDecline).is_ok());
}

#[test]
fn while_a_proposal_to_decline_waits_nobody_accepts_or_proposes_anew_tj_7_3() {
    let story = general(Stage::Registered).then(&officer(), words::decline());
    let accept = words::accept(Urgency::General);
    check(&story, &second_officer(), accept, "decline_pending", "TJ-7.3");
    check(
        &story,
        &second_officer(),
        words::decline(),
        "decline_pending",
        "TJ-7.3",
    );
}

#[test]
fn without_a_proposal_there_is_nothing_to_confirm_tj_7_3() {
    let story = general(Stage::Registered);
    check(
        &story,
        &second_officer(),
        Command::ConfirmDecline,
        "no_proposal",
        "TJ-7.3",
    );
    let reject = Command::RejectDecline(words::reasons());
    check(&story, &second_officer(), reject, "no_proposal", "TJ-7.3");
}

#[test]
fn who_wrote_the_verification_report_does_not_approve_it_law_73_1() {
    let both = handler_and_leader();
    let report = words::verification(Conclusion::Substantiated, "rectify_at_once");
    let story = general(Stage::Verifying).with_evidence().then(&both, report);
    check(&story, &both, Command::ApproveReport, "same_person", "TJ-6.3");
    assert_eq!(story.approved().case.stage(), Stage::Replying);
}

#[test]
fn true_or_not_a_verification_without_evidence_is_refused_tj_10_4() {
    let story = general(Stage::Verifying);
    let unproved = words::verification(Conclusion::Unsubstantiated, "none");
    check(&story, &handler(), unproved, "evidence_missing", "TJ-10.4");
    let proved = words::verification(Conclusion::Substantiated, "penalty");
    check(&story, &handler(), proved, "evidence_missing", "TJ-10.4");
}

#[test]
fn an_urgent_verification_without_proof_that_the_hazard_is_gone_is_refused_tj_9_2() {
    let story = at_stage(Stage::Verifying, Urgency::Urgent).then(&handler(), words::evidence(false));
    let report = || words::verification(Conclusion::Substantiated, "rectify_at_once");
    check(&story, &handler(), report(), "hazard_proof_missing", "TJ-9.2");
    let story = story.then(&handler(), words::evidence(true));
    assert!(story.asks(&handler(), report()).is_ok());
}

#[test]
fn a_substantiated_report_without_a_measure_is_refused_tj_3_2() {
    let story = general(Stage::Verifying).with_evidence();
    for conclusion in [Conclusion::Substantiated, Conclusion::Partly] {
        let report = words::verification(conclusion, &profile().no_measure);
        check(&story, &handler(), report, "disposition_missing", "TJ-3.2");
    }
    let unsubstantiated = words::verification(Conclusion::Unsubstantiated, &profile().no_measure);
    assert!(story.asks(&handler(), unsubstantiated).is_ok());
}

#[test]
fn feedback_before_every_reporter_is_told_is_refused_tj_11_4() {
    let story = general(Stage::Replying).replied_to(NAMED);
    check(
        &story,
        &handler(),
        words::feedback(),
        "replies_outstanding",
        "TJ-11.4",
    );
    let refusal = story
        .asks(&handler(), words::feedback())
        .expect_err("one still waits");
    assert_eq!(refusal, Refusal::RepliesOutstanding { count: 1 });
}

#[test]
fn nobody_is_told_twice_tj_11_2() {
    let story = general(Stage::Replying).replied_to(NAMED);
    let again = words::reply(NAMED, story.now);
    check(&story, &handler(), again.clone(), "already_replied", "TJ-11.2");
    check(&story.replied(), &handler(), again, "all_replied", "TJ-11.2");
}

#[test]
fn a_period_is_recorded_as_passed_once_and_only_after_its_end_tj_6_3() {
    let story = general(Stage::Registered);
    let lapse = || words::lapse(ClockKind::AcceptDecision, 1);
    let end = story.clock(ClockKind::AcceptDecision, 1).due.at;
    let before = Story {
        now: end.plus(-1),
        ..story.clone()
    };
    check(&before, &Actor::System, lapse(), "not_lapsed", "TJ-6.3");
    let after = Story { now: end, ..story };
    let after = after.then(&Actor::System, lapse());
    check(&after, &Actor::System, lapse(), "not_lapsed", "TJ-6.3");
}

#[test]
fn every_clause_that_a_refusal_cites_stands_in_the_rules_with_its_article() {
    let all = crate::glossary::refusals();
    let own: Vec<_> = all
        .iter()
        .filter(|one| one.ground() == Some(one.code()))
        .collect();
    assert_eq!(
        own.iter().map(|one| one.code()).collect::<Vec<_>>(),
        Refusal::OWN_GROUNDS.map(|(code, _)| code)
    );
    let actions = Action::ALL.iter().map(|action| action.code());
    for code in actions.chain(own.iter().filter_map(|one| one.ground())) {
        let basis = profile().basis(profile().base(code).expect("a clause"));
        assert!(
            !basis.article.is_empty() && !basis.instrument.is_empty(),
            "{code}"
        );
    }
}
