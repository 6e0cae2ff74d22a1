//! What was entered and not sent yet: kept by the server for its writer alone.

use super::{Asked, Client, Versioned};
use anju_shared::api::drafts::{Draft, DraftList, SaveDraft, SavedDraft};

/// The own drafts, the latest first: `GET /drafts`.
///
/// # Errors
/// As every call.
pub fn list_drafts(client: &Client) -> Asked<DraftList> {
    client.get("/drafts").send()
}

/// One of them: `GET /drafts/{key}`.
///
/// # Errors
/// `not_found` where nothing is kept under this name.
pub fn read_draft(client: &Client, key: &str) -> Asked<Versioned<Draft>> {
    client.get(format!("/drafts/{key}")).send_versioned()
}

/// Keeps this in place of the version that was read: `PUT /drafts/{key}`.
///
/// # Errors
/// `version_moved` if another window kept something newer, `too_large`, `conflict` if there are too many.
pub fn save_draft(client: &Client, key: &str, etag: &str, content: String) -> Asked<Versioned<SavedDraft>> {
    client
        .put(format!("/drafts/{key}"))
        .if_match(etag)
        .json(&SaveDraft { content })
        .send_versioned()
}

/// Removes it: `DELETE /drafts/{key}`.
///
/// # Errors
/// As every call.
pub fn remove_draft(client: &Client, key: &str) -> Asked<()> {
    client.delete(format!("/drafts/{key}")).send_unanswered()
}
