//! The texts of the calculator, in Chinese and in English. A document of its own carries its own texts only.

use crate::text::Language;

/// Texts of the calculator.
pub(super) struct CalculatorTexts {
    /// Heading, and title of the window.
    pub(super) title: &'static str,
    /// What it does.
    pub(super) lead: &'static str,
    /// What to count by.
    pub(super) mode: &'static str,
    /// By the rules, any period, the own report; each with a sentence.
    pub(super) modes: [[&'static str; 2]; 3],
    /// The regime.
    pub(super) regime: &'static str,
    /// Its period.
    pub(super) period: &'static str,
    /// Nothing is chosen yet.
    pub(super) choose: &'static str,
    /// From what the period of the rules runs.
    pub(super) since: &'static str,
    /// How long.
    pub(super) amount: &'static str,
    /// Of what.
    pub(super) unit: &'static str,
    /// Working days, days, hours, minutes.
    pub(super) units: [&'static str; 4],
    /// When it begins.
    pub(super) start: &'static str,
    /// In which time zone, and that the first day does not count.
    pub(super) start_hint: &'static str,
    /// Fills in the present moment.
    pub(super) now: &'static str,
    /// By how many days it is extended.
    pub(super) extension: &'static str,
    /// How they are counted.
    pub(super) extension_hint: &'static str,
    /// At most so many.
    pub(super) extension_most: fn(u32) -> String,
    /// May be left out.
    pub(super) optional: &'static str,
    /// A pause: from, to.
    pub(super) pause: [&'static str; 2],
    /// Adds a pause.
    pub(super) add_pause: &'static str,
    /// Takes a pause away.
    pub(super) drop_pause: &'static str,
    /// The receipt code.
    pub(super) code: &'static str,
    /// What that is.
    pub(super) code_hint: &'static str,
    /// Counts.
    pub(super) count: &'static str,
    /// It is being counted.
    pub(super) counting: &'static str,
    /// Heads the mistakes.
    pub(super) mistakes: &'static str,
    /// Heads the answer.
    pub(super) ends: &'static str,
    /// The year has no official arrangement.
    pub(super) provisional: &'static str,
    /// Nothing binds the authority now.
    pub(super) nothing: &'static str,
    /// Before the clause.
    pub(super) clause: &'static str,
    /// Before the clause that permits the extension.
    pub(super) extension_clause: &'static str,
    /// Heads the steps.
    pub(super) steps: &'static str,
    /// From when it is counted, on paper.
    pub(super) from: &'static str,
    /// Before the version of the calendar.
    pub(super) calendar: &'static str,
    /// Prints the answer.
    pub(super) print: &'static str,
    /// When the answer was given.
    pub(super) made: fn(&str) -> String,
    /// Short names of the days of the week, Monday first.
    pub(super) weekdays: [&'static str; 7],
    /// A month: year and number.
    pub(super) month: fn(i32, u32) -> String,
}

pub(super) static ZH: CalculatorTexts = CalculatorTexts {
    title: "期限计算器",
    lead: "算出期限到哪一天届满，并逐步说明怎样算出来的。不需要登录，不保存您填写的内容。",
    mode: "按什么计算",
    modes: [
        ["按规则", "选择规则集和其中的期限"],
        ["任意期限", "自己填写长度和单位"],
        ["我的举报", "用查询码查看办理期限怎样计算"],
    ],
    regime: "规则集",
    period: "期限",
    choose: "请选择",
    since: "起算：",
    amount: "长度",
    unit: "单位",
    units: ["工作日", "日（自然日）", "小时", "分钟"],
    start: "起算时间",
    start_hint: "北京时间。按日计算的，当日不计入。",
    now: "现在",
    extension: "延期天数",
    extension_hint: "按自然日计算。",
    extension_most: |most| format!("按自然日计算，最多 {most} 日。"),
    optional: "可不填",
    pause: ["中止开始", "中止结束"],
    add_pause: "增加一次中止",
    drop_pause: "去掉这次中止",
    code: "查询码",
    code_hint: "举报时得到的 20 位数字。",
    count: "计算",
    counting: "正在计算…",
    mistakes: "请改正后再计算",
    ends: "届满",
    provisional: "暂定：该年度放假安排尚未公布，公布后重新计算。",
    nothing: "目前没有约束办理单位的期限。",
    clause: "依据",
    extension_clause: "延期依据",
    steps: "计算过程",
    from: "起算时间",
    calendar: "日历版本",
    print: "打印",
    made: |at| format!("计算时间 {at}"),
    weekdays: ["一", "二", "三", "四", "五", "六", "日"],
    month: |year, month| format!("{year}年{month}月"),
};

pub(super) static EN: CalculatorTexts = CalculatorTexts {
    title: "Deadline calculator",
    lead: "When a period ends, and step by step why then. No account is needed; nothing that you enter is kept.",
    mode: "Count by",
    modes: [
        ["The rules", "Choose a regime and one of its periods"],
        ["Any period", "Give its length and unit"],
        ["My report", "How its period is counted, by receipt code"],
    ],
    regime: "Regime",
    period: "Period",
    choose: "Choose",
    since: "Runs from: ",
    amount: "Length",
    unit: "Unit",
    units: ["working days", "calendar days", "hours", "minutes"],
    start: "From",
    start_hint: "Beijing time. In days, the first day does not count.",
    now: "Now",
    extension: "Extended by days",
    extension_hint: "Calendar days.",
    extension_most: |most| format!("Calendar days, at most {most}."),
    optional: "optional",
    pause: ["Paused from", "Paused until"],
    add_pause: "Add a pause",
    drop_pause: "Take this pause away",
    code: "Receipt code",
    code_hint: "The 20 digits that you were given when you reported.",
    count: "Count",
    counting: "Counting…",
    mistakes: "Please correct this and count again",
    ends: "Ends",
    provisional: "Provisional: the arrangement of that year is not published. It is counted again when it is.",
    nothing: "No period binds the authority at present.",
    clause: "Basis",
    extension_clause: "Basis of the extension",
    steps: "How it is counted",
    from: "From",
    calendar: "Calendar",
    print: "Print",
    made: |at| format!("Counted on {at}"),
    weekdays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    month: |year, month| format!("{year}-{month:02}"),
};

/// The texts in this language.
pub(super) const fn texts(language: Language) -> &'static CalculatorTexts {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}
