//! People with accounts, for administrators.

use super::{Client, Failure};
use anju_shared::{
    api::people::{
        FirstPassword, NewPerson, PasswordReset, PeoplePage, Person, PersonChange, PersonFilter, RolesChange,
    },
    ids::UserId,
};

/// A page of people, by user name: `GET /people`.
///
/// # Errors
/// As every call.
pub async fn list_people(client: &Client, filter: &PersonFilter) -> Result<PeoplePage, Failure> {
    client
        .get("/people")
        .query_some("unit", filter.unit)
        .query_some("active", filter.active)
        .query_some("q", filter.q.as_ref().filter(|q| !q.is_empty()))
        .query_some("after", filter.after.as_ref())
        .query_some("limit", filter.limit)
        .send()
        .await
        .map(|answer| answer.body)
}

/// One person: `GET /people/{person}`.
///
/// # Errors
/// `not_found` where there is none.
pub async fn read_person(client: &Client, id: UserId) -> Result<Person, Failure> {
    client
        .get(format!("/people/{id}"))
        .send()
        .await
        .map(|answer| answer.body)
}

/// Makes an account: `POST /people`.
///
/// # Errors
/// `conflict` if the user name is taken, `invalid` with the fields.
pub async fn create_person(client: &Client, body: &NewPerson) -> Result<FirstPassword, Failure> {
    client
        .post("/people")
        .json(body)
        .send()
        .await
        .map(|answer| answer.body)
}

/// Changes the version of an account that was read: `PUT /people/{person}`.
///
/// # Errors
/// `version_moved`, `invalid`; `forbidden` for an account that is not this administrator's.
pub async fn change_person(
    client: &Client,
    (id, version): (UserId, i64),
    body: &PersonChange,
) -> Result<Person, Failure> {
    let call = client
        .put(format!("/people/{id}"))
        .if_match(format!("\"{version}\""));
    call.json(body).send().await.map(|answer| answer.body)
}

/// Gives these roles and no others: `PUT /people/{person}/roles`.
///
/// # Errors
/// `version_moved`, `invalid` for roles that no one person may hold; `forbidden` for the own account.
pub async fn grant_roles(
    client: &Client,
    (id, version): (UserId, i64),
    body: &RolesChange,
) -> Result<Person, Failure> {
    let call = client
        .put(format!("/people/{id}/roles"))
        .if_match(format!("\"{version}\""));
    call.json(body).send().await.map(|answer| answer.body)
}

/// Gives a new first password: `POST /people/{person}/password`.
///
/// # Errors
/// `forbidden` for an account that is not this administrator's, `invalid` without a reason.
pub async fn reset_password(
    client: &Client,
    id: UserId,
    body: &PasswordReset,
) -> Result<FirstPassword, Failure> {
    let call = client.post(format!("/people/{id}/password"));
    call.json(body).send().await.map(|answer| answer.body)
}

/// Ends every sign-in: `DELETE /people/{person}/sessions`.
///
/// # Errors
/// `forbidden` for an account that is not this administrator's.
pub async fn end_sessions(client: &Client, id: UserId) -> Result<(), Failure> {
    client
        .delete(format!("/people/{id}/sessions"))
        .send_unanswered()
        .await
}
