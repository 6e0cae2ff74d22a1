//! 中止: a period that stands still where its rule permits it, and runs again when the office says so.

#[path = "../deadlines/model.rs"]
mod model;

use crate::{
    pausing::{self, verifying, verifying_from},
    people::{dispatcher, handler, head, leader},
    words,
    world::{Story, amended, at_stage},
};
use anju_shared::{
    access::Actor,
    calendar::Calendar,
    deadlines::{Count, Pause, Period, Unit},
    rules::{ClockKind as K, ClockRule, ExtensionRefusal, RuleProfile, regimes},
    time::Instant,
    workflow::{Action, ClockStatus as S, Command, PauseRefusal, Refusal, Stage, Urgency, available, permit},
};
use proptest::prelude::*;
use std::sync::Mutex;

fn refusal(story: &Story, actor: &Actor, command: Command) -> Refusal {
    story.asks(actor, command).expect_err("it is refused")
}

/// The fields that are wrong, each with its code.
fn fields(refusal: Refusal) -> Vec<(String, &'static str)> {
    match refusal {
        Refusal::Invalid(faults) => faults.into_iter().map(|one| (one.field, one.code)).collect(),
        other => panic!("{other:?}"),
    }
}

fn paused(kind: K) -> Story {
    verifying().then(&head(), words::pause(kind))
}

fn last_day(story: &Story, kind: K, round: u32) -> String {
    let due = story.clock(kind, round).due;
    due.last_day.map_or_else(String::new, |day| day.to_string())
}

#[test]
fn no_regime_of_today_permits_a_pause_and_no_panel_speaks_of_one_aj_s() {
    for regime in regimes() {
        let story = at_stage(Stage::Verifying, Urgency::General).under(regime.id());
        for command in [words::pause(K::Handling), words::resume(K::Handling)] {
            let refused = refusal(&story, &dispatcher(), command);
            assert_eq!(
                refused,
                Refusal::Pause(PauseRefusal::NotPermitted),
                "{}",
                regime.id()
            );
            assert_eq!(refused.clause(story.rules), Some("AJ-S"));
        }
        let panel = available(&story.case, &dispatcher(), &story.context());
        let spoken = |action: Action| matches!(action, Action::PausePeriod | Action::ResumePeriod);
        assert!(!panel.iter().any(|offer| spoken(offer.action)), "{}", regime.id());
    }
}

#[test]
fn where_it_is_permitted_the_panel_offers_the_pause_and_then_its_end() {
    let offered = |story: &Story| {
        let panel = available(&story.case, &dispatcher(), &story.context());
        let of_pauses = panel
            .into_iter()
            .filter(|offer| matches!(offer.action, Action::PausePeriod | Action::ResumePeriod));
        of_pauses
            .map(|offer| (offer.action, offer.permitted.is_ok()))
            .collect::<Vec<_>>()
    };
    assert_eq!(offered(&verifying()), [(Action::PausePeriod, true)]);
    let now = paused(K::Handling);
    assert!(offered(&now).contains(&(Action::ResumePeriod, true)));
}

#[test]
fn the_days_of_a_pause_are_taken_out_of_the_period() {
    // Tuesday counts, Wednesday to Friday do not: three working days more.
    let still = verifying()
        .at("2026-11-24 10:00")
        .then(&dispatcher(), words::pause(K::Handling));
    assert_eq!(still.status(K::Handling), Some(S::Paused));
    assert_eq!(
        last_day(&still, K::Handling, 1),
        "2026-12-04",
        "known when it ends"
    );
    let runs = still
        .at("2026-11-27 09:00")
        .then(&dispatcher(), words::resume(K::Handling));
    assert_eq!(last_day(&runs, K::Handling, 1), "2026-12-09");
    assert_eq!(runs.status(K::Handling), Some(S::Running));
    let pause = &runs.clock(K::Handling, 1).pauses[0];
    assert_eq!(pause.reason.zh, "检验、检测、鉴定");
    assert_eq!(
        (pause.clause.as_str(), pause.by.clone()),
        ("ZT-9", dispatcher().reference())
    );
    assert_eq!(
        last_day(&runs, K::Statutory, 1),
        last_day(&verifying(), K::Statutory, 1)
    );
}

