//! Units, people and their 联络单.

/// Texts of it.
#[derive(Debug)]
pub struct PeopleTexts {
    /// Heading of the tree.
    pub units: &'static str,
    /// Every unit.
    pub all_units: &'static str,
    /// Tag of a unit that gets no work any more.
    pub retired: &'static str,
    /// Sets up a unit.
    pub new_unit: &'static str,
    /// Changes a unit.
    pub change_unit: &'static str,
    /// Code of a unit.
    pub code: &'static str,
    /// What a code may be.
    pub code_hint: &'static str,
    /// Name of a unit.
    pub unit_name: &'static str,
    /// Kind of unit.
    pub kind: &'static str,
    /// An office.
    pub office: &'static str,
    /// A street.
    pub street: &'static str,
    /// A park.
    pub park: &'static str,
    /// A department.
    pub department: &'static str,
    /// Division code.
    pub region: &'static str,
    /// The unit above.
    pub parent: &'static str,
    /// None above.
    pub no_parent: &'static str,
    /// Whether it gets work.
    pub unit_active: &'static str,
    /// It does.
    pub in_use: &'static str,
    /// It does not any more.
    pub retire: &'static str,
    /// Heading of the list.
    pub people: &'static str,
    /// Finds people.
    pub search: &'static str,
    /// Makes an account.
    pub new_person: &'static str,
    /// Changes an account.
    pub change: &'static str,
    /// Heading of that form.
    pub change_person: &'static str,
    /// Name of a person.
    pub name: &'static str,
    /// User name.
    pub login: &'static str,
    /// What it may be.
    pub login_hint: &'static str,
    /// The unit of a person.
    pub unit: &'static str,
    /// The roles.
    pub roles: &'static str,
    /// Holds none.
    pub no_roles: &'static str,
    /// Gives and takes roles.
    pub grant: &'static str,
    /// What holds for roles.
    pub grant_hint: &'static str,
    /// Why.
    pub reason: &'static str,
    /// It is recorded.
    pub reason_hint: &'static str,
    /// State of an account.
    pub state: &'static str,
    /// Account open.
    pub active: &'static str,
    /// Account closed.
    pub closed: &'static str,
    /// Closes it.
    pub close_account: &'static str,
    /// The password is a first one.
    pub must_change: &'static str,
    /// Sign-ins that are live.
    pub signed_in: &'static str,
    /// Gives a new first password.
    pub reset: &'static str,
    /// Ends every sign-in.
    pub end_sessions: &'static str,
    /// What that does.
    pub end_more: &'static str,
    /// Heading of the password that is shown once.
    pub first_password: &'static str,
    /// What to do with it.
    pub first_more: &'static str,
    /// Column of buttons.
    pub actions: &'static str,
    /// Sends the form.
    pub save: &'static str,
    /// It is done.
    pub saved: &'static str,
    /// Nobody.
    pub empty: &'static str,
    /// What helps.
    pub empty_more: &'static str,
    /// Reads what is there now.
    pub reread: &'static str,
    /// Somebody else changed a field.
    pub became: &'static str,
    /// Which year.
    pub year: &'static str,
    /// Until when.
    pub last_day: &'static str,
    /// Who answers by default.
    pub by_default: &'static str,
    /// The end of that sentence.
    pub by_default_end: &'static str,
    /// How many have not filed.
    pub missing_count: &'static str,
    /// How many have.
    pub filed_count: &'static str,
    /// Filed in time.
    pub filed: &'static str,
    /// Filed late.
    pub filed_late: &'static str,
    /// Not filed, in time.
    pub awaited: &'static str,
    /// Not filed in time.
    pub defaulted: &'static str,
    /// Who answers.
    pub responsible: &'static str,
    /// The responsible section.
    pub section: &'static str,
    /// The leader in charge.
    pub leader: &'static str,
    /// Their telephone.
    pub leader_phone: &'static str,
    /// Head of the section.
    pub chief: &'static str,
    /// Their telephone.
    pub chief_phone: &'static str,
    /// The contact.
    pub contact: &'static str,
    /// Their telephone.
    pub contact_phone: &'static str,
    /// When it was filed.
    pub filed_at: &'static str,
    /// Files a sheet.
    pub file: &'static str,
    /// The 联络单 of one unit.
    pub sheet: &'static str,
    /// Corrects a sheet.
    pub correct: &'static str,
    /// No unit files.
    pub no_units: &'static str,
}

