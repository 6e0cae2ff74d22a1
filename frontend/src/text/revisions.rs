//! Revisions of rules and calendar.

use anju_shared::{
    api::revisions::{EffectGroup, RunState},
    problem::Language,
};

/// Texts of them.
#[derive(Debug)]
pub struct RevisionTexts {
    /// Heading of the list.
    pub title: &'static str,
    /// What a revision is.
    pub lead: &'static str,
    /// To the rules side by side.
    pub to_rules: &'static str,
    /// To the list.
    pub to_list: &'static str,
    /// Begins one.
    pub begin: &'static str,
    /// None yet.
    pub empty: &'static str,
    /// What helps.
    pub empty_more: &'static str,
    /// Column: its name.
    pub name: &'static str,
    /// Column: of what.
    pub kind: &'static str,
    /// Column: how far it is.
    pub state: &'static str,
    /// Its first day.
    pub in_force_from: &'static str,
    /// Column: what was done last.
    pub last: &'static str,
    /// A layer in a version.
    pub version: fn(&str, u32) -> String,
    /// An arrangement of a year.
    pub arrangement: fn(&str, u32) -> String,
    /// Anju itself.
    pub anju: &'static str,
    /// What it begins as a copy of.
    pub copy_of: &'static str,
    /// Whether it is another authority's.
    pub becomes: &'static str,
    /// The next version of the same.
    pub next_version: &'static str,
    /// What that means.
    pub next_version_more: &'static str,
    /// A regime of its own.
    pub other_id: &'static str,
    /// What that means.
    pub other_id_more: &'static str,
    /// Its short name.
    pub id: &'static str,
    /// How a short name is written.
    pub id_hint: &'static str,
    /// The five steps.
    pub steps: [&'static str; 5],
    /// Name of the steps.
    pub way: &'static str,
    /// Name of the tabs.
    pub tabs: &'static str,
    /// Tab: what it says.
    pub content: &'static str,
    /// Tab: what it changes.
    pub changes: &'static str,
    /// Tab: what it does to periods.
    pub effects: &'static str,
    /// Name of the lists.
    pub sections: &'static str,
    /// Column: the entry.
    pub entry: &'static str,
    /// Column: what it says.
    pub says: &'static str,
    /// Column: the clause.
    pub clause: &'static str,
    /// Column: where it comes from.
    pub origin: &'static str,
    /// Its own.
    pub own: &'static str,
    /// In place of an inherited one.
    pub overrides: &'static str,
    /// Inherited.
    pub inherited: &'static str,
    /// Does not hold here.
    pub dropped: &'static str,
    /// Opens an entry.
    pub open: &'static str,
    /// A new entry.
    pub new_entry: &'static str,
    /// The list has no entry.
    pub no_entry: &'static str,
    /// Saves.
    pub save: &'static str,
    /// Saved.
    pub saved: &'static str,
    /// What is inherited holds again.
    pub restore: &'static str,
    /// An inherited entry does not hold.
    pub drop: &'static str,
    /// Removes an own entry.
    pub remove: &'static str,
    /// Nothing was changed.
    pub unchanged: &'static str,
    /// The base says this.
    pub below: fn(&str) -> String,
    /// Somebody else made this of it.
    pub became: fn(&str) -> String,
    /// Reads what there is now.
    pub reread: &'static str,
    /// It can be read only.
    pub read_only: &'static str,
    /// Has to be there.
    pub missing: &'static str,
    /// A number is wanted.
    pub out_of_range: fn(u64, u64) -> String,
    /// From here to there.
    pub range: fn(u64, u64) -> String,
    /// Another entry has this key.
    pub taken: &'static str,
    /// The key beside the fields.
    pub key: &'static str,
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
    /// From.
    pub from: &'static str,
    /// Until.
    pub until: &'static str,
    /// The unit of a period.
    pub unit: &'static str,
    /// The units, in the order of `view::fields::UNITS`.
    pub units: [&'static str; 4],
    /// Words are written one a line.
    pub one_a_line: &'static str,
    /// The layer says something of this.
    pub said: &'static str,
    /// Nothing.
    pub none: &'static str,
    /// Panel: what does not fit.
    pub check: &'static str,
    /// So many faults.
    pub faults: fn(usize) -> String,
    /// No fault.
    pub fits: &'static str,
    /// What looks odd.
    pub doubts: &'static str,
    /// Panel: what it would change.
    pub simulation: &'static str,
    /// What a simulation does.
    pub simulation_more: &'static str,
    /// A past period too, from this day.
    pub past_from: &'static str,
    /// And to this day.
    pub past_until: &'static str,
    /// Runs it.
    pub simulate: &'static str,
    /// Runs it again.
    pub simulate_again: &'static str,
    /// The figures are of an earlier content.
    pub outdated: &'static str,
    /// So far.
    pub looked_at: fn(&str, &str) -> String,
    /// So many periods.
    pub clocks: fn(&str) -> String,
    /// Row by row.
    pub to_effects: &'static str,
    /// Panel: what has been applied.
    pub application: &'static str,
    /// Panel: what can be done.
    pub act: &'static str,
    /// What follows from publishing.
    pub follows: &'static str,
    /// The same of a calendar.
    pub follows_calendar: &'static str,
    /// Panel: who did what.
    pub story: &'static str,
    /// Why it goes back.
    pub reasons: &'static str,
    /// Asks before it publishes.
    pub publish_sure: &'static str,
    /// Asks before it is given up.
    pub discard_sure: &'static str,
    /// Takes it as a file.
    pub file: &'static str,
    /// Done.
    pub done: &'static str,
    /// It changes nothing.
    pub no_change: &'static str,
    /// Column: before.
    pub before: &'static str,
    /// Column: after.
    pub after: &'static str,
    /// What a change is: new, changed, dropped.
    pub kinds: [&'static str; 3],
    /// Column: the case.
    pub case: &'static str,
    /// Column: the period.
    pub period: &'static str,
    /// Column: old end.
    pub old_end: &'static str,
    /// Column: new end.
    pub new_end: &'static str,
    /// Column: in which way.
    pub shift: &'static str,
    /// Filter: of which periods.
    pub group: &'static str,
    /// No filter.
    pub all: &'static str,
    /// Nothing has been simulated.
    pub not_simulated: &'static str,
    /// No effect fits.
    pub no_effect: &'static str,
    /// An administrator sees figures, not cases.
    pub not_for_you: &'static str,
    /// A provisional end.
    pub provisional: &'static str,
    /// The n-th start of a period.
    pub round: fn(u32) -> String,
}

pub(super) static ZH: RevisionTexts = RevisionTexts {
    title: "规则修订",
    lead: "先起草，再对在办件模拟，由另一人发布，自施行日起生效",
    to_rules: "规则对照",
    to_list: "全部修订",
    begin: "新建修订",
    empty: "还没有修订",
    empty_more: "从一个规则集复制，改好后模拟、提交、发布。",
    name: "修订",
    kind: "种类",
    state: "状态",
    in_force_from: "施行日",
    last: "最近办理",
    version: |name, number| format!("{name} 第 {number} 版"),
    arrangement: |name, number| format!("{name} 年日历（第 {number} 次）"),
    anju: "系统",
    copy_of: "从哪个规则集复制",
    becomes: "作为",
    next_version: "该规则集的下一版",
    next_version_more: "施行日起新受理的举报适用；已受理的不变",
    other_id: "另一机关的规则集",
    other_id_more: "内容照抄，另起简称，由该机关选用",
    id: "简称",
    id_hint: "2 至 8 个大写字母或数字，如 HX",
    steps: ["草稿", "模拟", "提交", "发布", "施行"],
    way: "修订进度",
    tabs: "修订内容",
    content: "内容",
    changes: "变更",
    effects: "逐件结果",
    sections: "目录",
    entry: "条目",
    says: "规定",
    clause: "依据",
    origin: "出自",
    own: "本级",
    overrides: "替代",
    inherited: "承接",
    dropped: "不适用",
    open: "打开",
    new_entry: "新增",
    no_entry: "此处没有条目",
    save: "保存",
    saved: "已保存",
    restore: "恢复承接",
    drop: "不适用",
    remove: "删除",
    unchanged: "没有改动，无需保存",
    below: |text| format!("承接的是：{text}"),
    became: |text| format!("他人改为：{text}"),
    reread: "读取现在的内容",
    read_only: "现在不能修改",
    missing: "请填写",
    out_of_range: |from, to| format!("应为 {from} 至 {to} 之间的整数"),
    range: |from, to| format!("{from} 至 {to}"),
    taken: "已有同样代码的条目",
    key: "代码",
    zh: "中文",
    en: "英文",
    from: "从",
    until: "至",
    unit: "单位",
    units: ["分钟", "小时", "个工作日", "日"],
    one_a_line: "一行一个",
    said: "作出规定",
    none: "无",
    check: "检查",
    faults: |count| format!("{count} 处不一致"),
    fits: "没有不一致",
    doubts: "请核实",
    simulation: "模拟",
    simulation_more: "对全部在办时限计算新旧截止日；也可加上过去一段时间受理的举报。",
    past_from: "过去：自",
    past_until: "至",
    simulate: "开始模拟",
    simulate_again: "重新模拟",
    outdated: "内容已改，请重新模拟",
    looked_at: |done, total| format!("已看 {done} / {total} 件"),
    clocks: |count| format!("{count} 个时限"),
    to_effects: "逐件查看",
    application: "施行进度",
    act: "办理",
    follows: "发布后自施行日起，新受理的举报适用新版；已受理的举报适用受理时的规则（TJ-23）。",
    follows_calendar: "发布后，未届满的时限按新的日历重新计算，逐件记入经过。",
    story: "经过",
    reasons: "退回理由",
    publish_sure: "发布后不能再改。",
    discard_sure: "作废后不能恢复。",
    file: "下载文件",
    done: "已办理",
    no_change: "与前一版没有不同",
    before: "原规定",
    after: "新规定",
    kinds: ["新增", "修改", "删除"],
    case: "举报件",
    period: "时限",
    old_end: "原截止",
    new_end: "新截止",
    shift: "变化",
    group: "范围",
    all: "全部",
    not_simulated: "还没有模拟",
    no_effect: "没有这样的变化",
    not_for_you: "逐件结果由安委办查看；管理员可见数字。",
    provisional: "暂定",
    round: |round| format!("第 {round} 次"),
};

pub(super) static EN: RevisionTexts = RevisionTexts {
    title: "Revisions",
    lead: "Drafted, simulated on running cases, published by a second person, in effect from its first day",
    to_rules: "Rules side by side",
    to_list: "All revisions",
    begin: "New revision",
    empty: "No revision yet",
    empty_more: "Copy a regime, change it, simulate, submit, publish.",
    name: "Revision",
    kind: "Kind",
    state: "State",
    in_force_from: "In force from",
    last: "Last step",
    version: |name, number| format!("{name} version {number}"),
    arrangement: |name, number| format!("Calendar of {name} (no. {number})"),
    anju: "Anju",
    copy_of: "Copy of",
    becomes: "As",
    next_version: "Next version of the same",
    next_version_more: "Holds for cases accepted from its first day; others keep theirs",
    other_id: "The rules of another authority",
    other_id_more: "Same content under another short name, for that authority to choose",
    id: "Short name",
    id_hint: "2 to 8 capital letters or digits, as HX",
    steps: ["Draft", "Simulation", "Submission", "Publication", "In effect"],
    way: "Progress of the revision",
    tabs: "The revision",
    content: "Content",
    changes: "Changes",
    effects: "Case by case",
    sections: "Contents",
    entry: "Entry",
    says: "Says",
    clause: "Clause",
    origin: "Origin",
    own: "Own",
    overrides: "Overrides",
    inherited: "Inherited",
    dropped: "Not here",
    open: "Open",
    new_entry: "Add",
    no_entry: "There is no entry",
    save: "Save",
    saved: "Saved",
    restore: "Inherit again",
    drop: "Does not hold here",
    remove: "Remove",
    unchanged: "Nothing was changed",
    below: |text| format!("Inherited: {text}"),
    became: |text| format!("Somebody else made it: {text}"),
    reread: "Read what there is now",
    read_only: "It cannot be changed now",
    missing: "Fill this in",
    out_of_range: |from, to| format!("A whole number from {from} to {to}"),
    range: |from, to| format!("{from} to {to}"),
    taken: "Another entry has this code",
    key: "Code",
    zh: "Chinese",
    en: "English",
    from: "From",
    until: "To",
    unit: "Unit",
    units: ["minutes", "hours", "working days", "calendar days"],
    one_a_line: "One a line",
    said: "Provided for",
    none: "None",
    check: "Check",
    faults: |count| format!("{count} inconsistencies"),
    fits: "Nothing inconsistent",
    doubts: "Please verify",
    simulation: "Simulation",
    simulation_more: "Counts old and new ends of all running periods, and of cases registered in a past period if you name one.",
    past_from: "Past: from",
    past_until: "to",
    simulate: "Simulate",
    simulate_again: "Simulate again",
    outdated: "The content has changed: simulate again",
    looked_at: |done, total| format!("{done} of {total} cases"),
    clocks: |count| format!("{count} periods"),
    to_effects: "Case by case",
    application: "Application",
    act: "Steps",
    follows: "Cases accepted from its first day have the new version; cases accepted before keep their rules (TJ-23).",
    follows_calendar: "Running periods are counted again by the new calendar, each on record.",
    story: "Story",
    reasons: "Why it goes back",
    publish_sure: "What is published cannot be changed.",
    discard_sure: "This cannot be undone.",
    file: "Download file",
    done: "Done",
    no_change: "Nothing differs from the version before",
    before: "Before",
    after: "After",
    kinds: ["New", "Changed", "Dropped"],
    case: "Case",
    period: "Period",
    old_end: "Old end",
    new_end: "New end",
    shift: "Change",
    group: "Of",
    all: "All",
    not_simulated: "Not simulated yet",
    no_effect: "No such change",
    not_for_you: "The office sees it case by case; administrators see the figures.",
    provisional: "provisional",
    round: |round| format!("no. {round}"),
};

/// Of which periods.
#[must_use]
pub const fn group(group: EffectGroup, language: Language) -> &'static str {
    let (zh, en) = match group {
        EffectGroup::Open => ("在办，将改变", "Running, would change"),
        EffectGroup::Kept => ("在办，保留原规则", "Running, kept"),
        EffectGroup::Past => ("过去", "Past"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// How far a walk is.
#[must_use]
pub const fn run(state: RunState, language: Language) -> &'static str {
    let (zh, en) = match state {
        RunState::Queued => ("排队中", "Queued"),
        RunState::Running => ("进行中", "Running"),
        RunState::Done => ("已完成", "Done"),
        RunState::Failed => ("失败", "Failed"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
