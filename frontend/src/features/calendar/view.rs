//! What is drawn of a year.

use anju_shared::{
    calendar::{CalendarMonth, CalendarYear, DayKind},
    time::LegalDate,
};
use std::collections::BTreeMap;

/// A month of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// 1 to 12.
    pub number: u32,
    /// How many of its days are worked.
    pub working_days: u32,
    /// Empty cells before the first, weeks beginning on Monday.
    pub blanks: u8,
    /// Its days with what they are and the holiday's name.
    pub days: Vec<(u32, DayKind, String)>,
}

/// A holiday with its days, for those who read it as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// Days that are closed for it.
    pub closed: Vec<LegalDate>,
    /// Weekend days that are worked for it.
    pub worked: Vec<LegalDate>,
}

/// The months of a year.
#[must_use]
pub fn months(year: &CalendarYear) -> Vec<Month> {
    let named: BTreeMap<LegalDate, (DayKind, &str)> = year
        .days
        .iter()
        .map(|day| (day.date, (day.kind, day.name.as_str())))
        .collect();
    let plain = |date: LegalDate| match date.weekday() {
        5.. => (DayKind::Weekend, ""),
        _ => (DayKind::Working, ""),
    };
    let month = |of: &CalendarMonth| {
        let date = |day| LegalDate::new(year.year, of.month, day);
        let days = (1..=31).filter_map(|day| date(day).map(|date| (day, date)));
        Month {
            number: of.month,
            working_days: of.working_days,
            blanks: date(1).map_or(0, LegalDate::weekday),
            days: days
                .map(|(day, date)| {
                    let (kind, name) = named.get(&date).copied().unwrap_or_else(|| plain(date));
                    (day, kind, name.to_owned())
                })
                .collect(),
        }
    };
    year.months.iter().map(month).collect()
}

/// The holidays of a year in the order in which they are first spoken of.
#[must_use]
pub fn holidays(year: &CalendarYear) -> Vec<Holiday> {
    let mut holidays: Vec<Holiday> = Vec::new();
    for day in &year.days {
        let place = holidays.iter().position(|one| one.name == day.name);
        let place = place.unwrap_or_else(|| {
            holidays.push(Holiday {
                name: day.name.clone(),
                closed: Vec::new(),
                worked: Vec::new(),
            });
            holidays.len() - 1
        });
        if day.kind.is_working() {
            holidays[place].worked.push(day.date);
        } else {
            holidays[place].closed.push(day.date);
        }
    }
    holidays
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::calendar::Calendar;

    fn year() -> CalendarYear {
        Calendar::official().year(2026).expect("a year")
    }

    #[test]
    fn every_day_of_the_year_is_in_its_month() {
        let months = months(&year());
        let days: usize = months.iter().map(|month| month.days.len()).sum();
        assert_eq!((months.len(), days), (12, 365));
        let february = &months[1];
        assert_eq!((february.blanks, february.working_days), (6, 16));
        assert_eq!(february.days[13], (14, DayKind::WorkedWeekend, "春节".to_owned()));
        assert_eq!(february.days[0].1, DayKind::Weekend);
    }

    #[test]
    fn a_holiday_stands_once_with_all_its_days() {
        let holidays = holidays(&year());
        let names: Vec<&str> = holidays.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(
            names,
            ["元旦", "春节", "清明", "劳动节", "端午", "国庆节", "中秋"]
        );
        assert_eq!((holidays[1].closed.len(), holidays[1].worked.len()), (6, 2));
    }
}
