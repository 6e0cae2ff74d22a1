//! The JSON of every kind of event and command, so that a change of shape is seen in review: the journal of
//! years ago must still be read, and clients send what they sent yesterday.

use crate::{
    golden::reads_as_reviewed,
    pausing,
    people::{dispatcher, handler, head, leader, officer, reporter, second_officer},
    words::{self, ANONYMOUS, NAMED},
    world::{MORNING, Story, amended, at_stage, local},
};
use anju_shared::{
    access::Actor,
    rules::ClockKind,
    workflow::{Action, Case, Command, Conclusion, Event, Recorded, Stage, Urgency},
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Journeys in which every kind of event happens.
fn stories() -> [Story; 8] {
    let now = local(MORNING);
    let straight = at_stage(Stage::Verifying, Urgency::Urgent)
        .then(&handler(), words::visit(now))
        .then(&handler(), words::contact(NAMED, now))
        .verified()
        .then(&leader(), Command::SendBackReport(words::reasons()))
        .verified()
        .approved()
        .replied()
        .fed_back()
        .then(&dispatcher(), Command::SendBack(words::reasons()))
        .verified()
        .approved()
        .replied()
        .fed_back()
        .closed();
    let declined = at_stage(Stage::Registered, Urgency::General)
        .then(&officer(), words::decline())
        .then(&second_officer(), Command::RejectDecline(words::reasons()))
        .declined();
    let late = at_stage(Stage::Registered, Urgency::General)
        .at("2026-12-01 09:00")
        .then(&Actor::System, words::lapse(ClockKind::AcceptDecision, 1));
    let talked = at_stage(Stage::SupplementRequested, Urgency::General)
        .then(&reporter(), words::supplement(NAMED))
        .then(&officer(), words::message(NAMED))
        .withdrawn(ANONYMOUS);
    let changed =
        at_stage(Stage::Verifying, Urgency::General).then(&dispatcher(), words::reclassify(Urgency::Urgent));
    let extended = at_stage(Stage::Verifying, Urgency::General)
        .then(&handler(), words::request_extension(ClockKind::Statutory, 30))
        .then(&leader(), Command::EndorseExtension)
        .then(&head(), words::approve_extension())
        .then(&handler(), words::tell_extension(now));
    let revised = at_stage(Stage::Verifying, Urgency::General)
        .by_calendar(amended("11-27"))
        .then(&Actor::System, words::recount());
    let paused = pausing::verifying()
        .then(&dispatcher(), words::pause(ClockKind::Handling))
        .then(&dispatcher(), words::resume(ClockKind::Handling));
    [
        straight, declined, late, talked, changed, extended, revised, paused,
    ]
}

/// How many kinds there are. A new kind does not compile until it is counted here.
const fn place(event: &Event) -> usize {
    match event {
        Event::Registered(_) => 0,
        Event::DeclineProposed(_) => 1,
        Event::Declined => 2,
        Event::DeclineRejected { .. } => 3,
        Event::Accepted(_) => 4,
        Event::Dispatched(_) => 5,
        Event::SignedIn => 6,
        Event::VisitRecorded(_) => 7,
        Event::EvidenceAdded(_) => 8,
        Event::ContactRecorded(_) => 9,
        Event::VerificationSubmitted(_) => 10,
        Event::ReportApproved => 11,
        Event::ReportSentBack { .. } => 12,
        Event::Replied { .. } => 13,
        Event::FeedbackSubmitted(_) => 14,
        Event::Closed(_) => 15,
        Event::SentBack { .. } => 16,
        Event::ClockStarted(_) => 17,
        Event::ClocksStopped { .. } => 18,
        Event::ClockLapsed { .. } => 19,
        Event::SupplementRequested(_) => 20,
        Event::Supplemented(_) => 21,
        Event::MessageSent(_) => 22,
        Event::Withdrawn { .. } => 23,
        Event::Reclassified(_) => 24,
        Event::ClockRecounted(_) => 25,
        Event::ExtensionRequested(_) => 26,
        Event::ExtensionEndorsed => 27,
        Event::ExtensionDecided(_) => 28,
        Event::ExtensionTold { .. } => 29,
        Event::Recounted(_) => 30,
        Event::PeriodPaused { .. } => 31,
        Event::PeriodResumed { .. } => 32,
    }
}

const KINDS: usize = 33;

/// The first event of every kind.
fn samples() -> Vec<Recorded> {
    let mut seen: [Option<Recorded>; KINDS] = std::array::from_fn(|_| None);
    for recorded in stories().iter().flat_map(|story| &story.journal) {
        seen[place(&recorded.event)].get_or_insert_with(|| recorded.clone());
    }
    let seen: Option<Vec<Recorded>> = seen.into_iter().collect();
    seen.expect("every kind of event happens in one of the stories")
}

/// Every kind of event.
pub(crate) fn kinds() -> Vec<&'static str> {
    samples().iter().map(|recorded| recorded.event.kind()).collect()
}

