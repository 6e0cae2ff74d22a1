//! What is said of a draft that saves itself.

/// Texts about drafts.
#[derive(Debug)]
pub struct DraftTexts {
    /// Typed, not kept yet.
    pub unsaved: &'static str,
    /// Kept, with the time of day.
    pub saved: fn(&str) -> String,
    /// Not kept, with the cause.
    pub failed: fn(&str) -> String,
    /// Another window kept something newer.
    pub elsewhere: &'static str,
    /// Keeps what stands here all the same.
    pub insist: &'static str,
    /// Throws away what is kept.
    pub discard: &'static str,
}

pub(super) static ZH: DraftTexts = DraftTexts {
    unsaved: "未保存…",
    saved: |time| format!("草稿已保存 {time}"),
    failed: |why| format!("草稿未保存：{why}。请勿关闭本页。"),
    elsewhere: "另一窗口保存了更新的草稿，本页内容未保存。",
    insist: "以本页为准保存",
    discard: "放弃草稿",
};

pub(super) static EN: DraftTexts = DraftTexts {
    unsaved: "Not saved yet…",
    saved: |time| format!("Draft saved {time}"),
    failed: |why| format!("Draft not saved: {why}. Keep this page open."),
    elsewhere: "Another window saved a newer draft; what stands here is not saved.",
    insist: "Save this one instead",
    discard: "Discard the draft",
};
