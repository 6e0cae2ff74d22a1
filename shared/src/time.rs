//! Instants and legal dates.
//!
//! An [`Instant`] is a point on the time line, UTC, second precision. A [`LegalDate`] is a day of the
//! calendar that binds the authorities: the one of `Asia/Shanghai` (`docs/deadlines.md`, rule 1).
//! Nothing here reads a clock.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Utc};
use chrono_tz::Asia::Shanghai;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A point in time in whole seconds since 1970-01-01T00:00:00Z. On the wire: RFC 3339.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime, example = "2026-11-12T03:20:00Z"))]
pub struct Instant(i64);

/// From this instant on (1992-01-01 in Shanghai) the zone has been UTC+8 without interruption, so the
/// conversion needs no table. The zone database is still asked for everything earlier.
const FIXED_SINCE: i64 = 694_195_200;
const OFFSET: i64 = 8 * 3600;
const DAY: i64 = 86_400;
/// Days from 0001-01-01 (day 1 of the common era) to 1970-01-01.
const EPOCH_DAYS: i32 = 719_163;

impl Instant {
    /// From seconds since the epoch.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since the epoch.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Parses RFC 3339; fractions of a second are cut off.
    ///
    /// # Errors
    /// The parser's own message, for a developer.
    pub fn parse(text: &str) -> Result<Self, chrono::ParseError> {
        DateTime::parse_from_rfc3339(text).map(|t| Self(t.timestamp()))
    }

    /// This instant moved by so many seconds.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to this instant; negative if it lies after.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day that the people concerned call this instant's day.
    #[must_use]
    pub fn local_date(self) -> LegalDate {
        if self.0 >= FIXED_SINCE {
            let days = (self.0 + OFFSET).div_euclid(DAY);
            return LegalDate(i32::try_from(days).map_or(i32::MAX, |d| d.saturating_add(EPOCH_DAYS)));
        }
        LegalDate::from(self.local().date_naive())
    }

    /// Hour, minute and second of the local day.
    #[must_use]
    pub fn local_time(self) -> (u32, u32, u32) {
        use chrono::Timelike;
        if self.0 >= FIXED_SINCE {
            let second = (self.0 + OFFSET).rem_euclid(DAY) as u32;
            return (second / 3600, second / 60 % 60, second % 60);
        }
        let t = self.local();
        (t.hour(), t.minute(), t.second())
    }

    fn local(self) -> DateTime<chrono_tz::Tz> {
        let utc = DateTime::<Utc>::from_timestamp(self.0, 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
        utc.with_timezone(&Shanghai)
    }
}

/// The digits of a number below a hundred. Explanations are made of days and times, and by hand they take a third of
/// the time of padded formatting.
fn two(number: u32) -> [u8; 2] {
    [number / 10, number].map(|place| b'0' + (place % 10) as u8)
}

/// As `HH:MM:SS`.
pub(crate) fn time_of_day((hour, minute, second): (u32, u32, u32)) -> [u8; 8] {
    let ([a, b], [c, d], [e, f]) = (two(hour), two(minute), two(second));
    [a, b, b':', c, d, b':', e, f]
}

/// Digits and the signs between them.
pub(crate) fn as_text(digits: &[u8]) -> &str {
    std::str::from_utf8(digits).unwrap_or_default()
}

impl Instant {
    /// As `YYYY-MM-DDTHH:MM:SSZ`; none for years that four digits do not write.
    fn written(self) -> Option<[u8; 20]> {
        let day = i32::try_from(self.0.div_euclid(DAY)).ok()?;
        let second = self.0.rem_euclid(DAY) as u32;
        let mut text = *b"0000-00-00T00:00:00Z";
        text[..10].copy_from_slice(&LegalDate(day.checked_add(EPOCH_DAYS)?).written()?);
        text[11..19].copy_from_slice(&time_of_day((second / 3600, second / 60 % 60, second % 60)));
        Some(text)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = self.written() {
            return f.write_str(as_text(&text));
        }
        match DateTime::<Utc>::from_timestamp(self.0, 0) {
            Some(t) => f.write_str(&t.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
            None => write!(f, "@{}", self.0),
        }
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.written() {
            Some(text) => serializer.serialize_str(as_text(&text)),
            None => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text)
            .map_err(|_| de::Error::custom("expected an RFC 3339 instant such as 2026-11-12T03:20:00Z"))
    }
}

/// A day in `Asia/Shanghai`, held as its number in the common era (0001-01-01 is 1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = Date, example = "2026-11-26"))]
pub struct LegalDate(i32);

impl LegalDate {
    /// The day with this year, month and day, if there is one.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// The day with this number of the common era.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// The number of this day in the common era.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Parses `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let mut next = |most: usize| {
            let digits = parts.next().filter(|part| (1..=most).contains(&part.len()))?;
            // By hand: "+5" is a number to the parser of numbers.
            digits.bytes().try_fold(0, |number, byte| {
                byte.is_ascii_digit()
                    .then(|| number * 10 + u32::from(byte - b'0'))
            })
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// This day moved by so many days.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// 00:00 local time: the instant at which the day before ends, its "24:00".
    #[must_use]
    pub fn start(self) -> Instant {
        let fixed = Instant(i64::from(self.0 - EPOCH_DAYS) * DAY - OFFSET);
        if fixed.0 >= FIXED_SINCE {
            return fixed;
        }
        let midnight = self.naive().and_hms_opt(0, 0, 0).unwrap_or_default();
        Shanghai
            .from_local_datetime(&midnight)
            .earliest()
            .map_or(fixed, |t| Instant(t.timestamp()))
    }