#[test]
fn every_kind_of_event_keeps_its_shape() {
    let mut shapes = Map::new();
    for recorded in &samples() {
        let json = serde_json::to_value(recorded).expect("an event is JSON");
        assert_eq!(json["event"]["type"], recorded.event.kind(), "tag and kind agree");
        let back: Recorded = serde_json::from_value(json.clone()).expect("and is read back");
        assert_eq!(back, *recorded);
        shapes.insert(recorded.event.kind().to_owned(), json);
    }
    reads_as_reviewed("events.json", &pretty(Value::Object(shapes)));
}

/// One command of every kind, with every field that may be left out given.
fn commands() -> Vec<Command> {
    let now = local(MORNING);
    let mut verification = words::verification(Conclusion::Partly, "penalty");
    if let Command::SubmitVerification(report) = &mut verification {
        report.beyond = Some("另发现电线私拉乱接。".into());
        report.legal_basis = Some("《消防法》第二十八条".into());
    }
    vec![
        words::accept(Urgency::Urgent),
        words::decline(),
        Command::ConfirmDecline,
        Command::RejectDecline(words::reasons()),
        words::request_supplement(),
        words::supplement(NAMED),
        words::dispatch(),
        words::reclassify(Urgency::Urgent),
        Command::SignIn,
        words::visit(now),
        words::evidence(true),
        words::contact(NAMED, now),
        words::message(NAMED),
        words::request_extension(ClockKind::Handling, 10),
        Command::EndorseExtension,
        words::approve_extension(),
        Command::RefuseExtension(words::reasons()),
        words::tell_extension(now),
        words::pause(ClockKind::Handling),
        words::resume(ClockKind::Handling),
        verification,
        Command::ApproveReport,
        Command::SendBackReport(words::reasons()),
        words::reply(NAMED, now),
        words::feedback(),
        words::close(),
        Command::SendBack(words::reasons()),
        words::withdraw(NAMED),
        words::lapse(ClockKind::Handling, 1),
        words::recount(),
    ]
}

#[test]
fn every_command_keeps_its_shape() {
    let mut shapes = Map::new();
    for command in commands() {
        let json = serde_json::to_value(&command).expect("a command is JSON");
        assert_eq!(json["type"], command.action().code(), "tag and action agree");
        let back: Command = serde_json::from_value(json.clone()).expect("and is read back");
        assert_eq!(back, command);
        shapes.insert(command.action().code().to_owned(), json);
    }
    let listed: Vec<_> = commands().iter().map(Command::action).collect();
    assert_eq!(listed, Action::ALL, "one of every kind");
    reads_as_reviewed("commands.json", &pretty(Value::Object(shapes)));
}

#[test]
fn a_case_keeps_its_shape() {
    let case = &stories()[0].case;
    let json = serde_json::to_value(case).expect("a case is JSON");
    let back: Case = serde_json::from_value(json.clone()).expect("and is read back");
    assert_eq!(back, *case);
    assert_eq!(json["progress"]["stage"], "closed");
    reads_as_reviewed("case.json", &pretty(json));
}

#[test]
fn a_command_with_a_field_that_nobody_knows_is_not_read() {
    for command in commands() {
        let mut json = serde_json::to_value(&command).expect("a command is JSON");
        if json.as_object().is_some_and(|fields| fields.len() > 1) {
            json["surprise"] = Value::Bool(true);
            let read = serde_json::from_value::<Command>(json);
            assert!(read.is_err(), "{}", command.action());
        }
    }
}

/// Keys in the order of the alphabet, whatever features of `serde_json` another crate switches on.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<String, Value> = fields.into_iter().collect();
            fields
                .into_iter()
                .map(|(key, value)| (key, sorted(value)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        plain => plain,
    }
}

fn pretty(shapes: Value) -> String {
    serde_json::to_string_pretty(&sorted(shapes)).expect("JSON") + "\n"
}
