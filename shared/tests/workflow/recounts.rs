//! 重新计算时限: what a revision of rules or calendar changes in periods that run, and what it leaves as it is.

use crate::{
    people::{dispatcher, handler, head, leader},
    words,
    world::{Story, amended, at_stage, local},
};
use anju_shared::{
    access::Actor,
    calendar::Calendar,
    revision::Shift,
    rules::{ClockKind as K, RuleProfile},
    time::LegalDate,
    workflow::{
        ClockStatus, Command, Event, Foreseen, Law, Refusal, Stage, Urgency, fold, foresee_shifts, recounted,
    },
};

/// The rules of TJ, but that a decision on acceptance takes so many days, and the verification too.
fn rules_of(days: u32) -> &'static RuleProfile {
    let mut rules = crate::world::profile().clone();
    rules.version += 1;
    for rule in &mut rules.clocks {
        let general = rule.urgency != Some(Urgency::Urgent);
        if matches!(rule.kind, K::AcceptDecision | K::Handling) && general {
            rule.period.amount = days;
        }
    }
    Box::leak(Box::new(rules))
}

fn under(mut story: Story, rules: &'static RuleProfile) -> Story {
    story.rules = rules;
    story
}

fn foreseen(story: &Story, law: &Law<'_>, past: Option<(LegalDate, LegalDate)>) -> Vec<Foreseen> {
    foresee_shifts(&story.case, law, past, story.now).collect()
}

#[test]
fn a_holiday_that_is_amended_after_the_case_began_moves_its_periods() {
    let before = at_stage(Stage::Verifying, Urgency::General);
    assert_eq!(before.clock(K::Handling, 1).due.at, local("2026-12-05 00:00"));
    let after = before
        .clone()
        .by_calendar(amended("11-27"))
        .then(&Actor::System, words::recount());
    // Friday, 27 November is closed now: the tenth working day is Monday, 7 December.
    assert_eq!(after.clock(K::Handling, 1).due.at, local("2026-12-08 00:00"));
    assert_eq!(after.clock(K::Statutory, 1), before.clock(K::Statutory, 1));
    let Some(Event::Recounted(again)) = after.journal.last().map(|one| &one.event) else {
        panic!("it is one event");
    };
    assert!(again.clocks.len() > 1, "all of its periods in one");
    assert_eq!(fold(after.journal.iter()).as_ref(), Some(&after.case));
}

#[test]
fn counting_again_twice_changes_nothing() {
    let story = at_stage(Stage::Verifying, Urgency::General).by_calendar(amended("11-27"));
    let once = story.then(&Actor::System, words::recount());
    assert_eq!(recounted(&once.case, &once.context()), []);
    let again = once.asks(&Actor::System, words::recount());
    assert_eq!(again, Err(Refusal::NothingToRecount));
}

#[test]
fn nobody_but_anju_counts_again_aj_r() {
    let story = at_stage(Stage::Verifying, Urgency::General).by_calendar(amended("11-27"));
    for actor in [handler(), dispatcher(), head()] {
        assert!(matches!(
            story.asks(&actor, words::recount()),
            Err(Refusal::WrongRole { .. })
        ));
    }
}

#[test]
fn a_case_keeps_the_rules_under_which_it_was_accepted_tj_23() {
    let rules = rules_of(3);
    let accepted = at_stage(Stage::Verifying, Urgency::General);
    let calendar = Calendar::official();
    assert_eq!(recounted(&accepted.case, &accepted.context()), []);
    let law = Law {
        profile: Some(rules),
        own: true,
        calendar,
    };
    let shown = foreseen(&accepted, &law, None);
    assert!(
        shown
            .iter()
            .any(|one| one.before.kind == K::Handling && one.shift == Shift::Earlier)
    );
    assert!(shown.iter().all(|one| one.kept), "shown, and left as it is");
}

