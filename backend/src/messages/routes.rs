//! Messages on the wire, for staff of the case.

use super::service;
use crate::{
    access::Access,
    auth::Caller,
    cases::service as cases,
    error::Result,
    http::{ApiJson, ApiPath, IdempotencyKey, RequestInfo, Version, idempotency::created},
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, get, post, web::Data};
use anju_shared::{
    access::Operation,
    api::messages::CaseMessages,
    ids::CaseId,
    problem::Problem,
    workflow::{Command, Message, Say},
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config.service(read_messages).service(send_message);
}

/// 消息 · The messages with the reporters of a case, with their words. The unit reads those since it was given the case.
#[utoipa::path(
    tag = "messages",
    params(("id" = CaseId, Path, description = "The case")),
    responses((status = 200, description = "The messages, oldest first; not to be stored", body = CaseMessages)),
    security(("staff" = []))
)]
#[get("/api/v1/cases/{id}/messages")]
pub(crate) async fn read_messages(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<CaseId>,
) -> Result<HttpResponse> {
    let messages = service::list(&state, caller.0, &info, id.0).await?;
    Ok(HttpResponse::Ok().json(messages))
}

/// 发送消息 · Write to a reporter, who reads it with the receipt code. It needs no version: a message moves nothing.
#[utoipa::path(
    tag = "messages",
    params(
        ("id" = CaseId, Path, description = "The case"),
        IdempotencyKey,
    ),
    request_body = Say,
    responses(
        (status = 201, description = "Sent; that it was, without its words", body = Message,
            headers(
                ("ETag" = String, description = "The new version of the case"),
                ("Idempotent-Replayed" = Option<bool>, description = "`true` if this was sent before and nothing was done now"),
            )),
        (status = 403, description = "Not for this caller; `refusal` and `basis` say why", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The key was used with other words", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The rules or the fields say no; `refusal`, `basis` or `violations` say why", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[post("/api/v1/cases/{id}/messages")]
pub(crate) async fn send_message(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    (id, key): (ApiPath<CaseId>, IdempotencyKey),
    body: ApiJson<Say>,
) -> Result<HttpResponse> {
    let resource = format!("case/{}/messages", id.0);
    let access = || {
        Access::new(
            &state,
            caller.0.clone(),
            Operation::IssueCommand,
            resource.clone(),
        )
        .within(&info)
    };
    let command = Command::SendMessage(body.0);
    let sent = service::send(&state, access, (id.0, &command), key.given()).await?;
    Ok(created(sent.replayed)
        .insert_header(Version(cases::version(&sent.case)))
        .json(sent.message))
}
