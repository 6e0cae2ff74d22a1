//! Tables computed by hand from the State Council's notice for 2026.

use super::*;

#[track_caller]
fn check(start: &str, amount: u32, unit: Unit, expected: &str) {
    assert_eq!(
        last_day(&count(start, amount, unit)),
        expected,
        "{amount} {unit:?} from {start}"
    );
}

/// One row a start: the last days of 1, 2, 3, 5, 7 and 10 working days, the lengths of TJ-8.2 (2), WL-3.9 and
/// TJ-11 (3, 10), D2-4.2b (7) and TJ-9.1 (10).
#[test]
fn working_days_of_tj_9_1_d2_4_2_and_wl_3_9_in_2026() {
    for (start, last) in [
        ("2026-02-12", "02-13 02-14 02-24 02-26 02-28 03-04"),
        ("2026-02-14", "02-24 02-25 02-26 02-28 03-03 03-06"),
        ("2026-04-30", "05-06 05-07 05-08 05-11 05-13 05-18"),
        ("2026-09-18", "09-20 09-21 09-22 09-24 09-29 10-09"),
        ("2026-09-24", "09-28 09-29 09-30 10-09 10-12 10-15"),
        ("2026-09-30", "10-08 10-09 10-10 10-13 10-15 10-20"),
        ("2026-10-05", "10-08 10-09 10-10 10-13 10-15 10-20"),
        ("2026-11-20", "11-23 11-24 11-25 11-27 12-01 12-04"),
        ("2026-11-22", "11-23 11-24 11-25 11-27 12-01 12-04"),
    ] {
        for (amount, last) in [1, 2, 3, 5, 7, 10].into_iter().zip(last.split(' ')) {
            check(start, amount, Unit::WorkingDays, &format!("2026-{last}"));
        }
    }
}

/// 60 days of MEM-7.5 and WL-3.7a, 30 and 10 days of MEM-8.4.
#[test]
fn calendar_days_of_mem_7_5_and_mem_8_4_move_to_a_working_day_civ_203() {
    for (start, amount, last) in [
        ("2025-12-17", 60, "2026-02-24"),
        ("2026-02-05", 10, "2026-02-24"),
        ("2026-07-25", 60, "2026-09-23"),
        ("2026-08-03", 60, "2026-10-08"),
        ("2026-08-27", 30, "2026-09-28"),
        ("2026-09-22", 10, "2026-10-08"),
    ] {
        check(start, amount, Unit::CalendarDays, last);
    }
}

/// MEM-7.5: 60 days would end on 2 October and move to the 8th; the 30 days run from the 2nd.
#[test]
fn an_extension_of_mem_7_5_runs_from_the_day_before_it_moved() {
    let mut period = count("2026-08-03", 60, Unit::CalendarDays);
    period.extension_days = 30;
    assert_eq!(last_day(&period), "2026-11-02");
}

/// TJ-9.2 and D2-4.2a.
#[test]
fn twenty_four_hours_of_tj_9_2_end_in_the_holiday() {
    let urgent = Count {
        start: at("2026-10-03T09:15:00+08:00"),
        ..count("2026-10-03", 24, Unit::Hours)
    };
    let due = due_of(&urgent);
    assert_eq!(
        (due.at, due.last_day, due.provisional),
        (at("2026-10-04T09:15:00+08:00"), None, false)
    );
}
