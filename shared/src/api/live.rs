//! What is told while it happens (`GET /api/v1/live`): that a case changed, and nothing of what it says.

use crate::{ids::CaseId, workflow::Stage};
use serde::{Deserialize, Serialize};

/// The kinds of messages in the stream of server-sent events.
pub mod kind {
    /// A case changed; the data is a [`super::CaseChange`].
    pub const CASE: &str = "case";
    /// Something may have been missed: whoever shows anything asks again.
    pub const ALL: &str = "all";
}

/// A case that the caller may know of changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseChange {
    /// Which.
    pub id: CaseId,
    /// Number for people.
    pub number: String,
    /// Number of events in its journal now.
    pub version: u64,
    /// Where it stands now.
    pub stage: Stage,
}
