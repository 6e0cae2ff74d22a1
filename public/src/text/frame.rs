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
    /// What that does, for who hears the page.
    pub(crate) leave_hint: &'static str,
    /// Name of the navigation.
    pub(crate) navigation: &'static str,
    /// The pages in the navigation: home, report, follow, guide.
    pub(crate) pages: [&'static str; 4],
    /// There is no such page.
    pub(crate) missing: &'static str,
    /// What to do then.
    pub(crate) missing_hint: &'static str,
    /// Something is on its way.
    pub(crate) loading: &'static str,
    /// No answer came.
    pub(crate) offline: &'static str,
    /// The answer is not what it should be.
    pub(crate) unreadable: &'static str,
    /// Tries again.
    pub(crate) again: &'static str,
    /// Before the number of a request.
    pub(crate) request: &'static str,
    /// Before an article.
    pub(crate) basis: &'static str,
}

pub(super) static ZH: FrameTexts = FrameTexts {
    brand: "安举",
    title: "安全生产举报",
    skip: "跳到正文",
    other_language: "English",
    leave: "立即离开",
    leave_hint: "马上离开这个页面，页面上的内容不再显示",
    navigation: "页面",
    pages: ["首页", "我要举报", "查询进度", "办理指南"],
    missing: "没有这个页面",
    missing_hint: "地址可能写错了，请从首页进入。",
    loading: "正在载入…",
    offline: "连不上网络或者服务器。您填写的内容还在，请稍后再试。",
    unreadable: "服务器的应答无法识别，请稍后再试，或者拨打举报热线。",
    again: "再试一次",
    request: "请求编号",
    basis: "依据",
};

pub(super) static EN: FrameTexts = FrameTexts {
    brand: "安举",
    title: "Report work-safety hazards",
    skip: "Skip to the content",
    other_language: "中文",
    leave: "Leave at once",
    leave_hint: "Leaves this page at once; nothing of it is shown any more",
    navigation: "Pages",
    pages: ["Home", "Report", "Follow up", "Guide"],
    missing: "There is no such page",
    missing_hint: "The address may be mistyped. Please start from the home page.",
    loading: "Loading…",
    offline: "The network or the server cannot be reached. What you typed is still here; please try again later.",
    unreadable: "The server's answer cannot be understood. Please try again later, or call the hotline.",
    again: "Try again",
    request: "Request",
    basis: "Basis",
};
