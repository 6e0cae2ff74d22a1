//! The list of cases. Its columns are named where they are defined (`anju_shared::api::views`).

use anju_shared::deadlines::Band;

/// Texts of the list of cases.
#[derive(Debug)]
pub struct CasesListTexts {
    /// Title.
    pub title: &'static str,
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
    /// Filter: how soon something is due.
    pub due: &'static str,
    /// Filter: entered on this day or later.
    pub from: &'static str,
    /// Filter: entered on this day or earlier.
    pub to: &'static str,
    /// Shows the filters that are not always in sight.
    pub more: &'static str,
    /// Column of boxes: selects the case.
    pub select: &'static str,
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
    /// The field for words.
    pub search: &'static str,
    /// What can be searched and what cannot, where nothing was found.
    pub none_found_more: &'static str,
    /// Which keys move through the list.
    pub keys: &'static str,
    /// Key: to the next row.
    pub key_down: &'static str,
    /// Key: to the row before.
    pub key_up: &'static str,
    /// Key: selects the row, or no longer.
    pub key_turn: &'static str,
    /// Key: selects from the last selected row to this one.
    pub key_through: &'static str,
    /// Key: selects and goes on.
    pub key_take: &'static str,
    /// Key: selects and goes back.
    pub key_take_up: &'static str,
}

impl CasesListTexts {
    /// How soon something is due.
    #[must_use]
    pub const fn band(&self, band: Band) -> &'static str {
        match band {
            Band::Overdue => self.overdue,
            Band::Today => self.today,
            Band::Soon => self.soon,
            Band::Other => self.other,
        }
    }
}

pub(super) static ZH: CasesListTexts = CasesListTexts {
    title: "举报件",
    no_unit: "尚未交办",
    no_clock: "无待办时限",
    major: "重大隐患",
    concealed: "瞒报事故",
    overdue: "已超期",
    today: "今日到期",
    soon: "三个工作日内",
    other: "其他",
    due: "期限",
    from: "登记自",
    to: "登记至",
    more: "更多条件",
    select: "选择",
    filters: "筛选",
    clear: "清除筛选",
    open: "状态",
    open_yes: "在办",
    open_no: "已结束",
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
    search: "搜索",
    none_found_more: "可查编号、标题、单位、信用代码、地址、时间和点位；举报人的姓名、电话不能检索。",
    keys: "J、K 移动，X 选择，回车打开",
    key_down: "下一行",
    key_up: "上一行",
    key_turn: "选择或取消选择本行",
    key_through: "选择至本行",
    key_take: "选择并下移",
    key_take_up: "选择并上移",
};

pub(super) static EN: CasesListTexts = CasesListTexts {
    title: "Cases",
    no_unit: "Not dispatched",
    no_clock: "Nothing is due",
    major: "Major",
    concealed: "Concealed",
    overdue: "Overdue",
    today: "Due today",
    soon: "Within three working days",
    other: "Other",
    due: "Due",
    from: "Registered from",
    to: "Registered to",
    more: "More filters",
    select: "Select",
    filters: "Filters",
    clear: "Clear filters",
    open: "State",
    open_yes: "Open",
    open_no: "Ended",
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
    search: "Search",
    none_found_more: "Numbers, titles, enterprises, credit codes, addresses, times and places can be searched; the names and numbers of reporters cannot.",
    keys: "J and K move, X selects, Enter opens",
    key_down: "Next row",
    key_up: "Previous row",
    key_turn: "Select the row, or no longer",
    key_through: "Select up to this row",
    key_take: "Select and move down",
    key_take_up: "Select and move up",
};
