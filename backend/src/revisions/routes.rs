//! Revisions on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, ApiQuery, IfMatch, RequestInfo, Version, attached_text},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Data, Json},
};
use anju_shared::{
    api::revisions::{
        EffectFilter, EffectPage, NewRevision, ReturnBody, RevisionBody, RevisionDetail, RevisionList,
        SimulationBody,
    },
    ids::RevisionId,
    problem::Problem,
    revision::RevisionAction,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_revisions)
        .service(draft_revision)
        .service(read_revision)
        .service(edit_revision)
        .service(simulate_revision)
        .service(list_revision_effects)
        .service(submit_revision)
        .service(return_revision)
        .service(publish_revision)
        .service(discard_revision)
        .service(download_revision);
}

/// 修订 · All revisions of rules and calendar, the latest first.
#[utoipa::path(
    tag = "revisions",
    security(("staff" = [])),
    responses((status = 200, description = "The revisions", body = RevisionList))
)]
#[get("/api/v1/revisions")]
pub(crate) async fn list_revisions(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<RevisionList>> {
    service::list(&state, &info, caller.0).await.map(Json)
}

/// 起草修订 · Begin the next version of a layer of rules, a copy under another id, or an arrangement of working days.
#[utoipa::path(
    tag = "revisions",
    request_body = NewRevision,
    security(("staff" = [])),
    responses(
        (status = 201, description = "The draft", body = RevisionDetail,
            headers(("ETag" = String, description = "Its version, for `If-Match`"))),
        (status = 409, description = "This version is being revised already", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/revisions")]
pub(crate) async fn draft_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    body: ApiJson<NewRevision>,
) -> Result<HttpResponse> {
    let detail = service::draft(&state, &info, caller.0, &body.0).await?;
    let version = Version(detail.revision.version);
    Ok(HttpResponse::Created().insert_header(version).json(detail))
}

/// 修订 · One revision: what it says and inherits, what does not fit in it, what it changes, its simulation, and what the
/// caller may do with it.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision")),
    security(("staff" = [])),
    responses((status = 200, description = "The revision", body = RevisionDetail,
        headers(("ETag" = String, description = "Its version, for `If-Match`"))))
)]
#[get("/api/v1/revisions/{revision}")]
pub(crate) async fn read_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    revision: ApiPath<RevisionId>,
) -> Result<HttpResponse> {
    service::read(&state, &info, caller.0, revision.0)
        .await
        .map(answer)
}

/// 修改修订 · Write a draft anew. It may have faults: they are listed in the answer, each with its place.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), IfMatch),
    request_body = RevisionBody,
    security(("staff" = [])),
    responses(
        (status = 200, description = "The draft as it now stands", body = RevisionDetail,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 409, description = "Another draft has this name and version", body = Problem, content_type = "application/problem+json"),
    )
)]
#[put("/api/v1/revisions/{revision}")]
pub(crate) async fn edit_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, read): (ApiPath<RevisionId>, IfMatch),
    body: ApiJson<RevisionBody>,
) -> Result<HttpResponse> {
    service::edit(&state, &info, caller.0, (revision.0, read), &body.0)
        .await
        .map(answer)
}

/// 模拟修订 · Look at every period that runs, and at those of a past period, for what the draft would change. It is done in
/// the background; how far it is stands in the revision.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), IfMatch),
    request_body = SimulationBody,
    security(("staff" = [])),
    responses((status = 200, description = "It is under way", body = RevisionDetail,
        headers(("ETag" = String, description = "Its version"))))
)]
#[post("/api/v1/revisions/{revision}/simulate")]
pub(crate) async fn simulate_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, read): (ApiPath<RevisionId>, IfMatch),
    body: ApiJson<SimulationBody>,
) -> Result<HttpResponse> {
    service::simulate(&state, &info, caller.0, (revision.0, read), body.0)
        .await
        .map(answer)
}

