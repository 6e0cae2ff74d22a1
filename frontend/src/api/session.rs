//! The operations of the session.

use super::{Asked, Client};
use anju_shared::api::session::{
    AcceptAgreement, Account, Agreement, ChangePassword, ConfirmOneTimeCode, EnrolOneTimeCode,
    NewOneTimeCode, SignIn, SignedIn,
};

/// Opens a session: `POST /session`.
///
/// # Errors
/// `bad_credentials`, or `too_many_requests` after too many tries.
pub fn open_session(client: &Client, body: &SignIn) -> Asked<SignedIn> {
    client.post("/session").anonymous().json(body).send()
}

/// Gets a new token by the refresh cookie: `POST /session/refresh`.
///
/// # Errors
/// `unauthenticated` if there is no session.
pub fn refresh_session(client: &Client) -> Asked<SignedIn> {
    client.post("/session/refresh").anonymous().send()
}

/// Ends the session here: `DELETE /session`.
///
/// # Errors
/// As every call.
pub fn close_session(client: &Client) -> Asked<()> {
    client.delete("/session").send_unanswered()
}

/// Ends every session of this person: `DELETE /sessions`.
///
/// # Errors
/// As every call.
pub fn close_sessions(client: &Client) -> Asked<()> {
    client.delete("/sessions").send_unanswered()
}

/// Changes the own password: `PUT /session/password`.
///
/// # Errors
/// `invalid` about `old` or `new`, `too_many_requests` after too many tries.
pub fn change_password(client: &Client, body: &ChangePassword) -> Asked<Account> {
    let call = client.put("/session/password").json(body);
    call.send()
}

/// Begins to set up a one-time code: `POST /session/one-time-code`.
///
/// # Errors
/// `invalid` about `password`, `conflict` if there is a code already.
pub fn enrol_one_time_code(client: &Client, body: &EnrolOneTimeCode) -> Asked<NewOneTimeCode> {
    let call = client.post("/session/one-time-code").json(body);
    call.send()
}

/// Takes it into use: `POST /session/one-time-code/confirmation`.
///
/// # Errors
/// `invalid` about `code`.
pub fn confirm_one_time_code(client: &Client, body: &ConfirmOneTimeCode) -> Asked<Account> {
    let call = client.post("/session/one-time-code/confirmation").json(body);
    call.send()
}

/// The confidentiality agreement: `GET /session/agreement`.
///
/// # Errors
/// `not_found` where none is asked for.
pub fn read_agreement(client: &Client) -> Asked<Agreement> {
    client.get("/session/agreement").send()
}

/// Accepts it: `POST /session/agreement`.
///
/// # Errors
/// `conflict` when another text is in force by now.
pub fn accept_agreement(client: &Client, body: &AcceptAgreement) -> Asked<Account> {
    let call = client.post("/session/agreement").json(body);
    call.send()
}
