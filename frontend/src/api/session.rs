//! The operations of the session.

use super::{Client, Failure};
use anju_shared::api::session::{
    AcceptAgreement, Account, Agreement, ChangePassword, ConfirmOneTimeCode, EnrolOneTimeCode,
    NewOneTimeCode, SignIn, SignedIn,
};

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

/// Ends every session of this person: `DELETE /sessions`.
///
/// # Errors
/// As every call.
pub async fn close_sessions(client: &Client) -> Result<(), Failure> {
    client.delete("/sessions").send_unanswered().await
}

/// Changes the own password: `PUT /session/password`.
///
/// # Errors
/// `invalid` about `old` or `new`, `too_many_requests` after too many tries.
pub async fn change_password(client: &Client, body: &ChangePassword) -> Result<Account, Failure> {
    let call = client.put("/session/password").json(body);
    call.send().await.map(|answer| answer.body)
}

/// Begins to set up a one-time code: `POST /session/one-time-code`.
///
/// # Errors
/// `invalid` about `password`, `conflict` if there is a code already.
pub async fn enrol_one_time_code(
    client: &Client,
    body: &EnrolOneTimeCode,
) -> Result<NewOneTimeCode, Failure> {
    let call = client.post("/session/one-time-code").json(body);
    call.send().await.map(|answer| answer.body)
}

/// Takes it into use: `POST /session/one-time-code/confirmation`.
///
/// # Errors
/// `invalid` about `code`.
pub async fn confirm_one_time_code(client: &Client, body: &ConfirmOneTimeCode) -> Result<Account, Failure> {
    let call = client.post("/session/one-time-code/confirmation").json(body);
    call.send().await.map(|answer| answer.body)
}

/// The confidentiality agreement: `GET /session/agreement`.
///
/// # Errors
/// `not_found` where none is asked for.
pub async fn read_agreement(client: &Client) -> Result<Agreement, Failure> {
    client
        .get("/session/agreement")
        .send()
        .await
        .map(|answer| answer.body)
}

/// Accepts it: `POST /session/agreement`.
///
/// # Errors
/// `conflict` when another text is in force by now.
pub async fn accept_agreement(client: &Client, body: &AcceptAgreement) -> Result<Account, Failure> {
    let call = client.post("/session/agreement").json(body);
    call.send().await.map(|answer| answer.body)
}
