//! What the sentences of an explanation are made of: days, instants, lengths and holidays in words.

use super::{ClosedRun, Pause, Why};
use crate::time::{Instant, LegalDate, as_text, time_of_day};
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
        Display::fmt(self, f)?;
        let days = [
            "（周一）",
            "（周二）",
            "（周三）",
            "（周四）",
            "（周五）",
            "（周六）",
            "（周日）",
        ];
        f.write_str(days[usize::from(self.weekday())])
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let days = ["Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "];
        f.write_str(days[usize::from(self.weekday())])?;
        Display::fmt(self, f)
    }
}

impl Phrase for (LegalDate, LegalDate) {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.zh(f)?;
        if self.0 == self.1 {
            Ok(())
        } else {
            f.write_str("至 ")?;
            self.1.zh(f)
        }
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.en(f)?;
        if self.0 == self.1 {
            Ok(())
        } else {
            f.write_str(" to ")?;
            self.1.en(f)
        }
    }
}

impl Phrase for Instant {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.local_date().zh(f)?;
        time(*self, f)
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.local_date().en(f)?;
        f.write_str(" ")?;
        time(*self, f)
    }
}

impl Phrase for Pause {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.from.zh(f)?;
        f.write_str(" 至 ")?;
        self.to.zh(f)
    }
    fn en(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "from {} to {}", en(&self.from), en(&self.to))
    }
}

impl Phrase for ClosedRun {
    fn zh(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let days = (self.first, self.last);
        match &self.why {
            Why::Weekend => {
                days.zh(f)?;
                f.write_str("周末")
            }
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

fn time(instant: Instant, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str(as_text(&time_of_day(instant.local_time())))
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
