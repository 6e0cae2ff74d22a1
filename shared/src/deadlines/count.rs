//! Where a period ends: rules 2 to 9.

use super::{Period, Unit};
use crate::{
    calendar::Calendar,
    time::{Instant, LegalDate},
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A time during which a period stands still (中止).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pause {
    /// When it begins.
    pub from: Instant,
    /// When it is over; not before `from`.
    pub to: Instant,
}

/// One period to be counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Count {
    /// The event that sets the period running.
    pub start: Instant,
    /// Its length.
    pub period: Period,
    /// Calendar days that were added (延期); 0 without an extension.
    #[serde(default)]
    pub extension_days: u32,
    /// In any order.
    #[serde(default)]
    pub pauses: Vec<Pause>,
}

/// The end of a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    /// The first instant that is too late. For days: 00:00 local time of the day after the last.
    pub at: Instant,
    /// The day shown to people with 24:00; none for hours and minutes.
    pub last_day: Option<LegalDate>,
    /// The count touches a year without an official arrangement and is computed again when there is one.
    pub provisional: bool,
}

/// When this period ends.
#[must_use]
pub fn due(calendar: &Calendar, count: &Count) -> Due {
    let pauses = in_order(&count.pauses);
    match seconds(count.period.unit) {
        Some(unit) => Due {
            at: end_of_time(count, unit, &pauses),
            last_day: None,
            provisional: false,
        },
        None => end_of_days(calendar, count, &pauses),
    }
}

/// Rules 2, 3, 5, 6, 7, 8.
fn end_of_days(calendar: &Calendar, count: &Count, pauses: &[Pause]) -> Due {
    let start = count.start.local_date();
    let nominal = advance(calendar, pauses, start, count.period);
    let extension = Period::new(count.extension_days, Unit::CalendarDays);
    let extended = advance(calendar, pauses, nominal, extension);
    let last = calendar.working_day_from(extended);
    Due {
        at: last.plus(1).start(),
        last_day: Some(last),
        provisional: calendar.touches_provisional(start.plus(1), last),
    }
}

/// The last of so many days after `after`, paused dates taken out.
fn advance(calendar: &Calendar, pauses: &[Pause], after: LegalDate, period: Period) -> LegalDate {
    let working = period.unit == Unit::WorkingDays;
    let (mut reached, mut left) = (after, period.amount);
    for pause in pauses {
        let (from, to) = (pause.from.local_date().max(reached), pause.to.local_date());
        if to <= from {
            continue;
        }
        let free = if working {
            calendar.working_days(reached, from)
        } else {
            from.number().abs_diff(reached.number())
        };
        if left <= free {
            break;
        }
        left -= free;
        reached = to;
    }
    if working {
        return calendar.nth_working_day(reached, left);
    }
    reached.plus(i32::try_from(left).unwrap_or(i32::MAX))
}

/// Rules 4, 7, 8.
fn end_of_time(count: &Count, unit: i64, pauses: &[Pause]) -> Instant {
    let length = i64::from(count.period.amount) * unit + i64::from(count.extension_days) * DAY;
    pauses.iter().fold(count.start.plus(length), |end, pause| {
        end.plus(time_lost(pause, count.start, end))
    })
}

pub(super) const DAY: i64 = 86_400;

/// Seconds that a pause adds to a period of hours that would end at `end`.
pub(super) fn time_lost(pause: &Pause, start: Instant, end: Instant) -> i64 {
    if pause.from < end {
        pause.to.since(pause.from.max(start)).max(0)
    } else {
        0
    }
}

/// Length of a unit that runs through; none for days.
pub(super) const fn seconds(unit: Unit) -> Option<i64> {
    match unit {
        Unit::Minutes => Some(60),
        Unit::Hours => Some(3600),
        Unit::WorkingDays | Unit::CalendarDays => None,
    }
}

/// In order of time; copied only if they are not.
pub(super) fn in_order(pauses: &[Pause]) -> Cow<'_, [Pause]> {
    let key = |pause: &Pause| (pause.from, pause.to);
    if pauses.is_sorted_by_key(key) {
        return Cow::Borrowed(pauses);
    }
    let mut sorted = pauses.to_vec();
    sorted.sort_unstable_by_key(key);
    Cow::Owned(sorted)
}
