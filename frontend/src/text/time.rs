//! Words of time and deadlines. How they are put together stands in [`super::format`].

/// Texts about time.
#[derive(Debug)]
pub struct TimeTexts {
    /// The lamp that says there is time.
    pub green: &'static str,
    /// The lamp that says the end is near.
    pub yellow: &'static str,
    /// The lamp that says it is too late.
    pub red: &'static str,
    /// The period is over: it was kept, or it no longer matters.
    pub over: &'static str,
    /// The period is interrupted.
    pub paused: &'static str,
    /// The year has no official calendar yet.
    pub provisional: &'static str,
    /// What provisional means.
    pub provisional_more: &'static str,
    /// Asks how the last day came about.
    pub why: &'static str,
    /// Heads a last day: "最后一日".
    pub last_day: &'static str,
    /// The end of a period, with its last day: "11月26日 24:00 止".
    pub until: fn(&str) -> String,
    /// Short names of the days of the week, Monday first.
    pub weekdays: [&'static str; 7],
    /// Names of the days of the week, Monday first.
    pub weekday_names: [&'static str; 7],
    /// Button to the month before.
    pub month_before: &'static str,
    /// Button to the month after.
    pub month_after: &'static str,
    /// Button that opens the calendar.
    pub open_calendar: &'static str,
    /// Button that fills in the present moment.
    pub now: &'static str,
    /// How a moment is to be written.
    pub moment_hint: &'static str,
    /// The text is not a moment.
    pub moment_invalid: &'static str,
}

pub(super) static ZH: TimeTexts = TimeTexts {
    green: "正常",
    yellow: "将到期",
    red: "已超期",
    over: "已过",
    paused: "中止",
    provisional: "暂定",
    provisional_more: "该年度放假安排尚未公布，公布后重新计算。",
    why: "为什么是这一天？",
    last_day: "最后一日",
    until: |last| format!("{last} 止"),
    weekdays: ["一", "二", "三", "四", "五", "六", "日"],
    weekday_names: [
        "星期一",
        "星期二",
        "星期三",
        "星期四",
        "星期五",
        "星期六",
        "星期日",
    ],
    month_before: "上一月",
    month_after: "下一月",
    open_calendar: "打开日历",
    now: "现在",
    moment_hint: "如 2026-11-22 09:15，也可只填 11-22 9:15",
    moment_invalid: "请填写日期和时间，如 2026-11-22 09:15",
};

pub(super) static EN: TimeTexts = TimeTexts {
    green: "On time",
    yellow: "Due soon",
    red: "Overdue",
    over: "Over",
    paused: "Paused",
    provisional: "Provisional",
    provisional_more: "The holidays of that year are not announced yet; it will be computed again.",
    why: "Why this day?",
    last_day: "Last day",
    until: |last| format!("until {last}"),
    weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    weekday_names: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    month_before: "Month before",
    month_after: "Month after",
    open_calendar: "Open the calendar",
    now: "Now",
    moment_hint: "As 2026-11-22 09:15, or just 11-22 9:15",
    moment_invalid: "Enter day and time, as 2026-11-22 09:15",
};
