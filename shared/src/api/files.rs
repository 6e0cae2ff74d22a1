//! Files: uploaded first, then named by a report or an item of evidence.

use crate::ids::FileId;
use serde::{Deserialize, Serialize};

/// A file that was stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredFile {
    /// Which; name it in `files` of a report, or in `file` of an item of evidence, within 24 hours.
    pub id: FileId,
    /// Name under which it is shown.
    pub name: String,
    /// Type, as recognised by content.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 (hex) of the content.
    pub sha256: String,
}
