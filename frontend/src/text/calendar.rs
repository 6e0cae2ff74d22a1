//! The calendar and the import of an arrangement.

/// Texts of it.
#[derive(Debug)]
pub struct CalendarTexts {
    /// Heading of the page.
    pub title: &'static str,
    /// Chooses a year.
    pub year: &'static str,
    /// One year back.
    pub year_before: &'static str,
    /// One year on.
    pub year_after: &'static str,
    /// The year has no published arrangement.
    pub provisional: fn(i32) -> String,
    /// How many days of the year are worked.
    pub working_days: fn(i32, u32) -> String,
    /// How many days of a month are worked.
    pub of_month: fn(u32) -> String,
    /// Mark of a day that is closed.
    pub closed: &'static str,
    /// Mark of a weekend day that is worked.
    pub worked: &'static str,
    /// Worked, worked weekend, weekend, closed: the legend.
    pub kinds: [&'static str; 4],
    /// Heading of the list of holidays.
    pub holidays: &'static str,
    /// Between two days of a list.
    pub between: &'static str,
    /// Where the calendar comes from, and its version.
    pub origin: fn(&str, &str) -> String,
    /// It came with Anju.
    pub delivered: &'static str,
    /// It is the law's alone.
    pub by_law: &'static str,
    /// Opens the import.
    pub import: &'static str,
    /// The words of the file.
    pub text: &'static str,
    /// What they may be.
    pub text_hint: &'static str,
    /// A file instead.
    pub file: &'static str,
    /// In the place to drop it.
    pub file_prompt: &'static str,
    /// The document that says so.
    pub source: &'static str,
    /// What it may be.
    pub source_hint: &'static str,
    /// For which part of the country.
    pub division: &'static str,
    /// What it may be.
    pub division_hint: &'static str,
    /// Looks at the file.
    pub preview: &'static str,
    /// How many problems there are.
    pub problems: fn(usize) -> String,
    /// A line of the file.
    pub line: fn(u64) -> String,
    /// Heading of an arrangement: year, division, working days.
    pub arrangement: fn(i32, &str, u32) -> String,
    /// Heads what is unusual.
    pub doubts: &'static str,
    /// How many days change.
    pub changed: fn(usize) -> String,
    /// No day changes.
    pub unchanged: &'static str,
    /// The table of changed days.
    pub changes: &'static str,
    /// Column: the day.
    pub day: &'static str,
    /// Column: what it was.
    pub before: &'static str,
    /// Column: what it is then.
    pub after: &'static str,
    /// Makes a draft of it.
    pub draft: &'static str,
    /// Before the name of the draft that was made.
    pub drafted: &'static str,
}

pub(super) static ZH: CalendarTexts = CalendarTexts {
    title: "工作日日历",
    year: "年份",
    year_before: "上一年",
    year_after: "下一年",
    provisional: |year| format!("{year} 年节假日安排尚未发布，涉及该年的期限为暂定。"),
    working_days: |year, days| format!("{year} 年共 {days} 个工作日"),
    of_month: |days| format!("{days} 个工作日"),
    closed: "休",
    worked: "班",
    kinds: ["工作日", "调休上班", "周末", "节假日放假"],
    holidays: "放假与调休",
    between: "、",
    origin: |source, version| format!("依据：{source}。日历版本 {version}"),
    delivered: "国务院办公厅年度安排（随系统提供）",
    by_law: "《全国年节及纪念日放假办法》",
    import: "导入安排",
    text: "文件内容",
    text_hint: "JSON、ICS 或 CSV；CSV 每行为日期、休或班、节日名称",
    file: "选择文件",
    file_prompt: "或将文件拖到此处",
    source: "文号或文件标题",
    source_hint: "如 国办发明电〔2026〕1号；发布时必填",
    division: "适用区划",
    division_hint: "全国安排留空；地方假日填行政区划代码的开头",
    preview: "预览",
    problems: |count| format!("有 {count} 个问题，改正后再预览。"),
    line: |line| format!("第 {line} 行"),
    arrangement: |year, division, days| match division {
        "" => format!("{year} 年全国安排 · {days} 个工作日"),
        division => format!("{year} 年地方安排（{division}） · {days} 个工作日"),
    },
    doubts: "请核对：",
    changed: |count| format!("与现行日历相比，{count} 天有变化："),
    unchanged: "与现行日历一致，没有变化。",
    changes: "有变化的日期",
    day: "日期",
    before: "现在",
    after: "之后",
    draft: "形成修订草稿",
    drafted: "已形成修订草稿：",
};

pub(super) static EN: CalendarTexts = CalendarTexts {
    title: "Working days",
    year: "Year",
    year_before: "Year before",
    year_after: "Year after",
    provisional: |year| {
        format!("The arrangement for {year} is not published yet; periods over it are provisional.")
    },
    working_days: |year, days| format!("{days} working days in {year}"),
    of_month: |days| format!("{days} working days"),
    closed: "off",
    worked: "on",
    kinds: ["Working day", "Worked weekend", "Weekend", "Holiday"],
    holidays: "Holidays and worked weekends",
    between: ", ",
    origin: |source, version| format!("Source: {source}. Version of the calendar: {version}"),
    delivered: "yearly arrangement of the State Council (delivered with Anju)",
    by_law: "Regulation on Public Holidays",
    import: "Import arrangement",
    text: "Content of the file",
    text_hint: "JSON, ICS or CSV; a line of CSV has date, off or work, name of the holiday",
    file: "Choose a file",
    file_prompt: "or drop it here",
    source: "Number or title of the document",
    source_hint: "Wanted before it is published",
    division: "Division",
    division_hint: "Empty for the whole country; the beginning of a division code for a local holiday",
    preview: "Preview",
    problems: |count| format!("{count} problems; correct them and preview again."),
    line: |line| format!("line {line}"),
    arrangement: |year, division, days| match division {
        "" => format!("{year}, whole country · {days} working days"),
        division => format!("{year}, division {division} · {days} working days"),
    },
    doubts: "Please check:",
    changed: |count| format!("{count} days are otherwise than in the calendar in force:"),
    unchanged: "It is what the calendar in force says.",
    changes: "Days that change",
    day: "Day",
    before: "Now",
    after: "Then",
    draft: "Make a draft revision",
    drafted: "Draft made: ",
};
