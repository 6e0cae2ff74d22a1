//! Dates, moments, durations and numbers, as people write them. Pure: "now" is an argument.

use anju_shared::{
    problem::Language,
    time::{Instant, LegalDate},
};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How exactly a duration is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exactness {
    /// The two largest units, for rows of a list: `1 天 3 时`.
    Short,
    /// Down to minutes, and to seconds in the last hour: `1 天 3 时 12 分`.
    Full,
}

/// A span of time without direction: `4 天 14 时 03 分`.
#[must_use]
pub fn duration(seconds: i64, exactness: Exactness, language: Language) -> String {
    let seconds = seconds.abs();
    let (days, hours, minutes, rest) = (
        seconds / DAY,
        seconds % DAY / HOUR,
        seconds % HOUR / MINUTE,
        seconds % MINUTE,
    );
    let [day, hour, minute, second] = match language {
        Language::Zh => [" 天", " 时", " 分", " 秒"],
        Language::En => ["d", "h", "min", "s"],
    };
    match exactness {
        _ if seconds < HOUR => format!("{minutes}{minute} {rest:02}{second}"),
        _ if seconds < DAY => format!("{hours}{hour} {minutes:02}{minute}"),
        Exactness::Short => format!("{days}{day} {hours}{hour}"),
        Exactness::Full => format!("{days}{day} {hours}{hour} {minutes:02}{minute}"),
    }
}

/// Hour and minute of the local day: `14:03`.
#[must_use]
pub fn time_of_day(at: Instant) -> String {
    let (hour, minute, _) = at.local_time();
    format!("{hour:02}:{minute:02}")
}

/// What is left until `due`, or by how much it is missed: `剩 1 天 3 时 12 分`, `超 1 天 9 时 05 分`.
///
/// `due` is the exclusive end of the period (`docs/deadlines.md`, rule 3): at `due` itself it is missed.
#[must_use]
pub fn remaining(due: Instant, now: Instant, exactness: Exactness, language: Language) -> String {
    let seconds = due.since(now);
    let span = duration(seconds, exactness, language);
    match (language, seconds > 0) {
        (Language::Zh, true) => format!("剩 {span}"),
        (Language::Zh, false) => format!("超 {span}"),
        (Language::En, true) => format!("{span} left"),
        (Language::En, false) => format!("{span} over"),
    }
}

/// The last moment of a period, written the legal way: a period that ends with a day is shown as that day's
/// 24:00, never as the day after. The year is written if it is not this year.
#[must_use]
pub fn last_day(due: Instant, now: Instant, language: Language) -> String {
    let (hour, minute, second) = due.local_time();
    let this_year = now.local_date().ymd().0;
    if (hour, minute, second) == (0, 0, 0) {
        return format!("{} 24:00", day(due.local_date().plus(-1), this_year, language));
    }
    format!(
        "{} {hour:02}:{minute:02}",
        day(due.local_date(), this_year, language)
    )
}

/// A moment of the past or of the near future: `今天 09:12`, `11月12日 09:15`, `2025年3月12日 09:15`.
#[must_use]
pub fn moment(at: Instant, now: Instant, language: Language) -> String {
    let (hour, minute, _) = at.local_time();
    let (date, today) = (at.local_date(), now.local_date());
    let day = match (date == today, language) {
        (true, Language::Zh) => "今天".to_owned(),
        (true, Language::En) => "Today".to_owned(),
        (false, _) => day(date, today.ymd().0, language),
    };
    format!("{day} {hour:02}:{minute:02}")
}

/// A day, with its year only if it is not `this_year`: `11月26日`, `2027年1月11日`.
#[must_use]
pub fn day(date: LegalDate, this_year: i32, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month, day) = date.ymd();
    match language {
        Language::Zh if year == this_year => format!("{month}月{day}日"),
        Language::Zh => format!("{year}年{month}月{day}日"),
        Language::En => {
            let name = MONTHS[(month.clamp(1, 12) - 1) as usize];
            if year == this_year {
                format!("{day} {name}")
            } else {
                format!("{day} {name} {year}")
            }
        }
    }
}

/// The month that heads a calendar: `2026年11月`, `2026-11`.
#[must_use]
pub fn month(year: i32, month: u32, language: Language) -> String {
    match language {
        Language::Zh => format!("{year}年{month}月"),
        Language::En => format!("{year}-{month:02}"),
    }
}

/// A count with its thousands apart: `12,850`.
#[must_use]
pub fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The size of a file: `820 B`, `34 KB`, `3.4 MB`.
#[must_use]
pub fn bytes(size: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    match size {
        0..KB => format!("{size} B"),
        KB..MB => format!("{} KB", size.div_ceil(KB)),
        _ => format!("{}.{} MB", size / MB, size % MB * 10 / MB),
    }
}

/// A moment as [`parse_moment`] reads it: `2026-11-22 09:15`.
#[must_use]
pub fn moment_input(at: Instant) -> String {
    let (hour, minute, _) = at.local_time();
    format!("{} {hour:02}:{minute:02}", at.local_date())
}

/// Reads day and time, local, as people type them: `2026-11-22 09:15`, `2026/11/22 9:15`,
/// `2026年11月22日 9时15分`, `11-22 9:15` (of this year), `9:15` (today); full-width digits and colons too.
#[must_use]
pub fn parse_moment(text: &str, today: LegalDate) -> Option<Instant> {
    let numbers = numbers(text)?;
    let (this_year, this_month, this_day) = today.ymd();
    let this_year = u32::try_from(this_year).ok()?;
    let (year, month, date, hour, minute) = match *numbers.as_slice() {
        [year, month, date, hour, minute] => (year, month, date, hour, minute),
        [month, date, hour, minute] => (this_year, month, date, hour, minute),
        [hour, minute] => (this_year, this_month, this_day, hour, minute),
        _ => return None,
    };
    if hour > 23 || minute > 59 || year < 1000 {
        return None;
    }
    let day = LegalDate::new(i32::try_from(year).ok()?, month, date)?;
    Some(
        day.start()
            .plus(i64::from(hour) * HOUR + i64::from(minute) * MINUTE),
    )
}

