//! Registering a report.

/// Texts of the page on which a report is registered.
#[derive(Debug)]
pub struct RegisterTexts {
    /// Title.
    pub title: &'static str,
    /// The key that sends the form, and what moves through it.
    pub keys: &'static str,
    /// Heads the page of those who may not register.
    pub refused: &'static str,
    /// Who may.
    pub refused_more: &'static str,
    /// Panel: how the report came.
    pub receipt: &'static str,
    /// Panel: what it is about.
    pub matter: &'static str,
    /// Panel: who reports.
    pub people: &'static str,
    /// Mark of a fact that a full registration records.
    pub recorded: &'static str,
    /// 来源
    pub channel: &'static str,
    /// 接收时间
    pub received_at: &'static str,
    /// Number that another system gave it.
    pub external_number: &'static str,
    /// One line for lists.
    pub line: &'static str,
    /// What it may not hold.
    pub line_hint: &'static str,
    /// 涉事单位名称
    pub enterprise: &'static str,
    /// 统一社会信用代码
    pub credit_code: &'static str,
    /// 地址
    pub address: &'static str,
    /// 所在区域
    pub region: &'static str,
    /// 行业
    pub industry: &'static str,
    /// 性质
    pub nature: &'static str,
    /// 发生时间
    pub occurred: &'static str,
    /// In the reporter's words.
    pub occurred_hint: &'static str,
    /// 具体点位
    pub place: &'static str,
    /// 基本事实
    pub facts: &'static str,
    /// Who reads them.
    pub facts_hint: &'static str,
    /// 最新线索
    pub clues: &'static str,
    /// 是否已向本单位报告
    pub told_employer: &'static str,
    /// It was told.
    pub told_yes: &'static str,
    /// It was not.
    pub told_no: &'static str,
    /// Nobody asked.
    pub told_unknown: &'static str,
    /// "举报人 2"
    pub reporter: fn(usize) -> String,
    /// Adds one.
    pub add_reporter: &'static str,
    /// Takes one out.
    pub remove_reporter: &'static str,
    /// What an empty one means.
    pub reporter_hint: &'static str,
    /// 身份
    pub capacity: &'static str,
    /// 姓名
    pub name: &'static str,
    /// 电话
    pub phone: &'static str,
    /// 住址
    pub home: &'static str,
    /// 公民身份号码
    pub citizen_id: &'static str,
    /// 要求纸质告知
    pub wants_paper: &'static str,
    /// Nothing is known of them.
    pub anonymous: &'static str,
    /// Name and a contact are known.
    pub real_name: &'static str,
    /// Something is known, but not name and contact.
    pub partly_named: &'static str,
    /// 附件
    pub files: &'static str,
    /// What may be attached.
    pub files_hint: &'static str,
    /// A file is on its way.
    pub uploading: &'static str,
    /// A file is stored.
    pub uploaded: &'static str,
    /// A file could not be stored.
    pub not_uploaded: &'static str,
    /// Files are still on their way.
    pub wait_for_files: &'static str,
    /// Files could not be stored.
    pub failed_files: &'static str,
    /// Panel: how complete the registration is.
    pub completeness: &'static str,
    /// "已记录 5 / 7 项"
    pub recorded_of: fn(usize, usize) -> String,
    /// What is missing is no obstacle.
    pub missing_hint: &'static str,
    /// Said aloud of a fact that is there.
    pub is_there: &'static str,
    /// Said of a fact that is not.
    pub is_missing: &'static str,
    /// Panel: the periods that run.
    pub periods: &'static str,
    /// The time of receipt cannot be read.
    pub no_start: &'static str,
    /// Heads the periods that begin with acceptance and dispatch.
    pub later: &'static str,
    /// From when those are counted here.
    pub later_hint: &'static str,
    /// Sends the form.
    pub submit: &'static str,
    /// Empties the form.
    pub reset: &'static str,
    /// Asks before that.
    pub reset_ask: &'static str,
    /// It is registered.
    pub done: &'static str,
    /// Before the number.
    pub number: &'static str,
    /// Heads the receipt codes.
    pub codes: &'static str,
    /// They are shown this once.
    pub codes_once: &'static str,
    /// Copies a code.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// It could not be.
    pub not_copied: &'static str,
    /// Opens the case.
    pub open_case: &'static str,
    /// The next report.
    pub next: &'static str,
}

