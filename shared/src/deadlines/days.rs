//! The steps as a picture: what each day is to a period, and the months in which these days lie.

use super::{ClosedRun, Step, Why};
use crate::{problem::Language, time::LegalDate};
use serde::{Deserialize, Serialize};

/// What a day is to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayRole {
    /// The day of the start, which does not count (rule 2).
    Start,
    /// Counts.
    Counted,
    /// A weekend, which does not count.
    Weekend,
    /// A holiday, which does not count.
    Holiday,
    /// A weekend worked in exchange for a holiday, which counts (rule 5).
    Worked,
    /// Taken out by a pause (rule 8).
    Paused,
    /// A day of the extension (rule 7).
    Extended,
    /// The last day, shown with 24:00 (rule 3).
    Last,
}

impl DayRole {
    /// Every one, in the order of a legend.
    pub const ALL: [Self; 8] = [
        Self::Start,
        Self::Counted,
        Self::Weekend,
        Self::Holiday,
        Self::Worked,
        Self::Paused,
        Self::Extended,
        Self::Last,
    ];

    /// What it is called.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::Start => ("起算当日，不计入", "Start, not counted"),
            Self::Counted => ("计入", "Counted"),
            Self::Weekend => ("周末", "Weekend"),
            Self::Holiday => ("节假日", "Holiday"),
            Self::Worked => ("调休上班", "Worked weekend"),
            Self::Paused => ("中止", "Paused"),
            Self::Extended => ("延期", "Extended"),
            Self::Last => ("最后一日", "Last day"),
        };
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// Those that are in a picture, in the order of a legend.
    pub fn shown(days: &[DayRun]) -> impl Iterator<Item = Self> {
        let in_picture = move |role: &Self| days.iter().any(|run| run.role == *role);
        Self::ALL.into_iter().filter(in_picture)
    }
}

/// Consecutive days that are the same to a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayRun {
    /// The first of them.
    pub first: LegalDate,
    /// The last of them.
    pub last: LegalDate,
    /// What they are.
    pub role: DayRole,
    /// The holiday for which they are closed or worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday: Option<String>,
}

/// A month of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month<'a> {
    /// Its year.
    pub year: i32,
    /// Its number, from 1.
    pub month: u32,
    /// Empty cells before its first day, if weeks begin on Monday.
    pub blanks: u8,
    /// Its days, each with what it is to the period, if anything.
    pub days: Vec<(LegalDate, Option<&'a DayRun>)>,
}

/// What the days of this explanation are. Where two runs name the same day, the later one says what it is.
#[must_use]
pub fn days(steps: &[Step]) -> Vec<DayRun> {
    // A pause may lie within an extension, a closed day at its end.
    let extended = |step: &&Step| matches!(step, Step::Extended { .. });
    let (first, rest) = (steps.iter().filter(extended), steps.iter());
    let mut runs = Vec::with_capacity(steps.len());
    first
        .chain(rest.filter(|step| !extended(step)))
        .for_each(|step| mark(step, &mut runs));
    runs
}

fn mark(step: &Step, runs: &mut Vec<DayRun>) {
    match step {
        Step::FirstDayLeftOut { date } => runs.push(run(*date, *date, DayRole::Start)),
        Step::Counted { first, last, .. } => runs.push(run(*first, *last, DayRole::Counted)),
        Step::WorkedWeekend { date, name, .. } => runs.push(DayRun {
            holiday: Some(name.clone()),
            ..run(*date, *date, DayRole::Worked)
        }),
        Step::Skipped(over) => runs.push(closed(over)),
        Step::Moved { over, .. } => runs.extend(over.iter().map(closed)),
        Step::Paused { first, last, .. } => runs.push(run(*first, *last, DayRole::Paused)),
        Step::Extended { from, to, .. } => runs.push(run(from.plus(1), *to, DayRole::Extended)),
        Step::Ends {
            last_day: Some(day), ..
        } => runs.push(run(*day, *day, DayRole::Last)),
        Step::Ends { last_day: None, .. }
        | Step::SetBy { .. }
        | Step::Started { .. }
        | Step::PausedTime { .. }
        | Step::PauseWithoutEffect { .. }
        | Step::ExtendedTime { .. }
        | Step::RunsThrough { .. }
        | Step::Provisional { .. } => {}
    }
}

const fn run(first: LegalDate, last: LegalDate, role: DayRole) -> DayRun {
    DayRun {
        first,
        last,
        role,
        holiday: None,
    }
}

fn closed(over: &ClosedRun) -> DayRun {
    let (role, holiday) = match &over.why {
        Why::Weekend => (DayRole::Weekend, None),
        Why::Holiday { name } => (DayRole::Holiday, Some(name.clone())),
    };
    DayRun {
        holiday,
        ..run(over.first, over.last, role)
    }
}

