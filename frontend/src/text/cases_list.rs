//! The list of cases.

/// Texts of the list of cases.
#[derive(Debug)]
pub struct CasesListTexts {
    /// Title.
    pub title: &'static str,
    /// Column: the number of the case.
    pub number: &'static str,
    /// Column: what it is about.
    pub matter: &'static str,
    /// Column: the lead unit.
    pub unit: &'static str,
    /// Column and filter: the stage.
    pub stage: &'static str,
    /// Column: lamp and remaining time of what is due first.
    pub left: &'static str,
    /// Column: the last day of it.
    pub last_day: &'static str,
    /// Column: the article that sets it.
    pub basis: &'static str,
    /// No unit has it yet.
    pub no_unit: &'static str,
    /// Nobody owes anything.
    pub no_clock: &'static str,
    /// Tag of a major hazard.
    pub major: &'static str,
    /// Tag of a concealed accident.
    pub concealed: &'static str,
    /// Group: the end has passed.
    pub overdue: &'static str,
    /// Group: ends today.
    pub today: &'static str,
    /// Group: ends within three working days.
    pub soon: &'static str,
    /// Group: everything else.
    pub other: &'static str,
    /// Name of the filters, and of the button that shows them on a telephone.
    pub filters: &'static str,
    /// Takes every filter away.
    pub clear: &'static str,
    /// Filter: whether somebody still owes something.
    pub open: &'static str,
    /// Somebody does.
    pub open_yes: &'static str,
    /// Nobody does.
    pub open_no: &'static str,
    /// Filter: urgency.
    pub urgency: &'static str,
    /// Filter: region.
    pub region: &'static str,
    /// Filter: industry.
    pub industry: &'static str,
    /// Filter: channel.
    pub channel: &'static str,
    /// No filter.
    pub all: &'static str,
    /// In what order.
    pub order: &'static str,
    /// What is due first comes first.
    pub order_due: &'static str,
    /// What was entered last comes first.
    pub order_newest: &'static str,
    /// Asks for the list again.
    pub refresh: &'static str,
    /// Registers a report.
    pub register: &'static str,
    /// There is no case at all.
    pub empty: &'static str,
    /// When one would appear.
    pub empty_more: &'static str,
    /// No case fits the filters.
    pub none_fits: &'static str,
    /// What helps then.
    pub none_fits_more: &'static str,
    /// Which keys move through the list.
    pub keys: &'static str,
}

pub(super) const ZH: CasesListTexts = CasesListTexts {
    title: "举报件",
    number: "编号",
    matter: "事项",
    unit: "承办单位",
    stage: "环节",
    left: "剩余",
    last_day: "最后一日",
    basis: "依据",
    no_unit: "尚未交办",
    no_clock: "无待办时限",
    major: "重大隐患",
    concealed: "瞒报事故",
    overdue: "已超期",
    today: "今日到期",
    soon: "三个工作日内",
    other: "其他",
    filters: "筛选",
    clear: "清除筛选",
    open: "状态",
    open_yes: "在办",
    open_no: "已结束",
    urgency: "紧急程度",
    region: "所在区域",
    industry: "行业",
    channel: "来源",
    all: "全部",
    order: "排序",
    order_due: "先到期在前",
    order_newest: "新登记在前",
    refresh: "刷新",
    register: "登记",
    empty: "没有举报件",
    empty_more: "新登记或交办的举报件会自动出现在这里。",
    none_fits: "没有符合条件的举报件",
    none_fits_more: "请放宽或清除筛选。",
    keys: "J、K 移动，回车打开",
};

pub(super) const EN: CasesListTexts = CasesListTexts {
    title: "Cases",
    number: "Number",
    matter: "Matter",
    unit: "Unit",
    stage: "Stage",
    left: "Left",
    last_day: "Last day",
    basis: "Basis",
    no_unit: "Not dispatched",
    no_clock: "Nothing is due",
    major: "Major",
    concealed: "Concealed",
    overdue: "Overdue",
    today: "Due today",
    soon: "Within three working days",
    other: "Other",
    filters: "Filters",
    clear: "Clear filters",
    open: "State",
    open_yes: "Open",
    open_no: "Ended",
    urgency: "Urgency",
    region: "Region",
    industry: "Industry",
    channel: "Source",
    all: "All",
    order: "Order",
    order_due: "Due first",
    order_newest: "Newest first",
    refresh: "Refresh",
    register: "Register",
    empty: "There are no cases",
    empty_more: "Cases appear here by themselves once they are registered or dispatched.",
    none_fits: "No case fits",
    none_fits_more: "Widen or clear the filters.",
    keys: "J and K move, Enter opens",
};
