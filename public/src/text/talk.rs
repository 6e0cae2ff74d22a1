//! Messages, supplements, the withdrawal.

/// Texts of what a reporter can do with the code.
pub(crate) struct TalkTexts {
    /// Heading.
    pub(crate) title: &'static str,
    /// Nothing was written yet.
    pub(crate) none: &'static str,
    /// The reporter.
    pub(crate) own: &'static str,
    /// The handling side.
    pub(crate) theirs: &'static str,
    /// Something is asked.
    pub(crate) asked: &'static str,
    /// Before the facts that are missing.
    pub(crate) missing: &'static str,
    /// Before and after the last moment for an answer.
    pub(crate) until: [&'static str; 2],
    /// Label of a message.
    pub(crate) write: &'static str,
    /// Label of a supplement.
    pub(crate) supplement: &'static str,
    /// What is shown to whom.
    pub(crate) hint: &'static str,
    /// Sends.
    pub(crate) send: &'static str,
    /// On its way.
    pub(crate) sending: &'static str,
    /// Takes the report back.
    pub(crate) withdraw: &'static str,
    /// What that means.
    pub(crate) withdraw_hint: &'static str,
    /// Does it.
    pub(crate) withdraw_sure: &'static str,
    /// Does not.
    pub(crate) keep: &'static str,
}

pub(super) const ZH: TalkTexts = TalkTexts {
    title: "消息",
    none: "还没有消息。想起什么新情况，可以在这里告诉办理人员。",
    own: "你",
    theirs: "办理人员",
    asked: "请你补充",
    missing: "还缺：",
    until: ["请在 ", " 前答复，过后按现有材料决定。"],
    write: "给办理人员留言",
    supplement: "补充举报内容",
    hint: "不会显示你的姓名和电话",
    send: "发送",
    sending: "正在发送…",
    withdraw: "撤回举报",
    withdraw_hint: "撤回以后不再答复你，也不能恢复。确定要撤回吗？",
    withdraw_sure: "确定撤回",
    keep: "不撤回",
};

pub(super) const EN: TalkTexts = TalkTexts {
    title: "Messages",
    none: "No messages yet. If you remember something, tell the officers here.",
    own: "You",
    theirs: "Officers",
    asked: "Please add to your report",
    missing: "Still missing: ",
    until: [
        "Please answer by ",
        "; afterwards it is decided on what there is.",
    ],
    write: "Write to the officers",
    supplement: "Add to the report",
    hint: "Neither your name nor your telephone is shown",
    send: "Send",
    sending: "Sending…",
    withdraw: "Withdraw the report",
    withdraw_hint: "You will get no reply after withdrawing, and it cannot be undone. Withdraw?",
    withdraw_sure: "Withdraw",
    keep: "Do not withdraw",
};