#[test]
fn a_pause_over_golden_week_leaves_out_its_holidays_once() {
    // Of ten working days from Monday, 28 September, the 29th counts; then 9 October and the worked Saturday do.
    let story = verifying_from("2026-09-28 10:00")
        .at("2026-09-29 18:00")
        .then(&dispatcher(), words::pause(K::Handling))
        .at("2026-10-08 09:00")
        .then(&dispatcher(), words::resume(K::Handling));
    assert_eq!(last_day(&story, K::Handling, 1), "2026-10-20");
}

#[test]
fn what_stands_still_never_lapses_and_never_runs_again_by_itself() {
    let story = paused(K::Handling).at("2027-11-20 09:00");
    assert_eq!(story.status(K::Handling), Some(S::Paused));
    assert_eq!(story.clock(K::Handling, 1).recorded(), S::Paused);
    let lapse = refusal(&story, &Actor::System, words::lapse(K::Handling, 1));
    assert_eq!(lapse, Refusal::NotLapsed);
    assert_eq!(story.milestones().last(), Some(&"period_paused"));
    let runs = story.then(&dispatcher(), words::resume(K::Handling));
    assert_eq!(runs.milestones().last(), Some(&"period_resumed"));
    assert!(runs.now < runs.clock(K::Handling, 1).due.at);
}

#[test]
fn on_its_last_day_and_afterwards_a_period_cannot_be_paused() {
    // The day on which a pause begins counts: nothing would be left to take out.
    for moment in ["2026-12-04 00:00", "2026-12-04 23:59", "2026-12-05 00:00"] {
        let story = verifying().at(moment);
        let refused = refusal(&story, &dispatcher(), words::pause(K::Handling));
        assert_eq!(refused, Refusal::Pause(PauseRefusal::TooLate), "{moment}");
    }
    let before = verifying().at("2026-12-03 23:59");
    assert!(before.asks(&dispatcher(), words::pause(K::Handling)).is_ok());
    let far = verifying().at("2027-06-01 09:00");
    let permitted = permit(&far.case, &head(), Action::PausePeriod, &far.context());
    assert_eq!(permitted, Err(Refusal::Pause(PauseRefusal::TooLate)));
}

#[test]
fn a_period_is_paused_once_at_a_time_and_resumed_only_while_it_is_paused() {
    let once = paused(K::Handling);
    let twice = refusal(&once, &dispatcher(), words::pause(K::Handling));
    assert_eq!(twice, Refusal::Pause(PauseRefusal::AlreadyPaused));
    let other = refusal(&once, &head(), words::resume(K::Statutory));
    assert_eq!(fields(other), [("kind".to_owned(), "not_paused")]);
    let none = refusal(&verifying(), &head(), words::resume(K::Handling));
    assert_eq!(none, Refusal::Pause(PauseRefusal::NotPaused));
}

#[test]
fn whom_the_rule_names_decides_and_says_why_aj_s() {
    let story = verifying();
    let refused = refusal(&story, &dispatcher(), words::pause(K::Statutory));
    assert_eq!(refused, Refusal::Pause(PauseRefusal::NotApprover));
    assert_eq!(refused.clause(story.rules), Some("ZT-9"));
    assert!(story.asks(&head(), words::pause(K::Statutory)).is_ok());
    let by_unit = refusal(&story, &leader(), words::pause(K::Handling));
    assert!(matches!(by_unit, Refusal::WrongRole { .. }), "{by_unit:?}");
    let Command::PausePeriod(mut bare) = words::pause(K::Reply) else {
        panic!("it is one");
    };
    bare.grounds = "  ".into();
    let wrong = fields(refusal(&story, &dispatcher(), Command::PausePeriod(bare)));
    let names: Vec<&str> = wrong.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["grounds", "kind"], "all at once");
    let only_the_head = paused(K::Statutory);
    let refused = refusal(&only_the_head, &dispatcher(), words::resume(K::Statutory));
    assert_eq!(refused, Refusal::Pause(PauseRefusal::NotApprover));
}

