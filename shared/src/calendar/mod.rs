//! The working-day calendar: which days the authorities work, and arithmetic on them.
//!
//! It knows the State Council's yearly arrangements (`data/cn-calendar.json`) and, for every year that
//! has none yet, the statutory holidays; such a year is *provisional* (`docs/deadlines.md`, rule 9).
//! It is not the place where periods are counted: that is [`crate::deadlines`]. Nor is a new arrangement kept,
//! published or applied here: it is only read, judged and laid over a calendar.
//!
//! Start at [`Calendar`]; `table` makes its arithmetic cheap, `statutory` fills the years without an arrangement.
//! [`Arrangement`] is what is new in a year and `lay` what becomes of a calendar with it; `import` reads one from a
//! file. `document` and `parse` carry a calendar from server to browser, `year` and `change` show it to people.

mod arrangement;
mod change;
mod document;
mod doubt;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
mod lay;
mod parse;
mod problem;
mod statutory;
mod table;
mod year;

pub use arrangement::{ArrangedDay, Arrangement};
pub use change::{DayChange, DayState};
pub use document::{CalendarDocument, Entries, YearDocument};
pub use doubt::CalendarDoubt;
pub use problem::{CalendarProblem, Place};
pub use table::DayKind;
pub use year::{CalendarDay, CalendarMonth, CalendarYear};

use crate::{json, time::LegalDate};
use lay::{Days, Laid};
use statutory::Statutory;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
    sync::{Arc, LazyLock},
};
use table::Table;

/// What a day is (rule 5).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Day<'a> {
    /// A weekday that is worked.
    Working,
    /// A Saturday or Sunday worked in exchange for a day of the named holiday (调休).
    WorkedWeekend(&'a str),
    /// A Saturday or Sunday.
    Weekend,
    /// A day closed for the named holiday.
    Holiday(&'a str),
}

impl Day<'_> {
    /// Whether the authorities work on it.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::WorkedWeekend(_))
    }
}

/// One arrangement of working days: immutable, cheap to ask, shared by every thread.
#[derive(Clone, Debug)]
pub struct Calendar {
    table: Table,
    /// Holidays and weekends worked for them. Days outside the table have no entry.
    days: Days,
    /// First and last day of every unbroken run of years with an official arrangement.
    official: Vec<(LegalDate, LegalDate)>,
    /// Where the arrangement of a year comes from, of those that Anju is not delivered with.
    sources: BTreeMap<i32, Box<str>>,
    version: String,
    /// How it came about, so that what is laid over it later finds its place among what was laid before.
    laid: Option<Arc<Laid>>,
}

/// The same are those with the same days from the same sources, however they came about.
impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version && self.days == other.days && self.sources == other.sources
    }
}

/// Embedded, so that server, browser and command line count alike.
static OFFICIAL: LazyLock<Calendar> = LazyLock::new(|| {
    Calendar::parse(include_str!("../../data/cn-calendar.json")).expect("a test parses the embedded calendar")
});

/// Counting stops here instead of running on for ever.
const LAST_DAY: LegalDate = LegalDate::from_number(3_652_059); // 9999-12-31

impl Calendar {
    /// The years that it knows day by day.
    pub const YEARS: RangeInclusive<i32> = table::YEARS;

