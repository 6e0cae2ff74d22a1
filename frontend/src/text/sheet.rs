//! 为什么是这一天: the explanation of a period, on the screen and as a sheet on paper.

/// Texts of the explanation of a period.
#[derive(Debug)]
pub struct SheetTexts {
    /// Title of the sheet.
    pub title: &'static str,
    /// The sheet of one period: "期限计算说明（签收）".
    pub of: fn(&str) -> String,
    /// Which period.
    pub period: &'static str,
    /// A period that started again: "第 2 次起算".
    pub round: fn(u32) -> String,
    /// The clause that sets it.
    pub clause: &'static str,
    /// The clause that permits its extension.
    pub extension: &'static str,
    /// From when it is counted.
    pub start: &'static str,
    /// How it is counted.
    pub steps: &'static str,
    /// When it ends.
    pub ends: &'static str,
    /// The calendar gives another end than the one on record: the latter follows.
    pub differs: fn(&str) -> String,
    /// The rules and the calendar.
    pub made_with: &'static str,
    /// Rules and calendar in their versions.
    pub versions: fn(&str, u32, &str) -> String,
    /// When it was printed, by whom, of which unit.
    pub printed: fn(&str, &str, &str) -> String,
    /// Marks in the cells of the calendar: start, holiday, worked weekend, last day.
    pub marks: [&'static str; 4],
}

pub(super) static ZH: SheetTexts = SheetTexts {
    title: "期限计算说明",
    of: |period| format!("期限计算说明（{period}）"),
    period: "期限",
    round: |round| format!("第 {round} 次起算"),
    clause: "依据",
    extension: "延期依据",
    start: "起算时间",
    steps: "计算过程",
    ends: "届满",
    differs: |due| format!("按现行日历计算的届满时间与登记的不一致，登记为 {due}，以登记的为准。"),
    made_with: "计算依据",
    versions: |rules, version, calendar| format!("规则 {rules} 版本 {version}；日历 {calendar}"),
    printed: |at, name, unit| format!("{at} 由{unit} {name} 制作"),
    marks: ["始", "休", "班", "止"],
};

pub(super) static EN: SheetTexts = SheetTexts {
    title: "How this period is counted",
    of: |period| format!("How it is counted ({period})"),
    period: "Period",
    round: |round| format!("started for the {round}. time"),
    clause: "Basis",
    extension: "Basis of the extension",
    start: "From",
    steps: "How it is counted",
    ends: "Ends",
    differs: |due| {
        format!("The calendar in force gives another end than the one on record, {due}, which holds.")
    },
    made_with: "Counted by",
    versions: |rules, version, calendar| format!("Rules {rules} version {version}; calendar {calendar}"),
    printed: |at, name, unit| format!("Made on {at} by {name}, {unit}"),
    marks: ["S", "H", "W", "E"],
};
