//! What can be wrong with a calendar, with an arrangement, and with the file out of which somebody imports one.

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
    /// A day or a year that is there more than once.
    #[error("{entry} is there more than once")]
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
    /// A holiday's name that is none.
    #[error("{date}: a holiday's name has at most {most} characters, all of them visible")]
    Name {
        /// The day.
        date: LegalDate,
        /// So many characters it may have.
        most: usize,
    },
    /// A day that an arrangement of that year cannot name.
    #[error("{date} is not a day of {year}, nor of the December before or the January after")]
    OtherYear {
        /// The arrangement's year.
        year: i32,
        /// The day.
        date: LegalDate,
    },
    /// A division that is none.
    #[error(
        "division {division}: expected the beginning of a division code (2, 4, 6, 9 or 12 digits), or nothing for the whole country"
    )]
    Division {
        /// What stands there.
        division: String,
    },
    /// An arrangement that does not say who published it where.
    #[error("{year}: the number or title of the document is missing")]
    Unsourced {
        /// The year.
        year: i32,
    },
    /// A document's title that is none.
    #[error("the number or title of the document has at most {most} characters, all of them visible")]
    Source {
        /// So many characters it may have.
        most: usize,
    },
    /// A year that the file names without saying anything about it.
    #[error("{year}: its arrangement is not published yet")]
    Unpublished {
        /// The year.
        year: i32,
    },
    /// A file that is too long.
    #[error("the file is longer than {most} bytes")]
    TooLong {
        /// So long it may be.
        most: usize,
    },
    /// A file of none of the known forms.
    #[error("expected JSON, ICS (iCalendar) or CSV with date, type and name")]
    Unrecognised,
    /// A file in which there is no day.
    #[error("no day of a calendar is in the file")]
    NoDays,
    /// A date that cannot be read.
    #[error("“{found}” is no date (expected for example 2027-01-01)")]
    Date {
        /// What stands there.
        found: String,
    },
    /// A day that is neither closed nor worked.
    #[error("“{found}” says neither 休 (closed) nor 班 (worked)")]
    Type {
        /// What stands there.
        found: String,
    },
    /// Something without which a day is not known.
    #[error("“{name}” is missing")]
    Missing {
        /// The column, the member or the property.
        name: String,
    },
    /// Something that would change the meaning and is not read.
    #[error("“{name}” is not read here; give every day by itself")]
    NotRead {
        /// The member or the property.
        name: String,
    },
    /// An event of many days that ends before it begins, or goes on and on.
    #[error("expected an end after the beginning, and at most {most} days")]
    Range {
        /// So many days it may have.
        most: u32,
    },
    /// A problem at a place of the file.
    #[error("{place}: {what}")]
    At {
        /// Where.
        place: Place,
        /// What.
        #[cfg_attr(feature = "openapi", schema(no_recursion))]
        what: Box<CalendarProblem>,
    },
    /// Problems that are not listed any more.
    #[error("and {count} more")]
    More {
        /// How many.
        count: usize,
    },
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A line, the first of which is 1.
    #[error("line {0}")]
    Line(u64),
    /// A member of a JSON text, as `days[3].date`.
    #[error("{0}")]
    Member(String),
}

impl Place {
    fn text_zh(&self) -> String {
        match self {
            Self::Line(line) => format!("第 {line} 行"),
            Self::Member(member) => member.clone(),
        }
    }
}

impl CalendarProblem {
    /// A day that is closed on a weekend or worked on a weekday.
    pub(super) fn misplaced(date: LegalDate, name: &str, worked: bool) -> Self {
        let name = name.to_owned();
        if worked {
            Self::WorkedWeekday { date, name }
        } else {
            Self::ClosedWeekend { date, name }
        }
    }

    /// This problem at a place.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn at(self, place: Place) -> Self {
        let what = Box::new(self);
        Self::At { place, what }
    }

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
            Self::Name { date, most } => {
                format!("{date} 的节日名称不得超过 {most} 个字，且不得含不可见字符")
            }
            Self::OtherYear { year, date } => {
                format!("{date} 不属于 {year} 年，也不在其前一年 12 月或后一年 1 月")
            }
            Self::Division { division } => {
                format!("区划“{division}”应为行政区划代码的开头（2、4、6、9 或 12 位数字），全国则留空")
            }
            Self::Unsourced { year } => format!("{year} 年的安排缺少文号或文件标题"),
            Self::Source { most } => format!("文号或文件标题不得超过 {most} 个字，且不得含不可见字符"),
            Self::Unpublished { year } => format!("{year} 年的安排尚未公布"),
            Self::TooLong { most } => format!("文件不得超过 {most} 字节"),
            Self::Unrecognised => "应为 JSON、ICS（iCalendar）或含日期、类型、名称的 CSV".to_owned(),
            Self::NoDays => "文件中没有任何日期".to_owned(),
            Self::Date { found } => format!("“{found}”不是日期（应如 2027-01-01）"),
            Self::Type { found } => format!("“{found}”未说明是“休”还是“班”"),
            Self::Missing { name } => format!("缺少“{name}”"),
            Self::NotRead { name } => format!("不支持“{name}”，请逐日列出"),
            Self::Range { most } => format!("结束日期应晚于开始日期，且不超过 {most} 天"),
            Self::At { place, what } => format!("{}：{}", place.text_zh(), what.text_zh()),
            Self::More { count } => format!("另有 {count} 个问题"),
        }
    }
}
