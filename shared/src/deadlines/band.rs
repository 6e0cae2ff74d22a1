//! How soon something is due, in the words under which a desk sorts its work: 已超期, 今日到期, 三个工作日内, 其他.

use super::{Period, Unit, yellow_from};
use crate::{calendar::Calendar, time::Instant};
use serde::{Deserialize, Serialize};

/// "Soon" is within so many working days, today and the last day both counted, as for a lamp.
const SOON: Period = Period::new(3, Unit::WorkingDays);

/// How soon something is due.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// 已超期
    Overdue,
    /// 今日到期
    Today,
    /// 三个工作日内
    Soon,
    /// 其他: later, or never.
    Other,
}

impl Band {
    /// Every band, the most urgent first.
    pub const ALL: &'static [Self] = &[Self::Overdue, Self::Today, Self::Soon, Self::Other];

    /// As it stands on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Other => "other",
        }
    }

    /// The band with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|band| band.code() == code)
    }

    /// The band of what is due at `due`, the exclusive end of its period; what is never due is [`Band::Other`].
    #[must_use]
    pub fn of(calendar: &Calendar, due: Option<Instant>, now: Instant) -> Self {
        match due {
            Some(due) if now >= due => Self::Overdue,
            Some(due) if due <= now.local_date().plus(1).start() => Self::Today,
            Some(due) if now >= yellow_from(calendar, due, SOON) => Self::Soon,
            _ => Self::Other,
        }
    }

    /// The ends of periods in this band at `now`: after the first, up to and with the second. The same answer as
    /// [`Band::of`], for whoever cannot ask about one end at a time.
    #[must_use]
    pub fn ends(self, calendar: &Calendar, now: Instant) -> (Option<Instant>, Option<Instant>) {
        let tonight = now.local_date().plus(1).start();
        let soon = || (1..).map(|day| now.local_date().plus(day + 1).start());
        let last_soon = || {
            soon()
                .take_while(|end| yellow_from(calendar, *end, SOON) <= now)
                .last()
                .unwrap_or(tonight)
        };
        match self {
            Self::Overdue => (None, Some(now)),
            Self::Today => (Some(now), Some(tonight)),
            Self::Soon => (Some(tonight), Some(last_soon())),
            Self::Other => (Some(last_soon()), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_band_are_those_that_are_told_to_be_in_it() {
        let calendar = Calendar::official();
        // A Sunday, the day before a long holiday, and the last second of a day.
        for now in [
            "2026-11-22T09:57:00+08:00",
            "2026-09-30T16:00:00+08:00",
            "2026-11-20T23:59:59+08:00",
        ] {
            let now = Instant::parse(now).expect("an instant");
            for hour in -50..400 {
                for seconds in [0, 1, 1799] {
                    let due = now.plus(hour * 1800 + seconds);
                    let band = Band::of(calendar, Some(due), now);
                    let within = |band: &&Band| {
                        let (after, until) = band.ends(calendar, now);
                        after.is_none_or(|after| due > after) && until.is_none_or(|until| due <= until)
                    };
                    let told: Vec<&Band> = Band::ALL.iter().filter(within).collect();
                    assert_eq!(told, [&band], "{due} at {now}");
                }
            }
        }
    }
}
