//! 首页

/// Texts of the home page.
pub(crate) struct HomeTexts {
    /// Heading.
    pub(crate) title: &'static str,
    /// What this is.
    pub(crate) lead: &'static str,
}

pub(super) const ZH: HomeTexts = HomeTexts {
    title: "看到安全隐患，请告诉我们",
    lead: "事故隐患、违法行为、瞒报的事故，都可以拨打 12350 举报，可以不说出你是谁。",
};

pub(super) const EN: HomeTexts = HomeTexts {
    title: "Seen something unsafe at work? Tell us",
    lead: "Hazards, violations and concealed accidents can be reported by calling 12350. You need not say who you are.",
};
