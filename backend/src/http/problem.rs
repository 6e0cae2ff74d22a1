//! From an [`Error`] to what travels: the one place that knows statuses.
//!
//! A handler's error becomes a response that carries the error itself; [`super::edge`] writes it out, for
//! only there the language of the caller and the name of the request are known.

use super::RequestInfo;
use crate::error::Error;
use actix_web::{
    HttpResponse, ResponseError,
    body::BoxBody,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use anju_shared::problem::{Problem, ProblemCode};
use std::rc::Rc;

/// Media type of every failure.
pub const MEDIA_TYPE: &str = "application/problem+json";
/// When to come back if the server is busy.
const BUSY_SECONDS: u64 = 1;

/// The status of a kind of problem.
#[must_use]
pub const fn status(code: ProblemCode) -> StatusCode {
    match code {
        ProblemCode::Malformed => StatusCode::BAD_REQUEST,
        ProblemCode::Invalid | ProblemCode::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::Unauthenticated | ProblemCode::BadCredentials | ProblemCode::OneTimeCodeRequired => {
            StatusCode::UNAUTHORIZED
        }
        ProblemCode::Forbidden
        | ProblemCode::PasswordChangeRequired
        | ProblemCode::OneTimeCodeMissing
        | ProblemCode::AgreementRequired => StatusCode::FORBIDDEN,
        ProblemCode::NotFound => StatusCode::NOT_FOUND,
        ProblemCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ProblemCode::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
        ProblemCode::Conflict => StatusCode::CONFLICT,
        ProblemCode::VersionMoved => StatusCode::PRECONDITION_FAILED,
        ProblemCode::VersionRequired => StatusCode::PRECONDITION_REQUIRED,
        ProblemCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemCode::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ProblemCode::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
        ProblemCode::TimedOut => StatusCode::REQUEST_TIMEOUT,
        ProblemCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The error behind a response that is not written yet.
#[derive(Clone)]
pub(super) struct Pending(pub(super) Rc<Error>);

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        status(self.code())
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(Pending(Rc::new(self.retold())));
        response
    }
}

impl Error {
    /// The same without its cause, which actix logs no second time: the edge has it from here.
    fn retold(&self) -> Self {
        match self {
            Self::Problem { code, detail } => Self::Problem {
                code: *code,
                detail: detail.clone(),
            },
            Self::Invalid(violations) => Self::Invalid(violations.clone()),
            Self::Refused {
                code,
                detail,
                basis,
                by_role,
            } => {
                let (code, detail, basis) = (code.clone(), detail.clone(), basis.clone());
                Self::Refused {
                    code,
                    detail,
                    basis,
                    by_role: *by_role,
                }
            }
            Self::TooMany { retry_after } => Self::TooMany {
                retry_after: *retry_after,
            },
            Self::Database(cause) => Self::Database(cause.clone()),
            Self::Internal(cause) => Self::Internal(anyhow::anyhow!("{cause:#}")),
        }
    }

    fn retry_after(&self) -> Option<u64> {
        match (self, self.code()) {
            (Self::TooMany { retry_after }, _) => Some(*retry_after),
            (_, ProblemCode::Unavailable | ProblemCode::TooManyRequests) => Some(BUSY_SECONDS),
            _ => None,
        }
    }
}

/// What travels, in the words of the caller.
#[must_use]
pub fn describe(error: &Error, info: &RequestInfo) -> Problem {
    let (code, language) = (error.code(), info.language);
    let mut problem = Problem {
        kind: format!("/problems/{}", code.as_str()),
        title: code.title(language).to_owned(),
        status: status(code).as_u16(),
        detail: None,
        code,
        refusal: None,
        basis: None,
        violations: Vec::new(),
        request_id: Some(info.id.to_string()),
    };
    match error {
        Error::Problem { code: _, detail } => {
            problem.detail = detail.as_ref().map(|d| d.text(language).to_owned())
        }
        Error::Invalid(violations) => {
            problem.violations = violations.iter().map(|v| v.shown(language)).collect()
        }
        Error::Refused {
            code,
            detail,
            basis,
            by_role: _,
        } => {
            problem.detail = Some(detail.text(language).to_owned());
            problem.refusal = Some(code.clone());
            problem.basis = basis.as_deref().cloned();
        }
        Error::TooMany { .. } | Error::Database(_) | Error::Internal(_) => {}
    }
    problem
}

/// The complete response. Causes go to the log here, once, and nowhere else.
pub(super) fn respond(error: &Error, info: &RequestInfo) -> HttpResponse<BoxBody> {
    if let Error::Internal(_) | Error::Database(_) = error {
        tracing::error!(cause = error.for_log(), "a request failed");
    }
    let problem = describe(error, info);
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = HttpResponse::new(status(problem.code)).set_body(BoxBody::new(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    if let Some(seconds) = error.retry_after() {
        headers.insert(header::RETRY_AFTER, seconds.into());
    }
    if problem.status == 401 {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
