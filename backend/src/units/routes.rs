//! Units and rules on the wire: what forms choose from, and the tree as the system administrator changes it.

use super::{service, tree};
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, ApiQuery, IfMatch, RequestInfo, Version},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Data, Json},
};
use anju_shared::{
    api::{
        directory::{Unit, UnitList},
        units::{NewUnit, UnitChange, UnitFilter},
    },
    ids::UnitId,
    problem::Problem,
    rules::RuleProfile,
};

/// Units and rules.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_units)
        .service(create_unit)
        .service(read_unit)
        .service(change_unit)
        .service(read_rules);
}

/// 单位 · Every unit that gets work; on request also those that were retired.
#[utoipa::path(
    tag = "units",
    params(UnitFilter),
    security(("staff" = [])),
    responses((status = 200, description = "The units, by code", body = UnitList))
)]
#[get("/api/v1/units")]
pub(crate) async fn list_units(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    filter: ApiQuery<UnitFilter>,
) -> Result<Json<UnitList>> {
    tree::list(&state, &info, caller.0, &filter.0).await.map(Json)
}

/// 新增单位 · Set up a unit.
#[utoipa::path(
    tag = "units",
    request_body = NewUnit,
    security(("staff" = [])),
    responses(
        (status = 201, description = "The unit", body = Unit,
            headers(("Location" = String, description = "The unit"), ("ETag" = String, description = "Its version"))),
        (status = 409, description = "The code is taken", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/units")]
pub(crate) async fn create_unit(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    body: ApiJson<NewUnit>,
) -> Result<HttpResponse> {
    let unit = tree::create(&state, &info, caller.0, body.0).await?;
    Ok(HttpResponse::Created()
        .insert_header(Version(unit.version))
        .insert_header(("Location", format!("/api/v1/units/{}", unit.id)))
        .json(unit))
}

/// 单位 · One unit, with its version.
#[utoipa::path(
    tag = "units",
    params(("unit" = UnitId, Path, description = "The unit")),
    security(("staff" = [])),
    responses((status = 200, description = "The unit", body = Unit,
        headers(("ETag" = String, description = "Its version, for `If-Match`"))))
)]
#[get("/api/v1/units/{unit}")]
pub(crate) async fn read_unit(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    unit: ApiPath<UnitId>,
) -> Result<HttpResponse> {
    tree::read(&state, &info, caller.0, unit.0).await.map(answer)
}

/// 变更、停用单位 · Change a unit, retire it or take it back. Units are never deleted: cases point to them.
#[utoipa::path(
    tag = "units",
    params(
        ("unit" = UnitId, Path, description = "The unit"),
        IfMatch,
    ),
    request_body = UnitChange,
    security(("staff" = [])),
    responses(
        (status = 200, description = "The unit as it now stands", body = Unit,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 422, description = "Something still hangs on it, or fields are wrong; `refusal` or `violations` say what",
            body = Problem, content_type = "application/problem+json"),
    )
)]
#[put("/api/v1/units/{unit}")]
pub(crate) async fn change_unit(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (unit, read): (ApiPath<UnitId>, IfMatch),
    body: ApiJson<UnitChange>,
) -> Result<HttpResponse> {
    let changed = tree::change(&state, &info, caller.0, (unit.0, read), body.0).await?;
    Ok(answer(changed))
}

fn answer(unit: Unit) -> HttpResponse {
    HttpResponse::Ok().insert_header(Version(unit.version)).json(unit)
}

/// The rules in force: periods with their clauses, and the dictionaries that forms choose from.
#[utoipa::path(
    tag = "units",
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "The rule profile in force for new acceptances", body = RuleProfile))
)]
#[get("/api/v1/rules")]
pub(crate) async fn read_rules(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<&'static RuleProfile>> {
    service::rules(&state, &info, caller.0).await.map(Json)
}
