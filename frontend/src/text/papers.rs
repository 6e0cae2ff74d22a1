//! 文书: what stands on the papers of a case besides the names of its fields, and what stands beside them.

/// Texts of the papers of a case. Their titles stand in [`super::case_detail`], which leads to them.
#[derive(Debug)]
pub struct PapersTexts {
    /// Which papers there are to choose from.
    pub choose: &'static str,
    /// What a notice of acceptance says, by the name of the enterprise or matter.
    pub accepted: fn(&str) -> String,
    /// What was decided on an extension.
    pub extension_decision: &'static str,
    /// Opinion of whoever decided on it.
    pub extension_opinion: &'static str,
    /// What the reporters were told: by how many days; until when, if that is known.
    pub extension_told: fn(u32, &str) -> String,
}

pub(super) static ZH: PapersTexts = PapersTexts {
    choose: "选择文书",
    accepted: |title| format!("您反映的“{title}”，经审查，属于安全生产举报受理范围，现予受理。"),
    extension_decision: "批复",
    extension_opinion: "批复意见",
    extension_told: |days, until| match until {
        "" => format!("您反映的事项经批准延长办理期限 {days} 日。"),
        until => format!("您反映的事项经批准延长办理期限 {days} 日，至 {until}。"),
    },
};

pub(super) static EN: PapersTexts = PapersTexts {
    choose: "Choose a document",
    accepted: |title| format!("What you reported (“{title}”) is a matter of work safety and is accepted."),
    extension_decision: "Decision",
    extension_opinion: "Opinion",
    extension_told: |days, until| match until {
        "" => format!("The period for what you reported was extended by {days} days."),
        until => format!("The period for what you reported was extended by {days} days, until {until}."),
    },
};
