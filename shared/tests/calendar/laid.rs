//! What becomes of a calendar when arrangements are laid over it.

use super::*;
use anju_shared::{
    calendar::{Calendar, CalendarMonth, Day, DayChange, DayKind, DayState},
    deadlines::{Count, Due, Period, Unit, due},
    time::Instant,
};

fn with(arrangements: &[Arrangement]) -> Calendar {
    Calendar::official().with(arrangements).expect("a calendar")
}

/// A period in working days from 10:00 of a day on.
fn due_of(calendar: &Calendar, start: &str, amount: u32) -> Due {
    let start = Instant::parse(&format!("{start}T10:00:00+08:00")).expect("an instant");
    let count = Count {
        start,
        period: Period::new(amount, Unit::WorkingDays),
        extension_days: 0,
        pauses: Vec::new(),
    };
    due(calendar, &count)
}

#[test]
fn a_new_year_is_official_once_its_arrangement_is_laid() {
    let (before, after) = (Calendar::official(), with(&[of_2027()]));
    assert!(before.is_provisional(day("2027-06-01")) && !after.is_provisional(day("2027-06-01")));
    assert!(!after.touches_provisional(day("2004-01-01"), day("2027-12-31")));
    assert!(after.is_provisional(day("2028-01-01")));
    assert!(after.version().starts_with("cn-2004-2027-"));
    assert_eq!(after.source(2027), "国办发明电〔2026〕1号");
    assert_eq!(after.day(day("2027-01-30")), Day::WorkedWeekend("春节"));
    // 1 May 2027 is a Saturday: closed by law while the year is provisional, a plain weekend afterwards.
    assert_eq!(before.day(day("2027-05-01")), Day::Holiday("劳动节"));
    assert_eq!(after.day(day("2027-05-01")), Day::Weekend);
}

#[test]
fn an_acceptance_on_31_december_is_provisional_until_the_next_year_is_published() {
    let before = due_of(Calendar::official(), "2026-12-31", 30);
    assert_eq!(
        (before.last_day, before.provisional),
        (Some(day("2027-02-16")), true)
    );
    // Four more days are closed, and one weekend day is worked for them before the end.
    let after = due_of(&with(&[of_2027()]), "2026-12-31", 30);
    assert_eq!(
        (after.last_day, after.provisional),
        (Some(day("2027-02-19")), false)
    );
}

#[test]
fn a_holiday_amended_after_the_case_began_moves_its_end() {
    let mut amendment = of_2027();
    amendment.days.extend(days(2027, true, "端午", "06-10 06-11"));
    amendment.days.extend(days(2027, false, "端午", "06-12"));
    let published = with(&[of_2027()]);
    assert_eq!(
        due_of(&published, "2027-06-07", 4).last_day,
        Some(day("2027-06-14"))
    );
    let amended = with(&[of_2027(), amendment.clone()]);
    assert_eq!(
        due_of(&amended, "2027-06-07", 4).last_day,
        Some(day("2027-06-15"))
    );
    assert_ne!(amended.version(), published.version());
    // Only the last arrangement of a year counts, whatever was there before.
    assert_eq!(amended, with(&[amendment]));
}

#[test]
fn an_amendment_takes_back_what_it_does_not_name() {
    let mut amendment = of_2027();
    amendment.days.retain(|day| day.name != "国庆节");
    amendment.days.extend(days(2027, true, "国庆节", "10-01"));
    let amended = with(&[of_2027(), amendment]);
    assert_eq!(amended.day(day("2027-10-04")), Day::Working);
    assert_eq!(amended.day(day("2027-09-26")), Day::Weekend);
}

#[test]
fn days_of_a_neighbouring_year_stay_when_that_year_is_amended() {
    let mut next = of_2027();
    next.days.extend(days(2027, false, "元旦", "2026-12-26"));
    next.days.extend(days(2027, true, "元旦", "2026-12-31"));
    let amendment = national(2026, days(2026, true, "国庆节", "10-01"));
    for order in [[next.clone(), amendment.clone()], [amendment, next]] {
        let calendar = with(&order);
        assert_eq!(calendar.day(day("2026-12-26")), Day::WorkedWeekend("元旦"));
        assert_eq!(calendar.day(day("2026-12-31")), Day::Holiday("元旦"));
        assert_eq!(calendar.day(day("2026-05-01")), Day::Working);
    }
}

#[test]
fn a_local_holiday_changes_only_the_days_that_it_names() {
    let mut overlay = local("45", 2027, days(2027, true, "三月三", "04-08 05-08"));
    overlay.days.extend(days(2027, false, "三月三", "04-10 06-09"));
    let changes = with(&[of_2027()]).changes(&with(&[overlay, of_2027()]), 2004..=2100);
    let state = |kind, name: &str| DayState {
        kind,
        name: name.to_owned(),
    };
    let change = |date, before, after| DayChange {
        date: day(date),
        before,
        after,
    };
    let (working, weekend) = (state(DayKind::Working, ""), state(DayKind::Weekend, ""));
    assert_eq!(
        changes,
        [
            change("2027-04-08", working.clone(), state(DayKind::Holiday, "三月三")),
            change(
                "2027-04-10",
                weekend.clone(),
                state(DayKind::WorkedWeekend, "三月三")
            ),
            change("2027-05-08", state(DayKind::WorkedWeekend, "劳动节"), weekend),
            change("2027-06-09", state(DayKind::Holiday, "端午"), working),
        ]
    );
}

#[test]
fn a_local_holiday_in_an_unpublished_year_leaves_it_provisional() {
    let overlay = local("45", 2027, days(2027, true, "三月三", "04-08"));
    let calendar = with(&[overlay]);
    assert!(calendar.is_provisional(day("2027-04-08")));
    assert_eq!(calendar.day(day("2027-04-08")), Day::Holiday("三月三"));
    assert_eq!(calendar.day(day("2027-02-05")), Day::Holiday("春节"));
}

#[test]
fn an_arrangement_with_problems_is_not_laid_and_one_without_a_source_is() {
    let mut wrong = of_2027();
    wrong.days[0].name.clear();
    let problems = Calendar::official().with(&[of_2027(), wrong.clone()]);
    assert_eq!(problems.expect_err("refused").len(), 1);
    wrong.days[0].name.push('节');
    wrong.source.clear();
    assert!(Calendar::official().with(&[wrong]).is_ok());
}

#[test]
fn a_year_is_told_with_its_days_and_months_and_is_provisional_until_it_is_published() {
    let year = Calendar::official().year(2027).expect("a year");
    assert!(!year.official);
    assert_eq!(
        (year.working_days, year.days.len(), year.months.len()),
        (254, 13, 12)
    );
    let year = with(&[of_2027()]).year(2027).expect("a year");
    assert!(year.official);
    assert_eq!((year.working_days, year.days.len()), (248, 23));
    let february = CalendarMonth {
        month: 2,
        working_days: 15,
    };
    assert_eq!(year.months[1], february);
    let worked: u32 = year.months.iter().map(|month| month.working_days).sum();
    assert_eq!(worked, year.working_days);
    assert!(Calendar::official().year(1999).is_none() && Calendar::official().year(2101).is_none());
}
