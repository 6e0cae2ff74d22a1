//! The page of one case: its head, its facts, its tabs and its action panel.

/// Texts of the page of one case. The names of fields stand in [`super::case_forms`].
#[derive(Debug)]
pub struct CaseDetailTexts {
    /// Back to the list.
    pub list: &'static str,
    /// What the stepper is the way of.
    pub way: &'static str,
    /// The steps of the way.
    pub steps: [&'static str; 7],
    /// The profile that holds: "规则 TJ · 版本 1".
    pub profile: fn(&str, u32) -> String,
    /// A period that was kept.
    pub met: &'static str,
    /// A period that was not kept.
    pub missed: &'static str,
    /// A right that has ended.
    pub ended: &'static str,
    /// A period that stands still: reason, since when, its end if it ran again now.
    pub paused: fn(&str, &str, &str) -> String,
    /// By how many days it was lengthened.
    pub extended: fn(u32) -> String,
    /// An extension waits: for the unit's leader, for the decision, for the reporters to be told.
    pub extension_waits: [&'static str; 3],
    /// Which one: period and days.
    pub extension_asked: fn(&str, u32) -> String,
    /// Heads what the case is about.
    pub matter: &'static str,
    /// Enterprise.
    pub enterprise: &'static str,
    /// Social credit code.
    pub credit_code: &'static str,
    /// Industry.
    pub industry: &'static str,
    /// Nature.
    pub nature: &'static str,
    /// Whether the own employer was told.
    pub told_employer: &'static str,
    /// Channel.
    pub channel: &'static str,
    /// When it was received.
    pub received: &'static str,
    /// By whom it was entered.
    pub registered_by: &'static str,
    /// Number in the other system.
    pub external_number: &'static str,
    /// Files that came with it.
    pub files: &'static str,
    /// One of them: "附件 1".
    pub file: fn(usize) -> String,
    /// Stands where there is no value.
    pub none: &'static str,
    /// Tag of a fact that a full registration would record.
    pub missing: &'static str,
    /// Heads the words of the report.
    pub original: &'static str,
    /// Heads the task sheet.
    pub task_sheet: &'static str,
    /// Unit that handles it.
    pub unit: &'static str,
    /// Heads the reporters.
    pub reporters: &'static str,
    /// "举报人 1"
    pub reporter: fn(usize) -> String,
    /// Gave no name.
    pub anonymous: &'static str,
    /// Gave name and contact.
    pub real_name: &'static str,
    /// Wants notices on paper.
    pub wants_paper: &'static str,
    /// Has a reply.
    pub replied: &'static str,
    /// Waits for a reply.
    pub waiting: &'static str,
    /// Opens the identity.
    pub open_identity: &'static str,
    /// Title of the dialog that opens it.
    pub identity: &'static str,
    /// Says that opening is recorded.
    pub identity_recorded: &'static str,
    /// Asks for the reason.
    pub identity_reason: &'static str,
    /// What a reason looks like.
    pub identity_hint: &'static str,
    /// Shows it.
    pub identity_show: &'static str,
    /// Says that it is shown this once.
    pub identity_once: &'static str,
    /// Name, telephone, address, identity number.
    pub identity_fields: [&'static str; 4],
    /// Name of the tabs.
    pub tabs: &'static str,
    /// What happened.
    pub story: &'static str,
    /// Evidence.
    pub evidence: &'static str,
    /// Talks.
    pub contacts: &'static str,
    /// Documents.
    pub documents: &'static str,
    /// The verification report.
    pub report: &'static str,
    /// Feedback.
    pub feedback: &'static str,
    /// Notices: of acceptance, of declining, of what is to be added.
    pub notices: [&'static str; 3],
    /// "答复书（举报人 1）"
    pub reply_to: fn(&str) -> String,
    /// Papers of an extension: request, decision, telling the reporters.
    pub extension_papers: [&'static str; 3],
    /// Number of the case.
    pub number: &'static str,
    /// Prints a document.
    pub print: &'static str,
    /// Nothing there yet: evidence, talks, documents.
    pub empty: [&'static str; 3],
    /// Was said by telephone or face to face, and written down.
    pub recorded: &'static str,
    /// Belongs to the report.
    pub supplement: &'static str,
    /// Took the report back.
    pub withdrawn: &'static str,
    /// What a withdrawn case means.
    pub withdrawn_more: &'static str,
    /// The reporters were asked.
    pub asked: &'static str,
    /// Visits to the site.
    pub visits: &'static str,
    /// Saves a file.
    pub download: &'static str,
    /// Heads the action panel.
    pub panel: &'static str,
    /// Nothing concerns this person.
    pub no_actions: &'static str,
    /// The case is over.
    pub over: &'static str,
    /// "已提出不予受理，待第二人确认"
    pub decline_pending: &'static str,
    /// Not accepted.
    pub declined: &'static str,
    /// "陈一鸣提出，赵文静确认"
    pub declined_by: fn(&str, &str) -> String,
    /// It was sent back; the reasons follow.
    pub sent_back: &'static str,
    /// Opinion at the closing.
    pub closing: &'static str,
    /// When, in tables and lists.
    pub at: &'static str,
    /// By whom.
    pub by: &'static str,
}

pub(super) static ZH: CaseDetailTexts = CaseDetailTexts {
    list: "举报件",
    way: "办理进度",
    steps: ["登记", "受理", "交办", "核查", "审核", "回复反馈", "办结"],
    profile: |id, version| format!("规则 {id} · 版本 {version}"),
    met: "按期",
    missed: "逾期",
    paused: |reason, since, last| format!("{reason}，{since} 起中止；如现在恢复，至 {last} 止"),
    extended: |days| format!("+ 延期 {days} 日"),
    extension_waits: [
        "延期申请待承办单位分管领导审核",
        "延期申请待批准",
        "延期已批准，告知全部举报人后生效",
    ],
    extension_asked: |name, days| format!("{name}，延长 {days} 日"),
    ended: "已过",
    matter: "事项",
    enterprise: "单位",
    credit_code: "信用代码",
    industry: "行业",
    nature: "性质",
    told_employer: "已报告本单位",
    channel: "来源",
    received: "接收时间",
    registered_by: "登记人",
    external_number: "外部编号",
    files: "附件",
    file: |place| format!("附件 {place}"),
    none: "未提供",
    missing: "待补充",
    original: "举报人原话",
    task_sheet: "任务单",
    unit: "承办单位",
    reporters: "举报人",
    reporter: |place| format!("举报人 {place}"),
    anonymous: "匿名",
    real_name: "实名",
    wants_paper: "要求纸质告知",
    replied: "已回复",
    waiting: "待回复",
    open_identity: "查看",
    identity: "查看举报人身份",
    identity_recorded: "举报人身份属工作秘密。本次查看的人员、时间和理由将被记录，供审计管理员核查。",
    identity_reason: "查看理由",
    identity_hint: "如：需电话核实事发时间",
    identity_show: "记录并查看",
    identity_once: "仅显示这一次，关闭后不保留。请勿拍照、抄录或转告他人。",
    identity_fields: ["姓名", "电话", "住址", "证件号码"],
    tabs: "办理内容",
    story: "经过",
    evidence: "证据",
    contacts: "沟通",
    documents: "文书",
    report: "核查报告",
    feedback: "反馈表",
    notices: ["受理告知书", "不予受理告知书", "补充材料通知"],
    reply_to: |reporter| format!("答复书（{reporter}）"),
    extension_papers: ["延期申请", "延期批复", "延期告知"],
    number: "编号",
    print: "打印",
    empty: ["尚无证据", "尚无沟通记录", "尚无文书"],
    recorded: "记录",
    supplement: "补充",
    withdrawn: "已撤回",
    withdrawn_more: "举报人在受理前撤回了举报，不再答复。",
    asked: "已请举报人补充，等待补充",
    visits: "现场核查",
    download: "下载",
    panel: "可以做什么",
    no_actions: "目前没有由您办理的事项。",
    over: "本件已办理完毕。",
    decline_pending: "已提出不予受理，待第二人确认",
    declined: "不予受理",
    declined_by: |by, confirmed| format!("{by} 提出，{confirmed} 确认"),
    sent_back: "已退回",
    closing: "办结意见",
    at: "时间",
    by: "办理人",
};

pub(super) static EN: CaseDetailTexts = CaseDetailTexts {
    list: "Cases",
    way: "Progress of the case",
    steps: [
        "Registered",
        "Accepted",
        "Dispatched",
        "Verified",
        "Reviewed",
        "Replied",
        "Closed",
    ],
    profile: |id, version| format!("Rules {id} · version {version}"),
    met: "In time",
    missed: "Late",
    paused: |reason, since, last| format!("{reason}, paused since {since}; until {last} if it ran again now"),
    extended: |days| format!("+ {days} days"),
    extension_waits: [
        "An extension waits for the unit’s leader",
        "An extension waits for its decision",
        "An extension was granted; it takes effect when every reporter has been told",
    ],
    extension_asked: |name, days| format!("{name}, {days} days more"),
    ended: "Over",
    matter: "Matter",
    enterprise: "Enterprise",
    credit_code: "Credit code",
    industry: "Industry",
    nature: "Nature",
    told_employer: "Employer told",
    channel: "Channel",
    received: "Received",
    registered_by: "Registered by",
    external_number: "External no.",
    files: "Files",
    file: |place| format!("File {place}"),
    none: "Not given",
    missing: "missing",
    original: "Words of the report",
    task_sheet: "Task sheet",
    unit: "Unit",
    reporters: "Reporters",
    reporter: |place| format!("Reporter {place}"),
    anonymous: "Anonymous",
    real_name: "Named",
    wants_paper: "Wants paper",
    replied: "Replied",
    waiting: "Waiting",
    open_identity: "Open",
    identity: "Open a reporter's identity",
    identity_recorded: "Who reported is a work secret. Who looks, when and why is recorded and checked by the auditor.",
    identity_reason: "Reason",
    identity_hint: "As: call back to confirm the time",
    identity_show: "Record and show",
    identity_once: "Shown this once and kept nowhere. Do not photograph it, copy it or pass it on.",
    identity_fields: ["Name", "Telephone", "Address", "Identity no."],
    tabs: "Handling",
    story: "History",
    evidence: "Evidence",
    contacts: "Talks",
    documents: "Documents",
    report: "Verification report",
    feedback: "Feedback form",
    notices: [
        "Notice of acceptance",
        "Notice of declining",
        "Request for a supplement",
    ],
    reply_to: |reporter| format!("Reply ({reporter})"),
    extension_papers: [
        "Request for an extension",
        "Decision on the extension",
        "Notice of the extension",
    ],
    number: "Number",
    print: "Print",
    empty: ["No evidence yet", "Nothing was said yet", "No documents yet"],
    recorded: "recorded",
    supplement: "supplement",
    withdrawn: "Withdrawn",
    withdrawn_more: "The reporters took the report back before it was accepted. No reply is owed.",
    asked: "The reporters were asked for more",
    visits: "Visits",
    download: "Download",
    panel: "What can be done",
    no_actions: "Nothing is for you to do at present.",
    over: "Nothing is left to be done.",
    decline_pending: "Proposed to decline; a second person has to confirm",
    declined: "Declined",
    declined_by: |by, confirmed| format!("Proposed by {by}, confirmed by {confirmed}"),
    sent_back: "Sent back",
    closing: "Closing opinion",
    at: "When",
    by: "By",
};
