//! What is unusual about an arrangement: it may be meant so, and somebody says that it is.

use super::{Arrangement, Calendar, statutory::law_of};
use crate::time::LegalDate;
use serde::{Deserialize, Serialize};

/// One thing to be confirmed. Shown in English by `Display`, in Chinese by [`Self::text_zh`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "doubt", rename_all = "snake_case")]
pub enum CalendarDoubt {
    /// Days off are not as many as the law gives.
    #[error(
        "{year}: {closed} weekdays closed less {worked} weekend days worked are not the {expected} days of the law"
    )]
    Balance {
        /// The year.
        year: i32,
        /// Weekdays closed.
        closed: usize,
        /// Weekend days worked.
        worked: usize,
        /// Holidays of that year by the law.
        expected: usize,
    },
    /// A holiday of the law that is worked.
    #[error("{date} ({name}) is a holiday by law and is worked")]
    LeftWorked {
        /// The day.
        date: LegalDate,
        /// The holiday.
        name: String,
    },
    /// A name that is not the law's.
    #[error("“{name}” is none of the law's holidays")]
    UnknownName {
        /// The name.
        name: String,
    },
    /// Very many closed days in a row.
    #[error("closed for {days} days in a row, from {first} to {last}")]
    LongRun {
        /// The first.
        first: LegalDate,
        /// The last.
        last: LegalDate,
        /// How many.
        days: i32,
    },
    /// A day that is not of the arrangement's year.
    #[error("{date} is in another year than the arrangement")]
    Neighbour {
        /// The day.
        date: LegalDate,
    },
    /// The year has an arrangement already.
    #[error("{year} has an arrangement already; this one takes its place")]
    Amends {
        /// The year.
        year: i32,
    },
    /// Days that are over would be otherwise than they were.
    #[error("{count} days from {first} to {last} are past and would be changed")]
    Past {
        /// The first of them.
        first: LegalDate,
        /// The last of them.
        last: LegalDate,
        /// How many.
        count: usize,
    },
}

/// Up to so many closed days in a row nobody wonders: the longest run there ever was, in early 2020.
const LONG: i32 = 10;

impl CalendarDoubt {
    /// The same in Chinese.
    #[must_use]
    pub fn text_zh(&self) -> String {
        match self {
            Self::Balance {
                year,
                closed,
                worked,
                expected,
            } => format!(
                "{year} 年放假的工作日 {closed} 天减去上班的周末 {worked} 天，不等于法定节假日 {expected} 天"
            ),
            Self::LeftWorked { date, name } => format!("{date} 是法定节假日（{name}），但列为上班"),
            Self::UnknownName { name } => format!("“{name}”不是法定节假日的名称"),
            Self::LongRun { first, last, days } => format!("{first} 至 {last} 连续放假 {days} 天"),
            Self::Neighbour { date } => format!("{date} 不在该安排所属的年份内"),
            Self::Amends { year } => format!("{year} 年已有安排，将被本安排取代"),
            Self::Past { first, last, count } => {
                format!("{first} 至 {last} 有 {count} 天已经过去，将被改变")
            }
        }
    }
}

impl Arrangement {
    /// What is unusual about this arrangement, if it were laid over the calendar `before` today. Nothing as long as it
    /// has problems that keep it from being laid.
    #[must_use]
    pub fn doubts(&self, before: &Calendar, today: LegalDate) -> Vec<CalendarDoubt> {
        let Ok(after) = before.with(std::slice::from_ref(self)) else {
            return Vec::new();
        };
        let mut doubts = Vec::new();
        if self.is_national() {
            if before.is_official(self.year) {
                doubts.push(CalendarDoubt::Amends { year: self.year });
            }
            doubts.extend(self.balance());
            doubts.extend(self.left_worked(&after));
            doubts.extend(self.unknown_names());
        }
        doubts.extend(self.long_runs(&after));
        doubts.extend(self.neighbours());
        doubts.extend(self.past(before, &after, today));
        doubts
    }

    /// Weekdays closed less weekend days worked: the law gives a day off for each holiday, also for one on a weekend.
    fn balance(&self) -> Option<CalendarDoubt> {
        let (closed, worked): (Vec<_>, Vec<_>) = self.days.iter().partition(|day| day.closed);
        let expected = law_of(self.year).len();
        (closed.len() != expected + worked.len()).then_some(CalendarDoubt::Balance {
            year: self.year,
            closed: closed.len(),
            worked: worked.len(),
            expected,
        })
    }

    fn left_worked(&self, after: &Calendar) -> impl Iterator<Item = CalendarDoubt> {
        let law = law_of(self.year).iter();
        let worked = law.filter(|(date, _)| after.is_working(*date));
        worked.map(|(date, name)| CalendarDoubt::LeftWorked {
            date: *date,
            name: name.to_string(),
        })
    }

    /// Each once, in the order of the days. Two holidays may share a name, as 国庆节、中秋节.
    fn unknown_names(&self) -> Vec<CalendarDoubt> {
        let bare = |name: &str| name.trim().trim_end_matches('节').to_owned();
        let law: Vec<String> = law_of(self.year).iter().map(|(_, name)| bare(name)).collect();
        let mut doubts = Vec::new();
        for day in &self.days {
            let name = day.name.trim().to_owned();
            let known = name
                .split(['、', '，', ','])
                .all(|part| law.contains(&bare(part)));
            let doubt = CalendarDoubt::UnknownName { name };
            if !known && !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
        doubts
    }

    /// Runs of closed days with a day of this arrangement in them.
    fn long_runs(&self, after: &Calendar) -> Vec<CalendarDoubt> {
        let mut doubts = Vec::new();
        for day in self.days.iter().filter(|day| !after.is_working(day.date)) {
            let first = after.nth_working_day_before(day.date, 1).plus(1);
            let last = after.nth_working_day(day.date, 1).plus(-1);
            let days = last.number() - first.number() + 1;
            let doubt = CalendarDoubt::LongRun { first, last, days };
            if days > LONG && !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
        doubts
    }

    fn neighbours(&self) -> impl Iterator<Item = CalendarDoubt> {
        let elsewhere = self.days.iter().filter(|day| day.date.ymd().0 != self.year);
        elsewhere.map(|day| CalendarDoubt::Neighbour { date: day.date })
    }

    fn past(&self, before: &Calendar, after: &Calendar, today: LegalDate) -> Option<CalendarDoubt> {
        let mut changed = before.changes(after, self.year - 1..=self.year + 1);
        changed.retain(|change| change.date < today);
        Some(CalendarDoubt::Past {
            first: changed.first()?.date,
            last: changed.last()?.date,
            count: changed.len(),
        })
    }
}