#[test]
fn periods_stand_still_from_the_verification_on_and_24_hours_never() {
    let waiting = Story::registered(words::call())
        .under_rules(pausing::rules())
        .accepted(Urgency::General)
        .dispatched();
    let early = refusal(&waiting, &dispatcher(), words::pause(K::Handling));
    assert!(matches!(early, Refusal::WrongStage { .. }), "{early:?}");
    let urgent = verifying().then(&dispatcher(), words::reclassify(Urgency::Urgent));
    let refused = fields(refusal(&urgent, &head(), words::pause(K::Handling)));
    assert_eq!(refused, [("kind".to_owned(), "pause_not_permitted")]);
}

#[test]
fn an_extension_asked_for_during_a_pause_is_counted_as_if_the_period_ran_again() {
    // Long after what would have been the last day: but the period stands still, so it is not over.
    let story = paused(K::Handling)
        .at("2026-12-20 09:00")
        .then(&handler(), words::request_extension(K::Handling, 10))
        .then(&leader(), Command::EndorseExtension)
        .then(&dispatcher(), words::approve_extension());
    assert_eq!(story.status(K::Handling), Some(S::Paused));
    assert_eq!(story.clock(K::Handling, 1).extension_days, 10);
    let runs = story
        .at("2026-12-21 09:00")
        .then(&dispatcher(), words::resume(K::Handling));
    // Ten working days after Monday the 21st, the first of January left out; then ten days more.
    assert_eq!(last_day(&runs, K::Handling, 1), "2027-01-15");
}

#[test]
fn a_pause_an_extension_and_another_rule_are_counted_together() {
    let story = verifying()
        .at("2026-11-24 10:00")
        .then(&dispatcher(), words::pause(K::Handling))
        .at("2026-11-27 09:00")
        .then(&dispatcher(), words::resume(K::Handling))
        .then(&handler(), words::request_extension(K::Handling, 5))
        .then(&leader(), Command::EndorseExtension)
        .then(&dispatcher(), words::approve_extension());
    assert_eq!(last_day(&story, K::Handling, 1), "2026-12-14");
    let urgent = story.then(&dispatcher(), words::reclassify(Urgency::Urgent));
    let clock = urgent.clock(K::Handling, 1);
    assert_eq!(
        clock.due.at,
        urgent.now.plus(24 * 3600),
        "pauses before its start change nothing"
    );
    assert_eq!(clock.pauses.len(), 1, "what was recorded stays");
    let general = urgent
        .at("2026-11-28 08:00")
        .then(&dispatcher(), words::reclassify(Urgency::General));
    // From its own beginning, without the extension, but the pause is taken out.
    assert_eq!(last_day(&general, K::Handling, 1), "2026-12-09");
}

#[test]
fn a_holiday_that_is_announced_after_pause_and_extension_is_counted_with_both() {
    let story = verifying()
        .at("2026-11-24 10:00")
        .then(&dispatcher(), words::pause(K::Handling))
        .at("2026-11-25 09:00")
        .then(&dispatcher(), words::resume(K::Handling))
        .then(&handler(), words::request_extension(K::Handling, 4))
        .then(&leader(), Command::EndorseExtension)
        .then(&dispatcher(), words::approve_extension());
    // One working day was taken out: Monday, 7 December; four days more end on Friday.
    assert_eq!(last_day(&story, K::Handling, 1), "2026-12-11");
    let still = story
        .then(&dispatcher(), words::pause(K::Handling))
        .by_calendar(amended("11-27"))
        .then(&Actor::System, words::recount());
    // The holiday adds a working day: Tuesday, and four days more are Saturday, which moves to Monday.
    assert_eq!(last_day(&still, K::Handling, 1), "2026-12-14");
    assert_eq!(
        still.status(K::Handling),
        Some(S::Paused),
        "no revision lets it run again"
    );
    let runs = still
        .at("2026-11-28 09:00")
        .then(&dispatcher(), words::resume(K::Handling));
    // Of what was paused since the 25th only the 26th was a working day.
    assert_eq!(last_day(&runs, K::Handling, 1), "2026-12-14");
}

