//! What a reporter is told with the receipt code: enough to hold the authority to its duty, nothing that is
//! somebody else's.

use crate::{
    pausing, people,
    words::{self, ANONYMOUS, NAMED},
    world::{Story, at_stage, local, rules_at},
};
use anju_shared::{
    api::public::{Progress, Told, progress},
    ids::ReporterId,
    rules::ClockKind,
    workflow::{Command, Stage, Urgency},
};

fn told(story: &Story, reporter: ReporterId) -> Progress {
    progress(&story.case, reporter, Told::default(), &story.context()).expect("a reporter of this case")
}

fn steps(progress: &Progress) -> Vec<&str> {
    progress.steps.iter().map(|step| step.name.en.as_str()).collect()
}

fn binds(progress: &Progress) -> Option<(&str, &str)> {
    let binding = progress.binding.as_ref()?;
    Some((binding.name.en.as_str(), binding.basis.clause.as_str()))
}

#[test]
fn somebody_who_is_no_reporter_of_the_case_is_told_nothing() {
    let story = Story::registered(words::call());
    let told = progress(&story.case, ANONYMOUS, Told::default(), &rules_at(story.now));
    assert_eq!(told, None);
}

#[test]
fn a_period_that_stands_still_is_told_with_its_reason_and_after_those_that_run() {
    // Both run from the dispatch or the acceptance; the shorter one stands still.
    let story = pausing::verifying().then(&people::dispatcher(), words::pause(ClockKind::Handling));
    assert_eq!(
        binds(&told(&story, ANONYMOUS)),
        Some(("Close the matter", "MEM-7.5"))
    );
    let story = story.then(&people::head(), words::pause(ClockKind::Statutory));
    let binding = told(&story, ANONYMOUS).binding.expect("it still binds");
    assert_eq!(binding.name.en, "Verify and feed back");
    let still = binding.paused.expect("it stands still");
    assert_eq!(
        (still.reason.zh.as_str(), still.since),
        ("检验、检测、鉴定", story.now)
    );
    assert_eq!(still.basis.clause, "ZT-9");
}

#[test]
fn until_it_is_decided_the_decision_is_owed() {
    let told = told(&Story::registered(words::call()), NAMED);
    assert_eq!(
        binds(&told),
        Some(("Decide whether to accept the report", "AJ-P1"))
    );
    assert_eq!(steps(&told), ["Received"]);
}

#[test]
fn tj_11_1_a_named_reporter_is_owed_the_reply_an_anonymous_one_the_verification() {
    let story = at_stage(Stage::Verifying, Urgency::General);
    assert_eq!(
        binds(&told(&story, NAMED)),
        Some(("Reply to you with the result", "TJ-11.1"))
    );
    assert_eq!(
        binds(&told(&story, ANONYMOUS)),
        Some(("Verify and feed back", "TJ-9.1"))
    );
    let story = at_stage(Stage::Replying, Urgency::General).replied_to(NAMED);
    assert_ne!(
        binds(&told(&story, NAMED)),
        Some(("Reply to you with the result", "TJ-11.1"))
    );
}

#[test]
fn a_duty_that_was_not_done_in_time_still_binds() {
    let mut story = at_stage(Stage::Verifying, Urgency::Urgent).at("2027-03-01 09:00");
    let lapse = words::lapse(ClockKind::Handling, 1);
    story
        .tries(&anju_shared::access::Actor::System, lapse)
        .expect("it has passed");
    assert_eq!(
        binds(&told(&story, ANONYMOUS)),
        Some(("Verify and feed back", "TJ-9.2"))
    );
}

#[test]
fn a_closed_case_tells_its_steps_and_binds_nobody() {
    let told = told(&at_stage(Stage::Closed, Urgency::General), NAMED);
    let all = [
        "Received",
        "Accepted",
        "Handed to the unit",
        "Verification begun",
        "Reply to you",
        "Closed",
    ];
    assert_eq!(steps(&told), all);
    assert_eq!(binds(&told), None);
    assert_eq!(told.reply.map(|reply| reply.conclusion).as_deref(), Some("属实"));
}

#[test]
fn each_reporter_reads_the_own_reply_only() {
    let story = at_stage(Stage::Replying, Urgency::General).replied_to(NAMED);
    assert!(told(&story, NAMED).reply.is_some());
    let other = told(&story, ANONYMOUS);
    assert_eq!(
        (other.reply.is_none(), steps(&other).contains(&"Reply to you")),
        (true, false)
    );
}

#[test]
fn mem_6_1_a_decline_is_told_with_its_reasons_once_it_is_confirmed() {
    let proposed = Story::registered(words::call()).then(&people::officer(), words::decline());
    assert_eq!(told(&proposed, NAMED).declined, None);
    let told = told(
        &proposed.then(&people::second_officer(), Command::ConfirmDecline),
        NAMED,
    );
    let declined = told.declined.clone().expect("the reasons");
    assert_eq!(declined.basis.clause, "TJ-7.3.1");
    assert!(declined.reasons.contains("不涉及安全生产"));
    assert_eq!(steps(&told), ["Received", "Declined"]);
}

#[test]
fn returns_and_what_is_said_within_the_authority_are_not_told() {
    let sent_back = Command::SendBackReport(words::reasons());
    let story = at_stage(Stage::InternalReview, Urgency::General).then(&people::leader(), sent_back);
    let text = serde_json::to_string(&told(&story, NAMED)).expect("it serialises");
    for inside in ["请补充", "一街", "承办人", "分管领导", "受理员", "板材", "任务"] {
        assert!(!text.contains(inside), "{inside} is told: {text}");
    }
    let verifying = told(&at_stage(Stage::Verifying, Urgency::General), NAMED);
    assert_eq!(told(&story, NAMED).meaning, verifying.meaning);
    assert_eq!(steps(&told(&story, NAMED)), steps(&verifying));
}

#[test]
fn a_report_that_came_before_its_entry_is_told_as_received_then() {
    let mut report = words::call();
    report.received_at = Some(local("2026-11-19 16:30"));
    let told = told(&Story::registered(report), NAMED);
    assert_eq!(told.received_at, local("2026-11-19 16:30"));
    assert_eq!(told.steps[0].at, told.received_at);
}
