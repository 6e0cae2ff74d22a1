//! Days, moments and lengths of time, as people write them. Pure: "now" is an argument.

use super::Language;
use anju_shared::time::{Instant, LegalDate};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// What is left: `4 天 14 时`, `14 时 03 分`, `3 分`.
pub(crate) fn left(seconds: i64, language: Language) -> String {
    let seconds = seconds.max(0);
    let (days, hours, minutes) = (seconds / DAY, seconds % DAY / HOUR, seconds % HOUR / MINUTE);
    let [day, hour, minute] = match language {
        Language::Zh => ["天", "时", "分"],
        Language::En => ["d", "h", "min"],
    };
    if seconds >= DAY {
        format!("{days} {day} {hours} {hour}")
    } else if seconds >= HOUR {
        format!("{hours} {hour} {minutes:02} {minute}")
    } else {
        format!("{minutes} {minute}")
    }
}

/// The last moment of a period, written the legal way: one that ends with a day is shown as that day's 24:00.
pub(crate) fn last_moment(due: Instant, now: Instant, language: Language) -> String {
    let (hour, minute, _) = due.local_time();
    if due.local_time() == (0, 0, 0) {
        return format!("{} 24:00", day(due.local_date().plus(-1), now, language));
    }
    format!("{} {hour:02}:{minute:02}", day(due.local_date(), now, language))
}

/// A moment: `11月12日 09:15`.
pub(crate) fn moment(at: Instant, now: Instant, language: Language) -> String {
    let (hour, minute, _) = at.local_time();
    format!("{} {hour:02}:{minute:02}", day(at.local_date(), now, language))
}

/// The day of a moment: `11月12日`.
pub(crate) fn day_of(at: Instant, now: Instant, language: Language) -> String {
    day(at.local_date(), now, language)
}

/// With its year only if it is not this year.
fn day(date: LegalDate, now: Instant, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month, day) = date.ymd();
    let this_year = year == now.local_date().ymd().0;
    match language {
        Language::Zh if this_year => format!("{month}月{day}日"),
        Language::Zh => format!("{year}年{month}月{day}日"),
        Language::En => {
            let month = MONTHS[(month.clamp(1, 12) - 1) as usize];
            if this_year {
                format!("{day} {month}")
            } else {
                format!("{day} {month} {year}")
            }
        }
    }
}

/// The size of a file: `1.4 MB`, `300 kB`.
pub(crate) fn size(bytes: u64) -> String {
    const MEGA: u64 = 1 << 20;
    if bytes >= MEGA {
        format!("{}.{} MB", bytes / MEGA, bytes % MEGA * 10 / MEGA)
    } else {
        format!("{} kB", bytes.div_ceil(1 << 10))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("a moment")
    }

    #[test]
    fn a_period_that_ends_with_a_day_is_shown_as_that_days_24_00() {
        let now = at("2026-11-20T02:00:00Z");
        let due = at("2026-11-26T16:00:00Z");
        assert_eq!(last_moment(due, now, Language::Zh), "11月26日 24:00");
        assert_eq!(last_moment(due.plus(3_600), now, Language::En), "27 Nov 01:00");
        let later = at("2028-01-01T00:00:00Z");
        assert_eq!(last_moment(due, later, Language::Zh), "2026年11月26日 24:00");
    }

    #[test]
    fn what_is_left_is_told_in_the_two_largest_units() {
        assert_eq!(left(4 * DAY + 14 * HOUR + 59, Language::Zh), "4 天 14 时");
        assert_eq!(left(14 * HOUR + 3 * MINUTE, Language::En), "14 h 03 min");
        assert_eq!(left(59, Language::Zh), "0 分");
        assert_eq!(left(-5, Language::Zh), "0 分");
    }

    #[test]
    fn sizes_are_rounded_for_people() {
        assert_eq!(size(1), "1 kB");
        assert_eq!(size(3 << 19), "1.5 MB");
    }
}
