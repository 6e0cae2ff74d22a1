//! The frame around the pages, and what goes wrong.

/// Texts of the frame.
pub(crate) struct FrameTexts {
    /// The brand.
    pub(crate) brand: &'static str,
    /// What the app is for; title of the window.
    pub(crate) title: &'static str,
    /// Leads past the header, for who hears the page.
    pub(crate) skip: &'static str,
    /// The button that shows the other language, in that language.
    pub(crate) other_language: &'static str,
    /// Leaves the page at once.
    pub(crate) leave: &'static str,
    /// There is no such page.
    pub(crate) missing: &'static str,
    /// What to do then.
    pub(crate) missing_hint: &'static str,
    /// The home page.
    pub(crate) home: &'static str,
}

pub(super) const ZH: FrameTexts = FrameTexts {
    brand: "安举",
    title: "安全生产举报",
    skip: "跳到正文",
    other_language: "English",
    leave: "立即离开",
    missing: "没有这个页面",
    missing_hint: "地址可能写错了，请从首页进入。",
    home: "首页",
};

pub(super) const EN: FrameTexts = FrameTexts {
    brand: "安举",
    title: "Report work-safety hazards",
    skip: "Skip to the content",
    other_language: "中文",
    leave: "Leave at once",
    missing: "There is no such page",
    missing_hint: "The address may be mistyped. Please start from the home page.",
    home: "Home",
};
