//! Reports from third-party systems on the wire.

use super::{
    hints,
    service::{self, Submission},
};
use crate::{
    auth::Caller,
    error::{Error, Result},
    http::{ApiJson, ApiPath, RequestInfo, RequiredKey, idempotency::created},
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, get, post, web::Data};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        hints::{Hints, HintsBody},
        reports::{ReportBody, SubmissionReceipt, SubmissionStatus},
    },
    problem::Problem,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(submit_report)
        .service(give_hints)
        .service(read_submission);
}

/// 提交举报 · Hand in a report as a third-party system. The same key and body give the same answer, for a day.
#[utoipa::path(
    tag = "reports",
    params(RequiredKey),
    request_body = ReportBody,
    responses(
        (status = 201, description = "Entered; the receipt codes are shown to nobody else", body = SubmissionReceipt,
            headers(
                ("Location" = String, description = "Where its status is read"),
                ("Idempotent-Replayed" = Option<bool>, description = "`true` if this answer was given before and nothing was done now"),
            )),
        (status = 409, description = "The key was used with another body", body = Problem, content_type = "application/problem+json"),
    ),
    security(("client" = ["reports:submit"]))
)]
#[post("/api/v1/reports")]
pub(crate) async fn submit_report(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    // What cannot be read at all is told before the key is missed.
    body: ApiJson<ReportBody>,
    key: RequiredKey,
) -> Result<HttpResponse> {
    let source = match &caller.0 {
        Actor::Client { client, scopes: _ } => Some(*client),
        _ => None,
    };
    let report = body.0.clone().parse().map_err(Error::Invalid)?;
    let (body, operation, channel) = (body.0, Operation::SubmitReport, "mini_program");
    let submission = Submission {
        body,
        report,
        operation,
        source,
        channel,
    };
    let submitted = service::submit(&state, caller.0, &info, &submission, Some(key.given())).await?;
    Ok(created(submitted.replayed)
        .insert_header((
            "Location",
            format!("/api/v1/reports/{}", submitted.receipt.number),
        ))
        .json(submitted.receipt))
}

/// 登记提示 · What helps to take a report down: probable duplicates (MEM-5.2), the history of the enterprise, the
/// class to which it points (TJ-9.2, MEM-7.1), and the periods that would run. Nothing of it is kept.
#[utoipa::path(
    tag = "reports",
    request_body = HintsBody,
    responses((status = 200, description = "Hints, which decide nothing", body = Hints)),
    security(("staff" = []))
)]
#[post("/api/v1/reports/hints")]
pub(crate) async fn give_hints(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    body: ApiJson<HintsBody>,
) -> Result<HttpResponse> {
    let hints = hints::hints(&state, caller.0, &info, &body.0).await?;
    Ok(HttpResponse::Ok().json(hints))
}

/// 查询举报状态 · How a report stands that this system handed in.
#[utoipa::path(
    tag = "reports",
    params(("number" = String, Path, description = "Its number, as it was answered", example = "1201-20261112-0006")),
    responses((status = 200, description = "Where it stands", body = SubmissionStatus)),
    security(("client" = ["reports:status"]))
)]
#[get("/api/v1/reports/{number}")]
pub(crate) async fn read_submission(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    number: ApiPath<String>,
) -> Result<HttpResponse> {
    let status = service::status(&state, caller.0, &info, &number.0).await?;
    Ok(HttpResponse::Ok().json(status))
}
