//! What is said between the handling side and reporters: asking for more (MEM-6.1), messages (TJ-10.3), and the
//! withdrawal (MEM-8.3).

use crate::{
    people::{dispatcher, handler, handler_elsewhere, officer, reporter},
    words::{self, ANONYMOUS, NAMED},
    world::{Story, at_stage, profile, rules_at},
};
use anju_shared::{
    access::Actor,
    ids::{CaseId, FileId, ReporterId},
    rules::ClockKind,
    workflow::{
        Action, ClockStatus, Command, Lookups, MOST_ATTACHED, Progress, Refusal, Side, Stage, Urgency,
        decide, open_to,
    },
};

fn refused(story: &Story, actor: &Actor, command: Command, code: &str, clause: &str) {
    let refusal = story.asks(actor, command).expect_err("the law stands against it");
    assert_eq!((refusal.code(), refusal.clause(profile())), (code, Some(clause)));
}

fn open(story: &Story, reporter: ReporterId) -> Vec<Action> {
    let found = story.case.reporters.iter().find(|one| one.id == reporter);
    open_to(&story.case, found.expect("of this case"), &rules_at(story.now))
}

#[test]
fn mem_6_1_while_the_reporters_are_asked_the_office_owes_no_decision_and_a_limit_runs() {
    let story = Story::registered(words::call()).after_minutes(60).asked();
    assert_eq!(story.case.stage(), Stage::SupplementRequested);
    assert_eq!(story.status(ClockKind::AcceptDecision), Some(ClockStatus::Met));
    assert_eq!(story.status(ClockKind::Supplement), Some(ClockStatus::Running));
    assert_eq!(story.clock(ClockKind::Supplement, 1).clause, "AJ-P24");
    assert_eq!(story.case.next_duty(), None);
}

#[test]
fn mem_6_1_what_the_reporter_adds_leads_back_to_the_decision_which_is_owed_anew() {
    let story = Story::registered(words::call())
        .asked()
        .at("2026-11-25 09:00")
        .then(&reporter(), words::supplement(NAMED));
    assert_eq!(story.case.stage(), Stage::Registered);
    assert_eq!(story.status(ClockKind::Supplement), Some(ClockStatus::Ended));
    assert_eq!(story.clock(ClockKind::AcceptDecision, 2).started_at, story.now);
    let told = &story.case.messages[0];
    assert_eq!((told.from, told.supplement), (Side::Reporter, true));
    assert_eq!(story.accepted(Urgency::General).case.stage(), Stage::Accepted);
}

#[test]
fn the_desk_takes_down_what_a_reporter_adds_by_telephone() {
    let story = Story::registered(words::call())
        .asked()
        .then(&officer(), words::supplement(NAMED));
    let told = &story.case.messages[0];
    assert_eq!((told.from, &told.by), (Side::Reporter, &officer().reference()));
    let asked = Story::registered(words::call()).asked();
    refused(
        &asked,
        &dispatcher(),
        words::supplement(NAMED),
        "wrong_role",
        "MEM-6.1",
    );
}

#[test]
fn mem_6_1_when_nobody_answers_in_time_it_is_decided_on_what_there_is() {
    let story = Story::registered(words::call()).asked().at("2026-12-20 09:00");
    let story = story.then(&Actor::System, words::lapse(ClockKind::Supplement, 1));
    assert_eq!(story.case.stage(), Stage::Registered);
    assert_eq!(story.status(ClockKind::Supplement), Some(ClockStatus::Ended));
    assert_eq!(
        story.status(ClockKind::AcceptDecision),
        Some(ClockStatus::Running)
    );
    let late = story.then(&reporter(), words::supplement(NAMED));
    assert_eq!(
        late.case.stage(),
        Stage::Registered,
        "what comes late is kept all the same"
    );
    assert_eq!(late.clock(ClockKind::AcceptDecision, 2).stopped_at, None);
}

