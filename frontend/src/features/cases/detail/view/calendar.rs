//! The months of a period as a picture: which days were left out, counted, closed, worked in exchange.

use anju_shared::{
    deadlines::{ClosedRun, Step, Why},
    time::LegalDate,
};
use std::collections::BTreeMap;

/// What a day is to a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DayKind {
    /// Outside of it.
    #[default]
    Outside,
    /// The day of the start, which does not count.
    Start,
    /// Counts.
    Counted,
    /// A weekend, which does not count.
    Weekend,
    /// A holiday, which does not count: its name.
    Holiday(String),
    /// A weekend worked in exchange for this holiday, which counts.
    Worked(String),
    /// The last day, shown with 24:00.
    Last,
}

/// One month of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthPicture {
    /// Year and month.
    pub month: (i32, u32),
    /// Empty cells before the first.
    pub blanks: u8,
    /// Its days.
    pub days: Vec<(LegalDate, DayKind)>,
}

/// The months from the start to the end. A period in hours has no days to show.
#[must_use]
pub fn months<'a>(steps: impl Iterator<Item = &'a Step>) -> Vec<MonthPicture> {
    let mut days = BTreeMap::new();
    for step in steps {
        mark(step, &mut days);
    }
    let (Some((&first, _)), Some((&last, _))) = (days.first_key_value(), days.last_key_value()) else {
        return Vec::new();
    };
    if !days.values().any(|kind| *kind == DayKind::Last) {
        return Vec::new();
    }
    let mut month = (first.ymd().0, first.ymd().1);
    let until = (last.ymd().0, last.ymd().1);
    let mut pictures = Vec::new();
    while month <= until {
        pictures.push(picture(month, &days));
        month = if month.1 == 12 {
            (month.0 + 1, 1)
        } else {
            (month.0, month.1 + 1)
        };
    }
    pictures
}

fn picture(month: (i32, u32), kinds: &BTreeMap<LegalDate, DayKind>) -> MonthPicture {
    let days = (1..=31).filter_map(|day| LegalDate::new(month.0, month.1, day));
    let days: Vec<_> = days
        .map(|day| (day, kinds.get(&day).cloned().unwrap_or_default()))
        .collect();
    MonthPicture {
        month,
        blanks: days.first().map_or(0, |(day, _)| day.weekday()),
        days,
    }
}

fn mark(step: &Step, days: &mut BTreeMap<LegalDate, DayKind>) {
    match step {
        Step::FirstDayLeftOut { date } => {
            days.insert(*date, DayKind::Start);
        }
        Step::Counted { first, last, .. } => run(*first, *last, &DayKind::Counted, days),
        Step::WorkedWeekend { date, name, .. } => {
            days.insert(*date, DayKind::Worked(name.clone()));
        }
        Step::Skipped(closed) => close(closed, days),
        Step::Moved { over, .. } => over.iter().for_each(|closed| close(closed, days)),
        Step::Ends {
            last_day: Some(day), ..
        } => {
            days.insert(*day, DayKind::Last);
        }
        Step::Ends { last_day: None, .. }
        | Step::SetBy { .. }
        | Step::Started { .. }
        | Step::Paused { .. }
        | Step::PausedTime { .. }
        | Step::PauseWithoutEffect { .. }
        | Step::Extended { .. }
        | Step::ExtendedTime { .. }
        | Step::RunsThrough { .. }
        | Step::Provisional { .. } => {}
    }
}

fn close(closed: &ClosedRun, days: &mut BTreeMap<LegalDate, DayKind>) {
    let kind = match &closed.why {
        Why::Weekend => DayKind::Weekend,
        Why::Holiday { name } => DayKind::Holiday(name.clone()),
    };
    run(closed.first, closed.last, &kind, days);
}

fn run(first: LegalDate, last: LegalDate, kind: &DayKind, days: &mut BTreeMap<LegalDate, DayKind>) {
    for number in first.number()..=last.number() {
        days.insert(LegalDate::from_number(number), kind.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::cases::detail::view::sample;
    use anju_shared::{
        calendar::Calendar,
        deadlines::{Count, Period, Unit, explain},
    };

    fn of(start: &str, amount: u32, unit: Unit) -> Vec<MonthPicture> {
        let count = Count {
            start: sample::at(start),
            period: Period::new(amount, unit),
            extension_days: 0,
            pauses: vec![],
        };
        months(explain(Calendar::official(), &count).iter())
    }

    fn kind(months: &[MonthPicture], day: &str) -> DayKind {
        let day = LegalDate::parse(day).expect("a day");
        let found = months
            .iter()
            .flat_map(|month| &month.days)
            .find(|(date, _)| *date == day);
        found.expect("it is shown").1.clone()
    }

    #[test]
    fn the_picture_shows_start_weekend_and_last_day() {
        let months = of("2026-11-12T11:20:00+08:00", 10, Unit::WorkingDays);
        assert_eq!(months.len(), 1);
        assert_eq!(kind(&months, "2026-11-12"), DayKind::Start);
        assert_eq!(kind(&months, "2026-11-13"), DayKind::Counted);
        assert_eq!(kind(&months, "2026-11-14"), DayKind::Weekend);
        assert_eq!(kind(&months, "2026-11-26"), DayKind::Last);
        assert_eq!(kind(&months, "2026-11-27"), DayKind::Outside);
    }

    #[test]
    fn holidays_and_weekends_worked_for_them_are_named() {
        let months = of("2026-09-18T09:00:00+08:00", 10, Unit::WorkingDays);
        assert_eq!(kind(&months, "2026-10-01"), DayKind::Holiday("国庆节".into()));
        assert_eq!(months.len(), 2);
    }

    #[test]
    fn a_period_in_hours_has_no_days_to_show() {
        assert!(of("2026-11-12T11:20:00+08:00", 24, Unit::Hours).is_empty());
    }
}
