//! What happened to a case, one phrase for each kind of event.

/// Texts of the history of one case.
#[derive(Debug)]
pub struct CaseStoryTexts {
    /// Registered, by channel.
    pub registered: fn(&str) -> String,
    /// Somebody proposed to decline.
    pub decline_proposed: &'static str,
    /// A second person confirmed it.
    pub declined: &'static str,
    /// A second person rejected it.
    pub decline_rejected: &'static str,
    /// Accepted.
    pub accepted: &'static str,
    /// Dispatched: kind and unit.
    pub dispatched: fn(&str, &str) -> String,
    /// The unit signed.
    pub signed_in: &'static str,
    /// A visit to the site.
    pub visit: &'static str,
    /// Evidence, by title.
    pub evidence: fn(&str) -> String,
    /// A talk with a reporter.
    pub contact: fn(&str) -> String,
    /// The desk asked for what is missing.
    pub supplement_requested: &'static str,
    /// A reporter added to the report.
    pub supplemented: fn(&str) -> String,
    /// A message from a reporter.
    pub message_from: fn(&str) -> String,
    /// A message to a reporter.
    pub message_to: fn(&str) -> String,
    /// A reporter took the report back.
    pub withdrawn: fn(&str) -> String,
    /// "2 个文件"
    pub files: fn(usize) -> String,
    /// The report was submitted.
    pub verification: &'static str,
    /// The leader approved it.
    pub approved: &'static str,
    /// The leader sent it back.
    pub report_sent_back: &'static str,
    /// A reporter was told.
    pub replied: fn(&str) -> String,
    /// The unit fed back.
    pub feedback: &'static str,
    /// Closed.
    pub closed: &'static str,
    /// The office sent it back.
    pub sent_back: &'static str,
    /// A period began: name, last day.
    pub clock_started: fn(&str, &str) -> String,
    /// A period is counted again: name, last day.
    pub clock_recounted: fn(&str, &str) -> String,
    /// Periods are counted again because of a revision: its title.
    pub recounted: fn(&str) -> String,
    /// More time: asked for (name of the period, days), endorsed, granted, refused, told.
    pub extension_requested: fn(&str, u32) -> String,
    /// Endorsed, granted, refused, told.
    pub extension: [&'static str; 4],
    /// A period stands still: its name.
    pub period_paused: fn(&str) -> String,
    /// It runs again.
    pub period_resumed: fn(&str) -> String,
    /// The urgency was changed.
    pub reclassified: &'static str,
    /// Periods ended with this step.
    pub clock_stopped: &'static str,
    /// A period passed.
    pub clock_lapsed: fn(&str) -> String,
    /// Acts: the public, a reporter, a system, Anju itself.
    pub actors: [&'static str; 4],
}

pub(super) static ZH: CaseStoryTexts = CaseStoryTexts {
    registered: |channel| format!("登记 · {channel}"),
    decline_proposed: "提出不予受理",
    declined: "确认不予受理",
    decline_rejected: "驳回不予受理意见",
    accepted: "受理",
    dispatched: |kind, unit| format!("{kind} → {unit}"),
    signed_in: "承办单位签收",
    visit: "现场核查",
    evidence: |title| format!("添加证据：{title}"),
    contact: |reporter| format!("与{reporter}沟通"),
    supplement_requested: "要求补充",
    supplemented: |reporter| format!("{reporter}补充"),
    message_from: |reporter| format!("{reporter}来消息"),
    message_to: |reporter| format!("发消息给{reporter}"),
    withdrawn: |reporter| format!("{reporter}撤回举报"),
    files: |count| format!("{count} 个文件"),
    verification: "提交核查报告",
    approved: "核查报告审核通过",
    report_sent_back: "退回核查报告",
    replied: |reporter| format!("回复{reporter}"),
    feedback: "书面反馈区安委办",
    closed: "办结",
    sent_back: "退回重办",
    clock_started: |name, last| format!("时限起算：{name}，至 {last}"),
    clock_recounted: |name, last| format!("时限重新计算：{name}，至 {last}"),
    recounted: |revision| format!("因修订重新计算时限：{revision}"),
    extension_requested: |name, days| format!("申请延期 {days} 日：{name}"),
    extension: [
        "延期申请经单位审核同意",
        "批准延期",
        "不予延期",
        "已告知举报人延期",
    ],
    period_paused: |name| format!("期限中止：{name}"),
    period_resumed: |name| format!("期限恢复：{name}"),
    reclassified: "调整紧急程度",
    clock_stopped: "相应时限停止计算",
    clock_lapsed: |name| format!("时限届满：{name}"),
    actors: ["公众", "举报人", "接口系统", "系统自动"],
};

pub(super) static EN: CaseStoryTexts = CaseStoryTexts {
    registered: |channel| format!("Registered · {channel}"),
    decline_proposed: "Proposed to decline",
    declined: "Declining confirmed",
    decline_rejected: "Declining rejected",
    accepted: "Accepted",
    dispatched: |kind, unit| format!("{kind} → {unit}"),
    signed_in: "The unit signed for it",
    visit: "Visit to the site",
    evidence: |title| format!("Evidence added: {title}"),
    contact: |reporter| format!("Talk with {reporter}"),
    supplement_requested: "Asked for what is missing",
    supplemented: |reporter| format!("{reporter} added to the report"),
    message_from: |reporter| format!("Message from {reporter}"),
    message_to: |reporter| format!("Message to {reporter}"),
    withdrawn: |reporter| format!("{reporter} withdrew the report"),
    files: |count| format!("{count} files"),
    verification: "Verification report submitted",
    approved: "Report approved",
    report_sent_back: "Report sent back",
    replied: |reporter| format!("{reporter} told the result"),
    feedback: "Written feedback to the office",
    closed: "Closed",
    sent_back: "Sent back to the unit",
    clock_started: |name, last| format!("Period began: {name}, until {last}"),
    clock_recounted: |name, last| format!("Period counted again: {name}, until {last}"),
    recounted: |revision| format!("Periods counted again because of a revision: {revision}"),
    extension_requested: |name, days| format!("{days} days more asked for: {name}"),
    extension: [
        "Extension endorsed by the unit",
        "Extension granted",
        "Extension refused",
        "Reporters told of the extension",
    ],
    period_paused: |name| format!("Period paused: {name}"),
    period_resumed: |name| format!("Period runs again: {name}"),
    reclassified: "Urgency changed",
    clock_stopped: "The periods of this step stopped",
    clock_lapsed: |name| format!("Period passed: {name}"),
    actors: ["The public", "A reporter", "A system", "Anju itself"],
};
