//! The public page on the wire. There is no sign-in; every address may call a few times a minute.

use super::service::{self, Words};
use crate::{
    error::{Error, Result},
    http::{ApiJson, IdempotencyKey, RequestInfo, idempotency::created, rate::RateKind},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpResponse, get,
    http::header::{CacheControl, CacheDirective},
    post,
    web::Data,
};
use anju_shared::{
    api::{
        public::{Follow, Guide, Progress, ReportExplanation, ReporterWords},
        reports::{ReportBody, SubmissionReceipt},
    },
    problem::{Problem, Violation},
    receipt::ReceiptCode,
    workflow::{Command, Say},
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(read_guide)
        .service(submit_public_report)
        .service(follow_report)
        .service(explain_report)
        .service(send_public_message)
        .service(supplement_report)
        .service(withdraw_report);
}

/// How long a copy of the guide may be used, in seconds: it changes with a release or a setting.
const GUIDE_LASTS: u32 = 600;

/// 办理指南 · What may be reported, what is not accepted, periods and rewards, each with its article. For everybody.
#[utoipa::path(
    tag = "public",
    responses(
        (status = 200, description = "The rules in plain words", body = Guide,
            headers(("Cache-Control" = String, description = "It may be kept for some minutes"))),
    )
)]
#[get("/api/v1/public/guide")]
pub(crate) async fn read_guide(state: Data<State>) -> HttpResponse {
    let caching = CacheControl(vec![CacheDirective::Public, CacheDirective::MaxAge(GUIDE_LASTS)]);
    HttpResponse::Ok()
        .insert_header(caching)
        .json(service::guide(&state))
}

/// 我要举报 · Report without an account. `channel`, `received_at`, `external_number` and `title` are not for the public.
#[utoipa::path(
    tag = "public",
    params(IdempotencyKey),
    request_body = ReportBody,
    responses(
        (status = 201, description = "Entered; the receipt codes (查询码) are shown this once", body = SubmissionReceipt,
            headers(("Idempotent-Replayed" = Option<bool>, description = "`true` if this answer was given before and nothing was done now"))),
        (status = 409, description = "The key was used with another body", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/reports")]
pub(crate) async fn submit_public_report(
    state: Data<State>,
    info: RequestInfo,
    key: IdempotencyKey,
    body: ApiJson<ReportBody>,
) -> Result<HttpResponse> {
    state.rates.admit(RateKind::Reports, info.address)?;
    let submitted = service::submit(&state, &info, body.0, key.given()).await?;
    Ok(created(submitted.replayed).json(submitted.receipt))
}

/// 查询进度 · How a report stands, in plain words, for who has the receipt code. Wrong tries are limited.
#[utoipa::path(
    tag = "public",
    request_body = Follow,
    responses(
        (status = 200, description = "How it stands", body = Progress),
        (status = 404, description = "No report has this code", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It is no receipt code: its length or its check digits are wrong", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/follow")]
pub(crate) async fn follow_report(
    state: Data<State>,
    info: RequestInfo,
    body: ApiJson<Follow>,
) -> Result<HttpResponse> {
    state.rates.admit(RateKind::Receipts, info.address)?;
    let code = receipt(&body.0.receipt_code)?;
    let progress = service::follow(&state, &info, &code).await?;
    Ok(HttpResponse::Ok().json(progress))
}

/// 为什么是这一天 · How the period that binds the authority is counted, with the words of its clause, for who has the
/// receipt code. Wrong tries are limited.
#[utoipa::path(
    tag = "public",
    request_body = Follow,
    responses(
        (status = 200, description = "The period with every step of its count; none if nothing binds the authority now", body = ReportExplanation),
        (status = 404, description = "No report has this code", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It is no receipt code: its length or its check digits are wrong", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/explanation")]
pub(crate) async fn explain_report(
    state: Data<State>,
    info: RequestInfo,
    body: ApiJson<Follow>,
) -> Result<HttpResponse> {
    state.rates.admit(RateKind::Receipts, info.address)?;
    let code = receipt(&body.0.receipt_code)?;
    let explanation = service::explain(&state, &info, &code).await?;
    Ok(HttpResponse::Ok().json(explanation))
}

fn receipt(text: &str) -> Result<ReceiptCode> {
    ReceiptCode::parse(text).map_err(|fault| Error::Invalid(vec![Violation::of("receipt_code", fault)]))
}

/// 给办理方留言 · Write to the handling side. Files are uploaded before. Wrong codes are limited.
#[utoipa::path(
    tag = "public",
    params(IdempotencyKey),
    request_body = ReporterWords,
    responses(
        (status = 201, description = "Sent; how the report stands now, with its messages", body = Progress,
            headers(("Idempotent-Replayed" = Option<bool>, description = "`true` if this was sent before and nothing was done now"))),
        (status = 404, description = "No report has this code", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The key was used with other words", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It is no receipt code, or the rules or the fields say no; `refusal`, `basis` or `violations` say why", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/messages")]
pub(crate) async fn send_public_message(
    state: Data<State>,
    info: RequestInfo,
    key: IdempotencyKey,
    body: ApiJson<ReporterWords>,
) -> Result<HttpResponse> {
    said(&state, &info, &key, (Command::SendMessage, body.0)).await
}

/// 补充举报 · Add to the report what was asked for, or what comes to mind, before it is decided (MEM-6.1).
#[utoipa::path(
    tag = "public",
    params(IdempotencyKey),
    request_body = ReporterWords,
    responses(
        (status = 201, description = "Added; how the report stands now", body = Progress,
            headers(("Idempotent-Replayed" = Option<bool>, description = "`true` if this was sent before and nothing was done now"))),
        (status = 404, description = "No report has this code", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The key was used with other words", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It is no receipt code, or the rules or the fields say no; `refusal`, `basis` or `violations` say why", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/supplement")]
pub(crate) async fn supplement_report(
    state: Data<State>,
    info: RequestInfo,
    key: IdempotencyKey,
    body: ApiJson<ReporterWords>,
) -> Result<HttpResponse> {
    said(&state, &info, &key, (Command::Supplement, body.0)).await
}

/// 撤回举报 · Take the report back before it is answered (MEM-8.3). Doing it again changes nothing.
#[utoipa::path(
    tag = "public",
    request_body = Follow,
    responses(
        (status = 200, description = "Withdrawn; how the report stands now", body = Progress),
        (status = 404, description = "No report has this code", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It is no receipt code, or the report is answered; `refusal` and `basis` say why", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/public/withdraw")]
pub(crate) async fn withdraw_report(
    state: Data<State>,
    info: RequestInfo,
    body: ApiJson<Follow>,
) -> Result<HttpResponse> {
    state.rates.admit(RateKind::Receipts, info.address)?;
    let code = receipt(&body.0.receipt_code)?;
    let progress = service::withdraw(&state, &info, &code).await?;
    Ok(HttpResponse::Ok().json(progress))
}

async fn said(
    state: &State,
    info: &RequestInfo,
    key: &IdempotencyKey,
    (say, body): (fn(Say) -> Command, ReporterWords),
) -> Result<HttpResponse> {
    state.rates.admit(RateKind::Receipts, info.address)?;
    let code = receipt(&body.receipt_code)?;
    let (progress, replayed) = service::say(state, info, (&code, Words { say, body }), key.given()).await?;
    Ok(created(replayed).json(progress))
}
