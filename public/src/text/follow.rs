//! 查询进度

/// Texts of following a report.
pub(crate) struct FollowTexts {
    /// Heading.
    pub(crate) title: &'static str,
    /// What to do.
    pub(crate) lead: &'static str,
    /// Label of the receipt code.
    pub(crate) code: &'static str,
    /// How it looks.
    pub(crate) code_hint: &'static str,
    /// The button.
    pub(crate) look: &'static str,
    /// The button while the answer is waited for.
    pub(crate) looking: &'static str,
    /// Asks for another report.
    pub(crate) other: &'static str,
    /// Reads again.
    pub(crate) refresh: &'static str,
    /// The number of the report.
    pub(crate) number: &'static str,
    /// What must be done: before the promise, between it and the last moment, at the end.
    pub(crate) binding: [&'static str; 3],
    /// Leads to how the last day is counted.
    pub(crate) why: &'static str,
    /// The period has passed.
    pub(crate) overdue: &'static str,
    /// The period stands still.
    pub(crate) standstill: &'static str,
    /// That it does, by its name: before the reason, after it.
    pub(crate) paused: [&'static str; 2],
    /// Counted with a calendar that is not final.
    pub(crate) provisional: &'static str,
    /// Heading of the steps.
    pub(crate) steps: &'static str,
    /// The step that is being taken.
    pub(crate) now: &'static str,
    /// Why it was not accepted.
    pub(crate) declined: &'static str,
    /// The reply.
    pub(crate) reply: &'static str,
    /// The five parts of a reply: conclusion, violations, verification, decision, reward.
    pub(crate) reply_parts: [&'static str; 5],
    /// How often the identity was opened: before and after the number.
    pub(crate) opened: [&'static str; 2],
}

pub(super) const ZH: FollowTexts = FollowTexts {
    title: "查询进度",
    lead: "输入举报时得到的 20 位查询码。查询码只用来查询，不会写进网址，也不会保存在这部手机上。",
    code: "查询码",
    code_hint: "20 位数字，可以不写横线",
    look: "查询",
    looking: "正在查询…",
    other: "查询另一件",
    refresh: "刷新",
    number: "举报编号",
    binding: ["须在 ", " 前", "。"],
    why: "为什么是这一天？",
    overdue: "已经超过期限",
    standstill: "期限已中止",
    paused: ["的期限因", "中止，恢复后继续计算。"],
    provisional: "该年度放假安排尚未公布，日期可能调整。",
    steps: "办到哪一步了",
    now: "进行中",
    declined: "不予受理的理由",
    reply: "给您的答复",
    reply_parts: ["是否属实", "违法事实", "核查情况", "处理结论", "奖励情况"],
    opened: ["您的身份被查看过 ", " 次。每一次都有记录。"],
};

pub(super) const EN: FollowTexts = FollowTexts {
    title: "Follow a report",
    lead: "Enter the 20-digit receipt code you were given. It is used for this alone: it stands in no address and is not kept on this telephone.",
    code: "Receipt code",
    code_hint: "20 digits, with or without dashes",
    look: "Look up",
    looking: "Looking up…",
    other: "Another report",
    refresh: "Refresh",
    number: "Number of the report",
    binding: ["By ", ": ", "."],
    why: "Why this day?",
    overdue: "The period has passed",
    standstill: "The period is paused",
    paused: [": the period is paused for ", ". It goes on when it is resumed."],
    provisional: "The holidays of that year are not announced yet; the date may move.",
    steps: "What has been done",
    now: "now",
    declined: "Why it was not accepted",
    reply: "The reply to you",
    reply_parts: ["Conclusion", "Violations", "Verification", "Decision", "Reward"],
    opened: ["Your identity was looked at ", " times. Each look is recorded."],
};
