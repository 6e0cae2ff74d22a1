//! The frame around the pages.

/// Texts of brand, navigation and footer.
#[derive(Debug)]
pub struct FrameTexts {
    /// Title of the window.
    pub title: &'static str,
    /// The short name, in the crest.
    pub crest: &'static str,
    /// The name of the program.
    pub brand: &'static str,
    /// The first link for keyboards.
    pub skip: &'static str,
    /// What can be searched.
    pub search: &'static str,
    /// Name of the navigation.
    pub navigation: &'static str,
    /// Button that shows the navigation on a telephone.
    pub menu: &'static str,
    /// Group of pages where cases are handled.
    pub handling: &'static str,
    /// Group of the pages about oneself.
    pub own: &'static str,
    /// Group of pages for administrators.
    pub administration: &'static str,
    /// Page: the workbench.
    pub workbench: &'static str,
    /// Page: accepted cases that wait for a unit.
    pub dispatch: &'static str,
    /// Page: what waits for a decision.
    pub approvals: &'static str,
    /// Page: units and people.
    pub people: &'static str,
    /// Page: the yearly 联络单.
    pub liaison: &'static str,
    /// Page: the working days of a year.
    pub calendar: &'static str,
    /// Page: the rules side by side.
    pub rules: &'static str,
    /// Page: the journal of access.
    pub audit: &'static str,
    /// Page: register a report.
    pub register: &'static str,
    /// Page: the list of cases.
    pub cases: &'static str,
    /// Leaves the session.
    pub sign_out: &'static str,
    /// Leaves every session of this account.
    pub sign_out_everywhere: &'static str,
    /// Says that one is signed out.
    pub signed_out: &'static str,
    /// Changes to the other language, written in that language.
    pub other_language: &'static str,
    /// The label of confidential screens.
    pub secret: &'static str,
    /// While the session is looked for.
    pub starting: &'static str,
    /// The palette, in which pages and actions are found.
    pub palette: &'static str,
    /// What can be typed there.
    pub palette_hint: &'static str,
    /// Key: to the field for words.
    pub search_key: &'static str,
    /// Nothing is found.
    pub nothing_found: &'static str,
    /// So many entries are shown.
    pub found: fn(usize) -> String,
    /// Title of the map of keys.
    pub keys: &'static str,
    /// Foot of the pages outside the frame.
    pub foot: &'static str,
}

pub(super) static ZH: FrameTexts = FrameTexts {
    title: "安举 · 安全生产举报",
    crest: "安举",
    brand: "安全生产举报",
    skip: "跳到正文",
    search: "搜索编号、单位、地址、内容",
    navigation: "主导航",
    menu: "菜单",
    handling: "办理",
    own: "本人",
    administration: "管理",
    workbench: "工作台",
    dispatch: "交办台",
    approvals: "审批",
    people: "单位与人员",
    liaison: "联络单",
    calendar: "日历",
    rules: "办理规则",
    audit: "审计",
    register: "登记",
    cases: "举报件",
    sign_out: "退出登录",
    sign_out_everywhere: "在所有设备上退出",
    signed_out: "已退出登录",
    other_language: "English",
    secret: "工作秘密",
    starting: "正在恢复登录…",
    palette: "快速前往",
    palette_hint: "输入页面或操作",
    search_key: "搜索",
    nothing_found: "没有找到",
    found: |count| format!("{count} 项，上下键选择，回车打开"),
    keys: "快捷键",
    foot: "举报人信息依法保密，查看均留痕。",
};

pub(super) static EN: FrameTexts = FrameTexts {
    title: "Anju · work safety reports",
    crest: "安举",
    brand: "Work safety reports",
    skip: "Skip to content",
    search: "Search number, enterprise, address, content",
    navigation: "Main navigation",
    menu: "Menu",
    handling: "Handling",
    own: "Myself",
    administration: "Administration",
    workbench: "Workbench",
    dispatch: "Dispatch",
    approvals: "Approvals",
    people: "Units and people",
    liaison: "Liaison sheets",
    calendar: "Calendar",
    rules: "Rules",
    audit: "Audit",
    register: "Register",
    cases: "Cases",
    sign_out: "Sign out",
    sign_out_everywhere: "Sign out everywhere",
    signed_out: "Signed out",
    other_language: "中文",
    secret: "Work secret",
    starting: "Restoring the session…",
    palette: "Go to anything",
    palette_hint: "Type a page or an action",
    search_key: "Search",
    nothing_found: "Nothing found",
    found: |count| format!("{count} entries; arrows choose, Enter opens"),
    keys: "Keyboard shortcuts",
    foot: "The identity of reporters is protected by law. Every access is recorded.",
};
