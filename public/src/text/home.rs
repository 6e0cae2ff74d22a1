//! 首页

/// Texts of the home page.
pub(crate) struct HomeTexts {
    /// Heading.
    pub(crate) title: &'static str,
    /// What this is.
    pub(crate) lead: &'static str,
    /// Leads to the report.
    pub(crate) report: &'static str,
    /// What it takes.
    pub(crate) report_hint: &'static str,
    /// Leads to following a report.
    pub(crate) follow: &'static str,
    /// What it takes.
    pub(crate) follow_hint: &'static str,
    /// Before the hotline.
    pub(crate) hotline: &'static str,
    /// Heading of the numbers for emergencies.
    pub(crate) emergency: &'static str,
    /// What may be reported.
    pub(crate) scope: &'static str,
    /// Who looks after which industry.
    pub(crate) departments: &'static str,
    /// How reporters are protected.
    pub(crate) protection: &'static str,
    /// How reporters are rewarded.
    pub(crate) rewards: &'static str,
    /// Leads to the guide.
    pub(crate) guide: &'static str,
}

pub(super) const ZH: HomeTexts = HomeTexts {
    title: "看到安全隐患，请告诉我们",
    lead: "事故隐患、违法行为、瞒报的事故，都可以举报。不需要注册，可以不说出你是谁。",
    report: "我要举报",
    report_hint: "四步，大约五分钟，可以带照片",
    follow: "查询进度",
    follow_hint: "用举报时得到的查询码",
    hotline: "也可以打电话",
    emergency: "正在发生危险？先打这些电话",
    scope: "可以举报什么，向谁举报",
    departments: "按行业看由谁负责",
    protection: "怎样保护举报人",
    rewards: "怎样奖励举报人",
    guide: "办理指南：受理范围、时限、不予受理的情形",
};

pub(super) const EN: HomeTexts = HomeTexts {
    title: "Seen something unsafe at work? Tell us",
    lead: "Hazards, violations and concealed accidents can be reported here. No account is needed, and you need not say who you are.",
    report: "Report",
    report_hint: "Four steps, about five minutes, with photos",
    follow: "Follow a report",
    follow_hint: "With the receipt code you were given",
    hotline: "Or call",
    emergency: "Danger right now? Call these first",
    scope: "What may be reported, and to whom",
    departments: "Who looks after which industry",
    protection: "How reporters are protected",
    rewards: "How reporters are rewarded",
    guide: "Guide: scope, periods, what is not accepted",
};
