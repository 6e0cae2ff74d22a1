//! What holds for every sequence of commands by whomever.

use crate::{
    pausing,
    people::everybody,
    words::{self, ANONYMOUS, NAMED},
    world::{Story, profile},
};
use anju_shared::{
    access::Actor,
    calendar::Calendar,
    deadlines::due,
    ids::ReporterId,
    rules::{ClockKind, RuleProfile},
    time::Instant,
    workflow::{
        Action, Case, Command, Conclusion, Recorded, Stage, Urgency, available, doers, evolve, fold, permit,
    },
};
use proptest::{prelude::*, sample::Index, strategy::ValueTree};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One attempt: by whom, what, after how long, and with which slip of the pen.
#[derive(Clone, Debug)]
struct Attempt {
    who: Index,
    what: Index,
    /// Chosen among what is permitted, or blindly among everything.
    sensible: bool,
    minutes: i64,
    slip: Option<(Index, Index)>,
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let slip = prop_oneof![
        4 => Just(None),
        1 => any::<(Index, Index)>().prop_map(Some),
    ];
    let wait = prop_oneof![4 => 0..600_i64, 1 => 0..30_000_i64];
    let sensible = prop::bool::weighted(0.8);
    let attempt = (any::<Index>(), any::<Index>(), sensible, wait, slip).prop_map(
        |(who, what, sensible, minutes, slip)| Attempt {
            who,
            what,
            sensible,
            minutes,
            slip,
        },
    );
    prop::collection::vec(attempt, 1..40)
}

/// Who does what: everybody's every action, or only those that are permitted now.
fn choice(story: &Story, attempt: &Attempt) -> (Actor, Action) {
    let people = everybody();
    let (_, anybody) = attempt.who.get(&people);
    let blind = (anybody.clone(), *attempt.what.get(Action::ALL));
    if !attempt.sensible {
        return blind;
    }
    // First the action, then a person who may take it: what many may do is not done more often.
    let may = |actor: &Actor, action| permit(&story.case, actor, action, &story.context()).is_ok();
    let actions = Action::ALL.iter().copied();
    let possible: Vec<Action> = actions
        .filter(|a| people.iter().any(|(_, one)| may(one, *a)))
        .collect();
    if possible.is_empty() {
        return blind;
    }
    let action = *attempt.what.get(&possible);
    let able: Vec<&Actor> = people
        .iter()
        .map(|(_, one)| one)
        .filter(|one| may(one, action))
        .collect();
    ((*attempt.who.get(&able)).clone(), action)
}

fn command(action: Action, story: &Story, seed: &Index) -> Command {
    let now = story.now;
    let waiting = story.case.unanswered().next().map_or(NAMED, |one| one.id);
    match action {
        Action::Accept => words::accept(*seed.get(Urgency::ALL)),
        Action::Decline => words::decline(),
        Action::ConfirmDecline => Command::ConfirmDecline,
        Action::RejectDecline => Command::RejectDecline(words::reasons()),
        Action::RequestSupplement => words::request_supplement(),
        Action::Supplement => words::supplement(waiting),
        Action::SendMessage => words::message(ANONYMOUS),
        Action::Withdraw => words::withdraw(waiting),
        Action::Dispatch => words::dispatch(),
        Action::Reclassify => words::reclassify(*seed.get(Urgency::ALL)),
        Action::SignIn => Command::SignIn,
        Action::RecordVisit => words::visit(now),
        Action::AddEvidence => words::evidence(*seed.get(&[true, false])),
        Action::RecordContact => words::contact(ANONYMOUS, now),
        Action::SubmitVerification => {
            let disposition = seed.get(&["none", "penalty", "rectify_by"]);
            words::verification(*seed.get(Conclusion::ALL), disposition)
        }
        Action::RequestExtension => {
            words::request_extension(*seed.get(&[ClockKind::Handling, ClockKind::Statutory]), 10)
        }
        Action::EndorseExtension => Command::EndorseExtension,
        Action::ApproveExtension => words::approve_extension(),
        Action::RefuseExtension => Command::RefuseExtension(words::reasons()),
        Action::TellExtension => words::tell_extension(now),
        Action::PausePeriod => words::pause(*seed.get(&[ClockKind::Handling, ClockKind::Statutory])),
        Action::ResumePeriod => words::resume(*seed.get(&[ClockKind::Handling, ClockKind::Statutory])),
        Action::ApproveReport => Command::ApproveReport,
        Action::SendBackReport => Command::SendBackReport(words::reasons()),
        Action::Reply => words::reply(waiting, now),
        Action::SubmitFeedback => words::feedback(),
        Action::Close => words::close(),
        Action::SendBack => Command::SendBack(words::reasons()),
        Action::Recount => words::recount(),
        Action::RecordLapse => {
            let clock = seed.get(&story.case.clocks);
            words::lapse(*seed.get(&[clock.kind, ClockKind::Return]), clock.round)
        }
    }
}

/// The same command with one field replaced, where the result can still be read.
fn slipped(command: &Command, (field, by): &(Index, Index), now: Instant) -> Option<Command> {
    let mut json = serde_json::to_value(command).ok()?;
    let fields: Vec<String> = json
        .as_object()?
        .keys()
        .filter(|key| *key != "type")
        .cloned()
        .collect();
    if fields.is_empty() {
        return None;
    }
    let others = [
        json!(""),
        json!("nowhere"),
        json!("\u{0}"),
        json!("长".repeat(5000)),
        json!([]),
        json!(["nowhere", "none", "none"]),
        json!(now.plus(1)),
        json!(ReporterId(crate::people::id(0xBF))),
        Value::Null,
    ];
    json[field.get(&fields)] = by.get(&others).clone();
    serde_json::from_value(json).ok()
}

