//! The operations of the session.

use super::{Client, Failure};
use anju_shared::api::session::{SignIn, SignedIn};

/// Opens a session: `POST /session`.
///
/// # Errors
/// `bad_credentials`, or `too_many_requests` after too many tries.
pub async fn open_session(client: &Client, body: &SignIn) -> Result<SignedIn, Failure> {
    client
        .post("/session")
        .anonymous()
        .json(body)
        .send()
        .await
        .map(|answer| answer.body)
}

/// Gets a new token by the refresh cookie: `POST /session/refresh`.
///
/// # Errors
/// `unauthenticated` if there is no session.
pub async fn refresh_session(client: &Client) -> Result<SignedIn, Failure> {
    client
        .post("/session/refresh")
        .anonymous()
        .send()
        .await
        .map(|answer| answer.body)
}

/// Ends the session here: `DELETE /session`.
///
/// # Errors
/// As every call.
pub async fn close_session(client: &Client) -> Result<(), Failure> {
    client.delete("/session").send_unanswered().await
}
