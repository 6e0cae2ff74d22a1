//! Prefix tables over the years 2000 to 2100: every question about working days is one or two look-ups.

use crate::time::LegalDate;
use serde::{Deserialize, Serialize};

/// The years that the table holds. Days outside are counted one by one.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
const FIRST: i32 = 730_120; // 2000-01-01
const DAYS: usize = 36_890; // up to and with 2100-12-31

/// [`super::Day`] without its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A weekday that is worked.
    Working,
    /// A Saturday or Sunday worked in exchange for a day of a holiday (调休).
    WorkedWeekend,
    /// A Saturday or Sunday.
    Weekend,
    /// A day closed for a holiday.
    Holiday,
}

impl DayKind {
    /// What people call it.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Working => "工作日",
            Self::WorkedWeekend => "调休上班",
            Self::Weekend => "周末",
            Self::Holiday => "放假",
        }
    }

    /// In English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Working => "working day",
            Self::WorkedWeekend => "weekend day worked",
            Self::Weekend => "weekend",
            Self::Holiday => "closed",
        }
    }

    /// Whether the authorities work on it.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::WorkedWeekend)
    }
}

#[derive(Clone, PartialEq, Debug)]
pub(super) struct Table {
    kinds: Box<[DayKind]>,
    /// How many working days the table holds before the day with this index; one entry more than days.
    before: Box<[u16]>,
    /// The index of the n-th working day.
    working: Box<[u16]>,
}

impl Table {
    /// `named` says of a day whether it is worked or closed, if an arrangement or the law names it.
    pub(super) fn build(named: impl Fn(LegalDate) -> Option<bool>) -> Self {
        let (mut kinds, mut before, mut working) = (Vec::with_capacity(DAYS), vec![0], Vec::new());
        for index in 0..DAYS as u16 {
            let date = LegalDate::from_number(FIRST + i32::from(index));
            let kind = match (date.weekday() >= 5, named(date)) {
                (_, Some(false)) => DayKind::Holiday,
                (true, Some(true)) => DayKind::WorkedWeekend,
                (true, None) => DayKind::Weekend,
                (false, _) => DayKind::Working,
            };
            kinds.push(kind);
            if kind.is_working() {
                working.push(index);
            }
            before.push(working.len() as u16);
        }
        Self {
            kinds: kinds.into(),
            before: before.into(),
            working: working.into(),
        }
    }

    pub(super) fn kinds(&self) -> &[DayKind] {
        &self.kinds
    }

    #[inline]
    pub(super) fn kind(&self, date: LegalDate) -> Option<DayKind> {
        self.kinds.get(index(date)).copied()
    }

    /// `None` if the start or the result lies outside. `n` is at least 1.
    #[inline]
    pub(super) fn nth_working_day(&self, after: LegalDate, n: u32) -> Option<LegalDate> {
        let passed = usize::from(*self.before.get(index(after.plus(1)))?);
        let day = *self.working.get(passed + n as usize - 1)?;
        Some(LegalDate::from_number(FIRST + i32::from(day)))
    }

    /// Working days in (`after`, `through`]; `None` if either lies outside.
    #[inline]
    pub(super) fn working_days(&self, after: LegalDate, through: LegalDate) -> Option<u32> {
        let passed = |date: LegalDate| self.before.get(index(date.plus(1))).copied().map(u32::from);
        passed(through)?.checked_sub(passed(after)?)
    }
}

/// Days before the table wrap to a number beyond its end, so that one bounds check catches both sides.
#[inline]
const fn index(date: LegalDate) -> usize {
    date.number().wrapping_sub(FIRST) as u32 as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_agree_with_the_calendar() {
        let first = LegalDate::new(*YEARS.start(), 1, 1).expect("a day");
        let last = LegalDate::new(*YEARS.end(), 12, 31).expect("a day");
        assert_eq!(first.number(), FIRST);
        assert_eq!(last.number() - first.number() + 1, DAYS as i32);
    }
}
