//! Events: what happened. Past tense; appended to the journal and never changed; folded by [`super::evolve`].

use super::admission::{Acceptance, DeclineProposal, Reclassification};
use super::case::{Assignment, Closing, Contact, Evidence, Feedback, Intake, Reply, Report, Reporter, Visit};
use super::clocks::Clock;
use super::extension::{ExtensionDecision, ExtensionRequest};
use super::pause::ClockPause;
use super::recount::Recounted;
use super::stage::Means;
use super::talk::{Message, SupplementRequest};
use crate::{
    access::ActorRef,
    ids::{CaseId, ReporterId},
    rules::{ClockKind, StopEvent},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// One thing that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(tag = "type", rename_all = "snake_case"))]
#[cfg_attr(target_arch = "wasm32", serde(rename = "type", rename_all = "snake_case"))]
pub enum Event {
    /// 登记: the case begins.
    Registered(Registered),
    /// 提出不予受理
    DeclineProposed(DeclineProposal),
    /// 不予受理
    Declined,
    /// 不予受理意见被驳回
    DeclineRejected {
        /// Why.
        reasons: String,
    },
    /// 要求补充
    SupplementRequested(SupplementRequest),
    /// 补充
    Supplemented(Message),
    /// 受理
    Accepted(Acceptance),
    /// 交办、转办
    Dispatched(Assignment),
    /// 紧急程度调整
    Reclassified(Reclassification),
    /// 签收
    SignedIn,
    /// 现场核查
    VisitRecorded(Visit),
    /// 证据
    EvidenceAdded(Evidence),
    /// 沟通
    ContactRecorded(Contact),
    /// 消息
    MessageSent(Message),
    /// 撤回
    Withdrawn {
        /// Which reporter took the report back.
        reporter: ReporterId,
    },
    /// 申请延期
    ExtensionRequested(ExtensionRequest),
    /// 延期申请经承办单位审核
    ExtensionEndorsed,
    /// 延期批复
    ExtensionDecided(ExtensionDecision),
    /// 延期告知举报人
    ExtensionTold {
        /// By what means.
        means: Means,
        /// When it had reached all of them.
        at: Instant,
        /// What they were told.
        summary: String,
    },
    /// 期限中止
    PeriodPaused {
        /// Which period.
        kind: ClockKind,
        /// Which start of it.
        round: u32,
        /// For what, why, by whom.
        pause: ClockPause,
    },
    /// 期限恢复: how it is counted then follows.
    PeriodResumed {
        /// Which period.
        kind: ClockKind,
        /// Which start of it.
        round: u32,
        /// Why the reason is gone.
        grounds: String,
    },
    /// 核查报告提交
    VerificationSubmitted(Report),
    /// 核查报告审核通过
    ReportApproved,
    /// 核查报告退回
    ReportSentBack {
        /// Why.
        reasons: String,
    },
    /// 回复举报人
    Replied {
        /// Which reporter.
        reporter: ReporterId,
        /// The five blocks.
        reply: Reply,
    },
    /// 书面反馈
    FeedbackSubmitted(Feedback),
    /// 办结
    Closed(Closing),
    /// 退回重办
    SentBack {
        /// Why.
        reasons: String,
    },
    /// A period started.
    ClockStarted(Clock),
    /// A running period is counted again, by another rule or from another instant: this takes the place of the same
    /// round of its kind. How it stood before is in the journal.
    ClockRecounted(Clock),
    /// Running periods were counted again, because rules or calendar were revised: each takes the place of the same
    /// round of its kind.
    Recounted(Recounted),
    /// Every running period that this stops has stopped.
    ClocksStopped {
        /// By what.
        by: StopEvent,
    },
    /// A period passed without being stopped.
    ClockLapsed {
        /// Which.
        kind: ClockKind,
        /// Which start of it.
        round: u32,
    },
}

/// The beginning of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registered {
    /// The id made for it.
    pub id: CaseId,
    /// The number drawn for it.
    pub number: String,
    /// What was recorded.
    pub intake: Intake,
    /// Who reported, without who they are.
    pub reporters: Vec<Reporter>,
}

/// An event as the journal holds it: with its place, time and author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recorded {
    /// Place in the journal of the case; the first is 1.
    pub seq: u64,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: ActorRef,
    /// What.
    pub event: Event,
}

impl Event {
    /// The kind as it stands in the database, equal to the tag on the wire.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Registered(_) => "registered",
            Self::DeclineProposed(_) => "decline_proposed",
            Self::Declined => "declined",
            Self::DeclineRejected { .. } => "decline_rejected",
            Self::SupplementRequested(_) => "supplement_requested",
            Self::Supplemented(_) => "supplemented",
            Self::Accepted(_) => "accepted",
            Self::Dispatched(_) => "dispatched",
            Self::Reclassified(_) => "reclassified",
            Self::SignedIn => "signed_in",
            Self::VisitRecorded(_) => "visit_recorded",
            Self::EvidenceAdded(_) => "evidence_added",
            Self::ContactRecorded(_) => "contact_recorded",
            Self::MessageSent(_) => "message_sent",
            Self::Withdrawn { .. } => "withdrawn",
            Self::ExtensionRequested(_) => "extension_requested",
            Self::ExtensionEndorsed => "extension_endorsed",
            Self::ExtensionDecided(_) => "extension_decided",
            Self::ExtensionTold { .. } => "extension_told",
            Self::PeriodPaused { .. } => "period_paused",
            Self::PeriodResumed { .. } => "period_resumed",
            Self::VerificationSubmitted(_) => "verification_submitted",
            Self::ReportApproved => "report_approved",
            Self::ReportSentBack { .. } => "report_sent_back",
            Self::Replied { .. } => "replied",
            Self::FeedbackSubmitted(_) => "feedback_submitted",
            Self::Closed(_) => "closed",
            Self::SentBack { .. } => "sent_back",
            Self::ClockStarted(_) => "clock_started",
            Self::ClockRecounted(_) => "clock_recounted",
            Self::Recounted(_) => "recounted",
            Self::ClocksStopped { .. } => "clocks_stopped",
            Self::ClockLapsed { .. } => "clock_lapsed",
        }
    }
}
