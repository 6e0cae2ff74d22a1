//! How near the end is: green, yellow, red (requirements on lamps: §9.2).

use super::{Period, Unit, count::seconds};
use crate::{calendar::Calendar, time::Instant};
use serde::{Deserialize, Serialize};

/// The lamp beside a running period. Never shown by colour alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lamp {
    /// 绿灯: time enough.
    Green,
    /// 黄灯: the end is near.
    Yellow,
    /// 红灯: overdue.
    Red,
}

/// The lamp at `now`: red from `due` on, yellow from [`yellow_from`] on, green before.
#[must_use]
pub fn lamp(calendar: &Calendar, due: Instant, now: Instant, yellow: Period) -> Lamp {
    if now >= due {
        Lamp::Red
    } else if now >= yellow_from(calendar, due, yellow) {
        Lamp::Yellow
    } else {
        Lamp::Green
    }
}

/// When the lamp turns yellow.
///
/// Minutes and hours: so long before `due`. Days: when only `yellow` days are left, today and the last day
/// both counted, which is at 00:00 local time. With 3 working days and a last day on Wednesday that is
/// Saturday 00:00, because Monday, Tuesday and Wednesday are then left.
#[must_use]
pub fn yellow_from(calendar: &Calendar, due: Instant, yellow: Period) -> Instant {
    if let Some(unit) = seconds(yellow.unit) {
        return due.plus(-i64::from(yellow.amount) * unit);
    }
    let after_last = due.plus(-1).local_date().plus(1);
    let amount = i32::try_from(yellow.amount).unwrap_or(i32::MAX);
    match yellow.unit {
        // The day after the last one on which more were left.
        Unit::WorkingDays => calendar
            .nth_working_day_before(after_last, yellow.amount.saturating_add(1))
            .plus(1)
            .start(),
        _ => after_last.plus(amount.saturating_neg()).start(),
    }
}

/// Seconds left until `due`; negative once it has passed.
#[must_use]
pub const fn remaining(due: Instant, now: Instant) -> i64 {
    due.since(now)
}
