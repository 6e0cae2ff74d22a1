//! The steps in words, Chinese and English.

use super::{
    ClosedRun, Step,
    phrase::{Length, Phrase, en, holiday, zh},
};
use std::fmt::{self, Display, Formatter, Write};

impl Step {
    /// The step as a sentence in Chinese.
    #[must_use]
    pub fn text_zh(&self) -> String {
        sentence(&self.zh())
    }

    /// The step as a sentence in English.
    #[must_use]
    pub fn text_en(&self) -> String {
        sentence(&self.en())
    }

    pub(super) fn zh(&self) -> impl Display {
        fmt::from_fn(move |f| match self {
            Self::SetBy { clause } => write!(f, "期限依据：{clause}"),
            Self::Started { at, period, .. } => write!(f, "{} 起算，期限 {period}", zh(at)),
            Self::FirstDayLeftOut { date } => write!(f, "{}为开始的当日，不计入", zh(date)),
            Self::Counted {
                first,
                last,
                days,
                total,
            } => {
                write!(f, "{}计入 {days} 日，累计 {total} 日", zh(&(*first, *last)))
            }
            Self::WorkedWeekend { date, name, total } => {
                write!(f, "{}为{name}调休上班日，计入，累计 {total} 日", zh(date))
            }
            Self::Skipped(run) => write!(f, "{}，不计入", zh(run)),
            Self::Paused {
                pause,
                first,
                last,
                days,
            } => {
                write!(
                    f,
                    "{} 中止，{}共 {days} 日不计入",
                    zh(pause),
                    zh(&(*first, *last))
                )
            }
            Self::PausedTime { pause, seconds, end } => {
                write!(
                    f,
                    "{} 中止，顺延 {}，至 {}",
                    zh(pause),
                    zh(&Length(*seconds)),
                    zh(end)
                )
            }
            Self::PauseWithoutEffect { pause } => write!(f, "{} 中止，不影响期限", zh(pause)),
            Self::Extended { days, from, to } => {
                write!(
                    f,
                    "延期 {days} 日，自 {}的次日起按日计算，至 {}",
                    zh(from),
                    zh(to)
                )
            }
            Self::ExtendedTime { days, end } => {
                write!(f, "延期 {days} 日，按 {} 小时计，至 {}", hours(*days), zh(end))
            }
            Self::RunsThrough { end } => write!(f, "按时计算，夜间和节假日不扣除，至 {}", zh(end)),
            Self::Moved { from, to, over } => {
                write!(f, "末日 {}不是工作日（", zh(from))?;
                list(f, over, "、", ClosedRun::zh)?;
                write!(f, "），顺延至 {}", zh(to))
            }
            Self::Ends {
                last_day: Some(day), ..
            } => write!(f, "期限届满：{}24:00", zh(day)),
            Self::Ends { last_day: None, at } => write!(f, "期限届满：{}", zh(at)),
            Self::Provisional { year } => {
                write!(f, "{year} 年节假日安排尚未公布，本结果为暂定，公布后重新计算")
            }
        })
    }

    pub(super) fn en(&self) -> impl Display {
        fmt::from_fn(move |f| match self {
            Self::SetBy { clause } => write!(f, "Set by {clause}"),
            Self::Started { at, period, .. } => write!(f, "Started {}; period: {}", en(at), period.text_en()),
            Self::FirstDayLeftOut { date } => {
                write!(f, "{} is the day of the start and does not count", en(date))
            }
            Self::Counted {
                first,
                last,
                days,
                total,
            } => {
                write!(f, "{}: {days} counted, {total} so far", en(&(*first, *last)))
            }
            Self::WorkedWeekend { date, name, total } => {
                let name = holiday(name);
                write!(f, "{}: worked in exchange for {name}, {total} so far", en(date))
            }
            Self::Skipped(run) => write!(f, "{}: not counted", en(run)),
            Self::Paused {
                pause,
                first,
                last,
                days,
            } => {
                write!(
                    f,
                    "Paused {}: {}, {days} in all, not counted",
                    en(pause),
                    en(&(*first, *last))
                )
            }
            Self::PausedTime { pause, seconds, end } => {
                write!(
                    f,
                    "Paused {}: ends {} later, {}",
                    en(pause),
                    en(&Length(*seconds)),
                    en(end)
                )
            }
            Self::PauseWithoutEffect { pause } => write!(f, "Paused {}: no effect", en(pause)),
            Self::Extended { days, from, to } => {
                let s = plural(*days);
                write!(
                    f,
                    "Extended by {days} calendar day{s}, counted from the day after {}, to {}",
                    en(from),
                    en(to)
                )
            }
            Self::ExtendedTime { days, end } => {
                let s = plural(*days);
                write!(
                    f,
                    "Extended by {days} day{s}, {} hours, until {}",
                    hours(*days),
                    en(end)
                )
            }
            Self::RunsThrough { end } => write!(f, "Runs through nights and holidays until {}", en(end)),
            Self::Moved { from, to, over } => {
                write!(f, "The last day, {}, is not a working day (", en(from))?;
                list(f, over, ", ", ClosedRun::en)?;
                write!(f, "); moved to {}", en(to))
            }
            Self::Ends {
                last_day: Some(day), ..
            } => write!(f, "Ends {} at 24:00", en(day)),
            Self::Ends { last_day: None, at } => write!(f, "Ends {}", en(at)),
            Self::Provisional { year } => {
                write!(
                    f,
                    "The arrangement for {year} is not published: provisional, to be counted again when it is"
                )
            }
        })
    }
}

/// Most sentences fit without growing.
fn sentence(words: &impl Display) -> String {
    let mut text = String::with_capacity(128);
    let written = write!(text, "{words}");
    debug_assert!(written.is_ok(), "a string takes everything");
    text
}

fn plural(number: u32) -> &'static str {
    if number == 1 { "" } else { "s" }
}

fn hours(days: u32) -> u64 {
    u64::from(days) * 24
}

fn list<T>(
    f: &mut Formatter<'_>,
    items: &[T],
    comma: &str,
    say: impl Fn(&T, &mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            f.write_str(comma)?;
        }
        say(item, f)?;
    }
    Ok(())
}