    /// Year, month, day.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.naive();
        (date.year(), date.month(), date.day())
    }

    /// 0 is Monday, 6 is Sunday.
    #[must_use]
    pub const fn weekday(self) -> u8 {
        // Day 1 of the common era was a Monday.
        ((self.0 - 1).rem_euclid(7)) as u8
    }

    /// As `YYYY-MM-DD`; none for years that four digits do not write.
    fn written(self) -> Option<[u8; 10]> {
        let (year, month, day) = self.ymd();
        let year = u32::try_from(year).ok().filter(|year| *year <= 9999)?;
        let ([a, b], [c, d]) = (two(year / 100), two(year % 100));
        let ([e, f], [g, h]) = (two(month), two(day));
        Some([a, b, c, d, b'-', e, f, b'-', g, h])
    }

    fn naive(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or(NaiveDate::MAX)
    }
}

impl From<NaiveDate> for LegalDate {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce())
    }
}

impl fmt::Display for LegalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(text) = self.written() {
            return f.write_str(as_text(&text));
        }
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl fmt::Debug for LegalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for LegalDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.written() {
            Some(text) => serializer.serialize_str(as_text(&text)),
            None => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for LegalDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("expected a day such as 2026-11-26"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_offset_agrees_with_the_zone_database() {
        for seconds in (FIXED_SINCE..4_000_000_000).step_by(86_399 * 7) {
            let instant = Instant(seconds);
            assert_eq!(
                instant.local_date(),
                LegalDate::from(instant.local().date_naive())
            );
        }
    }

    #[test]
    fn an_instant_is_written_as_the_library_writes_it() {
        let library = |seconds| {
            let time = DateTime::<Utc>::from_timestamp(seconds, 0).expect("in range");
            time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
        };
        // From before the year 0 to after the year 9999.
        for seconds in (-62_300_000_000..253_500_000_000).step_by(86_399 * 5_003) {
            assert_eq!(Instant(seconds).to_string(), library(seconds));
        }
    }

    #[test]
    fn summer_time_of_1986_is_known() {
        // 1986-07-01T15:30:00Z was already 00:30 of 2 July in Shanghai's summer time.
        let instant = Instant::parse("1986-07-01T15:30:00Z").expect("a valid instant");
        assert_eq!(instant.local_date().to_string(), "1986-07-02");
    }

    #[test]
    fn a_day_is_read_as_it_is_written() {
        let day = LegalDate::new(2026, 2, 3);
        assert_eq!(LegalDate::parse("2026-02-03"), day);
        assert_eq!(LegalDate::parse("2026-2-3"), day);
        for text in [
            "",
            "2026-02",
            "2026-02-30",
            "2026-13-01",
            "2026-02-03-",
            "2026-02-+3",
            "2026-002-03",
            " 2026-02-03",
            "2026/02/03",
        ] {
            assert_eq!(LegalDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_begins_at_local_midnight() {
        let day = LegalDate::new(2026, 11, 27).expect("a valid day");
        assert_eq!(day.start().to_string(), "2026-11-26T16:00:00Z");
        assert_eq!(day.start().local_date(), day);
        assert_eq!(day.weekday(), 4);
    }
}
