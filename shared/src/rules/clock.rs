//! Periods as a profile names them: which kinds there are, what starts and stops them, whom they bind.

use crate::{
    deadlines::Period,
    problem::{Bilingual, Language},
    workflow::{Urgency, words},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

words! {
    /// The kinds of periods, in the order of the procedure.
    ClockKind {
        /// 审查决定是否受理 (P1).
        AcceptDecision = "accept_decision", "审查决定是否受理", "Decision on acceptance";
        /// 补充 (MEM-6.1).
        Supplement = "supplement", "举报人补充", "Supplement by the reporter";
        /// 签收 (P2).
        SignIn = "sign_in", "签收", "Signing for the case";
        /// 申请退回或提请研判 (P3, P4).
        Return = "return", "申请退回或研判", "Asking for return or joint handling";
        /// 核查并反馈 (P5, P6).
        Handling = "handling", "核查并反馈", "Verifying and feeding back";
        /// 回复举报人 (P9).
        Reply = "reply", "回复举报人", "Replying to the reporter";
        /// 法定办结 (P6, MEM-7.5).
        Statutory = "statutory", "法定办结", "Statutory closing";
        /// 事故类举报初核 (P7).
        FirstCheck = "first_check", "事故类举报初核", "First check of a reported accident";
        /// 不予立案告知 (P10).
        NoticeDeclined = "notice_declined", "不予立案告知", "Telling that no case is opened";
        /// 不予奖励告知 (P10).
        NoticeUnrewarded = "notice_unrewarded", "不予奖励告知", "Telling that there is no reward";
        /// 提出异议 (P11).
        Objection = "objection", "提出异议", "Objecting";
        /// 复查 (P12).
        Review = "review", "复查", "Review";
        /// 电话督办：通知 (P14).
        CallNotice = "call_notice", "电话督办通知", "Supervision by telephone";
        /// 电话督办：反馈 (P14).
        CallResponse = "call_response", "电话督办后反馈", "Feedback after the call";
        /// 书面督办 (P15).
        WrittenNotice = "written_notice", "书面督办通告", "Supervision in writing";
        /// 补充行政处罚文书 (TJ-11.5).
        PenaltyDocument = "penalty_document", "补充处罚文书", "Supplying the penalty document";
        /// 补录上级系统 (WL-4.11, MEM-3.2).
        Backfill = "backfill", "补录举报系统", "Entry in the higher system";
        /// 奖励决定通知.
        AwardNotice = "award_notice", "领奖通知", "Notice of the reward";
        /// 领取奖金.
        AwardClaim = "award_claim", "领取奖金", "Claiming the reward";
        /// 单位负责人报告事故 (P19).
        AccidentReport = "accident_report", "单位负责人报告事故", "The enterprise reports the accident";
        /// 逐级上报事故 (P19).
        AccidentRelay = "accident_relay", "逐级上报事故", "Each level reports the accident upwards";
        /// 补报伤亡变化.
        CasualtyChange = "casualty_change", "补报伤亡变化", "Reporting a change of casualties";
        /// 补报伤亡变化（道路交通、火灾）.
        CasualtyChangeTraffic = "casualty_change_traffic", "补报伤亡变化（道路交通、火灾）", "Reporting a change of casualties (road, fire)";
        /// 提交事故调查报告.
        Inquiry = "inquiry", "提交事故调查报告", "Report of the accident inquiry";
        /// 批复事故调查报告.
        InquiryApproval = "inquiry_approval", "批复事故调查报告", "Approval of the inquiry's report";
        /// 批复特别重大事故调查报告.
        InquiryApprovalGravest = "inquiry_approval_gravest", "批复特别重大事故调查报告", "Approval for the gravest accidents";
    }
}

words! {
    /// What starts a period.
    StartEvent {
        /// The report was received (接收); may lie before its entry.
        Received = "received", "接收", "Received";
        /// The reporters were asked for what is missing (要求补充).
        SupplementRequested = "supplement_requested", "要求补充", "Supplement asked for";
        /// The report was accepted (受理).
        Accepted = "accepted", "受理", "Accepted";
        /// The case was dispatched to a unit (交办、转办).
        Dispatched = "dispatched", "交办、转办", "Dispatched";
        /// The verification report was approved: the unit's result stands (审核通过).
        ReportApproved = "report_approved", "核查结论审核通过", "Verification approved";
        /// It was decided not to open a case (不予受理、不予立案).
        Declined = "declined", "决定不予立案", "Decided to open no case";
        /// It was decided to pay no reward (不予奖励).
        RewardRefused = "reward_refused", "决定不予奖励", "Reward refused";
        /// The conclusion was served on the reporter (核查结论送达).
        ConclusionServed = "conclusion_served", "核查结论送达", "Conclusion served";
        /// The authority received an objection (接到异议).
        ObjectionReceived = "objection_received", "接到异议", "Objection received";
        /// The unit had not handled it in time (未按规定期限承办).
        HandlingLate = "handling_late", "发现未按规定期限承办", "Handling found late";
        /// The unit was called because its feedback is late (未按规定期限反馈).
        FeedbackCalled = "feedback_called", "因未按规定期限反馈电话通知", "Called for late feedback";
        /// A false closure was verified (虚假办结).
        FalseClosureFound = "false_closure_found", "核实虚假办结", "False closure verified";
        /// The case was closed (办结).
        Closed = "closed", "办结", "Closed";
        /// The report proved true (核查属实).
        Substantiated = "substantiated", "核查属实", "Substantiated";
        /// The reporter was told of the reward (领奖通知).
        AwardNotified = "award_notified", "收到领奖通知", "Told of the reward";
        /// The head of the enterprise learnt of the accident (接到事故报告).
        EnterpriseTold = "enterprise_told", "单位负责人接到事故报告", "The enterprise learnt of the accident";
        /// An authority learnt of the accident (接到事故报告).
        AuthorityTold = "authority_told", "接到事故报告", "The authority learnt of the accident";
        /// The accident happened (事故发生).
        AccidentHappened = "accident_happened", "事故发生", "The accident happened";
        /// The inquiry's report was received (收到事故调查报告).
        InquiryReported = "inquiry_reported", "收到事故调查报告", "The inquiry reported";
    }
}

impl StartEvent {
    /// Whether the procedure has this event. A period that begins with another never starts.
    #[must_use]
    pub const fn happens(self) -> bool {
        matches!(
            self,
            Self::Received
                | Self::SupplementRequested
                | Self::Accepted
                | Self::Dispatched
                | Self::ReportApproved
        )
    }
}

words! {
    /// What stops a period.
    StopEvent {
        /// Accepted, declined, or given back to the reporters for what is missing.
        Decided = "decided", "受理、不予受理或要求补充", "Decided on acceptance";
        /// The reporter added what was missing, or let the time pass.
        Supplemented = "supplemented", "补充", "Supplemented";
        /// Signed in.
        SignedIn = "signed_in", "签收", "Signed for";
        /// The verification report left for review.
        VerificationSubmitted = "verification_submitted", "提交核查报告", "Verification submitted";
        /// Every reporter who gave name and contact has a reply (TJ-11.1).
        NamedReplied = "named_replied", "全部实名举报人已回复", "Every named reporter has a reply";
        /// Every reporter has a reply.
        AllReplied = "all_replied", "全部举报人已回复", "Every reporter has a reply";
        /// The written feedback reached the office.
        FeedbackSubmitted = "feedback_submitted", "书面反馈", "Fed back in writing";
        /// Closed.
        Closed = "closed", "办结", "Closed";
        /// The first check of a reported accident is done.
        FirstChecked = "first_checked", "初核完毕", "First check done";
        /// The reporter was told of a decision against them.
        Told = "told", "告知举报人", "The reporter was told";
        /// The reporter objected.
        Objected = "objected", "提出异议", "Objected";
        /// The review came to its conclusion.
        ReviewConcluded = "review_concluded", "作出复查结论", "Review concluded";
        /// The unit was called.
        Called = "called", "电话通知承办单位", "Unit called";
        /// The notice reached the leader in charge.
        NoticeServed = "notice_served", "书面通告送达主管领导", "Notice served";
        /// The penalty document was supplied.
        DocumentSupplied = "document_supplied", "提供行政处罚文书", "Document supplied";
        /// It was entered in the higher system.
        Backfilled = "backfilled", "补录完毕", "Entered in the higher system";
        /// The reporter was told of the reward.
        AwardNotified = "award_notified", "通知举报人领奖", "Told of the reward";
        /// The reward was claimed.
        AwardClaimed = "award_claimed", "领取奖金", "Reward claimed";
        /// The accident was reported to the authority.
        AccidentReported = "accident_reported", "报告事故", "Accident reported";
        /// The accident was reported to the next level.
        AccidentRelayed = "accident_relayed", "上报上一级", "Reported to the next level";
        /// The casualties are final.
        CasualtiesFinal = "casualties_final", "伤亡人数确定", "Casualties final";
        /// The inquiry handed in its report.
        InquiryReported = "inquiry_reported", "提交事故调查报告", "The inquiry reported";
        /// The government approved the report.
        InquiryApproved = "inquiry_approved", "作出批复", "Approved";
    }
}

impl StopEvent {
    /// Whether the procedure has this event. A period that ends with another is not started: nothing could stop it.
    #[must_use]
    pub const fn happens(self) -> bool {
        matches!(
            self,
            Self::Decided
                | Self::Supplemented
                | Self::SignedIn
                | Self::VerificationSubmitted
                | Self::NamedReplied
                | Self::AllReplied
                | Self::FeedbackSubmitted
                | Self::Closed
        )
    }
}

words! {
    /// Whether the end of a period is a failure or just the end of a right.
    Effect {
        /// Something must be done by then; afterwards it is overdue.
        Duty = "duty", "义务（逾期即超期）", "Duty";
        /// Something may be done until then; afterwards the right is gone.
        Window = "window", "权利（届满即消灭）", "Right";
    }
}

words! {
    /// Whom a period binds.
    Bearer {
        /// The office of the safety committee.
        Office = "office", "区安委办", "The office";
        /// The handling unit.
        Unit = "unit", "承办单位", "The handling unit";
        /// The reporters.
        Reporter = "reporter", "举报人", "The reporter";
        /// The enterprise that is reported.
        Enterprise = "enterprise", "涉事单位", "The enterprise";
        /// The department of the next higher level.
        HigherAuthority = "higher_authority", "上一级应急管理部门", "The next higher authority";
        /// The government in charge.
        Government = "government", "有管辖权的人民政府", "The government in charge";
    }
}

words! {
    /// Who may lengthen a period.
    Approver {
        /// 区安委办.
        Office = "office", "区安委办", "The office";
        /// 安委办负责人.
        OfficeLeader = "office_leader", "安委办负责人", "The leader of the office";
        /// 上一级应急管理部门.
        HigherAuthority = "higher_authority", "上一级应急管理部门", "The next higher authority";
        /// 负责事故调查的人民政府.
        Government = "government", "负责事故调查的人民政府", "The government in charge of the inquiry";
    }
}

/// Whether a period may be lengthened, by how much, by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// At most so many calendar days in all.
    pub most: u32,
    /// Who decides.
    pub approver: Approver,
    /// Only if it was asked for before the period ended (AH-2.2b).
    #[serde(default = "yes")]
    pub before_due: bool,
    /// Takes effect when the reporter has been told (MEM-7.5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
    /// The clause that permits it.
    pub clause: String,
}

const fn yes() -> bool {
    true
}

/// For what a period may stand still (中止), and who decides. Without one it may not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PauseRule {
    /// The reason that the clause knows.
    pub reason: Bilingual,
    /// Who decides: the office, or its leader alone.
    #[serde(default = "office")]
    pub approver: Approver,
    /// The clause.
    pub clause: String,
}

const fn office() -> Approver {
    Approver::Office
}

/// One period: how long, from what to what, for whom, on which clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// Which period.
    pub kind: ClockKind,
    /// Only for cases of this urgency; without it, for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Only if there is a reporter who gave name and contact (实名, TJ-11.1).
    #[serde(default)]
    pub real_name_only: bool,
    /// How long.
    pub period: Period,
    /// What starts it.
    pub starts: StartEvent,
    /// What stops it.
    pub stops: StopEvent,
    /// Duty or window.
    pub effect: Effect,
    /// Whom it binds.
    pub bearer: Bearer,
    /// The yellow lamp is lit when no more than this is left (requirements: DESIGN, a parameter).
    pub yellow: Period,
    /// Whether and how it may be lengthened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// Whether and for what it may stand still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<PauseRule>,
    /// The clause that sets the period.
    pub clause: String,
    /// What it is called.
    pub name: Bilingual,
}
