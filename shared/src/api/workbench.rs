//! The workbench (工作台): what waits for the caller, by urgency, and how much there is in all.

use super::cases::{CaseSummary, UnitProposal};
use crate::{deadlines::Band, workflow::Action};
use serde::{Deserialize, Serialize};

/// Which part of the own work is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// 工作台: everything.
    #[default]
    All,
    /// 交办台: accepted cases that wait for a unit.
    Dispatch,
    /// 审批: what somebody else proposed and the caller decides.
    Decisions,
}

impl Work {
    /// As it stands on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Dispatch => "dispatch",
            Self::Decisions => "decisions",
        }
    }

    /// Whether what waits for this action belongs to it.
    #[must_use]
    pub const fn takes(self, action: Action) -> bool {
        match self {
            Self::All => true,
            Self::Dispatch => matches!(action, Action::Dispatch),
            Self::Decisions => matches!(
                action,
                Action::ConfirmDecline
                    | Action::EndorseExtension
                    | Action::ApproveExtension
                    | Action::ApproveReport
                    | Action::Close
            ),
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct WorkbenchQuery {
    /// Which part of the own work; all of it unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// How many rows of each group at most: 0 to 100, 20 unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What waits for the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Workbench {
    /// How much there is in the cases that the caller may know of, whosever turn it is.
    pub tiles: Tiles,
    /// All that waits for the caller by what it waits for, whichever part was asked for.
    pub waiting: Vec<Waiting>,
    /// The part that was asked for, by urgency, the most pressing first; groups without rows too.
    pub groups: Vec<WorkGroup>,
}

/// The figures at the head of the workbench.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tiles {
    /// Entered today.
    pub today: u64,
    /// On which somebody still owes something.
    pub open: u64,
    /// Due within three working days, today included.
    pub soon: u64,
    /// Overdue.
    pub overdue: u64,
}

/// How many cases wait for one action of the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// The action.
    pub action: Action,
    /// How many.
    pub total: u64,
    /// How many of them are overdue.
    pub overdue: u64,
}

/// Rows of the same urgency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkGroup {
    /// How urgent.
    pub band: Band,
    /// How many there are in all, exactly.
    pub total: u64,
    /// The first of them, what is due first before.
    pub items: Vec<WorkItem>,
}

/// A row of the workbench.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkItem {
    /// The row of the list.
    pub case: CaseSummary,
    /// Number of events in the journal.
    pub version: u64,
    /// What the caller does next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Action>,
    /// The unit to which region and industry point, while the case waits for one (TJ-8.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<UnitProposal>,
}