#[test]
fn what_is_asked_is_asked_in_words_and_each_fact_once() {
    let story = Story::registered(words::call());
    let mut request = words::request_supplement();
    if let Command::RequestSupplement(request) = &mut request {
        request.missing.push(request.missing[0]);
        request.note.clear();
    }
    let Err(Refusal::Invalid(violations)) = story.asks(&officer(), request) else {
        panic!("two mistakes");
    };
    let fields: Vec<_> = violations.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["missing[2]", "note"]);
}

#[test]
fn while_a_proposal_to_decline_waits_nothing_is_asked() {
    let story = Story::registered(words::call()).then(&officer(), words::decline());
    refused(
        &story,
        &officer(),
        words::request_supplement(),
        "decline_pending",
        "TJ-7.3",
    );
}

#[test]
fn tj_10_3_the_handling_side_and_the_reporter_write_to_each_other_until_the_case_is_done() {
    for stage in Stage::ALL.iter().filter(|stage| stage.is_open()) {
        let story = at_stage(*stage, Urgency::General);
        let story = story
            .then(&reporter(), words::message(ANONYMOUS))
            .then(&officer(), words::message(ANONYMOUS));
        assert_eq!(story.case.stage(), *stage, "a message moves nothing");
        let from: Vec<_> = story.case.messages.iter().map(|one| one.from).collect();
        assert_eq!(from, [Side::Reporter, Side::Authority]);
    }
    let closed = at_stage(Stage::Closed, Urgency::General);
    refused(
        &closed,
        &reporter(),
        words::message(NAMED),
        "wrong_stage",
        "TJ-10.3",
    );
}

#[test]
fn the_unit_writes_once_it_has_the_case_and_no_other_does() {
    let story = at_stage(Stage::Assigned, Urgency::General);
    assert!(story.asks(&handler(), words::message(NAMED)).is_ok());
    refused(
        &story,
        &handler_elsewhere(),
        words::message(NAMED),
        "other_unit",
        "TJ-8.1",
    );
    let early = at_stage(Stage::Accepted, Urgency::General);
    refused(&early, &handler(), words::message(NAMED), "other_unit", "TJ-8.1");
    refused(
        &story,
        &dispatcher(),
        words::message(NAMED),
        "wrong_role",
        "TJ-10.3",
    );
}

#[test]
fn the_words_are_neither_in_the_journal_nor_in_the_state() {
    let story = at_stage(Stage::Verifying, Urgency::General)
        .then(&reporter(), words::message(NAMED))
        .then(&handler(), words::message(NAMED));
    let text = serde_json::to_string(&(&story.case, &story.journal)).expect("JSON");
    assert!(!text.contains("东侧那条"), "the words stay apart");
    assert!(!format!("{:?}", words::message(NAMED)).contains("东侧那条"));
}

#[test]
fn only_so_many_files_come_with_a_message_and_only_free_ones() {
    let story = at_stage(Stage::Verifying, Urgency::General);
    let with = |count: usize| match words::message(NAMED) {
        Command::SendMessage(mut say) => {
            say.files = (0..count).map(|n| FileId(crate::people::id(n as u128))).collect();
            Command::SendMessage(say)
        }
        other => other,
    };
    assert!(story.asks(&handler(), with(MOST_ATTACHED)).is_ok());
    assert_eq!(
        story
            .asks(&handler(), with(MOST_ATTACHED + 1))
            .map_err(|no| no.code()),
        Err("invalid")
    );
    let taken = Lookups {
        said: Some(words::said(1)),
        ..Lookups::default()
    };
    let answer = decide(&story.case, &handler(), with(1), &taken, &rules_at(story.now));
    assert_eq!(answer.map_err(|no| no.code()), Err("invalid"));
}

