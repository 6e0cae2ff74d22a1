//! What the sentences of an explanation are made of: days, instants, lengths and holidays in words.

use super::{ClosedRun, Pause, Why};
use crate::time::{Instant, LegalDate};
use std::fmt::{self, Display, Formatter};

/// What sentences are made of.
pub(super) trait Phrase {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result;
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result;
}

pub(super) fn zh(phrase: &impl Phrase) -> impl Display {
    fmt::from_fn(move |f| phrase.zh(f))
}

pub(super) fn en(phrase: &impl Phrase) -> impl Display {
    fmt::from_fn(move |f| phrase.en(f))
}

impl Phrase for LegalDate {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{self}（{}）",
            ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][usize::from(self.weekday())]
        )
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {self}",
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][usize::from(self.weekday())]
        )
    }
}

impl Phrase for (LegalDate, LegalDate) {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.zh(f)?;
        if self.0 == self.1 {
            Ok(())
        } else {
            write!(f, "至 {}", zh(&self.1))
        }
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.en(f)?;
        if self.0 == self.1 {
            Ok(())
        } else {
            write!(f, " to {}", en(&self.1))
        }
    }
}

impl Phrase for Instant {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", zh(&self.local_date()), time(*self))
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", en(&self.local_date()), time(*self))
    }
}

impl Phrase for Pause {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} 至 {}", zh(&self.from), zh(&self.to))
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "from {} to {}", en(&self.from), en(&self.to))
    }
}

impl Phrase for ClosedRun {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let days = (self.first, self.last);
        match &self.why {
            Why::Weekend => write!(f, "{}周末", zh(&days)),
            Why::Holiday { name } => write!(f, "{}{name}放假", zh(&days)),
        }
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let days = (self.first, self.last);
        match &self.why {
            Why::Weekend => write!(f, "{} weekend", en(&days)),
            Why::Holiday { name } => write!(f, "{} {}", en(&days), holiday(name)),
        }
    }
}

/// Seconds as hours, minutes and seconds.
pub(super) struct Length(pub(super) i64);

impl Phrase for Length {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} 小时 {} 分 {} 秒",
            self.0 / 3600,
            self.0 / 60 % 60,
            self.0 % 60
        )
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} h {} min {} s",
            self.0 / 3600,
            self.0 / 60 % 60,
            self.0 % 60
        )
    }
}

fn time(instant: Instant) -> impl Display {
    let (hour, minute, second) = instant.local_time();
    fmt::from_fn(move |f| write!(f, "{hour:02}:{minute:02}:{second:02}"))
}

/// The statutory holidays in English; another name stays as the arrangement has it.
pub(super) fn holiday(name: &str) -> &str {
    match name {
        "元旦" => "New Year's Day",
        "春节" => "Spring Festival",
        "清明" => "Qingming",
        "劳动节" => "Labour Day",
        "端午" => "Dragon Boat Festival",
        "中秋" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        other => other,
    }
}
