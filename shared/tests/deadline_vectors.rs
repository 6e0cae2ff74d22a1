//! How statutory periods are counted: `docs/deadlines.md` as tests.
//!
//! `vectors`: 400 results of an independent program. `tables`: results computed by hand from the notice for
//! 2026. `traps`: what others get wrong. `laws`: properties, against a model that counts day by day.
//! `golden`: explanations as people read them.
#![cfg(not(target_arch = "wasm32"))]

mod deadlines {
    mod golden;
    mod laws;
    mod model;
    mod tables;
    mod traps;
    mod vectors;

    use anju_shared::{
        calendar::Calendar,
        deadlines::{Count, Due, Pause, Period, Unit, due},
        time::{Instant, LegalDate},
    };

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("an instant")
    }

    fn day(text: &str) -> LegalDate {
        LegalDate::parse(text).expect("a day")
    }

    /// A period that starts at 10:00 local time of a day.
    fn count(start: &str, amount: u32, unit: Unit) -> Count {
        let start = at(&format!("{start}T10:00:00+08:00"));
        Count {
            start,
            period: Period::new(amount, unit),
            extension_days: 0,
            pauses: Vec::new(),
        }
    }

    fn pause(from: &str, to: &str) -> Pause {
        Pause {
            from: at(from),
            to: at(to),
        }
    }

    fn due_of(count: &Count) -> Due {
        due(Calendar::official(), count)
    }

    fn last_day(count: &Count) -> String {
        due_of(count).last_day.expect("a period in days").to_string()
    }
}