/// 修订影响 · Period by period what the last simulation found: when it ends so far, and when it would end.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), EffectFilter),
    security(("staff" = [])),
    responses((status = 200, description = "A page, in the order in which they were found", body = EffectPage))
)]
#[get("/api/v1/revisions/{revision}/effects")]
pub(crate) async fn list_revision_effects(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, filter): (ApiPath<RevisionId>, ApiQuery<EffectFilter>),
) -> Result<Json<EffectPage>> {
    service::effects(&state, &info, caller.0, (revision.0, &filter.0))
        .await
        .map(Json)
}

/// 提交发布 · Hand a draft in, for a second person to publish it. It has no faults, and was simulated as it stands.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), IfMatch),
    security(("staff" = [])),
    responses(
        (status = 200, description = "The revision as it now stands", body = RevisionDetail,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 422, description = "It is not far enough, faulty, not simulated, or begins too early: see `refusal` and `basis`", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/revisions/{revision}/submit")]
pub(crate) async fn submit_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, read): (ApiPath<RevisionId>, IfMatch),
) -> Result<HttpResponse> {
    let step = (revision.0, read, RevisionAction::Submit);
    service::advance(&state, &info, caller.0, step, None)
        .await
        .map(answer)
}

/// 退回修改 · Send a submitted revision back, with reasons.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), IfMatch),
    request_body = ReturnBody,
    security(("staff" = [])),
    responses((status = 200, description = "The revision as it now stands", body = RevisionDetail,
        headers(("ETag" = String, description = "Its new version"))))
)]
#[post("/api/v1/revisions/{revision}/return")]
pub(crate) async fn return_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, read): (ApiPath<RevisionId>, IfMatch),
    body: ApiJson<ReturnBody>,
) -> Result<HttpResponse> {
    let step = (revision.0, read, RevisionAction::Return);
    service::advance(&state, &info, caller.0, step, Some(&body.0.reasons))
        .await
        .map(answer)
}

/// 发布修订 · Publish it, as a second person. Rules hold for what is accepted from their first day on (TJ-23); a calendar
/// holds at once, and the periods that run are counted by it in the background.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), IfMatch),
    security(("staff" = [])),
    responses(
        (status = 200, description = "The revision as it now stands", body = RevisionDetail,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 422, description = "It is not far enough, faulty, not simulated, or begins too early: see `refusal` and `basis`", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Another one was published just now", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/revisions/{revision}/publish")]
pub(crate) async fn publish_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, read): (ApiPath<RevisionId>, IfMatch),
) -> Result<HttpResponse> {
    let step = (revision.0, read, RevisionAction::Publish);
    service::advance(&state, &info, caller.0, step, None)
        .await
        .map(answer)
}

/// 作废修订 · Give up a revision that is not published.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision"), IfMatch),
    security(("staff" = [])),
    responses(
        (status = 200, description = "The revision as it now stands", body = RevisionDetail,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 422, description = "It is published or given up already: see `refusal` and `basis`", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/revisions/{revision}/discard")]
pub(crate) async fn discard_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    (revision, read): (ApiPath<RevisionId>, IfMatch),
) -> Result<HttpResponse> {
    let step = (revision.0, read, RevisionAction::Discard);
    service::advance(&state, &info, caller.0, step, None)
        .await
        .map(answer)
}

/// 下载修订 · What it says, as a file: a layer in TOML, as `rules_dir` takes it; an arrangement in JSON.
#[utoipa::path(
    tag = "revisions",
    params(("revision" = RevisionId, Path, description = "The revision")),
    security(("staff" = [])),
    responses((status = 200, description = "The file", body = String, content_type = "text/plain"))
)]
#[get("/api/v1/revisions/{revision}/file")]
pub(crate) async fn download_revision(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    revision: ApiPath<RevisionId>,
) -> Result<HttpResponse> {
    let (name, text) = service::file(&state, &info, caller.0, revision.0).await?;
    Ok(attached_text(&name, text))
}

fn answer(detail: RevisionDetail) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(Version(detail.revision.version))
        .json(detail)
}
