//! Messages between the handling side and reporters (消息), as staff of the case read and write them.

use crate::{
    access::ActorRef,
    ids::{FileId, MessageId, ReporterId},
    time::Instant,
    workflow::Side,
};
use serde::{Deserialize, Serialize};

/// A file that came with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AttachedFile {
    /// Which.
    pub id: FileId,
    /// Name under which it is shown.
    pub name: String,
    /// Type, as recognised by content.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
}

/// One message with its words. They may tell who somebody is: not to be stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseMessage {
    /// Which.
    pub id: MessageId,
    /// With which reporter.
    pub reporter: ReporterId,
    /// Whose words they are.
    pub from: Side,
    /// Whether it supplements the report.
    pub supplement: bool,
    /// Who wrote it down.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
    /// The words.
    pub text: String,
    /// Files that came with it.
    pub files: Vec<AttachedFile>,
}

impl std::fmt::Debug for CaseMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CaseMessage({}, …)", self.id)
    }
}

/// The messages of a case, oldest first. The unit reads those since it was given the case; what came before, and
/// what supplements the report, is for the office (TJ-17, TJ-20).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseMessages {
    /// The messages.
    pub messages: Vec<CaseMessage>,
}
