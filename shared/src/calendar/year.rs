//! One year of a calendar, for people.

use super::{Calendar, DayKind, lay::Named, table::YEARS};
use crate::time::LegalDate;
use serde::{Deserialize, Serialize};

/// A year: what is not plain in it, and how many days are worked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarYear {
    /// Which.
    pub year: i32,
    /// Whether its arrangement is published. If not, all that is counted over it is provisional.
    pub official: bool,
    /// Where the arrangement comes from; empty for what Anju is delivered with.
    pub source: String,
    /// How many days are worked.
    pub working_days: u32,
    /// The same by month, January first.
    pub months: Vec<CalendarMonth>,
    /// The days that are no plain weekday and no plain weekend, in order.
    pub days: Vec<CalendarDay>,
    /// The calendar that says so.
    pub version: String,
}

/// A month of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarMonth {
    /// 1 to 12.
    pub month: u32,
    /// How many of its days are worked.
    pub working_days: u32,
}

/// A day that is closed for a holiday, or a weekend day that is worked for one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    pub date: LegalDate,
    /// Whether and why it is worked.
    pub kind: DayKind,
    /// The holiday.
    pub name: String,
}

impl Calendar {
    /// This year, if it is one from 2000 to 2100: of others only the fixed holidays are known.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<CalendarYear> {
        if !YEARS.contains(&year) {
            return None;
        }
        let months: Vec<CalendarMonth> = (1..=12).map(|month| self.month(year, month)).collect();
        let days = self.days_of(year).map(|(date, day)| CalendarDay {
            date,
            kind: self.kind(date),
            name: day.name.to_string(),
        });
        Some(CalendarYear {
            year,
            official: self.is_official(year),
            source: self.source(year).to_owned(),
            working_days: months.iter().map(|month| month.working_days).sum(),
            months,
            days: days.collect(),
            version: self.version().to_owned(),
        })
    }

    fn month(&self, year: i32, month: u32) -> CalendarMonth {
        let first = |year, month| LegalDate::new(year, month, 1).unwrap_or(super::LAST_DAY);
        let next = if month == 12 {
            first(year + 1, 1)
        } else {
            first(year, month + 1)
        };
        CalendarMonth {
            month,
            working_days: self.working_days(first(year, month).plus(-1), next.plus(-1)),
        }
    }

    /// Every day of a year that is named, in order.
    pub(super) fn days_of(&self, year: i32) -> impl Iterator<Item = (LegalDate, &Named)> {
        let first = LegalDate::new(year, 1, 1).unwrap_or(super::LAST_DAY);
        let last = LegalDate::new(year, 12, 31).unwrap_or(super::LAST_DAY);
        self.days.range(first..=last).map(|(date, day)| (*date, day))
    }
}
