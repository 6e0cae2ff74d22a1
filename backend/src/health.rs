//! Whether the server lives and can serve, and what it counted. For machines of the house, not for callers.

use crate::{error::Result, openapi::Routes, state::State};
use actix_web::{HttpResponse, get, web::Data};

/// The three probes.
pub fn routes(config: &mut Routes<'_>) {
    config.service(health).service(readiness).service(metrics);
}

/// Whether the process lives.
#[utoipa::path(tag = "operations", responses((status = 200, description = "It lives", body = String, content_type = "text/plain")))]
#[get("/healthz")]
pub(crate) async fn health() -> HttpResponse {
    text("ok")
}

/// Whether requests can be served: the database answers.
#[utoipa::path(
    tag = "operations",
    responses((status = 200, description = "Requests can be served", body = String, content_type = "text/plain"))
)]
#[get("/readyz")]
pub(crate) async fn readiness(state: Data<State>) -> Result<HttpResponse> {
    state.db.ping().await?;
    Ok(text("ready"))
}

/// Counters in the text format of Prometheus.
#[utoipa::path(
    tag = "operations",
    responses((status = 200, description = "Counters", body = String, content_type = "text/plain"))
)]
#[get("/metrics")]
pub(crate) async fn metrics(state: Data<State>) -> HttpResponse {
    text(state.metrics.render())
}

fn text(body: impl Into<String>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(body.into())
}
