//! Reports while they are being taken down.

use super::{Client, Failure};
use anju_shared::api::hints::{Hints, HintsBody};

/// What helps with a report of which so much is known: `POST /reports/hints`.
///
/// # Errors
/// `forbidden` for whoever may not register.
pub async fn give_hints(client: &Client, body: &HintsBody) -> Result<Hints, Failure> {
    client
        .post("/reports/hints")
        .json(body)
        .send()
        .await
        .map(|answer| answer.body)
}
