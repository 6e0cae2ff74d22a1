//! Commands: what somebody asks to be done. Imperative; parsed at the edge; decided by [`super::decide`].

use super::stage::{Action, Capacity, Conclusion, DispatchKind, Means, Nature, Satisfaction, Urgency};
use super::talk::{RequestSupplement, Said, Say, Withdraw};
use crate::{
    ids::{ClientId, EvidenceId, FileId, ReporterId, RevisionId, UnitId},
    rules::ClockKind,
    time::Instant,
    workflow::case::Matter,
};
use serde::{Deserialize, Serialize};

/// A registration (登记), parsed: what of it the core needs. Identity and original words stay outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// Code of the channel.
    pub channel: String,
    /// When it was received; `None` means now.
    pub received_at: Option<Instant>,
    /// The system that submitted it.
    pub source: Option<ClientId>,
    /// Number that the other system gave it.
    pub external_number: Option<String>,
    /// What it is about.
    pub matter: Matter,
    /// One line for lists, if somebody wrote one.
    pub title: Option<String>,
    /// Whether the basic facts were given.
    pub has_facts: bool,
    /// Whether latest clues were given.
    pub has_clues: bool,
    /// Keyed hash (hex) of the words of the report, which are kept apart.
    pub original_digest: String,
    /// Who reports, without who they are. Never empty: an anonymous reporter is one too.
    pub reporters: Vec<NewReporter>,
    /// Files that came with it.
    pub files: Vec<FileId>,
}

/// A reporter of a new report, without who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReporter {
    /// The id made for them.
    pub id: ReporterId,
    /// In what capacity.
    pub capacity: Capacity,
    /// Whether name and a contact are known.
    pub real_name: bool,
    /// Whether notices are wanted on paper.
    pub wants_paper: bool,
}

/// One command to one case, as it travels: `{"type": "accept", …}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// 受理
    Accept(Accept),
    /// 不予受理: proposed by one person
    Decline(Decline),
    /// 确认不予受理: by a second person
    ConfirmDecline,
    /// 驳回不予受理意见: by a second person
    RejectDecline(Reasons),
    /// 要求补充
    RequestSupplement(RequestSupplement),
    /// 补充: by the reporter, or by the desk on their behalf
    Supplement(Say),
    /// 交办、转办
    Dispatch(Dispatch),
    /// 调整紧急程度
    Reclassify(Reclassify),
    /// 签收
    SignIn,
    /// 记录现场核查
    RecordVisit(RecordVisit),
    /// 添加证据
    AddEvidence(AddEvidence),
    /// 记录沟通
    RecordContact(RecordContact),
    /// 发送消息
    SendMessage(Say),
    /// 申请延期
    RequestExtension(RequestExtension),
    /// 审核延期申请: by the unit's leader
    EndorseExtension,
    /// 批准延期
    ApproveExtension(ApproveExtension),
    /// 不予延期
    RefuseExtension(Reasons),
    /// 告知延期: the reporters were told
    TellExtension(TellExtension),
    /// 中止期限
    PausePeriod(PausePeriod),
    /// 恢复期限
    ResumePeriod(ResumePeriod),
    /// 提交核查报告
    SubmitVerification(SubmitVerification),
    /// 审核通过
    ApproveReport,
    /// 退回核查报告
    SendBackReport(Reasons),
    /// 回复举报人
    Reply(ReplyTo),
    /// 书面反馈
    SubmitFeedback(SubmitFeedback),
    /// 办结
    Close(Close),
    /// 退回重办
    SendBack(Reasons),
    /// 撤回: by the reporter
    Withdraw(Withdraw),
    /// 记录超期: by Anju itself
    RecordLapse(RecordLapse),
    /// 重新计算时限: by Anju itself
    Recount(Recount),
}

/// Accept with an urgency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// 紧急程度
    pub urgency: Urgency,
    /// Codes of the reasons ticked; an urgent case needs at least one (TJ-9.2, MEM-7.1).
    #[serde(default)]
    pub reasons: Vec<String>,
    /// 性质
    pub nature: Nature,
}

/// Propose not to accept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Decline {
    /// Code of the ground (TJ-7.3).
    pub ground: String,
    /// Reasons, which the reporter will read (MEM-6.1).
    pub reasons: String,
}

/// Written reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    /// The reasons.
    pub reasons: String,
}

/// Give the case to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    /// Lead unit.
    pub unit: UnitId,
    /// Own handling, downward, sideways.
    pub kind: DispatchKind,
    /// What is to be verified, rewritten so that nobody can be recognised by it (TJ-20).
    pub task_sheet: String,
    /// Instructions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<String>,
}

/// Change the urgency of a case that was accepted (TJ-9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reclassify {
    /// 紧急程度, another than before.
    pub urgency: Urgency,
    /// Codes of the reasons ticked; an urgent case needs at least one (TJ-9.2, MEM-7.1).
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Why it is changed.
    pub explanation: String,
}

/// Record a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordVisit {
    /// When it took place.
    pub at: Instant,
    /// Who went.
    pub inspectors: String,
    /// Codes of the methods.
    pub methods: Vec<String>,
    /// What was found.
    pub findings: String,
}

/// Add an item of evidence: a file, or the place where the thing is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddEvidence {
    /// Code of the kind.
    pub kind: String,
    /// What it is.
    pub title: String,
    /// An uploaded file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    /// Where the thing itself is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<String>,
    /// Whether it proves that the hazard is gone.
    #[serde(default)]
    pub hazard_removed: bool,
}

/// Record a talk with a reporter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordContact {
    /// With which reporter.
    pub reporter: ReporterId,
    /// By what means.
    pub means: Means,
    /// When it took place.
    pub at: Instant,
    /// What was said, without who said it.
    pub summary: String,
}

