//! One command for many cases: what is asked, and what came of it for each.

use crate::{
    ids::{CaseId, UnitId},
    problem::{Bilingual, Problem, Violation},
    workflow::{Accept, Action, Case, Close, Command, Dispatch, DispatchKind, Nature, Stage, Urgency},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Cases that one request may name.
pub const MOST_CASES: usize = 100;

/// One command for many cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BulkBody {
    /// What is to be done.
    pub command: BulkCommand,
    /// To which cases, 1 to 100.
    pub cases: Vec<BulkCase>,
    /// Only says what would happen.
    #[serde(default)]
    pub preview: bool,
}

/// A case as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BulkCase {
    /// Which.
    pub id: CaseId,
    /// The version that was read.
    pub version: u64,
}

/// What can be done to many cases alike. Whether it may be done to each of them, the procedure decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BulkCommand {
    /// 受理
    Accept(BulkAccept),
    /// 确认不予受理
    ConfirmDecline,
    /// 交办 to the unit that is proposed for each
    Dispatch(BulkDispatch),
    /// 签收
    SignIn,
    /// 审核通过
    ApproveReport,
    /// 办结
    Close(Close),
}

/// Accept with an urgency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BulkAccept {
    /// 紧急程度
    pub urgency: Urgency,
    /// Codes of the reasons ticked.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// 性质; left out, each keeps the one with which it was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
}

/// Give each case to the unit to which its region and industry point (TJ-8.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BulkDispatch {
    /// Own handling, downward, sideways.
    pub kind: DispatchKind,
    /// What is to be verified, the same words for all (TJ-20).
    pub task_sheet: String,
    /// Instructions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkAnswer {
    /// Nothing was done: this is what would happen.
    pub preview: bool,
    /// For each case, in the order of the request.
    pub cases: Vec<BulkOutcome>,
}

/// What came of it for one case, or would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkOutcome {
    /// Which case.
    pub id: CaseId,
    /// The stage afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The version afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u64>,
    /// The unit that has it afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Why it was not done, with the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

impl BulkBody {
    /// Whether the cases are named as they should be.
    ///
    /// # Errors
    /// None, too many, or one of them twice.
    pub fn check(&self) -> Result<(), Vec<Violation>> {
        let wrong =
            |code, zh: String, en: String| Err(vec![Violation::new("cases", code, Bilingual::new(zh, en))]);
        let different: BTreeSet<CaseId> = self.cases.iter().map(|case| case.id).collect();
        match self.cases.len() {
            0 => wrong("empty", "请至少选择一件".into(), "Name at least one case".into()),
            count if count > MOST_CASES => wrong(
                "too_many",
                format!("一次最多 {MOST_CASES} 件"),
                format!("At most {MOST_CASES} cases at once"),
            ),
            count if count > different.len() => wrong(
                "repeated",
                "同一件出现了两次".into(),
                "A case is named twice".into(),
            ),
            _ => Ok(()),
        }
    }
}

impl BulkCommand {
    /// The actions that can be asked for many cases at once, in menu order.
    pub const ACTIONS: [Action; 6] = [
        Action::Accept,
        Action::ConfirmDecline,
        Action::Dispatch,
        Action::SignIn,
        Action::ApproveReport,
        Action::Close,
    ];

    /// Whether the unit that is proposed for a case is needed to say what it means.
    #[must_use]
    pub const fn needs_proposal(&self) -> bool {
        matches!(self, Self::Dispatch(_))
    }

    /// What it means for this case, for which `proposed` is the unit to which region and industry point.
    ///
    /// # Errors
    /// The case says too little to know.
    pub fn for_case(&self, case: &Case, proposed: Option<UnitId>) -> Result<Command, Vec<Violation>> {
        let missing = |field: &str, zh, en| vec![Violation::new(field, "required", Bilingual::new(zh, en))];
        Ok(match self {
            Self::Accept(accept) => Command::Accept(Accept {
                urgency: accept.urgency,
                reasons: accept.reasons.clone(),
                nature: accept.nature.or(case.nature()).ok_or_else(|| {
                    missing(
                        "nature",
                        "登记时未填性质，请选择性质",
                        "It was registered without a nature; choose one",
                    )
                })?,
            }),
            Self::ConfirmDecline => Command::ConfirmDecline,
            Self::Dispatch(dispatch) => Command::Dispatch(Dispatch {
                unit: proposed.ok_or_else(|| {
                    missing(
                        "unit",
                        "没有建议的承办单位，请单独交办",
                        "No unit is proposed; dispatch it by itself",
                    )
                })?,
                kind: dispatch.kind,
                task_sheet: dispatch.task_sheet.clone(),
                instructions: dispatch.instructions.clone(),
            }),
            Self::SignIn => Command::SignIn,
            Self::ApproveReport => Command::ApproveReport,
            Self::Close(close) => Command::Close(close.clone()),
        })
    }
}
