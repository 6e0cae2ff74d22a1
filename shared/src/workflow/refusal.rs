//! Refusals: the no of the procedure, as a value with its legal basis.
//!
//! The same value becomes problem+json on the wire and a sentence on the screen.

use super::{
    pause::PauseRefusal,
    permit::Doers,
    stage::{Action, Stage},
};
use crate::{
    problem::{Bilingual, Violation},
    rules::{ExtensionRefusal, RuleProfile, form::Name},
};

/// Why an action may not be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not at this stage.
    WrongStage {
        /// What was asked.
        action: Action,
        /// Where the case stands.
        stage: Stage,
    },
    /// Not by somebody in these roles.
    WrongRole {
        /// What was asked.
        action: Action,
        /// Who may.
        needs: Doers,
    },
    /// Not by another unit than the one that handles the case.
    OtherUnit,
    /// Not by the person who took the step before (第二人).
    SamePerson {
        /// What was asked.
        action: Action,
    },
    /// A proposal to decline waits for the second person.
    DeclinePending,
    /// There is no proposal to decline.
    NoProposal,
    /// No evidence, true or not (TJ-10.4).
    EvidenceMissing {
        /// How many are needed.
        least: u32,
    },
    /// Urgent, and no evidence that the hazard is gone (TJ-9.2).
    HazardProofMissing,
    /// Substantiated, and nothing is done about it (TJ-3.2).
    DispositionMissing,
    /// Reporters still wait for their reply (TJ-11.4).
    RepliesOutstanding {
        /// How many.
        count: usize,
    },
    /// Every reporter has a reply.
    AllReplied,
    /// This reporter has a reply.
    AlreadyReplied,
    /// This reporter took the report back (MEM-8.3).
    AlreadyWithdrawn,
    /// An extension waits for its decision, or for the reporters to be told.
    ExtensionPending,
    /// No extension waits for this step.
    NoExtension,
    /// The unit's leader has not endorsed it.
    ExtensionNotEndorsed,
    /// The rule of the period forbids it (TJ-9.3, MEM-7.5, AH-2.2b).
    Extension(ExtensionRefusal),
    /// The rules name somebody else to decide.
    NotApprover,
    /// The rule of the period forbids that it stands still, or runs again.
    Pause(PauseRefusal),
    /// The period has not passed, or its passing is recorded.
    NotLapsed,
    /// No running period comes out otherwise.
    NothingToRecount,
    /// Fields are missing or not as they should be.
    Invalid(Vec<Violation>),
}

/// What rests on a base of the rules with this code: an action, or a refusal that has a clause of its own.
#[must_use]
pub fn based(code: &str) -> Option<Bilingual> {
    if let Some(action) = Action::parse(code) {
        return Some(Bilingual::new(action.zh(), action.en()));
    }
    let mut grounds = Refusal::OWN_GROUNDS.iter();
    let (_, (zh, en)) = grounds.find(|(ground, _)| *ground == code)?;
    Some(Bilingual::new(
        format!("不予办理：{zh}"),
        format!("Refused: {en}"),
    ))
}

