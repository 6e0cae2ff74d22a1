//! What becomes of the days when one calendar takes the place of another.

use super::{Calendar, Day, DayKind};
use crate::time::LegalDate;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What a day is, with the holiday's name if there is one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayState {
    /// Whether and why it is worked.
    pub kind: DayKind,
    /// The holiday for which it is closed or worked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// A day that another calendar says otherwise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayChange {
    /// The day.
    pub date: LegalDate,
    /// What it was.
    pub before: DayState,
    /// What it is then.
    pub after: DayState,
}

impl From<Day<'_>> for DayState {
    fn from(day: Day<'_>) -> Self {
        let (kind, name) = match day {
            Day::Working => (DayKind::Working, ""),
            Day::WorkedWeekend(name) => (DayKind::WorkedWeekend, name),
            Day::Weekend => (DayKind::Weekend, ""),
            Day::Holiday(name) => (DayKind::Holiday, name),
        };
        let name = name.to_owned();
        Self { kind, name }
    }
}

impl Calendar {
    /// The days of these years, in order, that `other` says otherwise: worked or not, or for another holiday. A weekend
    /// that stays closed has not changed, whatever it is called.
    #[must_use]
    pub fn changes(&self, other: &Self, years: RangeInclusive<i32>) -> Vec<DayChange> {
        let (first, last) = (*years.start(), *years.end());
        let Some((first, last)) = LegalDate::new(first, 1, 1).zip(LegalDate::new(last, 12, 31)) else {
            return Vec::new();
        };
        let days = (first.number()..=last.number()).map(LegalDate::from_number);
        days.filter_map(|date| {
            let (before, after) = (self.day(date), other.day(date));
            let closed_weekend = date.weekday() >= 5 && !before.is_working() && !after.is_working();
            (before != after && !closed_weekend).then(|| DayChange {
                date,
                before: before.into(),
                after: after.into(),
            })
        })
        .collect()
    }
}
