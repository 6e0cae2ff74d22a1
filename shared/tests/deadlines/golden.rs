//! Explanations as a lawyer reads them: `tests/golden/deadlines.txt`, rewritten with `UPDATE_GOLDEN=1`.

use super::*;
use anju_shared::deadlines::explain_under;
use std::{env, fs, path::Path};

/// Title, clause and period of each page.
fn pages() -> Vec<(&'static str, &'static str, Count)> {
    let paused = vec![pause("2026-09-29T18:00:00+08:00", "2026-10-08T09:00:00+08:00")];
    let pause_of_hours = vec![pause("2026-11-19T12:00:00+08:00", "2026-11-19T15:30:00+08:00")];
    let same_day = vec![pause("2026-11-20T08:00:00+08:00", "2026-11-20T17:00:00+08:00")];
    vec![
        (
            "A general case",
            "TJ-9.1",
            count("2026-11-20", 10, Unit::WorkingDays),
        ),
        (
            "Over the Spring Festival and two worked Saturdays",
            "D2-4.2b",
            count("2026-02-12", 7, Unit::WorkingDays),
        ),
        (
            "An urgent case in Golden Week",
            "TJ-9.2",
            count("2026-10-03", 24, Unit::Hours),
        ),
        (
            "An extension from the day before it moved",
            "MEM-7.5",
            Count {
                extension_days: 30,
                ..count("2026-08-03", 60, Unit::CalendarDays)
            },
        ),
        (
            "A pause over Golden Week, and an extension",
            "TJ-9.1, TJ-9.3",
            Count {
                extension_days: 5,
                pauses: paused,
                ..count("2026-09-28", 5, Unit::WorkingDays)
            },
        ),
        (
            "A pause and an extension of hours",
            "TJ-9.2",
            Count {
                extension_days: 1,
                pauses: pause_of_hours,
                ..count("2026-11-19", 24, Unit::Hours)
            },
        ),
        (
            "A pause within one day",
            "TJ-8.2",
            Count {
                pauses: same_day,
                ..count("2026-11-19", 2, Unit::WorkingDays)
            },
        ),
        (
            "The last day moves over a holiday",
            "MEM-8.4",
            count("2026-09-22", 10, Unit::CalendarDays),
        ),
        (
            "Into a year without an arrangement",
            "TJ-9.1",
            count("2026-12-31", 10, Unit::WorkingDays),
        ),
    ]
}

fn told() -> String {
    let mut text = String::new();
    for (title, clause, count) in pages() {
        text.push_str(&format!("# {title}\n"));
        let steps = explain_under(Calendar::official(), &count, clause);
        for step in &steps {
            text.push_str(&format!("{}\n", step.text_zh()));
        }
        text.push('\n');
        for step in &steps {
            text.push_str(&format!("{}\n", step.text_en()));
        }
        text.push('\n');
    }
    text
}

#[test]
fn explanations_read_as_they_were_reviewed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/deadlines.txt");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, told()).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file is there");
    assert!(
        golden == told(),
        "explanations changed; review the diff after UPDATE_GOLDEN=1\n{}",
        told()
    );
}
