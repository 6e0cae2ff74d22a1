//! A case and the facts that are true of it at its stage. No identity of a reporter is in here, and none of
//! the words of the report as they came: those leave the database only sealed or through `ReadOriginal`.

use super::admission::{Acceptance, DeclineProposal};
use super::clocks::Clock;
use super::extension::ExtensionRequest;
use super::stage::{Capacity, Conclusion, DispatchKind, Fact, Means, Nature, Satisfaction, Stage, Urgency};
use super::talk::{Message, SupplementRequest};
use crate::{
    access::ActorRef,
    ids::{CaseId, ClientId, EvidenceId, FileId, ReporterId, UnitId},
    rules::Effect,
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// One report and everything done about it, as the journal adds up to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// Number for people, as `1201-20261112-0006`.
    pub number: String,
    /// Number of events in the journal.
    pub version: u64,
    /// What was recorded when it came in.
    pub intake: Intake,
    /// Who reported it, without who they are.
    pub reporters: Vec<Reporter>,
    /// The stage, with the facts that are true in it.
    pub progress: Progress,
    /// Every period that has started, oldest first.
    pub clocks: Vec<Clock>,
    /// What was said between the handling side and reporters, oldest first, without the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
}

/// What was recorded when the report came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Intake {
    /// Code of the channel.
    pub channel: String,
    /// When it was received (接收); may lie before its entry.
    pub received_at: Instant,
    /// When it was entered.
    pub registered_at: Instant,
    /// By whom; the first to receive it stays responsible (首接负责, TJ-3.1).
    pub registered_by: ActorRef,
    /// The system that submitted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<ClientId>,
    /// Number that the other system gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_number: Option<String>,
    /// What it is about.
    pub matter: Matter,
    /// One line for lists; never the words of the report.
    pub title: String,
    /// What a full registration would also record (TJ-7.2): listed, not refused.
    pub missing: Vec<Fact>,
    /// Keyed hash (hex) of the words of the report, which are kept apart.
    pub original_digest: String,
    /// Files that came with it.
    pub files: Vec<FileId>,
}

/// What a report is about, without the words in which it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matter {
    /// 涉事单位名称
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enterprise: Option<String>,
    /// 统一社会信用代码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// 地址
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 所在区域: code of the profile's dictionary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// 行业: code of the profile's dictionary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// 性质
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// 发生时间, in the words of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred: Option<String>,
    /// 具体点位
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 是否已向本单位报告 (MEM-12)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_employer: Option<bool>,
}

/// A reporter, without who they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reporter {
    /// Which.
    pub id: ReporterId,
    /// In what capacity.
    pub capacity: Capacity,
    /// Whether name and a contact are known (实名).
    pub real_name: bool,
    /// Whether notices are wanted on paper (MEM-6.1).
    pub wants_paper: bool,
    /// The reply, once given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// When they took the report back (撤回, MEM-8.3): no reply is owed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Instant>,
}

/// A reply to one reporter: the five blocks of TJ-11.3 and MEM-8.1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reply {
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

/// The stage with its facts. Each later stage contains what the earlier ones established.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(tag = "stage", rename_all = "snake_case"))]
#[cfg_attr(target_arch = "wasm32", serde(rename = "stage", rename_all = "snake_case"))]
pub enum Progress {
    /// 待审查
    Registered {
        /// The proposal to decline, which waits for a second person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposal: Option<DeclineProposal>,
    },
    /// 待补充
    SupplementRequested(SupplementRequest),
    /// 已撤回
    Withdrawn {
        /// When the last reporter took it back.
        at: Instant,
    },
    /// 不予受理
    Declined {
        /// The ground and reasons.
        proposal: DeclineProposal,
        /// Who confirmed it.
        confirmed_by: ActorRef,
        /// When.
        at: Instant,
    },
    /// 待派单
    Accepted(Acceptance),
    /// 待签收
    Assigned(Handling),
    /// 核查中
    Verifying(Handling),
    /// 待审核
    InternalReview(Handling),
    /// 待回复举报人
    Replying(Handling),
    /// 待办结审核
    ClosureReview(Handling),
    /// 已办结
    Closed {
        /// Everything until then.
        handling: Handling,
        /// The closing.
        closing: Closing,
    },
}

/// Acceptance, assignment, and all the work done since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Handling {
    /// The acceptance.
    pub acceptance: Acceptance,
    /// The assignment.
    pub assignment: Assignment,
    /// 签收
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signature>,
    /// 现场核查
    pub visits: Vec<Visit>,
    /// 证据
    pub evidence: Vec<Evidence>,
    /// 沟通
    pub contacts: Vec<Contact>,
    /// 核查报告: the one that counts now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// 书面反馈
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback>,
    /// Extensions that were asked for, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<ExtensionRequest>,
    /// Times that it was sent back, with reasons.
    pub returns: Vec<Return>,
}

/// Who handles it (交办、转办).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Assignment {
    /// Lead unit.
    pub unit: UnitId,
    /// Its name at that time.
    pub unit_name: String,
    /// Own handling, downward, sideways (MEM-4.3).
    pub kind: DispatchKind,
    /// The rewritten task sheet, free of identity (TJ-20).
    pub task_sheet: String,
    /// Instructions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<String>,
    /// By whom.
    pub by: ActorRef,
    /// When; the unit's periods run from here.
    pub at: Instant,
}

