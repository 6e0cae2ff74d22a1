//! What goes wrong between browser and server. What the server itself says comes with its problem.

/// Texts about failures.
#[derive(Debug)]
pub struct ErrorTexts {
    /// No answer came.
    pub offline: &'static str,
    /// What helps when no answer came.
    pub offline_more: &'static str,
    /// An answer came that this app does not understand.
    pub unreadable: &'static str,
    /// What helps then.
    pub unreadable_more: &'static str,
    /// Before the name of the request in the server's log.
    pub request_id: &'static str,
    /// Before the article on which a refusal rests.
    pub basis: &'static str,
    /// Title of the picture for things that are not there, or not for this viewer.
    pub missing: &'static str,
    /// What may be the reason.
    pub missing_more: &'static str,
    /// Said when an address leads nowhere.
    pub no_page: &'static str,
    /// Over every page while the server does not answer.
    pub line_lost: &'static str,
    /// Fields are marked below.
    pub see_fields: &'static str,
}

pub(super) static ZH: ErrorTexts = ErrorTexts {
    offline: "连接不上服务器",
    offline_more: "已填写的内容仍在本页。请检查网络后重试。",
    unreadable: "服务器的应答无法识别",
    unreadable_more: "程序可能已经更新，请刷新页面后重试。",
    request_id: "请求编号",
    basis: "依据",
    missing: "未找到",
    missing_more: "可能已不存在，或者不属于您的办理范围。",
    no_page: "没有这个页面",
    line_lost: "连接已断开，正在自动重连。已填写的内容仍在本页，请勿关闭。",
    see_fields: "有内容需要更正，见各栏下方的说明。",
};

pub(super) static EN: ErrorTexts = ErrorTexts {
    offline: "The server cannot be reached",
    offline_more: "What you filled in is still on this page. Check the connection and try again.",
    unreadable: "The answer of the server was not understood",
    unreadable_more: "The program may have been updated. Reload the page and try again.",
    request_id: "Request",
    basis: "Basis",
    missing: "Not found",
    missing_more: "It may no longer exist, or it may not be yours to see.",
    no_page: "There is no such page",
    line_lost: "Connection lost, reconnecting. What you filled in is still here; keep this page open.",
    see_fields: "Some fields need correction; see the notes below them.",
};