#[test]
fn what_becomes_urgent_while_it_stands_still_runs_again_and_says_so_tj_9_2() {
    let story = paused(K::Handling)
        .at("2026-11-26 09:00")
        .then(&dispatcher(), words::reclassify(Urgency::Urgent));
    assert_eq!(story.milestones().last(), Some(&"period_resumed"));
    let clock = story.clock(K::Handling, 1);
    assert_eq!(clock.pauses[0].to, Some(story.now));
    assert_eq!((clock.pause(), clock.due.at), (None, story.now.plus(24 * 3600)));
}

#[test]
fn another_round_begins_without_the_pauses_of_the_one_before() {
    let returned = paused(K::Handling)
        .at("2026-11-26 09:00")
        .then(&dispatcher(), words::resume(K::Handling))
        .verified()
        .approved()
        .replied()
        .fed_back()
        .then(&dispatcher(), Command::SendBack(words::reasons()));
    assert_eq!(returned.clock(K::Handling, 1).pauses.len(), 1);
    let again = returned.clock(K::Handling, 2);
    assert_eq!((again.pauses.len(), again.status(returned.now)), (0, S::Running));
}

#[test]
fn what_is_done_while_it_stands_still_is_done_in_time_and_the_pause_is_over() {
    let story = paused(K::Handling)
        .at("2027-03-01 09:00")
        .verified()
        .approved()
        .replied()
        .fed_back();
    let clock = story.clock(K::Handling, 1);
    assert_eq!(clock.pauses[0].to, Some(story.now));
    assert_eq!(clock.status(story.now), S::Met);
    assert!(story.now < clock.due.at);
    let closed = story.then(&dispatcher(), words::close());
    assert!(closed.case.clocks.iter().all(|clock| clock.pause().is_none()));
}

#[test]
fn closing_ends_the_pause_of_the_statutory_period() {
    let story = paused(K::Statutory)
        .verified()
        .approved()
        .replied()
        .fed_back()
        .closed();
    let clock = story.clock(K::Statutory, 1);
    assert_eq!(clock.pauses[0].to, Some(story.now));
    assert_eq!(clock.status(story.now), S::Met);
}

#[test]
fn the_next_duty_is_one_that_runs_and_only_then_one_that_stands_still() {
    let story = paused(K::Handling);
    assert_ne!(story.case.next_duty().map(|clock| clock.kind), Some(K::Handling));
    let all = story
        .verified()
        .approved()
        .replied()
        .then(&head(), words::pause(K::Statutory));
    let next = all.case.next_duty().expect("one is left");
    assert_eq!((next.kind, next.pause().is_some()), (K::Handling, true));
}

#[test]
fn a_period_that_never_stood_still_is_stored_as_before() {
    let story = verifying();
    let json = serde_json::to_value(story.clock(K::Handling, 1)).expect("a clock is JSON");
    assert_eq!(json.get("pauses"), None);
}

/// One of the things that happen to a period.
#[derive(Clone, Copy, Debug)]
enum Step {
    Wait(i64),
    Pause,
    Resume,
    Extend(u32),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..20_000_i64).prop_map(Step::Wait),
        3 => Just(Step::Pause),
        3 => Just(Step::Resume),
        1 => (1..12_u32).prop_map(Step::Extend),
    ];
    prop::collection::vec(step, 1..30)
}

/// The same rules with a period of another length; those of one length once for all, because they are never given back.
fn rules_with(period: Period) -> &'static RuleProfile {
    static MADE: Mutex<Vec<(Period, &'static RuleProfile)>> = Mutex::new(Vec::new());
    let mut made = MADE.lock().expect("nobody fails while holding it");
    if let Some((_, rules)) = made.iter().find(|(of, _)| *of == period) {
        return rules;
    }
    let mut rules = pausing::rules().clone();
    let handling = |one: &&mut ClockRule| one.kind == K::Handling && one.urgency == Some(Urgency::General);
    if let Some(rule) = rules.clocks.iter_mut().find(handling) {
        rule.period = period;
    }
    let rules = Box::leak(Box::new(rules));
    made.push((period, rules));
    rules
}

