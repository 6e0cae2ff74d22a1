//! The rules side by side.

use anju_shared::rules::Origin;

/// Texts of it.
#[derive(Debug)]
pub struct RulesTexts {
    /// What the page shows.
    pub lead: &'static str,
    /// The columns.
    pub columns: &'static str,
    /// The regime of this column.
    pub column: fn(usize) -> String,
    /// Adds a column.
    pub add: &'static str,
    /// Takes this regime away.
    pub remove: fn(&str) -> String,
    /// Cases are accepted under it.
    pub in_force: &'static str,
    /// Its version.
    pub version: fn(u32) -> String,
    /// From this day.
    pub since: fn(&str) -> String,
    /// To this day.
    pub until: fn(&str) -> String,
    /// How many entries are its own, take the place of others, are inherited.
    pub counts: fn(usize, usize, usize) -> String,
    /// Only entries that are not the same.
    pub differing: &'static str,
    /// Looks for words.
    pub search: &'static str,
    /// What can be looked for.
    pub search_hint: &'static str,
    /// The lists.
    pub sections: &'static str,
    /// Heading of the column of names.
    pub entry: &'static str,
    /// Its own.
    pub own: &'static str,
    /// Inherited from.
    pub inherited: &'static str,
    /// In place of an entry of.
    pub overrides: &'static str,
    /// There is no such entry.
    pub none: &'static str,
    /// Its regime is not here yet.
    pub not_here: &'static str,
    /// Not the same in all columns.
    pub differs: &'static str,
    /// Otherwise than in another column.
    pub otherwise: &'static str,
    /// So many entries, so many of them not the same.
    pub extent: fn(usize, usize) -> String,
    /// No entry fits.
    pub none_fits: &'static str,
    /// What helps.
    pub none_more: &'static str,
    /// Shows everything again.
    pub clear: &'static str,
}

pub(super) static ZH: RulesTexts = RulesTexts {
    lead: "各规则集逐条对照：规定什么，依据哪一条，出自哪一层",
    columns: "对照的规则集",
    column: |at| format!("第 {at} 列"),
    add: "添加一列",
    remove: |id| format!("移去 {id}"),
    in_force: "现行",
    version: |version| format!("第 {version} 版"),
    since: |day| format!("{day}起施行"),
    until: |day| format!("至{day}"),
    counts: |own, overriding, inherited| format!("本级 {own} · 替代 {overriding} · 承接 {inherited}"),
    differing: "只看不同",
    search: "查找条目",
    search_hint: "名称、内容、条款号、条文",
    sections: "目录",
    entry: "条目",
    own: "本级",
    inherited: "承接自",
    overrides: "替代",
    none: "无",
    not_here: "尚未载入",
    differs: "不同",
    otherwise: "与他列不同",
    extent: |total, differing| format!("{total} 条，其中 {differing} 条不同"),
    none_fits: "没有符合条件的条目",
    none_more: "换个词，或显示全部条目。",
    clear: "显示全部",
};

pub(super) static EN: RulesTexts = RulesTexts {
    lead: "Regimes entry by entry: what each says, on which clause it rests, which layer it comes from",
    columns: "Regimes compared",
    column: |at| format!("Column {at}"),
    add: "Add a column",
    remove: |id| format!("Remove {id}"),
    in_force: "In force",
    version: |version| format!("Version {version}"),
    since: |day| format!("from {day}"),
    until: |day| format!("until {day}"),
    counts: |own, overriding, inherited| {
        format!("own {own} · overriding {overriding} · inherited {inherited}")
    },
    differing: "Only differences",
    search: "Find entries",
    search_hint: "Name, content, clause, its words",
    sections: "Contents",
    entry: "Entry",
    own: "Own",
    inherited: "From",
    overrides: "Overrides",
    none: "None",
    not_here: "Not here yet",
    differs: "Differs",
    otherwise: "otherwise than in another column",
    extent: |total, differing| format!("{total} entries, {differing} of them differ"),
    none_fits: "No entry fits",
    none_more: "Try another word, or show all entries.",
    clear: "Show all",
};

/// Where an entry comes from, in a word.
#[must_use]
pub fn origin(origin: &Origin, words: &RulesTexts) -> String {
    match origin {
        Origin::Own => words.own.to_owned(),
        Origin::Inherited { from } => format!("{} {from}", words.inherited),
        Origin::Overrides { of } => format!("{} {of}", words.overrides),
    }
}
