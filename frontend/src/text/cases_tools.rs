//! What is done with the list as a whole: views, bulk commands, exports.

use super::format::number;

/// Texts of views, bulk commands and exports.
#[derive(Debug)]
pub struct CasesToolsTexts {
    /// Name of the saved views.
    pub views: &'static str,
    /// The list as everybody has it.
    pub everything: &'static str,
    /// Saves the present filters and columns.
    pub save_view: &'static str,
    /// Title where views are renamed, moved and forgotten.
    pub manage_views: &'static str,
    /// The name of a view.
    pub view_name: &'static str,
    /// Gives a view the present filters and columns.
    pub overwrite: &'static str,
    /// Forgets it.
    pub delete: &'static str,
    /// Moves it forward.
    pub earlier: &'static str,
    /// Saves it.
    pub save: &'static str,
    /// Says that it is saved.
    pub saved: &'static str,
    /// Chooses the columns.
    pub columns: &'static str,
    /// The columns that everybody has.
    pub usual: &'static str,
    /// How many cases are selected.
    pub selected: fn(usize) -> String,
    /// Selects every case of this page.
    pub select_page: &'static str,
    /// Selects none any more.
    pub select_none: &'static str,
    /// Title of the drawer.
    pub bulk: &'static str,
    /// Which action.
    pub action: &'static str,
    /// Each keeps the nature with which it was registered.
    pub keep_nature: &'static str,
    /// Why a case is urgent.
    pub reasons: &'static str,
    /// How it is given to the unit.
    pub dispatch_kind: &'static str,
    /// To which unit.
    pub to_proposed: &'static str,
    /// The task sheet, the same for all.
    pub task_sheet: &'static str,
    /// What must not stand in it.
    pub task_sheet_hint: &'static str,
    /// The opinion of the office.
    pub opinion: &'static str,
    /// Says what would happen.
    pub preview: &'static str,
    /// Does it.
    pub go: fn(usize) -> String,
    /// Heading: what would happen.
    pub would: fn(usize, usize) -> String,
    /// Heading: what happened.
    pub done: fn(usize, usize) -> String,
    /// Back to what is asked.
    pub back: &'static str,
    /// Exports the list.
    pub export: &'static str,
    /// What is exported.
    pub export_what: fn(u64) -> String,
    /// What is done with the file.
    pub export_note: &'static str,
    /// Asks for it.
    pub export_go: &'static str,
    /// The own exports.
    pub exports: &'static str,
    /// There is none.
    pub no_exports: &'static str,
    /// It waits.
    pub queued: &'static str,
    /// So many of so many rows.
    pub running: fn(u64, u64) -> String,
    /// It is there: how many rows.
    pub ready: fn(u64) -> String,
    /// It failed.
    pub failed: &'static str,
    /// Fetches the file.
    pub download: &'static str,
    /// Gives it up, or forgets it.
    pub forget: &'static str,
    /// Until when it is kept.
    pub kept_until: &'static str,
}

pub(super) static ZH: CasesToolsTexts = CasesToolsTexts {
    views: "我的视图",
    everything: "全部",
    save_view: "存为视图",
    manage_views: "管理视图",
    view_name: "视图名称",
    overwrite: "改为当前筛选",
    delete: "删除",
    earlier: "前移",
    save: "保存",
    saved: "视图已保存",
    columns: "列",
    usual: "恢复默认",
    selected: |count| format!("已选 {count} 件"),
    select_page: "全选本页",
    select_none: "取消选择",
    bulk: "批量办理",
    action: "办理事项",
    keep_nature: "各按登记时的性质",
    reasons: "紧急理由",
    dispatch_kind: "交办方式",
    to_proposed: "逐件交办给按区域和行业建议的单位；没有建议单位的不交办。",
    task_sheet: "核查任务单（各件相同）",
    task_sheet_hint: "不得写入可辨认举报人的内容",
    opinion: "办结意见",
    preview: "预览结果",
    go: |count| format!("办理 {count} 件"),
    would: |done, refused| format!("可办理 {done} 件，不能办理 {refused} 件"),
    done: |done, refused| format!("已办理 {done} 件，未办理 {refused} 件"),
    back: "返回修改",
    export: "导出",
    export_what: |count| format!("导出当前筛选的全部 {} 件，列同列表。", number(count)),
    export_note: "文件首行标明导出人、单位和时间，属工作秘密；导出与下载均留痕。不含举报人信息。",
    export_go: "生成文件",
    exports: "我的导出",
    no_exports: "没有导出",
    queued: "排队中",
    running: |done, total| format!("生成中 {} / {}", number(done), number(total)),
    ready: |rows| format!("{} 件", number(rows)),
    failed: "生成失败，请重新导出",
    download: "下载",
    forget: "移除",
    kept_until: "保留至",
};

pub(super) static EN: CasesToolsTexts = CasesToolsTexts {
    views: "My views",
    everything: "All",
    save_view: "Save as view",
    manage_views: "Manage views",
    view_name: "Name of the view",
    overwrite: "Use present filters",
    delete: "Delete",
    earlier: "Move forward",
    save: "Save",
    saved: "The view is saved",
    columns: "Columns",
    usual: "Usual columns",
    selected: |count| format!("{count} selected"),
    select_page: "Select this page",
    select_none: "Select none",
    bulk: "Bulk action",
    action: "Action",
    keep_nature: "As each was registered",
    reasons: "Reasons of urgency",
    dispatch_kind: "How",
    to_proposed: "Each goes to the unit that its region and industry point to; where there is none, it is not dispatched.",
    task_sheet: "Task sheet (the same for all)",
    task_sheet_hint: "Nothing by which a reporter could be recognised",
    opinion: "Opinion",
    preview: "Preview",
    go: |count| format!("Do it for {count}"),
    would: |done, refused| format!("{done} can be done, {refused} cannot"),
    done: |done, refused| format!("{done} done, {refused} not done"),
    back: "Back",
    export: "Export",
    export_what: |count| {
        format!(
            "All {} cases under the present filters, with the columns of the list.",
            number(count)
        )
    },
    export_note: "The first line names who exported it, the unit and the time; it is a work secret. Exporting and downloading are recorded. It says nothing of reporters.",
    export_go: "Make the file",
    exports: "My exports",
    no_exports: "There are no exports",
    queued: "Waiting",
    running: |done, total| format!("{} of {}", number(done), number(total)),
    ready: |rows| format!("{} cases", number(rows)),
    failed: "It failed; export again",
    download: "Download",
    forget: "Remove",
    kept_until: "kept until",
};