#[test]
fn mem_8_3_a_report_that_everybody_takes_back_before_it_is_accepted_is_over() {
    for stage in [Stage::Registered, Stage::SupplementRequested] {
        let story = at_stage(stage, Urgency::General).withdrawn(NAMED);
        assert_eq!(story.case.stage(), stage, "another reporter upholds it");
        let story = story.withdrawn(ANONYMOUS);
        assert_eq!(story.case.progress, Progress::Withdrawn { at: story.now });
        assert!(story.case.clocks.iter().all(|clock| clock.stopped_at.is_some()));
    }
}

#[test]
fn mem_8_3_after_the_acceptance_the_verification_goes_on_and_no_reply_is_owed() {
    let story = at_stage(Stage::Verifying, Urgency::General).withdrawn(NAMED);
    assert_eq!(story.case.stage(), Stage::Verifying);
    assert_eq!(
        story.status(ClockKind::Reply),
        Some(ClockStatus::Met),
        "nobody named waits"
    );
    assert_eq!(story.status(ClockKind::Handling), Some(ClockStatus::Running));
    let story = story.verified().approved();
    refused(
        &story,
        &handler(),
        words::reply(NAMED, story.now),
        "already_withdrawn",
        "MEM-8.3",
    );
    let story = story.replied_to(ANONYMOUS).fed_back();
    assert_eq!(story.case.stage(), Stage::ClosureReview);
    let again = story.then(&dispatcher(), Command::SendBack(words::reasons()));
    assert_eq!(again.case.unanswered().count(), 1);
    assert_eq!(
        again.status(ClockKind::Reply),
        Some(ClockStatus::Met),
        "it does not start again"
    );
}

#[test]
fn mem_8_3_a_report_that_is_answered_is_not_taken_back() {
    let story = at_stage(Stage::Replying, Urgency::General).replied_to(NAMED);
    refused(
        &story,
        &reporter(),
        words::withdraw(NAMED),
        "already_replied",
        "TJ-11.2",
    );
    assert!(story.asks(&reporter(), words::withdraw(ANONYMOUS)).is_ok());
}

#[test]
fn mem_8_3_nobody_withdraws_twice_or_for_somebody_else() {
    let story = at_stage(Stage::Verifying, Urgency::General).withdrawn(NAMED);
    refused(
        &story,
        &reporter(),
        words::withdraw(NAMED),
        "already_withdrawn",
        "MEM-8.3",
    );
    refused(
        &story,
        &officer(),
        words::withdraw(ANONYMOUS),
        "wrong_role",
        "MEM-8.3",
    );
    let other = Actor::Reporter(CaseId(crate::people::id(0xFFFF)));
    refused(
        &story,
        &other,
        words::withdraw(ANONYMOUS),
        "wrong_role",
        "MEM-8.3",
    );
}

#[test]
fn who_withdrew_supplements_nothing() {
    let story = at_stage(Stage::SupplementRequested, Urgency::General).withdrawn(NAMED);
    refused(
        &story,
        &reporter(),
        words::supplement(NAMED),
        "already_withdrawn",
        "MEM-8.3",
    );
    assert!(story.asks(&reporter(), words::supplement(ANONYMOUS)).is_ok());
}

#[test]
fn the_receipt_code_opens_what_its_reporter_may_do_now() {
    use Action::{SendMessage, Supplement, Withdraw};
    let asked = at_stage(Stage::SupplementRequested, Urgency::General);
    assert_eq!(open(&asked, NAMED), [Supplement, SendMessage, Withdraw]);
    let half = asked.withdrawn(NAMED);
    assert_eq!(open(&half, NAMED), [SendMessage]);
    assert_eq!(open(&half, ANONYMOUS), [Supplement, SendMessage, Withdraw]);
    let verifying = at_stage(Stage::Verifying, Urgency::General);
    assert_eq!(open(&verifying, NAMED), [SendMessage, Withdraw]);
    let replied = at_stage(Stage::Replying, Urgency::General).replied_to(NAMED);
    assert_eq!(open(&replied, NAMED), [SendMessage]);
    assert_eq!(open(&at_stage(Stage::Closed, Urgency::General), NAMED), []);
}
