//! The forms of one case: names of fields, what helps to fill them in, what is said afterwards. The same
//! names head the fields where they are shown.

/// Texts of the forms of one case.
#[derive(Debug)]
pub struct CaseFormsTexts {
    /// Urgency.
    pub urgency: &'static str,
    /// How long there is, by urgency, with the article: "10 个工作日 — 第九条第一款".
    pub urgency_more: fn(&str, &str) -> String,
    /// Reasons of urgency.
    pub urgency_reasons: &'static str,
    /// When they are needed.
    pub urgency_hint: &'static str,
    /// Which period is to be longer.
    pub extension_kind: &'static str,
    /// Its present end, by how much at most, who decides, article.
    pub extension_more: fn(&str, u32, &str, &str) -> String,
    /// By how many days.
    pub extension_days: &'static str,
    /// Why.
    pub extension_reasons: &'static str,
    /// Number of the document of a higher authority.
    pub document: &'static str,
    /// That it is needed, by who decides.
    pub document_hint: fn(&str) -> String,
    /// Opinion on an extension.
    pub extension_opinion: &'static str,
    /// Whether the leader of the unit agreed.
    pub endorsed: &'static str,
    /// How a period stands now.
    pub period_now: &'static str,
    /// How it would stand afterwards.
    pub period_then: &'static str,
    /// That it takes effect when the reporters have been told.
    pub effect_told: &'static str,
    /// Which period stands still.
    pub pause_kind: &'static str,
    /// For what it may, with the article.
    pub pause_more: fn(&str, &str) -> String,
    /// Why it stands still.
    pub pause_grounds: &'static str,
    /// Why it runs again.
    pub resume_grounds: &'static str,
    /// What the reporters were told.
    pub told: &'static str,
    /// What belongs to it.
    pub told_hint: &'static str,
    /// Why the urgency is changed.
    pub explanation: &'static str,
    /// Nature.
    pub nature: &'static str,
    /// Ground of declining.
    pub ground: &'static str,
    /// Reasons, which the reporter reads.
    pub decline_reasons: &'static str,
    /// Who reads them.
    pub decline_hint: &'static str,
    /// Reasons.
    pub reasons: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Kind of dispatch.
    pub kind: &'static str,
    /// Task sheet.
    pub task_sheet: &'static str,
    /// What must not stand in it.
    pub task_hint: &'static str,
    /// Instructions.
    pub instructions: &'static str,
    /// When it took place.
    pub at: &'static str,
    /// Who went.
    pub inspectors: &'static str,
    /// By which methods.
    pub methods: &'static str,
    /// What was found.
    pub findings: &'static str,
    /// Kind of evidence.
    pub evidence_kind: &'static str,
    /// What it is.
    pub evidence_title: &'static str,
    /// The file.
    pub file: &'static str,
    /// What may be uploaded.
    pub file_hint: &'static str,
    /// Where the thing is kept.
    pub kept_at: &'static str,
    /// When that is needed.
    pub kept_hint: &'static str,
    /// Proves that the hazard is gone.
    pub hazard_removed: &'static str,
    /// Which reporter.
    pub reporter: &'static str,
    /// By what means.
    pub means: &'static str,
    /// What was said.
    pub summary: &'static str,
    /// What must not stand in it.
    pub summary_hint: &'static str,
    /// Which facts are missing.
    pub asked: &'static str,
    /// What is asked.
    pub ask_note: &'static str,
    /// Who reads it.
    pub ask_hint: &'static str,
    /// What the reporter adds.
    pub supplement: &'static str,
    /// That it belongs to the report.
    pub supplement_hint: &'static str,
    /// The words of a message.
    pub message: &'static str,
    /// Who reads it.
    pub message_hint: &'static str,
    /// Files.
    pub files: &'static str,
    /// Heads what changed meanwhile.
    pub moved_by: &'static str,
    /// What a field would begin with now.
    pub fresh: fn(&str) -> String,
    /// Takes it over into the field.
    pub take_over: &'static str,
    /// Conclusion.
    pub conclusion: &'static str,
    /// Facts found.
    pub facts: &'static str,
    /// Found beyond the report.
    pub beyond: &'static str,
    /// Legal basis.
    pub legal_basis: &'static str,
    /// Measures.
    pub dispositions: &'static str,
    /// Recommendation.
    pub recommendation: &'static str,
    /// Whether it is true.
    pub reply_conclusion: &'static str,
    /// Violations found.
    pub violations: &'static str,
    /// How it was verified.
    pub verification: &'static str,
    /// What is decided.
    pub decision: &'static str,
    /// Whether a reward is due.
    pub reward: &'static str,
    /// When it reached the reporter.
    pub delivered_at: &'static str,
    /// Department.
    pub department: &'static str,
    /// Handler.
    pub handler: &'static str,
    /// Telephone of the office.
    pub telephone: &'static str,
    /// Course of the inquiry.
    pub course: &'static str,
    /// Satisfaction.
    pub satisfaction: &'static str,
    /// What the reporter said.
    pub response: &'static str,
    /// Opinion at the closing.
    pub opinion: &'static str,
    /// Nothing was chosen.
    pub choose: &'static str,
    /// "必填"
    pub required: &'static str,
    /// Before what a second person confirms.
    pub confirm_decline: &'static str,
    /// Before what the leader approves.
    pub approve: &'static str,
    /// The case changed meanwhile.
    pub moved: &'static str,
    /// "已受理", after it was done.
    pub done: fn(&str) -> String,
    /// The beginning of a task sheet, by title.
    pub draft_task: fn(&str) -> String,
    /// Its end.
    pub draft_demand: &'static str,
    /// "经核查，您反映的情况属实。"
    pub draft_conclusion: fn(&str) -> String,
    /// What reporters are told of an extension: days, last day.
    pub draft_told: fn(u32, &str) -> String,
    /// "承办单位于 11月20日 到现场核查。"
    pub draft_visit: fn(&str) -> String,
}

