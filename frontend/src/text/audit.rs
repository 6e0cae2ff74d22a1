//! The journal of access, as the audit administrator reads it.

use anju_shared::{access::Operation, problem::Language};

/// Texts of it.
#[derive(Debug)]
pub struct AuditTexts {
    /// Says that reading is recorded.
    pub recorded: &'static str,
    /// Name of the filters.
    pub filters: &'static str,
    /// Who.
    pub person: &'static str,
    /// What.
    pub operation: &'static str,
    /// Number of the case.
    pub case: &'static str,
    /// What came of it.
    pub outcome: &'static str,
    /// From this day.
    pub from: &'static str,
    /// To this day.
    pub to: &'static str,
    /// No filter.
    pub all: &'static str,
    /// Allowed.
    pub allowed: &'static str,
    /// Refused.
    pub refused: &'static str,
    /// Asks.
    pub find: &'static str,
    /// Takes every filter away.
    pub clear: &'static str,
    /// When.
    pub when: &'static str,
    /// On what.
    pub on: &'static str,
    /// Why.
    pub why: &'static str,
    /// The request.
    pub request: &'static str,
    /// The public.
    pub public: &'static str,
    /// A reporter.
    pub reporter: &'static str,
    /// A system.
    pub client: &'static str,
    /// Anju itself.
    pub system: &'static str,
    /// No entry.
    pub empty: &'static str,
    /// No entry fits.
    pub none_fits: &'static str,
    /// What helps.
    pub none_more: &'static str,
    /// Heading of verifications.
    pub chains: &'static str,
    /// What a verification does.
    pub chains_more: &'static str,
    /// Begins one.
    pub verify: &'static str,
    /// At work.
    pub running: &'static str,
    /// Nothing is broken.
    pub whole: &'static str,
    /// Something is.
    pub broken: &'static str,
    /// It came to no end.
    pub failed: &'static str,
    /// The first broken place.
    pub first: &'static str,
    /// Links followed.
    pub checked: &'static str,
    /// None yet.
    pub never: &'static str,
    /// Places broken.
    pub places: &'static str,
}

pub(super) static ZH: AuditTexts = AuditTexts {
    recorded: "查看本页同样留痕",
    filters: "筛选",
    person: "人员",
    operation: "操作",
    case: "举报编号",
    outcome: "结果",
    from: "自",
    to: "至",
    all: "全部",
    allowed: "允许",
    refused: "拒绝",
    find: "查询",
    clear: "清除",
    when: "时间",
    on: "对象",
    why: "事由",
    request: "请求编号",
    public: "公众",
    reporter: "举报人（凭查询码）",
    client: "接口客户端",
    system: "系统",
    empty: "没有访问记录",
    none_fits: "没有符合条件的记录",
    none_more: "请放宽筛选条件。",
    chains: "完整性核验",
    chains_more: "逐条核对全部办理记录与访问记录的哈希链，指出首个断点。",
    verify: "开始核验",
    running: "核验中",
    whole: "完整",
    broken: "发现断点",
    failed: "未完成",
    first: "首个断点",
    checked: "已核对",
    never: "尚未核验",
    places: "处",
};

pub(super) static EN: AuditTexts = AuditTexts {
    recorded: "Reading this page is recorded too",
    filters: "Filters",
    person: "Person",
    operation: "Operation",
    case: "Case number",
    outcome: "Outcome",
    from: "From",
    to: "To",
    all: "All",
    allowed: "Allowed",
    refused: "Refused",
    find: "Find",
    clear: "Clear",
    when: "When",
    on: "On",
    why: "Why",
    request: "Request",
    public: "The public",
    reporter: "A reporter (by code)",
    client: "A system",
    system: "Anju itself",
    empty: "No entries",
    none_fits: "No entry fits",
    none_more: "Use wider filters.",
    chains: "Verification of the chains",
    chains_more: "Follows the keyed hashes of every case and of the journal of access, and names the first broken place.",
    verify: "Verify",
    running: "At work",
    whole: "Whole",
    broken: "Broken",
    failed: "Came to no end",
    first: "First broken place",
    checked: "Followed",
    never: "Never verified",
    places: "places",
};

/// What an operation is called; its code where it has no word yet.
#[must_use]
pub const fn operation(operation: Operation, language: Language) -> &'static str {
    use Operation as O;
    let (zh, en) = match operation {
        O::ListCases => ("查看列表", "List cases"),
        O::ReadCase => ("查看举报件", "Open a case"),
        O::ReadOriginal => ("查看举报原文", "Read the words of a report"),
        O::IssueCommand => ("办理", "Act on a case"),
        O::OpenIdentity => ("查看举报人身份", "Open an identity"),
        O::RegisterReport => ("登记举报", "Register a report"),
        O::Upload => ("上传附件", "Upload"),
        O::Download => ("下载附件", "Download"),
        O::ReadDirectory => ("查看字典", "Read the rules"),
        O::ListUnits => ("查看单位", "See units"),
        O::SubmitReport => ("接口提交举报", "Submit by system"),
        O::ReadSubmission => ("接口查询举报", "Ask by system"),
        O::PublicSubmit => ("公众提交举报", "Public report"),
        O::PublicFollow => ("凭查询码查询", "Follow by code"),
        O::SignIn => ("登录", "Sign in"),
        O::UseSession => ("续期登录", "Renew a sign-in"),
        O::SignOut => ("退出登录", "Sign out"),
        O::ObtainToken => ("领取令牌", "Get a token"),
        O::Administer => ("服务器设置", "Set up at the server"),
        O::ManageUnits => ("管理单位", "Manage units"),
        O::ReadPeople => ("查看人员", "See people"),
        O::ManagePeople => ("管理账号", "Manage accounts"),
        O::GrantRoles => ("授予、取消岗位", "Give or take roles"),
        O::ReadLiaison => ("查看联络单", "See liaison sheets"),
        O::FileLiaison => ("报送联络单", "File a liaison sheet"),
        O::ReadAudit => ("查看审计", "Read the journal"),
        O::VerifyAudit => ("核验审计", "Verify the chains"),
        other => (other.name(), other.name()),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