impl Refusal {
    /// The refusals that rest on a clause of their own, by code and name as in the glossary; the profile's `bases`
    /// names the clause of each.
    pub const OWN_GROUNDS: [(&'static str, Name); 25] = [
        ("other_unit", ("非承办单位", "not the unit that handles the case")),
        (
            "decline_pending",
            (
                "不予受理意见待确认",
                "a proposal to decline waits for the second person",
            ),
        ),
        (
            "no_proposal",
            ("尚无不予受理意见", "there is nothing to confirm or reject"),
        ),
        ("evidence_missing", ("缺少证据", "true or not, proof is attached")),
        (
            "hazard_proof_missing",
            ("未证明隐患消除", "urgent, and no proof that the hazard is gone"),
        ),
        (
            "disposition_missing",
            ("缺少处理措施", "substantiated, and nothing is done about it"),
        ),
        (
            "replies_outstanding",
            ("尚未逐一回复", "reporters still wait for their reply"),
        ),
        ("all_replied", ("均已回复", "every reporter has a reply")),
        ("already_replied", ("该举报人已回复", "this reporter has a reply")),
        (
            "already_withdrawn",
            ("该举报人已撤回", "this reporter took the report back"),
        ),
        (
            "extension_pending",
            (
                "已有延期申请",
                "an extension waits for its decision or for the reporters to be told",
            ),
        ),
        (
            "no_extension",
            ("没有待办的延期申请", "no extension waits for this step"),
        ),
        (
            "extension_not_endorsed",
            ("延期申请未经审核", "the unit's leader has not endorsed it"),
        ),
        (
            "not_approver",
            ("须由安委办负责人办理", "the rules name somebody else to decide"),
        ),
        (
            "not_extendable",
            ("不得延期", "no running period may be lengthened (further)"),
        ),
        (
            "extension_too_late",
            ("已逾期，不得申请延期", "asked for after the period had passed"),
        ),
        (
            "extension_too_long",
            ("延期过长", "more days than the clause permits"),
        ),
        (
            "past_statutory_end",
            ("超过法定期限", "it would pass the statutory end"),
        ),
        (
            "pause_not_permitted",
            ("不得中止", "no rule lets this period stand still"),
        ),
        (
            "pause_too_late",
            ("已不能中止", "the period is over, or today is its last day"),
        ),
        ("already_paused", ("该时限已中止", "it stands still already")),
        (
            "not_paused",
            ("该时限没有中止", "nothing stands still that could run again"),
        ),
        (
            "pause_not_approver",
            (
                "中止须由安委办负责人办理",
                "the rules name somebody else to decide",
            ),
        ),
        (
            "not_lapsed",
            (
                "时限未届满",
                "the period has not passed, or its passing is recorded",
            ),
        ),
        (
            "nothing_to_recount",
            ("无须重新计算", "no running period comes out otherwise"),
        ),
    ];

    /// Stable code for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongStage { .. } => "wrong_stage",
            Self::WrongRole { .. } => "wrong_role",
            Self::OtherUnit => "other_unit",
            Self::SamePerson { .. } => "same_person",
            Self::DeclinePending => "decline_pending",
            Self::NoProposal => "no_proposal",
            Self::EvidenceMissing { .. } => "evidence_missing",
            Self::HazardProofMissing => "hazard_proof_missing",
            Self::DispositionMissing => "disposition_missing",
            Self::RepliesOutstanding { .. } => "replies_outstanding",
            Self::AllReplied => "all_replied",
            Self::AlreadyReplied => "already_replied",
            Self::AlreadyWithdrawn => "already_withdrawn",
            Self::ExtensionPending => "extension_pending",
            Self::NoExtension => "no_extension",
            Self::ExtensionNotEndorsed => "extension_not_endorsed",
            Self::Extension(why) => why.code(),
            Self::Pause(why) => why.code(),
            Self::NotApprover => "not_approver",
            Self::NotLapsed => "not_lapsed",
            Self::NothingToRecount => "nothing_to_recount",
            Self::Invalid(_) => "invalid",
        }
    }

    /// The entry of the profile's `bases` that names the clause on which it rests; `None` for mistakes of form.
    ///
    /// A refusal by stage, role or person rests on the clause of the action.
    #[must_use]
    pub const fn ground(&self) -> Option<&'static str> {
        match self {
            Self::WrongStage { action, .. }
            | Self::WrongRole { action, .. }
            | Self::SamePerson { action } => Some(action.code()),
            Self::Invalid(_) => None,
            of_its_own => Some(of_its_own.code()),
        }
    }

    /// The clause on which it rests under these rules.
    #[must_use]
    pub fn clause<'a>(&self, profile: &'a RuleProfile) -> Option<&'a str> {
        profile.base(self.ground()?)
    }

    /// One sentence: why not, and what would help.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::WrongStage { action, stage } => Bilingual::new(
                format!("现处“{}”环节，不能{}", stage.zh(), action.zh()),
                format!(
                    "“{}” is not possible while the case is “{}”",
                    action.en(),
                    stage.en()
                ),
            ),
            Self::WrongRole { action, needs } => needs.only(*action),
            Self::OtherUnit => Bilingual::new("由承办单位办理", "This is for the handling unit"),
            Self::SamePerson { action } => Bilingual::new(
                format!("{}须由另一人办理", action.zh()),
                format!("“{}” must be done by a second person", action.en()),
            ),
            Self::DeclinePending => Bilingual::new(
                "不予受理意见待第二人确认，请先确认或驳回",
                "A proposal to decline waits for a second person: confirm or reject it first",
            ),
            Self::NoProposal => Bilingual::new("尚无不予受理意见", "There is no proposal to decline"),
            Self::EvidenceMissing { least } => Bilingual::new(
                format!("核查是否属实都应附证明材料：至少添加 {least} 项证据"),
                format!("True or not, the report needs evidence: add at least {least}"),
            ),
            Self::HazardProofMissing => Bilingual::new(
                "紧急举报须消除隐患：请添加一项证明隐患已消除的证据",
                "An urgent case needs proof that the hazard is gone: add such an item of evidence",
            ),
            Self::DispositionMissing => Bilingual::new(
                "查实的举报至少须有一项处理措施",
                "A substantiated report needs at least one measure",
            ),
            Self::RepliesOutstanding { count } => Bilingual::new(
                format!("须先逐一回复全部举报人，尚有 {count} 人未回复"),
                format!("Reply to every reporter first: {count} still wait"),
            ),
            Self::AllReplied => {
                Bilingual::new("举报人均已回复或撤回", "Every reporter has a reply or withdrew")
            }
            Self::AlreadyReplied => Bilingual::new("该举报人已回复", "This reporter has a reply"),
            Self::AlreadyWithdrawn => Bilingual::new(
                "该举报人已撤回举报，不再回复",
                "This reporter withdrew; no reply is owed",
            ),
            Self::ExtensionPending => Bilingual::new(
                "已有延期申请待批准或待告知举报人，请先办结该申请",
                "An extension waits for its decision, or for the reporters to be told: finish that first",
            ),
            Self::NoExtension => Bilingual::new("没有待办理的延期申请", "No extension waits for this"),
            Self::ExtensionNotEndorsed => Bilingual::new(
                "延期申请尚未经承办单位分管领导审核",
                "The unit's leader has not endorsed the extension yet",
            ),
            Self::Extension(why) => why.message(),
            Self::Pause(why) => why.message(),
            Self::NotApprover => Bilingual::new(
                "该延期须由安委办负责人办理",
                "This extension is for the head of the office",
            ),
            Self::NothingToRecount => {
                Bilingual::new("没有需要重新计算的时限", "No period has to be counted again")
            }
            Self::NotLapsed => Bilingual::new(
                "该时限未届满，或已记录",
                "This period has not passed, or is recorded",
            ),
            Self::Invalid(_) => Bilingual::new(
                "请按提示补正后再提交，已填内容均已保留",
                "Correct the fields named below; nothing that you entered is lost",
            ),
        }
    }
}