/// Nobody looks at more months than these.
const MOST_MONTHS: usize = 24;

/// The months from the start to the last day. None for a period in hours, which has no days to show, and for one that
/// takes more months than anybody looks at.
#[must_use]
pub fn months(runs: &[DayRun]) -> Vec<Month<'_>> {
    let of = |role| runs.iter().find(|run| run.role == role);
    let (Some(start), Some(last)) = (of(DayRole::Start), of(DayRole::Last)) else {
        return Vec::new();
    };
    let (mut shown, until) = (month_of(start.first), month_of(last.last));
    let mut months = Vec::new();
    while shown <= until {
        if months.len() == MOST_MONTHS {
            return Vec::new();
        }
        months.push(month(shown, runs));
        shown = match shown {
            (year, 12) => (year + 1, 1),
            (year, month) => (year, month + 1),
        };
    }
    months
}

fn month_of(day: LegalDate) -> (i32, u32) {
    let (year, month, _) = day.ymd();
    (year, month)
}

fn month((year, month): (i32, u32), runs: &[DayRun]) -> Month<'_> {
    let what = |day| runs.iter().rev().find(|run| run.first <= day && day <= run.last);
    let days = (1..=31).filter_map(|day| LegalDate::new(year, month, day));
    let days: Vec<_> = days.map(|day| (day, what(day))).collect();
    Month {
        year,
        month,
        blanks: days.first().map_or(0, |(day, _)| day.weekday()),
        days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::Calendar,
        deadlines::{Count, Pause, Period, Unit, explain},
        time::Instant,
    };

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("an instant")
    }

    fn of(count: &Count) -> Vec<DayRun> {
        days(&explain(Calendar::official(), count))
    }

    fn plain(start: &str, amount: u32, unit: Unit) -> Count {
        Count {
            start: at(start),
            period: Period::new(amount, unit),
            extension_days: 0,
            pauses: vec![],
        }
    }

    fn role(runs: &[DayRun], day: &str) -> Option<(DayRole, Option<String>)> {
        let day = LegalDate::parse(day).expect("a day");
        let months = months(runs);
        let mut shown = months.iter().flat_map(|month| &month.days);
        let (_, run) = shown.find(|(date, _)| *date == day).expect("it is shown");
        run.map(|run| (run.role, run.holiday.clone()))
    }

    #[test]
    fn the_picture_shows_start_weekend_and_last_day() {
        let runs = of(&plain("2026-11-12T11:20:00+08:00", 10, Unit::WorkingDays));
        let months = months(&runs);
        assert_eq!(months.len(), 1);
        // 1 November 2026 is a Sunday.
        assert_eq!((months[0].blanks, months[0].days.len()), (6, 30));
        assert_eq!(role(&runs, "2026-11-12"), Some((DayRole::Start, None)));
        assert_eq!(role(&runs, "2026-11-13"), Some((DayRole::Counted, None)));
        assert_eq!(role(&runs, "2026-11-14"), Some((DayRole::Weekend, None)));
        assert_eq!(role(&runs, "2026-11-26"), Some((DayRole::Last, None)));
        assert_eq!(role(&runs, "2026-11-27"), None);
    }

    #[test]
    fn holidays_and_weekends_worked_for_them_are_named() {
        let runs = of(&plain("2026-09-18T09:00:00+08:00", 10, Unit::WorkingDays));
        let national_day = Some("国庆节".to_owned());
        assert_eq!(
            role(&runs, "2026-10-01"),
            Some((DayRole::Holiday, national_day.clone()))
        );
        assert_eq!(role(&runs, "2026-09-20"), Some((DayRole::Worked, national_day)));
    }

    #[test]
    fn a_pause_within_an_extension_is_shown_as_a_pause() {
        let count = Count {
            extension_days: 10,
            pauses: vec![Pause {
                from: at("2026-11-30T09:00:00+08:00"),
                to: at("2026-12-02T09:00:00+08:00"),
            }],
            ..plain("2026-11-12T11:20:00+08:00", 10, Unit::WorkingDays)
        };
        let runs = of(&count);
        assert_eq!(role(&runs, "2026-11-27"), Some((DayRole::Extended, None)));
        assert_eq!(role(&runs, "2026-12-01"), Some((DayRole::Paused, None)));
        assert_eq!(role(&runs, "2026-12-08"), Some((DayRole::Last, None)));
    }

    #[test]
    fn a_period_in_hours_and_one_of_years_have_no_picture() {
        assert!(months(&of(&plain("2026-11-12T11:20:00+08:00", 24, Unit::Hours))).is_empty());
        assert!(months(&of(&plain("2026-11-12T11:20:00+08:00", 900, Unit::CalendarDays))).is_empty());
    }
}
