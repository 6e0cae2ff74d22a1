//! Drafts on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, IfMatch, RequestInfo, Version},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, delete, get, put,
    web::{Data, Json},
};
use anju_shared::{
    api::drafts::{Draft, DraftKey, DraftList, SaveDraft, SavedDraft},
    problem::Problem,
};

/// Everything about drafts.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_drafts)
        .service(read_draft)
        .service(save_draft)
        .service(remove_draft);
}

/// 我的草稿 · The own drafts, without what stands in them.
#[utoipa::path(
    tag = "drafts",
    security(("staff" = [])),
    responses((status = 200, description = "The drafts of the caller, the latest first", body = DraftList))
)]
#[get("/api/v1/drafts")]
pub(crate) async fn list_drafts(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<DraftList>> {
    service::list(&state, &info, caller.0).await.map(Json)
}

/// 打开草稿 · One of the own drafts.
#[utoipa::path(
    tag = "drafts",
    params(("key" = String, Path, description = "The name that the form gave it: words and ids with dots between them")),
    security(("staff" = [])),
    responses((status = 200, description = "The draft", body = Draft,
        headers(("ETag" = String, description = "Its version, for `If-Match`"))))
)]
#[get("/api/v1/drafts/{key}")]
pub(crate) async fn read_draft(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    key: ApiPath<DraftKey>,
) -> Result<HttpResponse> {
    let (draft, version) = service::read(&state, &info, caller.0, &key.0).await?;
    Ok(HttpResponse::Ok().insert_header(Version(version)).json(draft))
}

/// 保存草稿 · Keep what stands in a form, in place of what was kept under this name before.
///
/// `If-Match` names the version that was read or saved last; `"0"` says that there is none yet.
#[utoipa::path(
    tag = "drafts",
    params(
        ("key" = String, Path, description = "The name that the form gave it: words and ids with dots between them"),
        IfMatch,
    ),
    request_body = SaveDraft,
    security(("staff" = [])),
    responses(
        (status = 200, description = "Kept", body = SavedDraft,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 409, description = "The caller keeps too many drafts already", body = Problem, content_type = "application/problem+json"),
    )
)]
#[put("/api/v1/drafts/{key}")]
pub(crate) async fn save_draft(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (key, read): (ApiPath<DraftKey>, IfMatch),
    body: ApiJson<SaveDraft>,
) -> Result<HttpResponse> {
    let (saved, version) = service::save(&state, &info, caller.0, (&key.0, read), body.0).await?;
    Ok(HttpResponse::Ok().insert_header(Version(version)).json(saved))
}

/// 删除草稿 · Remove one of the own drafts, because it was sent or is not wanted any more.
#[utoipa::path(
    tag = "drafts",
    params(("key" = String, Path, description = "The name that the form gave it")),
    security(("staff" = [])),
    responses((status = 204, description = "There is no such draft any more"))
)]
#[delete("/api/v1/drafts/{key}")]
pub(crate) async fn remove_draft(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    key: ApiPath<DraftKey>,
) -> Result<HttpResponse> {
    service::remove(&state, &info, caller.0, &key.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
