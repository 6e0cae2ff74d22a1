//! What people send with a receipt code besides following: messages, supplements, the withdrawal.

use crate::{
    api::messages::AttachedFile,
    deadlines::Due,
    ids::{FileId, MessageId},
    problem::Basis,
    time::Instant,
    workflow::{Fact, Side},
};
use serde::{Deserialize, Serialize};

/// Words with a receipt code: a message, or what supplements the report.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReporterWords {
    /// Twenty digits; blanks and dashes do not matter.
    #[cfg_attr(feature = "openapi", schema(example = "1234-5678-9012-3456-7888"))]
    pub receipt_code: String,
    /// The words.
    pub text: String,
    /// Files uploaded before, at most ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileId>,
}

impl std::fmt::Debug for ReporterWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReporterWords(…)")
    }
}

/// A message as its reporter reads it. Nobody of the authority is named.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportMessage {
    /// Which.
    pub id: MessageId,
    /// Whose words they are.
    pub from: Side,
    /// Whether it supplements the report.
    pub supplement: bool,
    /// When.
    pub at: Instant,
    /// The words.
    pub text: String,
    /// Files that came with it.
    pub files: Vec<AttachedFile>,
}

impl std::fmt::Debug for ReportMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReportMessage({}, …)", self.id)
    }
}

/// What the authority asks of the reporters before it decides (MEM-6.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    /// Which facts are missing.
    pub missing: Vec<Fact>,
    /// What is asked.
    pub note: String,
    /// When.
    pub asked_at: Instant,
    /// Until when an answer is waited for; afterwards it is decided on what there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Under which article.
    pub basis: Basis,
}
