//! What can be wrong with an arrangement that somebody imports.

use crate::time::LegalDate;
use serde::{Deserialize, Serialize};

/// One inconsistency of an arrangement. Shown in English by `Display`, in Chinese by [`Self::text_zh`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum CalendarProblem {
    /// The text is not JSON of the expected form.
    #[error("not a calendar: {message}")]
    Malformed {
        /// The parser's words, with line and column.
        message: String,
    },
    /// The arrangement is for another place.
    #[error("zone: expected Asia/Shanghai, found {found}")]
    Zone {
        /// What stands in the file.
        found: String,
    },
    /// Not a year from 2000 to 2100.
    #[error("{year}: expected a year from 2000 to 2100")]
    Year {
        /// What stands in the file.
        year: String,
    },
    /// A year with no closed weekday: its arrangement is not published yet, so it must be left out.
    #[error("{year}: no weekday is closed; leave a year out until its arrangement is published")]
    Empty {
        /// The year.
        year: i32,
    },
    /// Not a day of its year.
    #[error("{year}: {date} is not a day of that year (expected MM-DD)")]
    NoSuchDay {
        /// The year.
        year: i32,
        /// What stands in the file.
        date: String,
    },
    /// A day or a year that stands in the file more than once.
    #[error("{entry} stands in the file more than once")]
    Twice {
        /// The year or the day.
        entry: String,
    },
    /// A closed day that is a Saturday or Sunday.
    #[error("{date} ({name}) is listed as a closed weekday but is a weekend day")]
    ClosedWeekend {
        /// The day.
        date: LegalDate,
        /// The holiday's name.
        name: String,
    },
    /// A worked day that is no Saturday or Sunday.
    #[error("{date} ({name}) is listed as a worked weekend day but is a weekday")]
    WorkedWeekday {
        /// The day.
        date: LegalDate,
        /// The holiday's name.
        name: String,
    },
    /// A day without the holiday's name.
    #[error("{date}: the holiday's name is missing")]
    Unnamed {
        /// The day.
        date: LegalDate,
    },
}

impl CalendarProblem {
    /// The same in Chinese.
    #[must_use]
    pub fn text_zh(&self) -> String {
        match self {
            Self::Malformed { message } => format!("不是有效的日历文件：{message}"),
            Self::Zone { found } => format!("zone 应为 Asia/Shanghai，实为 {found}"),
            Self::Year { year } => format!("“{year}”应为 2000 至 2100 之间的年份"),
            Self::Empty { year } => format!("{year} 年没有任何放假的工作日；尚未公布安排的年份不应列入"),
            Self::NoSuchDay { year, date } => format!("{year} 年没有“{date}”这一天（格式应为 MM-DD）"),
            Self::Twice { entry } => format!("{entry} 重复出现"),
            Self::ClosedWeekend { date, name } => format!("{date}（{name}）列为放假的工作日，但当天是周末"),
            Self::WorkedWeekday { date, name } => format!("{date}（{name}）列为上班的周末，但当天不是周末"),
            Self::Unnamed { date } => format!("{date} 缺少节日名称"),
        }
    }
}
