//! 工作台, 交办台, 审批.

/// Texts of the pages on which work waits.
#[derive(Debug)]
pub struct WorkbenchTexts {
    /// Name of the figures.
    pub figures: &'static str,
    /// Figure: entered today.
    pub today: &'static str,
    /// Figure: somebody still owes something.
    pub open: &'static str,
    /// Figure: due within three working days.
    pub soon: &'static str,
    /// Figure: overdue.
    pub overdue: &'static str,
    /// After the day: nobody works.
    pub rest: &'static str,
    /// After the day: a weekend on which one works.
    pub worked: &'static str,
    /// The page follows what happens.
    pub live: &'static str,
    /// What that means.
    pub live_more: &'static str,
    /// The page does not.
    pub not_live: &'static str,
    /// What that means.
    pub not_live_more: &'static str,
    /// Registers a call.
    pub register: &'static str,
    /// Column of the buttons.
    pub next: &'static str,
    /// So many rows of so many.
    pub shown: fn(u64, u64) -> String,
    /// Shows more rows.
    pub more: &'static str,
    /// Nothing waits.
    pub empty: &'static str,
    /// When something will.
    pub empty_more: &'static str,
    /// No case waits for a unit.
    pub no_dispatch: &'static str,
    /// When one will.
    pub no_dispatch_more: &'static str,
    /// Nothing waits for a decision.
    pub no_decisions: &'static str,
    /// When something will.
    pub no_decisions_more: &'static str,
    /// Column: region and industry.
    pub place: &'static str,
    /// Column: the unit that is proposed.
    pub proposal: &'static str,
    /// There is none.
    pub no_proposal: &'static str,
    /// Dispatches to the unit that is proposed.
    pub confirm: &'static str,
    /// Dispatches to another one.
    pub other_unit: &'static str,
    /// Sent in so many seconds.
    pub held: fn(i64) -> String,
    /// Takes it back.
    pub undo: &'static str,
    /// This case was dispatched to this unit.
    pub dispatched: fn(&str, &str) -> String,
    /// This case was not, and why.
    pub not_dispatched: fn(&str, &str) -> String,
    /// This case cannot be dispatched as proposed; the form says why.
    pub needs_form: fn(&str) -> String,
    /// Which keys move, confirm and take back.
    pub dispatch_keys: &'static str,
}

pub(super) static ZH: WorkbenchTexts = WorkbenchTexts {
    figures: "今日概况",
    today: "今日接收",
    open: "在办",
    soon: "三个工作日内到期",
    overdue: "已超期",
    rest: "休息日，按小时计的时限照常计算",
    worked: "调休上班",
    live: "实时",
    live_more: "有变化时本页自动更新",
    not_live: "正在重新连接",
    not_live_more: "自动更新暂时中断，恢复后会补齐",
    register: "登记来电",
    next: "下一步",
    shown: |shown, total| format!("各组先到期的在前，已列出 {shown} 件，共 {total} 件"),
    more: "列出更多",
    empty: "没有等待您办理的举报件",
    empty_more: "轮到您办理的举报件会自动出现在这里。",
    no_dispatch: "没有等待交办的举报件",
    no_dispatch_more: "受理后的举报件会自动出现在这里。",
    no_decisions: "没有等待您审批的事项",
    no_decisions_more: "不予受理意见、核查报告和办结申请会自动出现在这里。",
    place: "区域 · 行业",
    proposal: "建议承办单位",
    no_proposal: "无建议，请选择",
    confirm: "确认交办",
    other_unit: "改派",
    held: |seconds| format!("{seconds} 秒后交办"),
    undo: "撤销",
    dispatched: |number, unit| format!("{number} 已交办{unit}"),
    not_dispatched: |number, why| format!("{number} 未能交办：{why}"),
    needs_form: |number| format!("{number} 不能按建议直接交办，请点“改派”填写"),
    dispatch_keys: "J、K 移动，Y 确认，U 撤销",
};

pub(super) static EN: WorkbenchTexts = WorkbenchTexts {
    figures: "Today at a glance",
    today: "Received today",
    open: "Open",
    soon: "Due within three working days",
    overdue: "Overdue",
    rest: "a day of rest; periods in hours run on",
    worked: "a weekend on which one works",
    live: "Live",
    live_more: "This page follows changes by itself",
    not_live: "Reconnecting",
    not_live_more: "Changes are not shown for the moment; they will be once the line stands again",
    register: "Register a call",
    next: "Next step",
    shown: |shown, total| format!("What is due first in each group: {shown} of {total}"),
    more: "Show more",
    empty: "Nothing waits for you",
    empty_more: "Cases appear here by themselves when it is your turn.",
    no_dispatch: "No case waits for a unit",
    no_dispatch_more: "Cases appear here by themselves once they are accepted.",
    no_decisions: "Nothing waits for your decision",
    no_decisions_more: "Proposals to decline, verification reports and closures appear here by themselves.",
    place: "Region · industry",
    proposal: "Proposed unit",
    no_proposal: "None proposed: choose one",
    confirm: "Dispatch",
    other_unit: "Another unit",
    held: |seconds| format!("Sent in {seconds} s"),
    undo: "Undo",
    dispatched: |number, unit| format!("{number} went to {unit}"),
    not_dispatched: |number, why| format!("{number} was not dispatched: {why}"),
    needs_form: |number| {
        format!("{number} cannot go out as proposed: choose “Another unit” and fill in the form")
    },
    dispatch_keys: "J and K move, Y dispatches, U undoes",
};
