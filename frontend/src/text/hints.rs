//! What helps while a report is taken down.

/// Texts of the hints of registration.
#[derive(Debug)]
pub struct HintsTexts {
    /// Panel: reports that this one may repeat.
    pub duplicates: &'static str,
    /// Said aloud when some are found: "找到 2 件疑似重复".
    pub found: fn(usize) -> String,
    /// There is none.
    pub no_duplicate: &'static str,
    /// What is needed to look for one.
    pub nothing_yet: &'static str,
    /// "相似度 85"
    pub score: fn(u32) -> String,
    /// 统一社会信用代码相同
    pub same_credit_code: &'static str,
    /// 单位名称相同
    pub same_enterprise: &'static str,
    /// 单位名称相近
    pub like_enterprise: &'static str,
    /// 地点相同
    pub same_place: &'static str,
    /// "相隔 3 天"
    pub same_time: fn(i64) -> String,
    /// "内容相近：油漆、电焊"
    pub like_words: fn(&str) -> String,
    /// Panel: other cases of the enterprise.
    pub history: &'static str,
    /// Before the day of receipt.
    pub received: &'static str,
    /// Panel: the class to which it points.
    pub class: &'static str,
    /// Who decides.
    pub class_hint: &'static str,
    /// Label of the choice of urgency.
    pub urgency: &'static str,
    /// Label of the reasons.
    pub reasons: &'static str,
    /// "提到“冒烟”“爆炸”"
    pub says: fn(&[String]) -> String,
    /// "性质：重大事故隐患"
    pub by_nature: fn(&str) -> String,
    /// "举报人身份：从业人员"
    pub by_capacity: fn(&str) -> String,
    /// Nothing points to urgency.
    pub no_reason: &'static str,
    /// Hints could not be had; registering is not hindered.
    pub unreachable: &'static str,
    /// Registers and accepts.
    pub accept: &'static str,
    /// It is registered and accepted.
    pub accepted: &'static str,
    /// It is registered, but could not be accepted.
    pub not_accepted: &'static str,
    /// Accepting needs the nature.
    pub nature_needed: &'static str,
    /// Accepting an urgent one needs a reason.
    pub reason_needed: &'static str,
}

pub(super) static ZH: HintsTexts = HintsTexts {
    duplicates: "疑似重复",
    found: |count| format!("找到 {count} 件疑似重复的举报"),
    no_duplicate: "未发现疑似重复的举报。",
    nothing_yet: "填写单位、地址或基本事实后自动查找。",
    score: |score| format!("相似 {score}"),
    same_credit_code: "信用代码相同",
    same_enterprise: "单位名称相同",
    like_enterprise: "单位名称相近",
    same_place: "地点相同",
    same_time: |days| match days {
        0 => "同一天".to_owned(),
        days => format!("相隔 {days} 天"),
    },
    like_words: |words| format!("内容相近：{words}"),
    history: "该单位其他举报",
    received: "接收",
    class: "拟定类别",
    class_hint: "按用语提示，由受理员决定；“登记并受理”按此受理。",
    urgency: "紧急程度",
    reasons: "紧急理由",
    says: |words| {
        let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        format!("提到{}", quoted.concat())
    },
    by_nature: |nature| format!("性质为{nature}"),
    by_capacity: |capacity| format!("举报人为{capacity}"),
    no_reason: "未发现紧急情形。",
    unreachable: "暂时无法查找，不影响登记。",
    accept: "登记并受理",
    accepted: "已登记并受理",
    not_accepted: "已登记，但未能受理。请打开本件后受理。",
    nature_needed: "受理须选定性质",
    reason_needed: "按紧急受理须选定理由",
};

pub(super) static EN: HintsTexts = HintsTexts {
    duplicates: "Probable duplicates",
    found: |count| format!("{count} probable duplicates found"),
    no_duplicate: "No report found that this one repeats.",
    nothing_yet: "Looked for by itself once enterprise, address or facts are entered.",
    score: |score| format!("likeness {score}"),
    same_credit_code: "same credit code",
    same_enterprise: "same enterprise",
    like_enterprise: "like name of the enterprise",
    same_place: "same place",
    same_time: |days| match days {
        0 => "same day".to_owned(),
        1 => "1 day apart".to_owned(),
        days => format!("{days} days apart"),
    },
    like_words: |words| format!("like words: {words}"),
    history: "Other reports about this enterprise",
    received: "received",
    class: "Proposed class",
    class_hint: "From the words used; the officer decides. “Register and accept” accepts it so.",
    urgency: "Urgency",
    reasons: "Reasons",
    says: |words| {
        let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        format!("says {}", quoted.join(", "))
    },
    by_nature: |nature| format!("nature: {nature}"),
    by_capacity: |capacity| format!("reported by: {capacity}"),
    no_reason: "Nothing points to urgency.",
    unreachable: "Nothing can be looked up now; registering is not hindered.",
    accept: "Register and accept",
    accepted: "Registered and accepted",
    not_accepted: "Registered, but not accepted. Open the case to accept it.",
    nature_needed: "Accepting needs the nature",
    reason_needed: "Accepting as urgent needs a reason",
};
