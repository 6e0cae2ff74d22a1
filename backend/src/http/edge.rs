//! Through here every request comes in and every answer goes out.
//!
//! In: it gets a name, a language and a sender, a bucket, a time limit, and a body that may not dawdle.
//! Out: failures are written as problems, headers that browsers need are added, time and outcome are
//! counted and logged, without query, body or anything personal.

use super::{RequestInfo, body, headers, problem, rate::RateKind, request::REQUEST_ID, unknown};
use crate::{
    error::{Error, Result},
    state::State,
};
use actix_web::{
    HttpMessage as _, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        StatusCode,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use anju_shared::problem::ProblemCode;
use std::time::{Duration, Instant};
use tracing::Instrument as _;

/// Paths that are asked by machines of the house every few seconds.
const PROBES: [&str; 3] = ["/healthz", "/readyz", "/metrics"];

/// The outermost layer of the server, for `middleware::from_fn`.
///
/// # Errors
/// A complete response, when no request is left to answer with.
pub async fn edge(
    state: Data<State>,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let info = RequestInfo::of(&request, state.config.trusted_proxies, || state.ids.uuid());
    request.extensions_mut().insert(info);
    let unread = body::hurry(&mut request, state.config.limits.head);
    let call = Call::of(&request, info, unread);
    let span = tracing::info_span!("request", id = %info.id);
    async move {
        let admitted = match call.is_probe {
            true => Ok(()),
            false => state.rates.admit(RateKind::General, info.address),
        };
        if let Err(error) = admitted {
            let (request, _) = request.into_parts();
            let response = call.finish(&state, "limited", problem::respond(&error, &info));
            return Ok(ServiceResponse::new(request, response));
        }
        // Before the routes: one with variables would take a path without them for its own.
        if let Some(response) = unknown::wrong_method(&state, request.request()) {
            let (request, _) = request.into_parts();
            let response = call.finish(&state, "wrong method", translate(response, &info));
            return Ok(ServiceResponse::new(request, response));
        }
        match tokio::time::timeout(call.patience(&state), next.call(request)).await {
            Ok(Ok(answer)) => {
                let (request, response) = answer.into_parts();
                let route = request.match_pattern().unwrap_or_else(|| "unmatched".to_owned());
                let response = translate(response.map_into_boxed_body(), &info);
                Ok(ServiceResponse::new(
                    request,
                    call.finish(&state, &route, response),
                ))
            }
            Ok(Err(error)) => {
                let response = translate(error.error_response(), &info);
                Err(complete(call.finish(&state, "failed", response)))
            }
            Err(_) => {
                let response = problem::respond(&Error::of(ProblemCode::Unavailable), &info);
                Err(complete(call.finish(&state, "timed out", response)))
            }
        }
    }
    .instrument(span)
    .await
}

/// What is still to be known of a request after it was given away.
struct Call {
    info: RequestInfo,
    method: actix_web::http::Method,
    surface: headers::Surface,
    is_probe: bool,
    has_files: bool,
    unread: Option<body::Unread>,
    begun: Instant,
}

impl Call {
    fn of(request: &ServiceRequest, info: RequestInfo, unread: Option<body::Unread>) -> Self {
        Self {
            info,
            method: request.method().clone(),
            surface: headers::Surface::of(request.path()),
            is_probe: PROBES.contains(&request.path()),
            has_files: request.content_type().starts_with("multipart/"),
            unread,
            begun: Instant::now(),
        }
    }

    fn patience(&self, state: &State) -> Duration {
        if self.has_files {
            state.config.limits.upload
        } else {
            state.config.limits.request
        }
    }

    fn finish(
        self,
        state: &State,
        route: &str,
        mut response: HttpResponse<BoxBody>,
    ) -> HttpResponse<BoxBody> {
        headers::dress(response.headers_mut(), self.surface, state.config.secure_cookies);
        headers::tell_time(response.headers_mut(), state.clock.now());
        if let Ok(id) = HeaderValue::from_str(&self.info.id.to_string()) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(REQUEST_ID), id);
        }
        let (status, elapsed) = (response.status().as_u16(), self.begun.elapsed());
        let labels = [
            ("method", self.method.to_string()),
            ("route", route.to_owned()),
            ("status", status.to_string()),
        ];
        metrics::histogram!("anju_http_request_seconds", &labels).record(elapsed.as_secs_f64());
        if !self.is_probe {
            let millis = elapsed.as_secs_f64() * 1e3;
            tracing::info!(method = %self.method, route, status, millis, "served");
        }
        match self.unread {
            Some(unread) if status >= 400 => unread.held_by(response),
            _ => response,
        }
    }
}

/// Writes a failure out; leaves every other answer alone.
fn translate(response: HttpResponse<BoxBody>, info: &RequestInfo) -> HttpResponse<BoxBody> {
    let pending = response.extensions().get::<problem::Pending>().cloned();
    let mut written = match pending {
        Some(problem::Pending(error)) => problem::respond(&error, info),
        None if is_bare_failure(&response) => problem::respond(&by_status(response.status()), info),
        None => return response,
    };
    for (name, value) in response.headers() {
        // A handler knows better than we which way of signing in it expects.
        if name == header::WWW_AUTHENTICATE {
            written.headers_mut().insert(name.clone(), value.clone());
        }
        if !written.headers().contains_key(name) {
            written.headers_mut().append(name.clone(), value.clone());
        }
    }
    written
}

/// A failure that the framework made: a status with a line of text or nothing.
fn is_bare_failure(response: &HttpResponse<BoxBody>) -> bool {
    let text = response.headers().get(header::CONTENT_TYPE);
    let is_bare = text.is_none_or(|value| value.as_bytes().starts_with(b"text/plain"));
    is_bare && (response.status().is_client_error() || response.status().is_server_error())
}

fn by_status(status: StatusCode) -> Error {
    let code = ProblemCode::ALL
        .iter()
        .copied()
        .find(|code| problem::status(*code) == status);
    Error::of(code.unwrap_or(if status.is_server_error() {
        ProblemCode::Internal
    } else {
        ProblemCode::Malformed
    }))
}

fn complete(response: HttpResponse<BoxBody>) -> actix_web::Error {
    InternalError::from_response("answered at the edge", response).into()
}
