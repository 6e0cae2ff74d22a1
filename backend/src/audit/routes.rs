//! The journal of access on the wire, for the audit administrator alone.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiPath, ApiQuery, RequestInfo},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Data, Json},
};
use anju_shared::{
    api::audit::{AuditFilter, AuditPage, Verification, VerificationList},
    problem::Problem,
};
use uuid::Uuid;

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_audit)
        .service(list_verifications)
        .service(begin_verification)
        .service(read_verification);
}

/// 审计 · Who saw what, when and why, the latest first. The reading is itself recorded, with what was looked for.
#[utoipa::path(
    tag = "audit",
    params(AuditFilter),
    security(("staff" = [])),
    responses((status = 200, description = "A page of entries", body = AuditPage))
)]
#[get("/api/v1/audit")]
pub(crate) async fn list_audit(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    filter: ApiQuery<AuditFilter>,
) -> Result<Json<AuditPage>> {
    service::list(&state, &info, caller.0, &filter.0).await.map(Json)
}

/// 核验记录 · The last verifications, the latest first.
#[utoipa::path(
    tag = "audit",
    security(("staff" = [])),
    responses((status = 200, description = "The last few", body = VerificationList))
)]
#[get("/api/v1/audit/verifications")]
pub(crate) async fn list_verifications(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<VerificationList>> {
    service::verified(&state, &info, caller.0).await.map(Json)
}

/// 核验 · Begin to verify every case's journal and the journal of access, as they stand now. It goes on by itself; one
/// at a time.
#[utoipa::path(
    tag = "audit",
    security(("staff" = [])),
    responses(
        (status = 201, description = "Begun", body = Verification,
            headers(("Location" = String, description = "How far it is, and what it found"))),
        (status = 409, description = "Another is at work", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/audit/verifications")]
pub(crate) async fn begin_verification(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<HttpResponse> {
    let begun = service::begin(&state, &info, caller.0).await?;
    Ok(HttpResponse::Created()
        .insert_header(("Location", format!("/api/v1/audit/verifications/{}", begun.id)))
        .json(begun))
}

/// 核验结果 · How far a verification is, how many places are broken, and the first of them.
#[utoipa::path(
    tag = "audit",
    params(("verification" = Uuid, Path, description = "The verification")),
    security(("staff" = [])),
    responses((status = 200, description = "The verification", body = Verification))
)]
#[get("/api/v1/audit/verifications/{verification}")]
pub(crate) async fn read_verification(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    verification: ApiPath<Uuid>,
) -> Result<Json<Verification>> {
    service::verification(&state, &info, caller.0, verification.0)
        .await
        .map(Json)
}