/// The numbers of a text that holds nothing but numbers and the signs that people put between them.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let mut numbers: Vec<u32> = Vec::with_capacity(5);
    let mut inside = false;
    for sign in text.trim().chars() {
        match sign {
            '0'..='9' | '０'..='９' => {
                let base = if sign.is_ascii_digit() { '0' } else { '０' };
                let digit = u32::from(sign) - u32::from(base);
                match numbers.last_mut() {
                    Some(number) if inside => *number = number.checked_mul(10)?.checked_add(digit)?,
                    _ => numbers.push(digit),
                }
                inside = true;
            }
            '-' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '时' | '点' | '分' | 'T' => {
                inside = false
            }
            _ if sign.is_whitespace() => inside = false,
            _ => return None,
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("a valid instant")
    }

    #[test]
    fn a_running_period_says_what_is_left() {
        let now = at("2026-11-22T09:57:00+08:00");
        let due = at("2026-11-27T00:00:00+08:00");
        assert_eq!(
            remaining(due, now, Exactness::Full, Language::Zh),
            "剩 4 天 14 时 03 分"
        );
        assert_eq!(
            remaining(due, now, Exactness::Short, Language::Zh),
            "剩 4 天 14 时"
        );
        assert_eq!(
            remaining(due, now, Exactness::Full, Language::En),
            "4d 14h 03min left"
        );
    }

    #[test]
    fn the_last_hour_ticks_in_seconds() {
        let due = at("2026-11-22T10:00:00+08:00");
        assert_eq!(
            remaining(due, due.plus(-65), Exactness::Short, Language::Zh),
            "剩 1 分 05 秒"
        );
        assert_eq!(
            remaining(due, due.plus(-9660), Exactness::Short, Language::Zh),
            "剩 2 时 41 分"
        );
    }

    #[test]
    fn at_its_exclusive_end_a_period_is_missed() {
        let due = at("2026-11-22T10:00:00+08:00");
        assert_eq!(
            remaining(due, due, Exactness::Full, Language::Zh),
            "超 0 分 00 秒"
        );
        let late = due.plus(33 * HOUR + 300);
        assert_eq!(
            remaining(due, late, Exactness::Short, Language::Zh),
            "超 1 天 9 时"
        );
    }

    #[test]
    fn a_period_in_days_ends_at_24_00_of_its_last_day() {
        // Deadlines, rule 3: 00:00 of the 27th is shown as 24:00 of the 26th.
        let now = at("2026-11-22T09:57:00+08:00");
        assert_eq!(
            last_day(at("2026-11-27T00:00:00+08:00"), now, Language::Zh),
            "11月26日 24:00"
        );
        assert_eq!(
            last_day(at("2027-01-01T00:00:00+08:00"), now, Language::Zh),
            "12月31日 24:00"
        );
        assert_eq!(
            last_day(at("2027-01-12T00:00:00+08:00"), now, Language::Zh),
            "2027年1月11日 24:00"
        );
        assert_eq!(
            last_day(at("2026-11-27T00:00:00+08:00"), now, Language::En),
            "26 Nov 24:00"
        );
    }

    #[test]
    fn a_period_in_hours_ends_at_its_minute() {
        let now = at("2026-11-22T09:57:00+08:00");
        assert_eq!(
            last_day(at("2026-11-22T12:06:00+08:00"), now, Language::Zh),
            "11月22日 12:06"
        );
    }

    #[test]
    fn moments_name_today() {
        let now = at("2026-11-22T09:57:00+08:00");
        assert_eq!(
            moment(at("2026-11-22T09:12:00+08:00"), now, Language::Zh),
            "今天 09:12"
        );
        assert_eq!(
            moment(at("2026-11-12T11:20:00+08:00"), now, Language::Zh),
            "11月12日 11:20"
        );
        assert_eq!(
            moment(at("2025-03-12T09:15:00+08:00"), now, Language::Zh),
            "2025年3月12日 09:15"
        );
    }

    #[test]
    fn numbers_and_sizes() {
        assert_eq!(number(0), "0");
        assert_eq!(number(128), "128");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(bytes(820), "820 B");
        assert_eq!(bytes(34_000), "34 KB");
        assert_eq!(bytes(3_600_000), "3.4 MB");
    }

    #[test]
    fn moments_are_read_as_people_type_them() {
        let today = LegalDate::new(2026, 11, 22).expect("a valid day");
        let expected = Some(at("2026-11-20T09:15:00+08:00"));
        for text in [
            "2026-11-20 09:15",
            "2026/11/20 9:15",
            "2026年11月20日 9时15分",
            "11-20 9:15",
            "11月20日9：15",
            "１１-20 9:15",
        ] {
            assert_eq!(parse_moment(text, today), expected, "{text}");
        }
        assert_eq!(parse_moment("9:15", today), Some(at("2026-11-22T09:15:00+08:00")));
        for text in [
            "",
            "昨天",
            "2026-02-30 09:15",
            "2026-11-20 24:00",
            "2026-11-20",
            "99999999999",
        ] {
            assert_eq!(parse_moment(text, today), None, "{text}");
        }
        let written = moment_input(at("2026-11-20T09:15:00+08:00"));
        assert_eq!(parse_moment(&written, today), expected);
    }
}
