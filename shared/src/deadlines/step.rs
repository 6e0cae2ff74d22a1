//! The steps of an explanation (rule 10): what a person writes down who counts with a paper calendar.

use super::{Pause, Period};
use crate::time::{Instant, LegalDate};
use serde::{Deserialize, Serialize};

/// One step of a count. Every day after the start stands in exactly one step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The clause of the regulation that sets the period.
    SetBy {
        /// As it is cited, such as `TJ-9.1`.
        clause: String,
    },
    /// The event that set the period running.
    Started {
        /// Its instant.
        at: Instant,
        /// Its local day.
        date: LegalDate,
        /// The length to be counted.
        period: Period,
    },
    /// Rule 2: the day of the start does not count.
    FirstDayLeftOut {
        /// That day.
        date: LegalDate,
    },
    /// Days that count.
    Counted {
        /// The first of them.
        first: LegalDate,
        /// The last of them.
        last: LegalDate,
        /// How many they are.
        days: u32,
        /// How many have been counted with them.
        total: u32,
    },
    /// Rule 5: a Saturday or Sunday that counts because it is worked in exchange.
    WorkedWeekend {
        /// The day.
        date: LegalDate,
        /// The holiday it is exchanged for.
        name: String,
        /// How many have been counted with it.
        total: u32,
    },
    /// Days that do not count because they are not worked.
    Skipped(ClosedRun),
    /// Rule 8: days that a pause takes out.
    Paused {
        /// The pause.
        #[serde(flatten)]
        pause: Pause,
        /// The first day taken out.
        first: LegalDate,
        /// The last day taken out.
        last: LegalDate,
        /// How many they are.
        days: u32,
    },
    /// Rule 8 for hours: a pause adds its length.
    PausedTime {
        /// The pause.
        #[serde(flatten)]
        pause: Pause,
        /// How long it stopped the period, in seconds.
        seconds: i64,
        /// The end with it.
        end: Instant,
    },
    /// A pause that changes nothing: within one day, before the start or after the end.
    PauseWithoutEffect {
        /// The pause.
        #[serde(flatten)]
        pause: Pause,
    },
    /// Rule 7: the period was extended.
    Extended {
        /// By so many calendar days.
        days: u32,
        /// The last day without it, before rule 6.
        from: LegalDate,
        /// The last day with it, before rule 6.
        to: LegalDate,
    },
    /// Rule 7 for hours: each day adds 24 hours.
    ExtendedTime {
        /// By so many days.
        days: u32,
        /// The end with it.
        end: Instant,
    },
    /// Rule 4: hours run through.
    RunsThrough {
        /// The end without extension and pauses.
        end: Instant,
    },
    /// Rule 6: the last day was not a working day.
    Moved {
        /// The last day by count.
        from: LegalDate,
        /// The next working day.
        to: LegalDate,
        /// The days between, `from` included.
        over: Vec<ClosedRun>,
    },
    /// Rule 3: the result.
    Ends {
        /// The day shown with 24:00; none for hours.
        last_day: Option<LegalDate>,
        /// The first instant that is too late.
        at: Instant,
    },
    /// Rule 9: the arrangement of this year is not published.
    Provisional {
        /// The year.
        year: i32,
    },
}

/// Consecutive days that are closed for the same reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosedRun {
    /// The first of them.
    pub first: LegalDate,
    /// The last of them.
    pub last: LegalDate,
    /// How many they are.
    pub days: u32,
    /// Why they are closed.
    pub why: Why,
}

/// Why a day is closed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    /// A Saturday or Sunday (周末).
    Weekend,
    /// A day of a holiday (节假日).
    Holiday {
        /// Its name, such as 春节.
        name: String,
    },
}
