//! Cases that a quick implementation gets wrong, each with its rule of `docs/deadlines.md`.

use super::*;
use anju_shared::deadlines::{Step, explain};

/// Rule 8: 30 September to 8 October is paused; the five holidays among them are not subtracted twice.
#[test]
fn a_pause_over_golden_week_takes_out_its_dates_once() {
    let mut period = count("2026-09-28", 5, Unit::WorkingDays);
    period.pauses = vec![pause("2026-09-29T18:00:00+08:00", "2026-10-08T09:00:00+08:00")];
    // 29 September, 9, 10 (a worked Saturday), 12, 13 October
    assert_eq!(last_day(&period), "2026-10-13");
}

/// Rule 9.
#[test]
fn an_acceptance_on_31_december_counts_in_an_unpublished_year_and_is_provisional() {
    let due = due_of(&count("2026-12-31", 10, Unit::WorkingDays));
    assert_eq!((due.last_day, due.provisional), (Some(day("2027-01-15")), true));
    let within = due_of(&count("2026-12-30", 1, Unit::WorkingDays));
    assert_eq!(
        (within.last_day, within.provisional),
        (Some(day("2026-12-31")), false)
    );
}

/// Rule 9: the statutory holidays of 2027 are known, 5 February is New Year's Eve.
#[test]
fn an_unpublished_year_is_never_silently_weekends_only() {
    let eve = count("2027-02-04", 1, Unit::WorkingDays);
    assert_eq!(last_day(&eve), "2027-02-09");
    let steps = explain(Calendar::official(), &eve);
    assert_eq!(steps.last(), Some(&Step::Provisional { year: 2027 }));
}

/// Rule 9: an hour needs no calendar.
#[test]
fn hours_are_never_provisional() {
    assert!(!due_of(&count("2026-12-31", 24, Unit::Hours)).provisional);
}

/// Rule 5: 10 October 2026 is a Saturday that is worked.
#[test]
fn a_last_day_on_a_worked_saturday_stays() {
    assert_eq!(last_day(&count("2026-09-30", 3, Unit::WorkingDays)), "2026-10-10");
    assert_eq!(
        last_day(&count("2026-09-10", 30, Unit::CalendarDays)),
        "2026-10-10"
    );
}

/// Rule 2: one second decides.
#[test]
fn the_last_second_of_a_day_still_belongs_to_it() {
    let from = |start: &str| {
        last_day(&Count {
            start: at(start),
            ..count("2026-11-19", 1, Unit::WorkingDays)
        })
    };
    assert_eq!(from("2026-11-19T23:59:59+08:00"), "2026-11-20");
    assert_eq!(from("2026-11-20T00:00:00+08:00"), "2026-11-23");
}

/// Rule 1: 16:00 UTC is midnight in Shanghai.
#[test]
fn the_day_of_the_start_is_the_local_one() {
    let start = at("2026-11-19T16:00:00Z");
    assert_eq!(
        last_day(&Count {
            start,
            ..count("2026-11-19", 1, Unit::WorkingDays)
        }),
        "2026-11-23"
    );
}

/// Rule 3: shown as 20 November 24:00, stored as the 21st 00:00.
#[test]
fn the_bound_is_exclusive_and_the_day_shown_is_the_last_one_civ_203() {
    let due = due_of(&count("2026-11-19", 1, Unit::WorkingDays));
    assert_eq!(
        (due.at, due.last_day),
        (at("2026-11-21T00:00:00+08:00"), Some(day("2026-11-20")))
    );
}

/// Rule 7: also after working days the extension is counted in calendar days, and only its end moves.
#[test]
fn an_extension_of_working_days_is_counted_in_calendar_days() {
    let mut period = count("2026-09-17", 3, Unit::WorkingDays);
    assert_eq!(last_day(&period), "2026-09-21"); // 18, 20 (a worked Sunday), 21
    period.extension_days = 10;
    assert_eq!(last_day(&period), "2026-10-08"); // 1 October is closed
}

/// Rule 8.
#[test]
fn a_pause_within_one_day_changes_nothing() {
    let mut period = count("2026-11-19", 5, Unit::WorkingDays);
    let without = due_of(&period);
    period.pauses = vec![pause("2026-11-20T08:00:00+08:00", "2026-11-20T23:59:59+08:00")];
    assert_eq!(due_of(&period), without);
}

/// Rule 8: dates are taken out once, however many pauses cover them, in whatever order they are told.
#[test]
fn overlapping_pauses_take_out_each_date_once() {
    let mut period = count("2026-11-02", 10, Unit::CalendarDays);
    period.pauses = vec![
        pause("2026-11-05T10:00:00+08:00", "2026-11-09T10:00:00+08:00"),
        pause("2026-11-03T10:00:00+08:00", "2026-11-07T10:00:00+08:00"),
    ];
    assert_eq!(last_day(&period), "2026-11-18"); // the 12th and the six dates 4 to 9
}

/// Rule 8 for hours.
#[test]
fn a_pause_of_hours_adds_its_length_from_the_start_on_and_none_after_the_end() {
    let mut period = count("2026-11-19", 2, Unit::Hours);
    period.pauses = vec![
        pause("2026-11-19T09:00:00+08:00", "2026-11-19T10:30:00+08:00"), // half an hour of it is within
        pause("2026-11-19T12:29:59+08:00", "2026-11-19T13:29:59+08:00"), // begins one second before the end
        pause("2026-11-19T13:30:00+08:00", "2026-11-20T13:30:00+08:00"), // begins at the end
    ];
    assert_eq!(due_of(&period).at, at("2026-11-19T13:30:00+08:00"));
}

/// Rule 7 for hours.
#[test]
fn an_extension_of_hours_adds_24_hours_a_day() {
    let mut period = count("2026-11-19", 24, Unit::Hours);
    period.extension_days = 2;
    assert_eq!(due_of(&period).at, at("2026-11-22T10:00:00+08:00"));
}