    /// The arrangements that Anju is delivered with.
    #[must_use]
    pub fn official() -> &'static Self {
        &OFFICIAL
    }

    /// Reads arrangements in the form of `data/cn-calendar.json`.
    ///
    /// # Errors
    /// Every inconsistency of the text at once.
    pub fn parse(json: &str) -> Result<Self, Vec<CalendarProblem>> {
        let document = json::read_embedded::<CalendarDocument>(json);
        let document = document.map_err(|message| vec![CalendarProblem::Malformed { message }])?;
        parse::calendar(&document, true)
    }

    fn assemble(days: Days, official: &BTreeSet<i32>, sources: BTreeMap<i32, Box<str>>) -> Self {
        let official = spans(official.iter().copied());
        let table = Table::build(|date| days.get(&date).map(|day| day.worked));
        let version = version(&official, &table, &days);
        Self {
            table,
            days,
            official,
            sources,
            version,
            laid: None,
        }
    }

    /// Names this state of the calendar: equal exactly for calendars with the same days.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What this day is.
    #[must_use]
    pub fn day(&self, date: LegalDate) -> Day<'_> {
        let name = || self.days.get(&date).map_or("", |day| &day.name);
        match self.table.kind(date) {
            Some(DayKind::Working) => Day::Working,
            Some(DayKind::WorkedWeekend) => Day::WorkedWeekend(name()),
            Some(DayKind::Weekend) => Day::Weekend,
            Some(DayKind::Holiday) => Day::Holiday(name()),
            None => match Statutory::of_2024().fixed_holiday(date) {
                Some(name) => Day::Holiday(name),
                None if date.weekday() >= 5 => Day::Weekend,
                None => Day::Working,
            },
        }
    }

    /// The same without its name.
    fn kind(&self, date: LegalDate) -> DayKind {
        let known = self.table.kind(date);
        known.unwrap_or_else(|| DayState::from(self.day(date)).kind)
    }

    /// Whether the authorities work on this day.
    #[must_use]
    pub fn is_working(&self, date: LegalDate) -> bool {
        match self.table.kind(date) {
            Some(kind) => kind.is_working(),
            None => self.day(date).is_working(),
        }
    }

    /// Whether this day lies in a year without an official arrangement.
    #[must_use]
    pub fn is_provisional(&self, date: LegalDate) -> bool {
        self.touches_provisional(date, date)
    }

    /// Whether this year's arrangement is published.
    #[must_use]
    pub fn is_official(&self, year: i32) -> bool {
        let ends = LegalDate::new(year, 1, 1).zip(LegalDate::new(year, 12, 31));
        ends.is_some_and(|(first, last)| covers(&self.official, first, last))
    }

    /// Where this year's arrangement comes from; empty for what Anju is delivered with.
    #[must_use]
    pub fn source(&self, year: i32) -> &str {
        self.sources.get(&year).map_or("", |source| source)
    }

    /// Whether any day from `first` to `last`, both included, is provisional.
    #[must_use]
    pub fn touches_provisional(&self, first: LegalDate, last: LegalDate) -> bool {
        first <= last && !covers(&self.official, first, last)
    }

    /// The `n`-th working day after this date; the date itself if `n` is 0. Never later than 9999-12-31.
    #[must_use]
    pub fn nth_working_day(&self, after: LegalDate, n: u32) -> LegalDate {
        if n == 0 {
            return after;
        }
        self.table
            .nth_working_day(after, n)
            .unwrap_or_else(|| self.nth_by_walking(after, n))
    }

    /// The `n`-th working day before this date; the date itself if `n` is 0. Never earlier than year 1.
    #[must_use]
    pub fn nth_working_day_before(&self, before: LegalDate, n: u32) -> LegalDate {
        let (mut date, mut left) = (before, n);
        while left > 0 && date.number() > 1 {
            date = date.plus(-1);
            left -= u32::from(self.is_working(date));
        }
        date
    }

    /// This date if it is a working day, otherwise the next one.
    #[must_use]
    pub fn working_day_from(&self, date: LegalDate) -> LegalDate {
        if self.is_working(date) {
            date
        } else {
            self.nth_working_day(date, 1)
        }
    }

    /// How many working days lie after `after`, up to and with `through`.
    #[must_use]
    pub fn working_days(&self, after: LegalDate, through: LegalDate) -> u32 {
        if after >= through {
            return 0;
        }
        self.table
            .working_days(after, through)
            .unwrap_or_else(|| self.count_by_walking(after, through))
    }

    /// For the years that no table holds; rare, so plain.
    #[cold]
    fn nth_by_walking(&self, after: LegalDate, n: u32) -> LegalDate {
        let (mut date, mut left) = (after, n);
        while left > 0 && date < LAST_DAY {
            date = date.plus(1);
            left -= u32::from(self.is_working(date));
        }
        date
    }

    #[cold]
    fn count_by_walking(&self, after: LegalDate, through: LegalDate) -> u32 {
        let last = through.min(LAST_DAY).number();
        (after.number()..last)
            .map(|day| u32::from(self.is_working(LegalDate::from_number(day + 1))))
            .sum()
    }
}

fn covers(spans: &[(LegalDate, LegalDate)], first: LegalDate, last: LegalDate) -> bool {
    spans.iter().any(|&(from, to)| from <= first && last <= to)
}

/// Joins ascending years to runs without a gap.
fn spans(years: impl Iterator<Item = i32>) -> Vec<(LegalDate, LegalDate)> {
    let mut spans: Vec<(LegalDate, LegalDate)> = Vec::new();
    for year in years {
        let (Some(first), Some(last)) = (LegalDate::new(year, 1, 1), LegalDate::new(year, 12, 31)) else {
            continue;
        };
        match spans.last_mut() {
            Some(span) if span.1.plus(1) == first => span.1 = last,
            _ => spans.push((first, last)),
        }
    }
    spans
}

/// FNV-1a over everything that can change a result or an explanation, with the official years for people.
fn version(official: &[(LegalDate, LegalDate)], table: &Table, days: &Days) -> String {
    let named = days
        .iter()
        .flat_map(|(date, day)| date.number().to_le_bytes().into_iter().chain(day.name.bytes()));
    let bytes = table.kinds().iter().map(|&kind| kind as u8).chain(named);
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let years: Vec<String> = official
        .iter()
        .map(|(first, last)| format!("{}-{}", first.ymd().0, last.ymd().0))
        .collect();
    format!("cn-{}-{hash:016x}", years.join(","))
}

#[cfg(test)]
mod tests;
