//! 办理指南

/// Texts of the guide.
pub(crate) struct GuideTexts {
    /// Heading.
    pub(crate) title: &'static str,
    /// Which rules these are; the office follows.
    pub(crate) lead: &'static str,
    /// What is accepted.
    pub(crate) accepted: &'static str,
    /// What may not be accepted.
    pub(crate) refused: &'static str,
    /// Where to go instead.
    pub(crate) elsewhere: &'static str,
    /// Periods.
    pub(crate) periods: &'static str,
    /// How periods are counted.
    pub(crate) counted: &'static str,
    /// Leads to the calculator of periods.
    pub(crate) calculator: &'static str,
    /// The reward standard.
    pub(crate) rewards: &'static str,
    /// Protection.
    pub(crate) protection: &'static str,
}

pub(super) const ZH: GuideTexts = GuideTexts {
    title: "办理指南",
    lead: "以下内容来自现行办理规则，每一条都注明依据。负责单位：",
    accepted: "受理范围",
    refused: "可以不予受理的情形",
    elsewhere: "这些事请找别的部门",
    periods: "多长时间办完",
    counted: "按工作日计算的，当天不算，节假日和双休日除外；最后一天到 24:00 为止。",
    calculator: "用期限计算器算一算",
    rewards: "奖励标准",
    protection: "保护举报人",
};

pub(super) const EN: GuideTexts = GuideTexts {
    title: "Guide",
    lead: "This comes from the rules in force; each entry names its article. The office: ",
    accepted: "What is accepted",
    refused: "What may not be accepted",
    elsewhere: "Matters for others",
    periods: "How long it takes",
    counted: "Working days: the first day does not count, nor do weekends and holidays; the last day ends at 24:00.",
    calculator: "Count it with the calculator",
    rewards: "Rewards",
    protection: "Protection of reporters",
};
