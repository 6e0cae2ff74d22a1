//! What was decided about taking a case up: proposed to be declined, accepted, classified anew.

use super::stage::{Nature, Urgency};
use crate::{access::ActorRef, time::Instant};
use serde::{Deserialize, Serialize};

/// A proposal not to accept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclineProposal {
    /// Code of the ground (TJ-7.3).
    pub ground: String,
    /// Reasons, told to the reporter (MEM-6.1).
    pub reasons: String,
    /// Who proposed it.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// The acceptance (受理).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Acceptance {
    /// 紧急程度
    pub urgency: Urgency,
    /// Codes of the reasons ticked (TJ-9.2, MEM-7.1).
    pub reasons: Vec<String>,
    /// 性质, as the desk sees it.
    pub nature: Nature,
    /// The rule profile that holds for this case from now on (TJ-23).
    pub profile: ProfileRef,
    /// By whom.
    pub by: ActorRef,
    /// When; the statutory period runs from here (MEM-7.5).
    pub at: Instant,
}

/// A change of the urgency after the acceptance (TJ-9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reclassification {
    /// 紧急程度 from now on.
    pub urgency: Urgency,
    /// Codes of the reasons ticked (TJ-9.2, MEM-7.1).
    pub reasons: Vec<String>,
    /// Why it was changed.
    pub explanation: String,
}

/// A profile in a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileRef {
    /// Short name.
    pub id: String,
    /// Version.
    pub version: u32,
}