/// Ask for more time (TJ-9.3, MEM-7.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestExtension {
    /// Of which period.
    pub kind: ClockKind,
    /// By so many calendar days.
    pub days: u32,
    /// Why.
    pub reasons: String,
}

/// Grant an extension, or put on record that a higher authority granted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ApproveExtension {
    /// Opinion.
    pub opinion: String,
    /// Number of the document in which a higher authority granted it (MEM-7.5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// Record that the reporters were told how far the verification is and that it takes longer (MEM-7.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TellExtension {
    /// By what means.
    pub means: Means,
    /// When it had reached all of them.
    pub at: Instant,
    /// What they were told.
    pub summary: String,
}

/// Let a period stand still, for the reason that its rule knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PausePeriod {
    /// Which period.
    pub kind: ClockKind,
    /// Why the reason is given here.
    pub grounds: String,
}

/// Let a period run again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResumePeriod {
    /// Which period.
    pub kind: ClockKind,
    /// Why the reason is gone.
    pub grounds: String,
}

/// Submit the verification report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SubmitVerification {
    /// 结论
    pub conclusion: Conclusion,
    /// 核查事实
    pub facts: String,
    /// 举报外发现的问题
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<String>,
    /// 法律依据
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    /// Codes of the dispositions.
    pub dispositions: Vec<String>,
    /// 处理建议
    pub recommendation: String,
}

/// Reply to one reporter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplyTo {
    /// Which.
    pub reporter: ReporterId,
    /// 举报是否属实
    pub conclusion: String,
    /// 违法事实
    pub violations: String,
    /// 核查情况
    pub verification: String,
    /// 处理结论
    pub decision: String,
    /// 符合奖励条件情况
    pub reward: String,
    /// By what means.
    pub means: Means,
    /// When it reached the reporter.
    pub delivered_at: Instant,
}

/// Feed back to the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SubmitFeedback {
    /// 具体承办部门
    pub department: String,
    /// 承办人
    pub handler: String,
    /// 联系方式
    pub telephone: String,
    /// 调查经过
    pub course: String,
    /// 违法事实
    pub violations: String,
    /// 处理结论
    pub decision: String,
    /// 举报人满意度
    pub satisfaction: Satisfaction,
    /// 举报人反馈情况
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
}

/// Close the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Opinion of the office.
    pub opinion: String,
}

/// Record that a period has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordLapse {
    /// Which period.
    pub kind: ClockKind,
    /// Which start of it.
    pub round: u32,
}

/// Count the running periods again, because rules or calendar were revised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Recount {
    /// The revision.
    pub revision: RevisionId,
    /// What it is called, as 2027 年工作日安排.
    pub title: String,
}

/// Facts that the shell looks up before a decision, so that deciding needs no database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookups {
    /// Name of the lead unit that a dispatch names; `None` if there is no such active unit.
    pub unit_name: Option<String>,
    /// Whether every file exists, was uploaded by this caller and belongs to no case yet.
    pub file_is_free: bool,
    /// The id made for a new item of evidence.
    pub new_evidence: Option<EvidenceId>,
    /// Id and digest made for words that are to be kept.
    pub said: Option<Said>,
}

impl Command {
    /// Which action it asks for.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            Self::Accept(_) => Action::Accept,
            Self::Decline(_) => Action::Decline,
            Self::ConfirmDecline => Action::ConfirmDecline,
            Self::RejectDecline(_) => Action::RejectDecline,
            Self::RequestSupplement(_) => Action::RequestSupplement,
            Self::Supplement(_) => Action::Supplement,
            Self::Dispatch(_) => Action::Dispatch,
            Self::Reclassify(_) => Action::Reclassify,
            Self::SignIn => Action::SignIn,
            Self::RecordVisit(_) => Action::RecordVisit,
            Self::AddEvidence(_) => Action::AddEvidence,
            Self::RecordContact(_) => Action::RecordContact,
            Self::SendMessage(_) => Action::SendMessage,
            Self::RequestExtension(_) => Action::RequestExtension,
            Self::EndorseExtension => Action::EndorseExtension,
            Self::ApproveExtension(_) => Action::ApproveExtension,
            Self::RefuseExtension(_) => Action::RefuseExtension,
            Self::TellExtension(_) => Action::TellExtension,
            Self::PausePeriod(_) => Action::PausePeriod,
            Self::ResumePeriod(_) => Action::ResumePeriod,
            Self::SubmitVerification(_) => Action::SubmitVerification,
            Self::ApproveReport => Action::ApproveReport,
            Self::SendBackReport(_) => Action::SendBackReport,
            Self::Reply(_) => Action::Reply,
            Self::SubmitFeedback(_) => Action::SubmitFeedback,
            Self::Close(_) => Action::Close,
            Self::SendBack(_) => Action::SendBack,
            Self::Withdraw(_) => Action::Withdraw,
            Self::RecordLapse(_) => Action::RecordLapse,
            Self::Recount(_) => Action::Recount,
        }
    }

    /// What it says that is kept sealed and apart from the journal.
    #[must_use]
    pub const fn words(&self) -> Option<&Say> {
        match self {
            Self::Supplement(say) | Self::SendMessage(say) => Some(say),
            _ => None,
        }
    }

    /// The files that it brings to the case.
    #[must_use]
    pub const fn files(&self) -> &[FileId] {
        match self {
            Self::AddEvidence(evidence) => evidence.file.as_slice(),
            Self::Supplement(say) | Self::SendMessage(say) => say.files.as_slice(),
            _ => &[],
        }
    }
}