pub(super) static ZH: RegisterTexts = RegisterTexts {
    title: "登记",
    keys: "Tab 逐栏移动，Ctrl+Enter 登记，Ctrl+Shift+Enter 登记并受理",
    refused: "登记由受理员办理",
    refused_more: "您的岗位不能登记举报。需要登记时，请转告 12350 接线台。",
    receipt: "来件",
    matter: "举报事项",
    people: "举报人",
    recorded: "应录",
    channel: "来源",
    received_at: "接收时间",
    external_number: "来件编号",
    line: "摘要",
    line_hint: "列表中显示；不写举报人信息和原话，可留空",
    enterprise: "涉事单位名称",
    credit_code: "统一社会信用代码",
    address: "地址",
    region: "所在区域",
    industry: "行业",
    nature: "性质",
    occurred: "发生时间",
    occurred_hint: "照举报人的说法填写，如“昨晚十点左右”",
    place: "具体点位",
    facts: "基本事实",
    facts_hint: "原话只由受理、交办岗位查看，不交给承办单位",
    clues: "最新线索",
    told_employer: "是否已向本单位报告",
    told_yes: "已报告",
    told_no: "未报告",
    told_unknown: "未询问",
    reporter: |number| format!("举报人 {number}"),
    add_reporter: "再添一名举报人",
    remove_reporter: "移除",
    reporter_hint: "各栏都留空即为匿名；姓名加电话或住址即为实名，须逐一回复。",
    capacity: "身份",
    name: "姓名",
    phone: "电话",
    home: "住址",
    citizen_id: "公民身份号码",
    wants_paper: "要求纸质告知",
    anonymous: "匿名",
    real_name: "实名",
    partly_named: "未具名或无联系方式",
    files: "附件",
    files_hint: "照片、视频、录音、PDF、Word、Excel 或文本",
    uploading: "正在上传…",
    uploaded: "已上传",
    not_uploaded: "未上传",
    wait_for_files: "附件还在上传，请稍候再登记。",
    failed_files: "有附件未能上传，请移除或重新选择。",
    completeness: "登记要素",
    recorded_of: |recorded, all| format!("已记录 {recorded} / {all} 项"),
    missing_hint: "缺少的要素照样登记，之后可以补充。",
    is_there: "已记录",
    is_missing: "待补",
    periods: "将起算的时限",
    no_start: "接收时间无法识别，暂不能计算。",
    later: "受理、交办以后",
    later_hint: "以接收当时即受理并交办计算，供告知举报人参考。",
    submit: "登记",
    reset: "清空",
    reset_ask: "清空已填写的全部内容？",
    done: "已登记",
    number: "编号",
    codes: "查询码",
    codes_once: "请逐字念给举报人并请其记下。查询码只显示这一次，系统不保存原码，遗失后无法找回。",
    copy: "复制",
    copied: "已复制",
    not_copied: "无法自动复制，请手工选取",
    open_case: "打开本件",
    next: "登记下一件",
};

pub(super) static EN: RegisterTexts = RegisterTexts {
    title: "Register",
    keys: "Tab moves on, Ctrl+Enter registers, Ctrl+Shift+Enter accepts too",
    refused: "Reports are registered by intake officers",
    refused_more: "Your role cannot register reports. Hand them to the desk of 12350.",
    receipt: "Receipt",
    matter: "Matter",
    people: "Reporters",
    recorded: "to record",
    channel: "Source",
    received_at: "Received",
    external_number: "Number elsewhere",
    line: "One line",
    line_hint: "Shown in lists; not the reporter, not their words",
    enterprise: "Enterprise",
    credit_code: "Social credit code",
    address: "Address",
    region: "Region",
    industry: "Industry",
    nature: "Nature",
    occurred: "Time of the matter",
    occurred_hint: "In the reporter's words, as “last night around ten”",
    place: "Exact place",
    facts: "Basic facts",
    facts_hint: "Only the office reads these words; they do not go to the unit",
    clues: "Latest clues",
    told_employer: "Employer told before",
    told_yes: "Yes",
    told_no: "No",
    told_unknown: "Not asked",
    reporter: |number| format!("Reporter {number}"),
    add_reporter: "Add a reporter",
    remove_reporter: "Remove",
    reporter_hint: "All fields empty means anonymous; a name with telephone or address means real name, and each gets a reply.",
    capacity: "Capacity",
    name: "Name",
    phone: "Telephone",
    home: "Address",
    citizen_id: "Citizen id",
    wants_paper: "Wants notices on paper",
    anonymous: "Anonymous",
    real_name: "Real name",
    partly_named: "Name or contact missing",
    files: "Files",
    files_hint: "Pictures, video, sound, PDF, Word, Excel or text",
    uploading: "Uploading…",
    uploaded: "uploaded",
    not_uploaded: "not uploaded",
    wait_for_files: "Files are still being uploaded; register in a moment.",
    failed_files: "Some files were not uploaded; remove them or choose them again.",
    completeness: "Facts to record",
    recorded_of: |recorded, all| format!("{recorded} of {all} recorded"),
    missing_hint: "What is missing is no obstacle: it can be added later.",
    is_there: "Recorded",
    is_missing: "missing",
    periods: "Periods that will run",
    no_start: "The time of receipt cannot be read, so nothing can be computed.",
    later: "After acceptance and dispatch",
    later_hint: "Counted as if accepted and dispatched when received; for telling the reporter.",
    submit: "Register",
    reset: "Empty the form",
    reset_ask: "Empty everything that was filled in?",
    done: "Registered",
    number: "Number",
    codes: "Receipt code",
    codes_once: "Read it to the reporter digit by digit and let them write it down. It is shown this once: the code itself is not kept, and a lost one cannot be found again.",
    copy: "Copy",
    copied: "Copied",
    not_copied: "Could not be copied; select it by hand",
    open_case: "Open the case",
    next: "Register the next",
};
