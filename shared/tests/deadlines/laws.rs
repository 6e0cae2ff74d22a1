//! Properties that hold for every period.

use super::{model, *};
use anju_shared::deadlines::{Step, explain};
use proptest::prelude::*;

/// From 1995 to 2105: official years, provisional ones, and years that no table holds.
fn instants() -> impl Strategy<Value = Instant> {
    (788_918_400_i64..4_260_211_200).prop_map(Instant::from_unix)
}

fn units() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Minutes),
        Just(Unit::Hours),
        Just(Unit::WorkingDays),
        Just(Unit::CalendarDays)
    ]
}

/// Up to four pauses around the start, overlapping and in any order.
fn counts() -> impl Strategy<Value = Count> {
    let pause = (-3 * 86_400_i64..60 * 86_400, 0..15 * 86_400_i64);
    let extension = prop_oneof![Just(0), 1..60_u32];
    (
        instants(),
        units(),
        1..100_u32,
        extension,
        prop::collection::vec(pause, 0..4),
    )
        .prop_map(|(start, unit, amount, extension_days, pauses)| {
            let pauses = pauses.into_iter().map(|(after, length)| {
                let from = start.plus(after);
                Pause {
                    from,
                    to: from.plus(length),
                }
            });
            Count {
                start,
                period: Period::new(amount, unit),
                extension_days,
                pauses: pauses.collect(),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_agrees_with_the_model(count in counts()) {
        prop_assert_eq!(due_of(&count).at, model::due(Calendar::official(), &count));
    }

    #[test]
    fn a_later_start_never_ends_earlier(count in counts(), later in 0..30 * 86_400_i64) {
        // Pauses stand still while the start moves: a period of hours may slip past one of them.
        let runs_through = matches!(count.period.unit, Unit::Hours | Unit::Minutes);
        let pauses = if runs_through { Vec::new() } else { count.pauses.clone() };
        let count = Count { pauses, ..count };
        let moved = Count { start: count.start.plus(later), ..count.clone() };
        prop_assert!(due_of(&count).at <= due_of(&moved).at);
    }

    #[test]
    fn a_longer_period_never_ends_earlier(count in counts(), more in 0..50_u32) {
        let period = Period::new(count.period.amount + more, count.period.unit);
        let longer = Count { period, ..count.clone() };
        prop_assert!(due_of(&count).at <= due_of(&longer).at);
    }

    #[test]
    fn extensions_of_calendar_days_add_up(count in counts()) {
        let count = Count { period: Period::new(count.period.amount, Unit::CalendarDays), ..count };
        let in_one = Period::new(count.period.amount + count.extension_days, Unit::CalendarDays);
        let in_one = Count { period: in_one, extension_days: 0, ..count.clone() };
        prop_assert_eq!(due_of(&count), due_of(&in_one));
    }

    #[test]
    fn a_period_in_days_ends_at_local_midnight_after_a_working_day(count in counts()) {
        let due = due_of(&count);
        if let Some(last) = due.last_day {
            prop_assert_eq!(due.at, last.plus(1).start());
            prop_assert!(Calendar::official().is_working(last));
            prop_assert!(last > count.start.local_date());
        }
    }

    #[test]
    fn the_order_of_pauses_and_the_wire_change_nothing(mut count in counts()) {
        let due = due_of(&count);
        let wire: Count = serde_json::from_str(&serde_json::to_string(&count).expect("JSON")).expect("a count");
        prop_assert_eq!(&wire, &count);
        count.pauses.reverse();
        prop_assert_eq!(due_of(&count), due);
    }

    #[test]
    fn every_day_of_an_explanation_stands_in_one_step_and_they_add_up(count in counts()) {
        let steps = explain(Calendar::official(), &count);
        let due = due_of(&count);
        let ends = Step::Ends { last_day: due.last_day, at: due.at };
        prop_assert!(steps.contains(&ends), "{steps:?}");
        prop_assert_eq!(steps.iter().any(|step| matches!(step, Step::Provisional { .. })), due.provisional);
        if let Some(last) = due.last_day {
            let sums = sums(&steps);
            prop_assert_eq!(sums.counted, count.period.amount);
            let between = last.number() - count.start.local_date().number();
            prop_assert_eq!(sums.counted + sums.other + count.extension_days, between as u32, "{:?}", steps);
        }
    }

    #[test]
    fn explanations_survive_the_wire_and_have_words(count in counts()) {
        let steps = explain(Calendar::official(), &count);
        let json = serde_json::to_string(&steps).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Vec<Step>>(&json).expect("steps"), steps.clone());
        prop_assert!(steps.iter().all(|step| !step.text_zh().is_empty() && !step.text_en().is_empty()));
    }

    #[test]
    fn a_calendar_counts_as_walking_it_does(start in instants(), n in 0..300_u32) {
        let calendar = Calendar::official();
        let start = start.local_date();
        let end = calendar.nth_working_day(start, n);
        prop_assert_eq!(calendar.working_days(start, end), n);
        prop_assert!(calendar.nth_working_day_before(end.plus(1), n) > start);
        let walked = (start.number() + 1..=end.number()).map(LegalDate::from_number);
        prop_assert_eq!(walked.filter(|&day| calendar.is_working(day)).count() as u32, n);
    }
}

struct Sums {
    counted: u32,
    other: u32,
}

fn sums(steps: &[Step]) -> Sums {
    let mut sums = Sums { counted: 0, other: 0 };
    for step in steps {
        match step {
            Step::Counted { days, .. } => sums.counted += days,
            Step::WorkedWeekend { .. } => sums.counted += 1,
            Step::Skipped(run) => sums.other += run.days,
            Step::Paused { days, .. } => sums.other += days,
            Step::Moved { over, .. } => sums.other += over.iter().map(|run| run.days).sum::<u32>(),
            _ => {}
        }
    }
    sums
}
