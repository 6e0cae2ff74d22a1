//! Words of the components.

/// Texts of the components, handed to them by the pages.
#[derive(Debug)]
pub struct WidgetTexts {
    /// Closes a dialog, a drawer, a message.
    pub close: &'static str,
    /// Leaves without doing it.
    pub cancel: &'static str,
    /// Does it.
    pub confirm: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Says that something is being loaded.
    pub loading: &'static str,
    /// Says that something is being sent.
    pub sending: &'static str,
    /// Says aloud that a field must be filled in.
    pub required: &'static str,
    /// First entry of a list to choose from.
    pub choose: &'static str,
    /// Name of the buttons to the pages of a list.
    pub pages: &'static str,
    /// To the page before.
    pub previous: &'static str,
    /// To the page after.
    pub next: &'static str,
    /// "共 128 件"
    pub total: fn(u64) -> String,
    /// Where to drop files.
    pub choose_files: &'static str,
    /// Takes a file out again.
    pub remove: &'static str,
    /// Name of the list of messages.
    pub messages: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Asks before unsaved work is left.
    pub leave_unsaved: &'static str,
}

pub(super) static ZH: WidgetTexts = WidgetTexts {
    close: "关闭",
    cancel: "取消",
    confirm: "确定",
    retry: "重试",
    loading: "正在加载…",
    sending: "正在提交…",
    required: "必填",
    choose: "请选择",
    pages: "分页",
    previous: "上一页",
    next: "下一页",
    total: |count| format!("共 {} 件", super::format::number(count)),
    choose_files: "点击选择或拖入文件",
    remove: "移除",
    messages: "消息",
    yes: "是",
    no: "否",
    leave_unsaved: "有未提交的内容，确定离开？",
};

pub(super) static EN: WidgetTexts = WidgetTexts {
    close: "Close",
    cancel: "Cancel",
    confirm: "Confirm",
    retry: "Try again",
    loading: "Loading…",
    sending: "Sending…",
    required: "required",
    choose: "Choose",
    pages: "Pages",
    previous: "Previous",
    next: "Next",
    total: |count| format!("{} in total", super::format::number(count)),
    choose_files: "Choose files or drop them here",
    remove: "Remove",
    messages: "Messages",
    yes: "Yes",
    no: "No",
    leave_unsaved: "There is unsent work. Leave anyway?",
};
