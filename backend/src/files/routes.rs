//! Files on the wire.

use super::{parts::Parts, service};
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiPath, RequestInfo, rate::RateKind},
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, get, post, web::Data};
use anju_shared::{
    access::Actor,
    api::files::StoredFile,
    ids::{CaseId, FileId},
    problem::Problem,
};
use utoipa::ToSchema;

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(upload_file)
        .service(upload_public_file)
        .service(download_file);
}

/// One file, the only part of the request.
#[derive(ToSchema)]
struct FileUpload {
    /// Picture, video, sound, PDF, DOCX, XLSX or text in UTF-8; what it is, its content tells.
    #[schema(value_type = String, format = Binary)]
    #[expect(dead_code, reason = "only the document reads it; the part is streamed")]
    file: Vec<u8>,
}

/// 上传附件 · Upload a file, to be named in a report or in an item of evidence within 24 hours.
#[utoipa::path(
    tag = "files",
    request_body(content = inline(FileUpload), content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "Stored, encrypted", body = StoredFile),
        (status = 413, description = "Larger than a file may be", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not multipart/form-data, or a kind of file that is not accepted", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No file, an empty one, or more than one", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []), ("client" = ["reports:submit"]))
)]
#[post("/api/v1/files")]
pub(crate) async fn upload_file(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    parts: Parts,
) -> Result<HttpResponse> {
    let stored = service::keep(&state, caller.identified()?, &info, parts).await?;
    Ok(HttpResponse::Created().json(stored))
}

/// 公众上传附件 · Upload a file without an account. Whoever knows its id may name it in a report, once.
#[utoipa::path(
    tag = "files",
    request_body(content = inline(FileUpload), content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "Stored, encrypted", body = StoredFile),
        (status = 413, description = "Larger than a file may be", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not multipart/form-data, or a kind of file that is not accepted", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No file, an empty one, or more than one", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Too many files wait to be named in a report", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/files")]
pub(crate) async fn upload_public_file(
    state: Data<State>,
    info: RequestInfo,
    parts: Parts,
) -> Result<HttpResponse> {
    state.rates.admit(RateKind::Uploads, info.address)?;
    let stored = service::keep(&state, Actor::Public, &info, parts).await?;
    Ok(HttpResponse::Created().json(stored))
}

/// 下载附件 · A file of a case. Those that came with the report are for the office alone (TJ-20).
#[utoipa::path(
    tag = "files",
    params(
        ("id" = CaseId, Path, description = "The case"),
        ("file" = FileId, Path, description = "The file"),
    ),
    responses(
        (status = 200, description = "The file as it was uploaded, in the type that its content has", content_type = "application/octet-stream",
            headers(
                ("Content-Disposition" = String, description = "`attachment` with its name (RFC 5987)"),
                ("Content-Length" = u64, description = "Its size in bytes"),
            )),
    ),
    security(("staff" = []))
)]
#[get("/api/v1/cases/{id}/files/{file}")]
pub(crate) async fn download_file(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    path: ApiPath<(CaseId, FileId)>,
) -> Result<HttpResponse> {
    let file = service::open(&state, caller.0, &info, path.0).await?;
    Ok(file.respond())
}
