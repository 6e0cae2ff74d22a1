//! The stream on the wire.

use super::service;
use crate::{
    auth::{Caller, Pass},
    error::Result,
    http::RequestInfo,
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, get, web::Data};
use anju_shared::api::live::CaseChange;

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config.service(watch_cases);
}

/// 实时更新 · That cases changed which the caller may know of, within a second, as server-sent events. The stream
/// ends with the access token; whoever still looks asks again with a new one.
#[utoipa::path(
    tag = "live",
    responses(
        (status = 200, content_type = "text/event-stream", body = CaseChange,
            description = "Messages `case` with a change as data, and `all` when something may have been missed; a comment every few seconds"),
    ),
    security(("staff" = []))
)]
#[get("/api/v1/live")]
pub(crate) async fn watch_cases(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    pass: Pass,
) -> Result<HttpResponse> {
    let watch = service::watch(state.into_inner(), caller.0, &info, pass).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        // A proxy that gathers would tell late.
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(watch.messages()))
}
