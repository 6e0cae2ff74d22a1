//! 联络单 on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, ApiQuery, IfMatch, RequestInfo, Version},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, get, put,
    web::{Data, Json},
};
use anju_shared::{
    api::liaison::{LiaisonBoard, LiaisonBody, LiaisonFilter, LiaisonRow},
    ids::UnitId,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_liaison)
        .service(read_liaison)
        .service(file_liaison);
}

/// 联络单 · Who has filed and who has not, by which day, and who answers by default (D2-4.5).
#[utoipa::path(
    tag = "liaison",
    params(LiaisonFilter),
    security(("staff" = [])),
    responses((status = 200, description = "The units that the caller may see, those without a sheet first", body = LiaisonBoard))
)]
#[get("/api/v1/liaison")]
pub(crate) async fn list_liaison(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    filter: ApiQuery<LiaisonFilter>,
) -> Result<Json<LiaisonBoard>> {
    service::board(&state, &info, caller.0, filter.0.year)
        .await
        .map(Json)
}

/// 联络单 · The sheet of one unit, with its version; 0 before the first.
#[utoipa::path(
    tag = "liaison",
    params(("unit" = UnitId, Path, description = "The unit"), LiaisonFilter),
    security(("staff" = [])),
    responses((status = 200, description = "The unit and its sheet", body = LiaisonRow,
        headers(("ETag" = String, description = "The version, for `If-Match`"))))
)]
#[get("/api/v1/liaison/{unit}")]
pub(crate) async fn read_liaison(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (unit, filter): (ApiPath<UnitId>, ApiQuery<LiaisonFilter>),
) -> Result<HttpResponse> {
    service::read(&state, &info, caller.0, (unit.0, filter.0.year))
        .await
        .map(answer)
}

/// 报送联络单 · File the sheet of a unit, or correct it.
#[utoipa::path(
    tag = "liaison",
    params(
        ("unit" = UnitId, Path, description = "The unit"),
        IfMatch,
    ),
    request_body = LiaisonBody,
    security(("staff" = [])),
    responses((status = 200, description = "The unit and its sheet as it now stands", body = LiaisonRow,
        headers(("ETag" = String, description = "The new version"))))
)]
#[put("/api/v1/liaison/{unit}")]
pub(crate) async fn file_liaison(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (unit, read): (ApiPath<UnitId>, IfMatch),
    body: ApiJson<LiaisonBody>,
) -> Result<HttpResponse> {
    service::file(&state, &info, caller.0, (unit.0, read), body.0)
        .await
        .map(answer)
}

fn answer(row: LiaisonRow) -> HttpResponse {
    HttpResponse::Ok().insert_header(Version(row.version)).json(row)
}
