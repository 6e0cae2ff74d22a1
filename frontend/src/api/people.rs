//! People with accounts, for administrators.

use super::{Asked, Client};
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
pub fn list_people(client: &Client, filter: &PersonFilter) -> Asked<PeoplePage> {
    client
        .get("/people")
        .query_some("unit", filter.unit)
        .query_some("active", filter.active)
        .query_some("q", filter.q.as_ref().filter(|q| !q.is_empty()))
        .query_some("after", filter.after.as_ref())
        .query_some("limit", filter.limit)
        .send()
}

/// One person: `GET /people/{person}`.
///
/// # Errors
/// `not_found` where there is none.
pub fn read_person(client: &Client, id: UserId) -> Asked<Person> {
    client.get(format!("/people/{id}")).send()
}

/// Makes an account: `POST /people`.
///
/// # Errors
/// `conflict` if the user name is taken, `invalid` with the fields.
pub fn create_person(client: &Client, body: &NewPerson) -> Asked<FirstPassword> {
    client.post("/people").json(body).send()
}

/// Changes the version of an account that was read: `PUT /people/{person}`.
///
/// # Errors
/// `version_moved`, `invalid`; `forbidden` for an account that is not this administrator's.
pub fn change_person(client: &Client, (id, version): (UserId, i64), body: &PersonChange) -> Asked<Person> {
    let call = client
        .put(format!("/people/{id}"))
        .if_match(format!("\"{version}\""));
    call.json(body).send()
}

/// Gives these roles and no others: `PUT /people/{person}/roles`.
///
/// # Errors
/// `version_moved`, `invalid` for roles that no one person may hold; `forbidden` for the own account.
pub fn grant_roles(client: &Client, (id, version): (UserId, i64), body: &RolesChange) -> Asked<Person> {
    let call = client
        .put(format!("/people/{id}/roles"))
        .if_match(format!("\"{version}\""));
    call.json(body).send()
}

/// Gives a new first password: `POST /people/{person}/password`.
///
/// # Errors
/// `forbidden` for an account that is not this administrator's, `invalid` without a reason.
pub fn reset_password(client: &Client, id: UserId, body: &PasswordReset) -> Asked<FirstPassword> {
    let call = client.post(format!("/people/{id}/password"));
    call.json(body).send()
}

/// Ends every sign-in: `DELETE /people/{person}/sessions`.
///
/// # Errors
/// `forbidden` for an account that is not this administrator's.
pub fn end_sessions(client: &Client, id: UserId) -> Asked<()> {
    client.delete(format!("/people/{id}/sessions")).send_unanswered()
}
