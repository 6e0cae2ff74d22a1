//! The journal of access as the audit administrator reads it: who saw what, when and why. Nothing of a case is here but
//! its number.

use crate::{
    access::ActorRef,
    ids::UserId,
    time::{Instant, LegalDate},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which entries to list, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct AuditFilter {
    /// Those of this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<UserId>,
    /// Those of this operation, as `open_identity`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// Those about the case with this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// Only what was refused, or only what was allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<bool>,
    /// From this day on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<LegalDate>,
    /// Up to this day, which is included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<LegalDate>,
    /// `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Rows, 1 to 100; 50 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// The chain in which it stands.
    pub lane: Uuid,
    /// Its place there.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who; never a reporter's name.
    pub actor: ActorRef,
    /// What was asked for, as `open_identity`.
    pub operation: String,
    /// On what, as `case/{id}`.
    pub resource: String,
    /// Number of the case, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
    /// `allowed`, or the code of the refusal.
    pub outcome: String,
    /// The reason that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The request, as the log names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// A page of the journal of access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// The entries, the latest first.
    pub items: Vec<AuditEntry>,
    /// For `after`, if there are more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// How far a verification is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VerificationState {
    /// At work.
    Running,
    /// Everything was followed.
    Done,
    /// It came to no end; begin another.
    Failed,
}

impl VerificationState {
    /// As it stands in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Running, Self::Done, Self::Failed]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// A verification of every case's journal and of the journal of access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verification {
    /// Which.
    pub id: Uuid,
    /// How far it is.
    pub state: VerificationState,
    /// Who began it.
    pub begun_by: String,
    /// When.
    pub begun_at: Instant,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Instant>,
    /// Events and entries followed so far.
    pub checked: i64,
    /// Events and entries that there were at the beginning.
    pub total: i64,
    /// How many places are broken.
    pub faults: i64,
    /// The first broken place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_fault: Option<String>,
}

/// The verifications, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerificationList {
    /// The last few.
    pub items: Vec<Verification>,
}
