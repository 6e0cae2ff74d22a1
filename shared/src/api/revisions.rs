//! Revisions (修订): a new version of a layer of rules, or of the calendar, from its draft to its effect.
//!
//! What is drafted is simulated on the periods that run, submitted, published by a second person, and applied.
//! Start with [`RevisionDetail`]. Who may do what is said by [`crate::revision`].

use super::rules::RegimeLine;
use crate::{
    deadlines::Due,
    ids::{CaseId, RevisionId},
    problem::Bilingual,
    revision::{RevisionAction, RevisionKind, RevisionState, Shift},
    rules::ClockKind,
    time::{Instant, LegalDate},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Rows of a page of effects, at most.
pub const MOST_EFFECTS: u32 = 200;

/// What is to be drafted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NewRevision {
    /// A new version of a layer of rules.
    Layer {
        /// Id of the layer that it begins as a copy of.
        copy_of: String,
        /// Another id, for a further authority; without it, the next version of the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
    },
    /// An arrangement of working days.
    Calendar {
        /// The arrangement, as the preview of an import answers it.
        #[cfg_attr(feature = "openapi", schema(value_type = Object))]
        arrangement: Value,
    },
}

/// What a draft shall say from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RevisionBody {
    /// The whole layer, or the whole arrangement.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub content: Value,
}

/// On what a simulation runs besides the periods that run now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SimulationBody {
    /// Cases registered from this day on, closed or not: what would have been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<LegalDate>,
    /// And until this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<LegalDate>,
}

/// Why a submitted revision goes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReturnBody {
    /// The reasons.
    pub reasons: String,
}

/// All revisions, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionList {
    /// The revisions.
    pub revisions: Vec<RevisionSummary>,
}

/// A revision in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionSummary {
    /// Which.
    pub id: RevisionId,
    /// Of what.
    pub kind: RevisionKind,
    /// Id of the layer, as `TJ`; the year of an arrangement, with the division of local days, as `2027` or `2027/65`.
    pub name: String,
    /// Version of the layer; place among the arrangements of this name.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: RevisionState,
    /// The first day on which cases are accepted under it; the first day that an arrangement speaks of.
    pub in_force_from: LegalDate,
    /// Counts up with every change of the draft, for `If-Match`.
    pub version: i64,
    /// Who did what to it, in order.
    pub steps: Vec<RevisionStep>,
}

/// Something that was done to a revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionStep {
    /// What.
    pub action: RevisionAction,
    /// Name of the person; none where Anju itself did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    pub at: Instant,
    /// Why, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<String>,
}

/// A revision with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionDetail {
    /// What it is.
    pub revision: RevisionSummary,
    /// What it says: a layer as its file has it, or an arrangement.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub content: Value,
    /// What the layer inherits from those below, in the same form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Object>))]
    pub inherited: Option<Value>,
    /// Everything that does not fit, each with its place.
    pub faults: Vec<RevisionFault>,
    /// What looks odd and is confirmed by publishing.
    pub doubts: Vec<Bilingual>,
    /// What it changes, compared with what it follows.
    pub changes: Vec<RevisionChange>,
    /// The last simulation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simulation: Option<RevisionRun>,
    /// Its application to the periods that run, once it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<RevisionRun>,
    /// What the caller may do with it, and why not the rest.
    pub actions: Vec<RevisionOffer>,
}

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionFault {
    /// Where, as `clocks.handling/general.period`: list, key and field.
    pub place: String,
    /// What is wrong, and what would be right.
    pub message: Bilingual,
}

/// An entry that a revision adds, changes or drops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionChange {
    /// Its list, as `clocks`; `days` for a calendar.
    pub section: String,
    /// What it is known by.
    pub key: String,
    /// What it is called.
    pub name: Bilingual,
    /// What it said before; nothing of an entry that is new.
    pub before: Vec<RegimeLine>,
    /// What it says now; nothing of an entry that is dropped.
    pub after: Vec<RegimeLine>,
}

/// Something that the caller may do with a revision, or why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionOffer {
    /// What.
    pub action: RevisionAction,
    /// Why not; without it, it may be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Bilingual>,
}

/// How far a simulation or an application is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// 排队中
    Queued,
    /// 进行中
    Running,
    /// 已完成
    Done,
    /// 失败
    Failed,
}

impl RunState {
    /// As it stands on the wire and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Queued, Self::Running, Self::Done, Self::Failed]
            .into_iter()
            .find(|state| state.code() == code)
    }

    /// Whether it will still change by itself.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }
}

/// A walk through the cases: what a revision would change, or has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionRun {
    /// How far it is.
    pub state: RunState,
    /// Cases looked at so far.
    pub done: u64,
    /// Cases to look at.
    pub total: u64,
    /// When it was asked for.
    pub asked_at: Instant,
    /// The past period that was looked at too.
    #[serde(default)]
    pub past: SimulationBody,
    /// Whether it looked at what the revision says now.
    pub current: bool,
    /// What it came to so far.
    pub figures: RevisionFigures,
}

/// What a walk came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionFigures {
    /// Periods that were looked at.
    pub clocks: u64,
    /// Periods that would change or were changed, of those that run.
    pub open: ShiftFigures,
    /// Periods that run and would change, were it not that cases keep the rules under which they were accepted (TJ-23).
    pub kept: ShiftFigures,
    /// Periods of the past that would have been otherwise.
    pub past: ShiftFigures,
}

/// How many periods changed in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ShiftFigures {
    /// 新增逾期
    pub newly_late: u64,
    /// 不再逾期
    pub no_longer_late: u64,
    /// 提前
    pub earlier: u64,
    /// 延后
    pub later: u64,
    /// 日期不变
    pub confirmed: u64,
}

impl ShiftFigures {
    /// Counts one more.
    pub const fn count(&mut self, shift: Shift) {
        let number = match shift {
            Shift::NewlyLate => &mut self.newly_late,
            Shift::NoLongerLate => &mut self.no_longer_late,
            Shift::Earlier => &mut self.earlier,
            Shift::Later => &mut self.later,
            Shift::Confirmed => &mut self.confirmed,
        };
        *number += 1;
    }

    /// All of them.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.newly_late + self.no_longer_late + self.earlier + self.later + self.confirmed
    }
}

/// Of which periods an effect tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EffectGroup {
    /// Running, and changed by the revision.
    Open,
    /// Running, and left as it is: the case keeps its rules (TJ-23).
    Kept,
    /// Of the past period.
    Past,
}

impl EffectGroup {
    /// As it stands on the wire and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Past => "past",
        }
    }

    /// The group with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Open, Self::Kept, Self::Past]
            .into_iter()
            .find(|group| group.code() == code)
    }
}

/// Which effects are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct EffectFilter {
    /// Only these periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<EffectGroup>,
    /// Only those that change in this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<Shift>,
    /// From this place on, as the page before named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<i64>,
    /// So many rows at most; 50 if it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What a revision does to one period of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionEffect {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Which period.
    pub clock: ClockKind,
    /// Which start of it.
    pub round: u32,
    /// Of which periods it is one.
    pub group: EffectGroup,
    /// In which way it changes.
    pub shift: Shift,
    /// When it ends so far.
    pub before: Due,
    /// When it would end.
    pub after: Due,
}

/// A page of effects, in the order in which they were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EffectPage {
    /// The rows.
    pub items: Vec<RevisionEffect>,
    /// The place of the next page, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<i64>,
}