/// Who did it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signature {
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// A visit to the site (TJ-10.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Visit {
    /// When it took place.
    pub at: Instant,
    /// Who went.
    pub inspectors: String,
    /// Codes of the methods.
    pub methods: Vec<String>,
    /// What was found.
    pub findings: String,
}

/// An item of evidence (TJ-10.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Evidence {
    /// Which.
    pub id: EvidenceId,
    /// Code of the kind.
    pub kind: String,
    /// What it is.
    pub title: String,
    /// The stored file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    /// Where the thing itself is kept (专柜, TJ-18).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<String>,
    /// Whether it proves that the hazard is gone (TJ-9.2).
    pub hazard_removed: bool,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// A talk with a reporter (TJ-10.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// With which reporter.
    pub reporter: ReporterId,
    /// By what means.
    pub means: Means,
    /// What was said, without who said it.
    pub summary: String,
    /// When it took place.
    pub at: Instant,
}

/// The verification report (核查报告, MEM-7.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// 结论
    pub conclusion: Conclusion,
    /// 核查事实
    pub facts: String,
    /// 举报外发现的问题 (TJ-10.2)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<String>,
    /// 法律依据
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    /// Codes of the dispositions (TJ-3.2, MEM-7.3).
    pub dispositions: Vec<String>,
    /// 处理建议
    pub recommendation: String,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// The written feedback to the office (TJ-11.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Feedback {
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
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// A sending back, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Return {
    /// From which stage.
    pub from: Stage,
    /// Why.
    pub reasons: String,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// The closing (办结, TJ-12.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closing {
    /// Opinion of the office.
    pub opinion: String,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

impl Case {
    /// The stage.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match &self.progress {
            Progress::Registered { .. } => Stage::Registered,
            Progress::SupplementRequested(_) => Stage::SupplementRequested,
            Progress::Withdrawn { .. } => Stage::Withdrawn,
            Progress::Declined { .. } => Stage::Declined,
            Progress::Accepted(_) => Stage::Accepted,
            Progress::Assigned(_) => Stage::Assigned,
            Progress::Verifying(_) => Stage::Verifying,
            Progress::InternalReview(_) => Stage::InternalReview,
            Progress::Replying(_) => Stage::Replying,
            Progress::ClosureReview(_) => Stage::ClosureReview,
            Progress::Closed { .. } => Stage::Closed,
        }
    }

    /// The acceptance, once there is one.
    #[must_use]
    pub const fn acceptance(&self) -> Option<&Acceptance> {
        match &self.progress {
            Progress::Registered { .. }
            | Progress::SupplementRequested(_)
            | Progress::Withdrawn { .. }
            | Progress::Declined { .. } => None,
            Progress::Accepted(acceptance) => Some(acceptance),
            Progress::Assigned(handling)
            | Progress::Verifying(handling)
            | Progress::InternalReview(handling)
            | Progress::Replying(handling)
            | Progress::ClosureReview(handling)
            | Progress::Closed { handling, closing: _ } => Some(&handling.acceptance),
        }
    }

    /// The same, to be changed.
    pub(super) const fn acceptance_mut(&mut self) -> Option<&mut Acceptance> {
        match &mut self.progress {
            Progress::Registered { .. }
            | Progress::SupplementRequested(_)
            | Progress::Withdrawn { .. }
            | Progress::Declined { .. } => None,
            Progress::Accepted(acceptance) => Some(acceptance),
            Progress::Assigned(handling)
            | Progress::Verifying(handling)
            | Progress::InternalReview(handling)
            | Progress::Replying(handling)
            | Progress::ClosureReview(handling)
            | Progress::Closed { handling, closing: _ } => Some(&mut handling.acceptance),
        }
    }

    /// The handling, once dispatched.
    #[must_use]
    pub const fn handling(&self) -> Option<&Handling> {
        match &self.progress {
            Progress::Registered { .. }
            | Progress::SupplementRequested(_)
            | Progress::Withdrawn { .. }
            | Progress::Declined { .. }
            | Progress::Accepted(_) => None,
            Progress::Assigned(handling)
            | Progress::Verifying(handling)
            | Progress::InternalReview(handling)
            | Progress::Replying(handling)
            | Progress::ClosureReview(handling)
            | Progress::Closed { handling, closing: _ } => Some(handling),
        }
    }

    /// How urgent, once accepted.
    #[must_use]
    pub fn urgency(&self) -> Option<Urgency> {
        self.acceptance().map(|acceptance| acceptance.urgency)
    }

    /// 性质: as the desk classified it, else as it was registered.
    #[must_use]
    pub fn nature(&self) -> Option<Nature> {
        self.acceptance()
            .map(|acceptance| acceptance.nature)
            .or(self.intake.matter.nature)
    }

    /// The duty whose end comes first among those that still run; what stands still comes after all others.
    #[must_use]
    pub fn next_duty(&self) -> Option<&Clock> {
        self.clocks
            .iter()
            .filter(|clock| clock.effect == Effect::Duty && clock.stopped_at.is_none())
            .min_by_key(|clock| (clock.pause().is_some(), clock.due.at, clock.kind))
    }
}