pub(super) static ZH: CaseFormsTexts = CaseFormsTexts {
    urgency: "紧急程度",
    urgency_more: |period, article| format!("{period}内核查并反馈 — {article}"),
    urgency_reasons: "紧急理由",
    urgency_hint: "定为紧急时至少勾选一项",
    extension_kind: "延期的时限",
    extension_more: |last, most, by, article| {
        format!("现至 {last}，须在此前申请；最多再延 {most} 日，由{by}批准 — {article}")
    },
    extension_days: "延长天数（自然日）",
    extension_reasons: "延期理由",
    document: "批准文号",
    document_hint: |by| format!("由{by}批准，填写其批准文件的文号"),
    extension_opinion: "批复意见",
    endorsed: "单位审核",
    period_now: "现至",
    period_then: "改至",
    effect_told: "批准后须告知全部举报人，告知后生效",
    pause_kind: "时限",
    pause_more: |reason, article| format!("{reason}所需时间不计入 — {article}"),
    pause_grounds: "中止理由",
    resume_grounds: "恢复理由",
    told: "告知内容",
    told_hint: "核查进展和延期理由；不写举报人身份",
    explanation: "调整理由",
    nature: "性质",
    ground: "不予受理情形",
    decline_reasons: "理由",
    decline_hint: "将告知举报人；须由第二人确认后生效",
    reasons: "理由",
    unit: "承办单位",
    kind: "派单方式",
    task_sheet: "任务单",
    task_hint: "写明核查什么，不写举报人原话，不写可能识别举报人的内容",
    instructions: "办理要求",
    at: "时间",
    inspectors: "核查人员",
    methods: "核查方式",
    findings: "发现情况",
    evidence_kind: "证据种类",
    evidence_title: "名称",
    file: "文件",
    file_hint: "照片、视频、录音、PDF、文档；加密保存",
    kept_at: "实物存放处",
    kept_hint: "没有文件的，注明专柜位置",
    hazard_removed: "证明隐患已消除",
    reporter: "举报人",
    means: "方式",
    summary: "沟通内容",
    summary_hint: "不写姓名、电话等身份信息",
    asked: "缺少的要素",
    ask_note: "请举报人补充什么",
    ask_hint: "举报人凭查询码可以看到；不写任何人的姓名、电话",
    supplement: "补充内容",
    supplement_hint: "按举报人所述记录，与举报原文一样保密，不进入任务单",
    message: "消息内容",
    message_hint: "举报人凭查询码可以看到；加密保存，只在本件办理人员之间可见",
    files: "附件",
    moved_by: "在您填写期间：",
    fresh: |field| format!("按最新情况，“{field}”可写为："),
    take_over: "采用",
    conclusion: "核查结论",
    facts: "核查事实",
    beyond: "举报外发现的问题",
    legal_basis: "法律依据",
    dispositions: "处理措施",
    recommendation: "处理建议",
    reply_conclusion: "举报是否属实",
    violations: "违法事实",
    verification: "核查情况",
    decision: "处理结论",
    reward: "符合奖励条件情况",
    delivered_at: "送达时间",
    department: "具体承办部门",
    handler: "承办人",
    telephone: "联系电话",
    course: "调查经过",
    satisfaction: "举报人满意度",
    response: "举报人反馈情况",
    opinion: "办结意见",
    choose: "请选择",
    required: "请填写",
    confirm_decline: "请核对以下意见。确认后本件不予受理，理由将告知举报人。",
    approve: "请核对核查报告。审核通过后进入回复举报人环节。",
    moved: "本件刚刚被他人更新，页面已换成最新情况。您填写的内容都还在，请核对后再次提交。",
    done: |action| format!("已完成：{action}"),
    draft_task: |title| format!("请核查：{title}。"),
    draft_demand: "查明是否属实，对发现的隐患和违法行为依法处置，按期反馈核查情况。",
    draft_conclusion: |conclusion| format!("经核查，您反映的情况{conclusion}。"),
    draft_told: |days, last| format!("核查仍在进行。因情况复杂，经批准延长 {days} 日，至 {last} 止。"),
    draft_visit: |day| format!("承办单位于{day}到现场核查。"),
};