#[test]
fn a_case_that_is_not_accepted_yet_comes_under_the_new_rules_tj_23() {
    let waiting = under(at_stage(Stage::Registered, Urgency::General), rules_of(3));
    assert_eq!(
        waiting.clock(K::AcceptDecision, 1).due.at,
        local("2026-11-28 00:00")
    );
    let law = Law {
        profile: Some(waiting.rules),
        own: true,
        calendar: waiting.calendar,
    };
    assert!(foreseen(&waiting, &law, None).iter().all(|one| !one.kept));
    let after = waiting.then(&Actor::System, words::recount());
    assert_eq!(
        after.clock(K::AcceptDecision, 1).due.at,
        local("2026-11-26 00:00")
    );
    assert_eq!(
        after.clock(K::AcceptDecision, 1).started_at,
        local("2026-11-20 09:00")
    );
}

#[test]
fn rules_of_another_authority_are_shown_and_change_nothing() {
    let waiting = at_stage(Stage::Registered, Urgency::General);
    let law = Law {
        profile: Some(rules_of(3)),
        own: false,
        calendar: waiting.calendar,
    };
    let shown = foreseen(&waiting, &law, None);
    assert!(!shown.is_empty() && shown.iter().all(|one| one.kept));
}

#[test]
fn what_is_newly_late_and_what_no_longer_is_tell_themselves_apart() {
    let calendar = amended("11-27");
    let law = Law {
        profile: None,
        own: true,
        calendar: &calendar,
    };
    // On 5 December the ten working days were over; by the amended calendar they are not.
    let late = at_stage(Stage::Verifying, Urgency::General).at("2026-12-05 08:00");
    let shift = |story: &Story, law: &Law<'_>| {
        let shown = foreseen(story, law, None);
        shown
            .iter()
            .find(|one| one.before.kind == K::Handling)
            .map(|one| one.shift)
    };
    assert_eq!(shift(&late, &law), Some(Shift::NoLongerLate));
    let moved = late
        .clone()
        .by_calendar(amended("11-27"))
        .then(&Actor::System, words::recount());
    let back = Law {
        profile: None,
        own: true,
        calendar: Calendar::official(),
    };
    assert_eq!(shift(&moved, &back), Some(Shift::NewlyLate));
}

#[test]
fn a_recorded_lapse_is_taken_back_where_the_period_is_not_over() {
    let late = at_stage(Stage::Verifying, Urgency::General)
        .at("2026-12-05 08:00")
        .then(&Actor::System, words::lapse(K::Handling, 1));
    assert_eq!(late.status(K::Handling), Some(ClockStatus::Overdue));
    let moved = late
        .by_calendar(amended("11-27"))
        .then(&Actor::System, words::recount());
    assert_eq!(moved.clock(K::Handling, 1).lapsed_at, None);
    assert_eq!(moved.status(K::Handling), Some(ClockStatus::Running));
}

#[test]
fn an_extension_that_was_granted_stays_when_the_calendar_changes_tj_9_3() {
    let extended = at_stage(Stage::Verifying, Urgency::General)
        .then(&handler(), words::request_extension(K::Handling, 10))
        .then(&leader(), Command::EndorseExtension)
        .then(&dispatcher(), words::approve_extension());
    assert_eq!(extended.clock(K::Handling, 1).due.at, local("2026-12-15 00:00"));
    let moved = extended
        .by_calendar(amended("11-27"))
        .then(&Actor::System, words::recount());
    let clock = moved.clock(K::Handling, 1);
    // Ten calendar days after Monday, 7 December.
    assert_eq!(
        (clock.extension_days, clock.due.at),
        (10, local("2026-12-18 00:00"))
    );
}

#[test]
fn the_past_is_shown_and_never_counted_again() {
    let closed = at_stage(Stage::Closed, Urgency::General);
    let rules = rules_of(3);
    let law = Law {
        profile: Some(rules),
        own: true,
        calendar: closed.calendar,
    };
    let day = |text: &str| LegalDate::parse(text).expect("a day");
    let period = |from, until| Some((day(from), day(until)));
    assert_eq!(foreseen(&closed, &law, None), []);
    assert_eq!(foreseen(&closed, &law, period("2026-11-21", "2026-11-30")), []);
    let shown = foreseen(&closed, &law, period("2026-11-20", "2026-11-20"));
    assert!(!shown.is_empty() && shown.iter().all(|one| one.kept));
    assert_eq!(recounted(&closed.case, &closed.context()), []);
}
