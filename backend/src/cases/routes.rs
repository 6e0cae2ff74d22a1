//! Cases on the wire.

use super::{
    bulk::{self, Wish},
    service,
};
use crate::{
    auth::Caller,
    error::{Error, Result},
    http::{ApiJson, ApiPath, ApiQuery, IfMatch, RequestInfo, Version},
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, get, post, web::Data};
use anju_shared::{
    api::{
        bulk::{BulkAnswer, BulkBody},
        cases::{CaseDetail, CaseFilter, CasePage, Journal, OpenIdentity, OpenedIdentity, RegisteredCase},
        reports::ReportBody,
    },
    ids::{CaseId, ReporterId},
    problem::Problem,
    workflow::Command,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(register_case)
        .service(list_cases)
        .service(read_case)
        .service(read_case_events)
        .service(issue_command)
        .service(issue_bulk)
        .service(open_identity);
}

/// 登记举报 · Register a report that came by telephone, letter or visit (TJ-7.2).
#[utoipa::path(
    tag = "cases",
    request_body = ReportBody,
    responses(
        (status = 201, description = "Registered; the receipt codes are shown this once", body = RegisteredCase,
            headers(("Location" = String, description = "The case"), ("ETag" = String, description = "Its version"))),
    ),
    security(("staff" = []))
)]
#[post("/api/v1/cases")]
pub(crate) async fn register_case(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    body: ApiJson<ReportBody>,
) -> Result<HttpResponse> {
    let report = body.0.parse().map_err(Error::Invalid)?;
    let entered = service::register_by_desk(&state, caller.0, &info, &report).await?;
    let case = entered.case;
    Ok(HttpResponse::Created()
        .insert_header(Version(service::version(&case)))
        .insert_header(("Location", format!("/api/v1/cases/{}", case.id)))
        .json(RegisteredCase {
            id: case.id,
            number: case.number,
            version: case.version,
            receipt_codes: entered.receipt_codes,
        }))
}

/// 举报件列表 · The cases that the caller may know of, paged by cursor, with their exact number.
#[utoipa::path(
    tag = "cases",
    params(CaseFilter),
    responses((status = 200, description = "A page of cases", body = CasePage)),
    security(("staff" = []))
)]
#[get("/api/v1/cases")]
pub(crate) async fn list_cases(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    filter: ApiQuery<CaseFilter>,
) -> Result<HttpResponse> {
    let page = service::list(&state, caller.0, &info, &filter.0).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// 办件 · One case. The office sees the words of the report, the unit its task sheet (TJ-20).
#[utoipa::path(
    tag = "cases",
    params(("id" = CaseId, Path, description = "The case")),
    responses(
        (status = 200, description = "The case", body = CaseDetail,
            headers(("ETag" = String, description = "Its version, for `If-Match`"))),
    ),
    security(("staff" = []))
)]
#[get("/api/v1/cases/{id}")]
pub(crate) async fn read_case(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<CaseId>,
) -> Result<HttpResponse> {
    service::read(&state, caller.0, &info, id.0)
        .await
        .map(|detail| answer(&detail))
}

/// 经过 · What happened to a case, oldest first.
#[utoipa::path(
    tag = "cases",
    params(("id" = CaseId, Path, description = "The case")),
    responses((status = 200, description = "The journal of the case", body = Journal)),
    security(("staff" = []))
)]
#[get("/api/v1/cases/{id}/events")]
pub(crate) async fn read_case_events(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<CaseId>,
) -> Result<HttpResponse> {
    let journal = service::history(&state, caller.0, &info, id.0).await?;
    Ok(HttpResponse::Ok().json(journal))
}

/// 办理 · Do something to a case. Repeating a command that took effect answers the present state.
#[utoipa::path(
    tag = "cases",
    params(
        ("id" = CaseId, Path, description = "The case"),
        IfMatch,
    ),
    request_body = Command,
    responses(
        (status = 200, description = "Done; the case as it now stands", body = CaseDetail,
            headers(("ETag" = String, description = "Its new version"))),
        (status = 403, description = "Not for this caller; `refusal` and `basis` say why", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The rules or the fields say no; `refusal`, `basis` or `violations` say why", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[post("/api/v1/cases/{id}/commands")]
pub(crate) async fn issue_command(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    (id, read): (ApiPath<CaseId>, IfMatch),
    command: ApiJson<Command>,
) -> Result<HttpResponse> {
    let done = service::issue(&state, caller.0, &info, (id.0, read), Wish::One(&command.0)).await?;
    Ok(answer(&done))
}

/// 批量办理 · One command for up to 100 cases, each in its own transaction and with its own answer; with `preview`
/// nothing is done, and each says what would happen or why not.
#[utoipa::path(
    tag = "cases",
    request_body = BulkBody,
    responses(
        (status = 200, description = "What came of it for each case, or would; `problem` says why not", body = BulkAnswer),
        (status = 422, description = "No case, more than 100, or one of them twice", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[post("/api/v1/cases/bulk")]
pub(crate) async fn issue_bulk(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    body: ApiJson<BulkBody>,
) -> Result<HttpResponse> {
    let answer = bulk::issue(&state, caller.0, &info, &body.0).await?;
    Ok(HttpResponse::Ok().json(answer))
}

/// 查看举报人身份 · Open the identity of a reporter. The reason is recorded, and the reporter sees that it happened.
#[utoipa::path(
    tag = "cases",
    params(
        ("id" = CaseId, Path, description = "The case"),
        ("reporter" = ReporterId, Path, description = "The reporter"),
    ),
    request_body = OpenIdentity,
    responses((status = 200, description = "Who the reporter is; not to be stored", body = OpenedIdentity)),
    security(("staff" = []))
)]
#[post("/api/v1/cases/{id}/reporters/{reporter}/identity")]
pub(crate) async fn open_identity(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    path: ApiPath<(CaseId, ReporterId)>,
    body: ApiJson<OpenIdentity>,
) -> Result<HttpResponse> {
    let opened = service::open_identity(&state, caller.0, &info, path.0, &body.0.reason).await?;
    Ok(HttpResponse::Ok().json(opened))
}

fn answer(detail: &CaseDetail) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(Version(service::version(detail.case())))
        .json(detail)
}
