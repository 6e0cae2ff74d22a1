//! What was entered and not sent yet: kept by the server for its writer alone.

use super::{Client, Failure, Versioned};
use anju_shared::api::drafts::{Draft, DraftList, SaveDraft, SavedDraft};

/// The own drafts, the latest first: `GET /drafts`.
///
/// # Errors
/// As every call.
pub async fn list_drafts(client: &Client) -> Result<DraftList, Failure> {
    client.get("/drafts").send().await.map(|answer| answer.body)
}

/// One of them: `GET /drafts/{key}`.
///
/// # Errors
/// `not_found` where nothing is kept under this name.
pub async fn read_draft(client: &Client, key: &str) -> Result<Versioned<Draft>, Failure> {
    client.get(format!("/drafts/{key}")).send().await?.versioned()
}

/// Keeps this in place of the version that was read: `PUT /drafts/{key}`.
///
/// # Errors
/// `version_moved` if another window kept something newer, `too_large`, `conflict` if there are too many.
pub async fn save_draft(
    client: &Client,
    key: &str,
    etag: &str,
    content: String,
) -> Result<Versioned<SavedDraft>, Failure> {
    client
        .put(format!("/drafts/{key}"))
        .if_match(etag)
        .json(&SaveDraft { content })
        .send()
        .await?
        .versioned()
}

/// Removes it: `DELETE /drafts/{key}`.
///
/// # Errors
/// As every call.
pub async fn remove_draft(client: &Client, key: &str) -> Result<(), Failure> {
    client.delete(format!("/drafts/{key}")).send_unanswered().await
}
