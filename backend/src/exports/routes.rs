//! Exports on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, RequestInfo},
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, delete, get, post, web::Data};
use anju_shared::{
    api::exports::{Export, ExportBody, ExportList},
    ids::ExportId,
    problem::Problem,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_exports)
        .service(request_export)
        .service(read_export)
        .service(download_export)
        .service(delete_export);
}

/// 我的导出 · The exports that the caller asked for and that are still kept, the newest first.
#[utoipa::path(
    tag = "exports",
    responses((status = 200, description = "The own exports", body = ExportList)),
    security(("staff" = []))
)]
#[get("/api/v1/exports")]
pub(crate) async fn list_exports(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
) -> Result<HttpResponse> {
    let exports = service::list(&state, caller.0, &info).await?;
    Ok(HttpResponse::Ok().json(ExportList { exports }))
}

/// 导出列表 · Ask for the list as it is narrowed, all pages of it, as an Excel file. It is made in the background.
#[utoipa::path(
    tag = "exports",
    request_body = ExportBody,
    responses(
        (status = 202, description = "Taken; ask again how far it is", body = Export,
            headers(("Location" = String, description = "The export"))),
        (status = 409, description = "Others of this caller are not done yet, or too many are kept", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "More rows than an export may have", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[post("/api/v1/exports")]
pub(crate) async fn request_export(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    body: ApiJson<ExportBody>,
) -> Result<HttpResponse> {
    let export = service::request(&state, caller.0, &info, &body.0).await?;
    Ok(HttpResponse::Accepted()
        .insert_header(("Location", format!("/api/v1/exports/{}", export.id)))
        .json(export))
}

/// 导出进度 · How far an export is.
#[utoipa::path(
    tag = "exports",
    params(("id" = ExportId, Path, description = "The export")),
    responses((status = 200, description = "The export", body = Export)),
    security(("staff" = []))
)]
#[get("/api/v1/exports/{id}")]
pub(crate) async fn read_export(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<ExportId>,
) -> Result<HttpResponse> {
    let export = service::read(&state, caller.0, &info, id.0).await?;
    Ok(HttpResponse::Ok().json(export))
}

/// 下载导出 · The file. Its first line says who exported it, when, and that it is a work secret (工作秘密).
#[utoipa::path(
    tag = "exports",
    params(("id" = ExportId, Path, description = "The export")),
    responses(
        (status = 200, description = "The file", content_type = "application/octet-stream",
            headers(
                ("Content-Disposition" = String, description = "`attachment` with its name (RFC 5987)"),
                ("Content-Length" = u64, description = "Its size in bytes"),
            )),
        (status = 409, description = "It is not ready", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[get("/api/v1/exports/{id}/file")]
pub(crate) async fn download_export(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<ExportId>,
) -> Result<HttpResponse> {
    let file = service::open(&state, caller.0, &info, id.0).await?;
    Ok(file.respond())
}

/// 删除导出 · Forget an export; one under way is given up.
#[utoipa::path(
    tag = "exports",
    params(("id" = ExportId, Path, description = "The export")),
    responses((status = 204, description = "Forgotten")),
    security(("staff" = []))
)]
#[delete("/api/v1/exports/{id}")]
pub(crate) async fn delete_export(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<ExportId>,
) -> Result<HttpResponse> {
    service::delete(&state, caller.0, &info, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