/// What was done, kept as plainly as it can be; the end is counted by the model of the rules.
struct Plain {
    count: Count,
    lasts: Option<Instant>,
}

impl Plain {
    fn until(&self, to: Instant) -> Count {
        let mut count = self.count.clone();
        count.pauses.extend(self.lasts.map(|from| Pause { from, to }));
        count
    }
}

fn due(count: &Count) -> Instant {
    model::due(Calendar::official(), count)
}

/// Tries the step on both; what one refuses the other has no room for.
fn both(story: &mut Story, plain: &mut Plain, step: Step) {
    match step {
        Step::Wait(minutes) => *story = story.clone().after_minutes(minutes),
        Step::Pause => {
            let forever = Pause {
                from: story.now,
                to: story.now.plus(400 * 86_400),
            };
            let mut longer = plain.count.clone();
            longer.pauses.push(forever);
            let room =
                plain.lasts.is_none() && story.now < due(&plain.count) && due(&plain.count) < due(&longer);
            let done = story.tries(&dispatcher(), words::pause(K::Handling));
            assert_eq!(done.is_ok(), room, "{done:?}");
            if room {
                plain.lasts = Some(story.now);
            }
        }
        Step::Resume => {
            let done = story.tries(&dispatcher(), words::resume(K::Handling));
            assert_eq!(done.is_ok(), plain.lasts.is_some(), "{done:?}");
            plain.count = plain.until(story.now);
            if plain.lasts.take().is_some() {
                assert!(
                    story.now < due(&plain.count),
                    "something is left when it runs again"
                );
            }
        }
        Step::Extend(days) => {
            let mut longer = plain.until(story.now);
            longer.extension_days += days;
            match story.tries(&handler(), words::request_extension(K::Handling, days)) {
                Ok(()) => {
                    assert!(longer.extension_days <= 30 && story.now < due(&plain.until(story.now)));
                    plain.count.extension_days += days;
                    let granted = story
                        .clone()
                        .then(&leader(), Command::EndorseExtension)
                        .then(&dispatcher(), words::approve_extension());
                    *story = granted;
                }
                Err(Refusal::Extension(ExtensionRefusal::TooLate)) => {
                    // Or it has had all its days, and what could still be lengthened beside it is over.
                    let is_over = due(&plain.until(story.now)) <= story.now;
                    assert!(is_over || plain.count.extension_days == 30);
                }
                Err(Refusal::Extension(ExtensionRefusal::PastStatutoryEnd { end })) => {
                    assert!(end.at < due(&longer));
                }
                Err(Refusal::Extension(ExtensionRefusal::NotExtendable)) => {
                    assert_eq!(plain.count.extension_days, 30);
                }
                Err(other) => assert!(longer.extension_days > 30, "{other:?}"),
            }
        }
    }
}

proptest! {
    /// Rules 7 and 8, by commands.
    #[test]
    fn pauses_and_extensions_in_any_order_equal_the_model_and_never_shorten(
        steps in steps(),
        amount in 1..30_u32,
        unit in prop::sample::select(vec![Unit::Hours, Unit::WorkingDays, Unit::CalendarDays]),
    ) {
        let rules = rules_with(Period::new(amount, unit));
        let mut story = Story::registered(words::call_of_two())
            .under_rules(rules)
            .accepted(Urgency::General)
            .dispatched()
            .signed_in();
        let clock = story.clock(K::Handling, 1);
        let mut plain = Plain { count: clock.count(), lasts: None };
        let mut before = clock.due.at;
        for step in steps {
            both(&mut story, &mut plain, step);
            let clock = story.clock(K::Handling, 1);
            prop_assert_eq!(clock.due.at, due(&plain.count), "{:?}", step);
            prop_assert_eq!(clock.status(story.now) == S::Paused, plain.lasts.is_some());
            prop_assert!(before <= clock.due.at, "{:?} shortened it", step);
            before = clock.due.at;
        }
    }
}