pub(super) static ZH: PeopleTexts = PeopleTexts {
    units: "单位",
    all_units: "全部单位",
    retired: "已停用",
    new_unit: "新增单位",
    change_unit: "变更单位",
    code: "单位代码",
    code_hint: "2至32个字母、数字或 - _，设立后不再变更",
    unit_name: "单位名称",
    kind: "类别",
    office: "安委办",
    street: "街道、乡镇",
    park: "园区",
    department: "行业部门",
    region: "区划代码",
    parent: "上级单位",
    no_parent: "无（顶层）",
    unit_active: "使用状态",
    in_use: "在用",
    retire: "停用（不再派单，历史保留）",
    people: "人员",
    search: "姓名或用户名",
    new_person: "新增人员",
    change: "变更",
    change_person: "变更账号",
    name: "姓名",
    login: "用户名",
    login_hint: "2至64个字母、数字或 . - _",
    unit: "所属单位",
    roles: "岗位",
    no_roles: "尚未授予岗位",
    grant: "授予岗位",
    grant_hint: "系统、安全、审计管理员须由不同人员担任，且不得兼任办理岗位。变更即时生效。",
    reason: "事由",
    reason_hint: "将写入审计记录",
    state: "状态",
    active: "启用",
    closed: "停用",
    close_account: "停用（立即退出所有登录）",
    must_change: "待改初始密码",
    signed_in: "登录中",
    reset: "重置密码",
    end_sessions: "结束登录",
    end_more: "该人员在所有设备上的登录将立即结束，账号本身不变。",
    first_password: "初始密码",
    first_more: "仅显示这一次，请当面或以保密方式交给本人；首次登录须修改。",
    actions: "操作",
    save: "保存",
    saved: "已保存",
    empty: "没有符合条件的人员",
    empty_more: "请换一个单位或查询词。",
    reread: "读取最新内容",
    became: "他人已改为：",
    year: "年度",
    last_day: "报送截止",
    by_default: "逾期未报送的，由该单位",
    by_default_end: "负责",
    missing_count: "未报送",
    filed_count: "已报送",
    filed: "已报送",
    filed_late: "逾期报送",
    awaited: "待报送",
    defaulted: "未报送",
    responsible: "责任人",
    section: "责任科室",
    leader: "分管领导",
    leader_phone: "分管领导电话",
    chief: "科室负责人",
    chief_phone: "科室负责人电话",
    contact: "经办人",
    contact_phone: "经办人电话",
    filed_at: "报送时间",
    file: "报送",
    sheet: "联络单",
    correct: "更正",
    no_units: "没有应报送的单位",
};

pub(super) static EN: PeopleTexts = PeopleTexts {
    units: "Units",
    all_units: "All units",
    retired: "Retired",
    new_unit: "New unit",
    change_unit: "Change unit",
    code: "Code",
    code_hint: "2 to 32 letters, digits, - or _; it never changes",
    unit_name: "Name",
    kind: "Kind",
    office: "Office",
    street: "Street or town",
    park: "Park",
    department: "Department",
    region: "Division code",
    parent: "Unit above",
    no_parent: "None (top)",
    unit_active: "State",
    in_use: "In use",
    retire: "Retired (gets no work; its history stays)",
    people: "People",
    search: "Name or user name",
    new_person: "New person",
    change: "Change",
    change_person: "Change the account",
    name: "Name",
    login: "User name",
    login_hint: "2 to 64 letters, digits, . - or _",
    unit: "Unit",
    roles: "Roles",
    no_roles: "No role yet",
    grant: "Roles",
    grant_hint: "The three administrators are separate persons and hold no other role. A change holds at once.",
    reason: "Reason",
    reason_hint: "It is recorded in the journal",
    state: "State",
    active: "Open",
    closed: "Closed",
    close_account: "Closed (every sign-in ends at once)",
    must_change: "First password",
    signed_in: "Signed in",
    reset: "New password",
    end_sessions: "End sign-ins",
    end_more: "Every sign-in of this person ends at once; the account stays as it is.",
    first_password: "First password",
    first_more: "Shown this once. Hand it over in person or by a confidential way; it must be changed at first use.",
    actions: "Actions",
    save: "Save",
    saved: "Saved",
    empty: "Nobody fits",
    empty_more: "Choose another unit or other words.",
    reread: "Read what is there now",
    became: "Somebody else made it: ",
    year: "Year",
    last_day: "Due by",
    by_default: "Where nothing is filed in time, who answers: ",
    by_default_end: ".",
    missing_count: "Not filed",
    filed_count: "Filed",
    filed: "Filed",
    filed_late: "Filed late",
    awaited: "Awaited",
    defaulted: "Not filed",
    responsible: "Who answers",
    section: "Section",
    leader: "Leader in charge",
    leader_phone: "Telephone of the leader",
    chief: "Head of the section",
    chief_phone: "Telephone of the head",
    contact: "Contact",
    contact_phone: "Telephone of the contact",
    filed_at: "Filed at",
    file: "File",
    sheet: "Liaison sheet",
    correct: "Correct",
    no_units: "No unit files a sheet",
};