pub(super) static EN: CaseFormsTexts = CaseFormsTexts {
    urgency: "Urgency",
    urgency_more: |period, article| format!("Verify and feed back within {period} — {article}"),
    urgency_reasons: "Reasons of urgency",
    urgency_hint: "An urgent case needs at least one",
    extension_kind: "Period to be longer",
    extension_more: |last, most, by, article| {
        format!(
            "Until {last}, to be asked for by then; at most {most} days more, decided by: {by} — {article}"
        )
    },
    extension_days: "Days more (calendar days)",
    extension_reasons: "Why more time is needed",
    document: "Number of the approving document",
    document_hint: |by| format!("Decided by: {by}. Give the number of its document"),
    extension_opinion: "Decision in words",
    endorsed: "Endorsed by",
    period_now: "Until now",
    period_then: "Then until",
    effect_told: "Takes effect when every reporter has been told",
    pause_kind: "Period",
    pause_more: |reason, article| format!("The time for {reason} is left out — {article}"),
    pause_grounds: "Why it stands still",
    resume_grounds: "Why it runs again",
    told: "What they were told",
    told_hint: "How far it is and why it takes longer; nobody's identity",
    explanation: "Why it is changed",
    nature: "Nature",
    ground: "Ground",
    decline_reasons: "Reasons",
    decline_hint: "The reporter will read them; a second person has to confirm",
    reasons: "Reasons",
    unit: "Unit",
    kind: "Kind of dispatch",
    task_sheet: "Task sheet",
    task_hint: "What is to be verified; neither the reporter's words nor anything that gives them away",
    instructions: "Instructions",
    at: "When",
    inspectors: "Who went",
    methods: "Methods",
    findings: "What was found",
    evidence_kind: "Kind of evidence",
    evidence_title: "Name",
    file: "File",
    file_hint: "Pictures, video, sound, PDF, documents; stored encrypted",
    kept_at: "Where the thing is kept",
    kept_hint: "Without a file, name the cabinet",
    hazard_removed: "Proves that the hazard is gone",
    reporter: "Reporter",
    means: "Means",
    summary: "What was said",
    summary_hint: "No names, no numbers, nothing about who they are",
    asked: "Missing facts",
    ask_note: "What the reporters should add",
    ask_hint: "They read it with the receipt code; name nobody, no numbers",
    supplement: "What the reporter adds",
    supplement_hint: "As told; kept secret like the words of the report, and not part of the task sheet",
    message: "Message",
    message_hint: "The reporter reads it with the receipt code; stored encrypted, seen only by those who handle the case",
    files: "Files",
    moved_by: "While you were writing:",
    fresh: |field| format!("As the case stands now, “{field}” could read:"),
    take_over: "Take over",
    conclusion: "Conclusion",
    facts: "Facts found",
    beyond: "Found beyond the report",
    legal_basis: "Legal basis",
    dispositions: "Measures",
    recommendation: "Recommendation",
    reply_conclusion: "Is it true",
    violations: "Violations found",
    verification: "How it was verified",
    decision: "Decision",
    reward: "Whether a reward is due",
    delivered_at: "Delivered",
    department: "Department",
    handler: "Handler",
    telephone: "Telephone",
    course: "Course of the inquiry",
    satisfaction: "Reporter's satisfaction",
    response: "What the reporter said",
    opinion: "Closing opinion",
    choose: "Choose one",
    required: "Fill this in",
    confirm_decline: "Check this opinion. Once confirmed the case is declined, and the reporter is told the reasons.",
    approve: "Check the report. Once approved, the reporters are told.",
    moved: "Somebody has just changed this case; the page shows it as it is now. Everything you wrote is still here: check it and submit again.",
    done: |action| format!("Done: {action}"),
    draft_task: |title| format!("Please verify: {title}."),
    draft_demand: "Find out whether it is true, deal with hazards and violations under the law, and feed back in time.",
    draft_conclusion: |conclusion| format!("What you reported was verified. Result: {conclusion}."),
    draft_told: |days, last| {
        format!(
            "The verification goes on. Because the matter is complex, {days} days more were granted, until {last}."
        )
    },
    draft_visit: |day| format!("The unit inspected the site on {day}."),
};