/// The panel and the answer agree, for everybody and every action.
fn panel_and_permit_agree(story: &Story) {
    for (name, actor) in everybody() {
        let offers = available(&story.case, &actor, &story.context());
        for action in Action::ALL.iter().filter(|action| !doers(**action).is_anju()) {
            let permitted = permit(&story.case, &actor, *action, &story.context());
            let offer = offers.iter().find(|offer| offer.action == *action);
            let offered = offer.is_some_and(|offer| offer.permitted.is_ok());
            assert_eq!(permitted.is_ok(), offered, "{name}: {action}");
        }
    }
}

/// What is true of a case whatever was done.
fn case_is_sound(story: &Story) {
    let case = &story.case;
    assert_eq!(
        fold(story.journal.iter()).as_ref(),
        Some(case),
        "present state is the fold of the journal"
    );
    assert_eq!(case.version, story.journal.len() as u64);
    let rounds: BTreeSet<_> = case
        .clocks
        .iter()
        .map(|clock| (clock.kind, clock.round))
        .collect();
    assert_eq!(rounds.len(), case.clocks.len(), "a period starts once a round");
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    let kinds: Vec<_> = running.map(|clock| clock.kind).collect();
    let different: BTreeSet<_> = kinds.iter().collect();
    assert_eq!(kinds.len(), different.len(), "no period runs twice at a time");
    assert_eq!(
        kinds.is_empty(),
        !case.stage().is_open(),
        "periods run until the case is done"
    );
    for clock in &case.clocks {
        let lasting = clock.pauses.iter().filter(|pause| pause.to.is_none()).count();
        assert_eq!(
            lasting,
            usize::from(clock.pause().is_some()),
            "only the last one lasts"
        );
        assert!(
            clock.stopped_at.is_none() || lasting == 0,
            "what is over stands still no longer"
        );
        assert_eq!(
            clock.due,
            due(Calendar::official(), &clock.count()),
            "the end explains itself"
        );
    }
    let fed_back = case
        .handling()
        .is_some_and(|handling| handling.feedback.is_some());
    assert!(!fed_back || case.unanswered().count() == 0, "TJ-11.4");
    let proved = case
        .handling()
        .is_none_or(|h| h.report.is_none() || !h.evidence.is_empty());
    assert!(proved, "TJ-10.4");
}

fn survives_the_wire(case: &Case, journal: &[Recorded]) {
    let text = serde_json::to_string(case).expect("a case is JSON");
    assert_eq!(serde_json::from_str::<Case>(&text).ok().as_ref(), Some(case));
    let text = serde_json::to_string(journal).expect("a journal is JSON");
    assert_eq!(
        serde_json::from_str::<Vec<Recorded>>(&text).ok().as_deref(),
        Some(journal)
    );
}

/// Lets them all try under these rules, and says which stages were reached.
fn live(attempts: &[Attempt], rules: &'static RuleProfile) -> (Story, BTreeSet<Stage>) {
    let mut story = Story::registered(words::call_of_two()).under_rules(rules);
    let mut reached = BTreeSet::from([Stage::Registered]);
    for attempt in attempts {
        story = story.after_minutes(attempt.minutes);
        let (actor, action) = choice(&story, attempt);
        let good = command(action, &story, &attempt.what);
        let slip = attempt
            .slip
            .as_ref()
            .and_then(|slip| slipped(&good, slip, story.now));
        let before = story.clone();
        let permitted = permit(&story.case, &actor, action, &story.context());
        match story.tries(&actor, slip.unwrap_or(good)) {
            Ok(()) => {
                assert_eq!(permitted, Ok(()), "what was decided was permitted");
                assert!(before.case.version < story.case.version, "something happened");
                case_is_sound(&story);
            }
            Err(refusal) => {
                assert!(
                    permitted.is_ok() || permitted == Err(refusal),
                    "the first refusal is permit's"
                );
                assert_eq!(
                    (before.case, before.journal),
                    (story.case.clone(), story.journal.clone())
                );
            }
        }
        reached.insert(story.case.stage());
    }
    (story, reached)
}

/// Those of today, or rules under which periods may stand still.
fn rules(pauses: bool) -> &'static RuleProfile {
    match pauses {
        true => pausing::rules(),
        false => profile(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_attempted_the_case_stays_sound(attempts in attempts(), pauses in any::<bool>()) {
        let (story, _) = live(&attempts, rules(pauses));
        panel_and_permit_agree(&story);
        survives_the_wire(&story.case, &story.journal);
    }

    #[test]
    fn evolve_is_total_and_takes_events_in_any_order(
        attempts in attempts(),
        order in prop::collection::vec(any::<Index>(), 0..40),
    ) {
        let (story, _) = live(&attempts, pausing::rules());
        let mut case = Story::registered(words::call()).case;
        for (i, index) in order.iter().enumerate() {
            let mut recorded = index.get(&story.journal).clone();
            recorded.seq = i as u64 + 2;
            case = evolve(case, &recorded);
            prop_assert_eq!(case.version, recorded.seq);
        }
        survives_the_wire(&case, &[]);
    }
}

/// The laws above are worth something only if the attempts get about.
#[test]
fn random_attempts_reach_every_stage() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..1_000 {
        let tree = attempts().new_tree(&mut runner).expect("attempts are made");
        reached.extend(live(&tree.current(), profile()).1);
    }
    let all: BTreeSet<_> = Stage::ALL.iter().copied().collect();
    assert_eq!(reached, all);
}
