//! People on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, ApiQuery, IfMatch, RequestInfo, Version},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, delete, get, post, put,
    web::{Data, Json},
};
use anju_shared::{
    api::people::{
        FirstPassword, NewPerson, PasswordReset, PeoplePage, Person, PersonChange, PersonFilter, RolesChange,
    },
    ids::UserId,
    problem::Problem,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_people)
        .service(create_person)
        .service(read_person)
        .service(change_person)
        .service(grant_roles)
        .service(reset_password)
        .service(end_sessions);
}

/// 人员 · Who has an account, by user name, for the three administrators.
#[utoipa::path(
    tag = "people",
    params(PersonFilter),
    security(("staff" = [])),
    responses((status = 200, description = "A page of people", body = PeoplePage))
)]
#[get("/api/v1/people")]
pub(crate) async fn list_people(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    filter: ApiQuery<PersonFilter>,
) -> Result<Json<PeoplePage>> {
    service::list(&state, &info, caller.0, &filter.0).await.map(Json)
}

/// 新增人员 · Make an account. It holds no role until the security administrator gives one.
#[utoipa::path(
    tag = "people",
    request_body = NewPerson,
    security(("staff" = [])),
    responses(
        (status = 201, description = "The account and its first password, which is shown this once", body = FirstPassword,
            headers(("Location" = String, description = "The person"), ("ETag" = String, description = "The version"))),
        (status = 409, description = "The user name is taken", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/people")]
pub(crate) async fn create_person(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    body: ApiJson<NewPerson>,
) -> Result<HttpResponse> {
    let made = service::create(&state, &info, caller.0, body.0).await?;
    Ok(HttpResponse::Created()
        .insert_header(Version(made.person.version))
        .insert_header(("Location", format!("/api/v1/people/{}", made.person.id)))
        .json(made))
}

/// 人员 · One person, with the version of the account.
#[utoipa::path(
    tag = "people",
    params(("person" = UserId, Path, description = "The person")),
    security(("staff" = [])),
    responses((status = 200, description = "The person", body = Person,
        headers(("ETag" = String, description = "The version, for `If-Match`"))))
)]
#[get("/api/v1/people/{person}")]
pub(crate) async fn read_person(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    person: ApiPath<UserId>,
) -> Result<HttpResponse> {
    service::read(&state, &info, caller.0, person.0).await.map(answer)
}

/// 变更、停用、启用 · Change name and unit, close the account or open it, from the next request on.
#[utoipa::path(
    tag = "people",
    params(
        ("person" = UserId, Path, description = "The person"),
        IfMatch,
    ),
    request_body = PersonChange,
    security(("staff" = [])),
    responses(
        (status = 200, description = "The person as they now are", body = Person,
            headers(("ETag" = String, description = "The new version"))),
        (status = 403, description = "Not for this caller; `refusal` says why where the account is the reason",
            body = Problem, content_type = "application/problem+json"),
    )
)]
#[put("/api/v1/people/{person}")]
pub(crate) async fn change_person(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (person, read): (ApiPath<UserId>, IfMatch),
    body: ApiJson<PersonChange>,
) -> Result<HttpResponse> {
    let changed = service::change(&state, &info, caller.0, (person.0, read), body.0).await?;
    Ok(answer(changed))
}

/// 授予、取消岗位 · Give a person these roles and no others, from the next request on. For the security administrator.
#[utoipa::path(
    tag = "people",
    params(
        ("person" = UserId, Path, description = "The person"),
        IfMatch,
    ),
    request_body = RolesChange,
    security(("staff" = [])),
    responses(
        (status = 200, description = "The person as they now are", body = Person,
            headers(("ETag" = String, description = "The new version"))),
        (status = 403, description = "Not for this caller; `refusal` says why where the account is the reason",
            body = Problem, content_type = "application/problem+json"),
    )
)]
#[put("/api/v1/people/{person}/roles")]
pub(crate) async fn grant_roles(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (person, read): (ApiPath<UserId>, IfMatch),
    body: ApiJson<RolesChange>,
) -> Result<HttpResponse> {
    let changed = service::grant_roles(&state, &info, caller.0, (person.0, read), body.0).await?;
    Ok(answer(changed))
}

/// 重置密码 · Give a new first password, which is shown this once, and end every sign-in.
#[utoipa::path(
    tag = "people",
    params(("person" = UserId, Path, description = "The person")),
    request_body = PasswordReset,
    security(("staff" = [])),
    responses(
        (status = 200, description = "The person and the new first password", body = FirstPassword),
        (status = 403, description = "Not for this caller; `refusal` says why where the account is the reason",
            body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/people/{person}/password")]
pub(crate) async fn reset_password(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    person: ApiPath<UserId>,
    body: ApiJson<PasswordReset>,
) -> Result<Json<FirstPassword>> {
    service::reset_password(&state, &info, caller.0, person.0, body.0)
        .await
        .map(Json)
}

/// 结束登录 · End every sign-in of a person.
#[utoipa::path(
    tag = "people",
    params(("person" = UserId, Path, description = "The person")),
    security(("staff" = [])),
    responses(
        (status = 204, description = "Every sign-in has ended"),
        (status = 403, description = "Not for this caller; `refusal` says why where the account is the reason",
            body = Problem, content_type = "application/problem+json"),
    )
)]
#[delete("/api/v1/people/{person}/sessions")]
pub(crate) async fn end_sessions(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    person: ApiPath<UserId>,
) -> Result<HttpResponse> {
    service::end_sessions(&state, &info, caller.0, person.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn answer(person: Person) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(Version(person.version))
        .json(person)
}
