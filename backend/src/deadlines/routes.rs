//! Explanations on the wire: of the periods of a case, and of any period for everybody.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, RequestInfo, rate::RateKind},
    openapi::Routes,
    state::State,
};
use actix_web::{
    get, post,
    web::{Data, Json},
};
use anju_shared::{
    api::deadlines::{ClockExplanation, Deadline, DeadlineBody},
    ids::CaseId,
    problem::Problem,
    rules::ClockKind,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config.service(explain_clock).service(calculate_deadline);
}

/// 为什么是这一天 · One period of a case as it stands, the clause that sets it with its words, and every step of its
/// count, by the rules under which the case was accepted and the calendar in force.
#[utoipa::path(
    tag = "deadlines",
    params(
        ("id" = CaseId, Path, description = "The case"),
        ("kind" = ClockKind, Path, description = "Which period"),
        ("round" = u32, Path, description = "1 for its first start"),
    ),
    responses((status = 200, description = "The period, explained", body = ClockExplanation)),
    security(("staff" = []))
)]
#[get("/api/v1/cases/{id}/clocks/{kind}/{round}/explanation")]
pub(crate) async fn explain_clock(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    which: ApiPath<(CaseId, ClockKind, u32)>,
) -> Result<Json<ClockExplanation>> {
    service::of_case(&state, caller.0, &info, which.0).await.map(Json)
}

/// 期限计算 · When a period ends and why then: of any length, or one that a regime sets, from any start, with an
/// extension and pauses. For everybody; nothing is kept.
#[utoipa::path(
    tag = "deadlines",
    request_body = DeadlineBody,
    responses(
        (status = 200, description = "When it ends, with the clause if a regime sets it, and every step", body = Deadline),
        (status = 422, description = "Fields are missing or wrong; `violations` names every one", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/deadlines")]
pub(crate) async fn calculate_deadline(
    state: Data<State>,
    info: RequestInfo,
    body: ApiJson<DeadlineBody>,
) -> Result<Json<Deadline>> {
    state.rates.admit(RateKind::Deadlines, info.address)?;
    service::calculate(&state, &body.0).map(Json)
}
