//! Sign-in of staff and tokens of systems on the wire.
//!
//! The access token travels in the body and stays in the browser's memory; the refresh token travels in a cookie that
//! no script can read and that the browser sends nowhere but here.

use super::{
    Entrant, agreement, client, one_time_code, own,
    service::{self, Opened},
};
use crate::{
    error::{Error, Result},
    http::{ApiForm, ApiJson, RequestInfo},
    openapi::Routes,
    state::State,
};
use actix_web::{
    HttpRequest, HttpResponse, ResponseError as _,
    cookie::{Cookie, SameSite, time::Duration},
    delete, get,
    http::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE},
    post, put,
    web::{Data, Json},
};
use anju_shared::{
    api::session::{
        AcceptAgreement, Account, Agreement, ChangePassword, ConfirmOneTimeCode, EnrolOneTimeCode,
        NewOneTimeCode, SignIn, SignedIn, TokenRequest, TokenResponse,
    },
    problem::{Problem, ProblemCode},
};

/// Name of the cookie with the refresh token.
pub(crate) const COOKIE: &str = "anju_refresh";
const COOKIE_PATH: &str = "/api/v1/session";

/// Everything about sign-ins and tokens.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(open_session)
        .service(refresh_session)
        .service(read_session)
        .service(close_session)
        .service(close_sessions)
        .service(change_password)
        .service(enrol_one_time_code)
        .service(confirm_one_time_code)
        .service(read_agreement)
        .service(accept_agreement)
        .service(issue_token);
}

/// Sign in.
///
/// After a few failures every further one doubles the wait until the next try is looked at (429, `Retry-After`).
#[utoipa::path(
    tag = "auth",
    request_body(content = SignIn, description = "User name and password, and the one-time code of an account that has one"),
    responses(
        (
            status = 200,
            description = "Signed in; the refresh token is in the cookie",
            body = SignedIn,
            headers(("Set-Cookie" = String, description = "`anju_refresh`: HttpOnly, SameSite=Strict"))
        ),
        (
            status = 401,
            description = "User name, password or one-time code is not correct, or (`one_time_code_required`) the code is missing",
            body = Problem,
            content_type = "application/problem+json"
        ),
    )
)]
#[post("/api/v1/session")]
pub(crate) async fn open_session(
    state: Data<State>,
    info: RequestInfo,
    body: ApiJson<SignIn>,
) -> Result<HttpResponse> {
    let opened = service::open(&state, &info, body.0).await?;
    Ok(signed_in(&state, opened))
}

/// Renew the sign-in by the refresh cookie.
///
/// Every refresh token is good once. One that comes a second time, even at the same moment, ends the sign-in: either
/// sender may have stolen it.
#[utoipa::path(
    tag = "auth",
    security(("refresh" = [])),
    responses((
        status = 200,
        description = "A new access token; the next refresh token is in the cookie",
        body = SignedIn,
        headers(("Set-Cookie" = String, description = "`anju_refresh`: HttpOnly, SameSite=Strict"))
    ))
)]
#[post("/api/v1/session/refresh")]
pub(crate) async fn refresh_session(
    state: Data<State>,
    info: RequestInfo,
    request: HttpRequest,
) -> Result<HttpResponse> {
    require_own_page(&request)?;
    let cookie = request.cookie(COOKIE);
    match service::renew(&state, &info, cookie.as_ref().map(Cookie::value)).await {
        Ok(opened) => Ok(signed_in(&state, opened)),
        Err(error) if error.code() == ProblemCode::Unauthenticated => {
            Ok(without_cookie(error.error_response(), &state))
        }
        Err(error) => Err(error),
    }
}

/// Who is signed in.
#[utoipa::path(
    tag = "auth",
    security(("staff" = [])),
    responses((status = 200, description = "The person, with unit and roles as they are now", body = Account))
)]
#[get("/api/v1/session")]
pub(crate) async fn read_session(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
) -> Result<Json<Account>> {
    service::read(&state, &info, caller.0).await.map(Json)
}

/// Sign out here.
#[utoipa::path(
    tag = "auth",
    security(("staff" = [])),
    responses((status = 204, description = "Signed out; the cookie is taken back"))
)]
#[delete("/api/v1/session")]
pub(crate) async fn close_session(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
) -> Result<HttpResponse> {
    service::close(&state, &info, caller.0).await?;
    Ok(without_cookie(HttpResponse::NoContent().finish(), &state))
}

/// Sign out everywhere.
#[utoipa::path(
    tag = "auth",
    security(("staff" = [])),
    responses((status = 204, description = "Every sign-in of this person has ended"))
)]
#[delete("/api/v1/sessions")]
pub(crate) async fn close_sessions(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
) -> Result<HttpResponse> {
    service::close_all(&state, &info, caller.0).await?;
    Ok(without_cookie(HttpResponse::NoContent().finish(), &state))
}

/// 修改密码 · Change the own password. Every other sign-in of this person ends.
#[utoipa::path(
    tag = "auth",
    request_body = ChangePassword,
    security(("staff" = [])),
    responses((status = 200, description = "Changed; the person, with what they still owe", body = Account))
)]
#[put("/api/v1/session/password")]
pub(crate) async fn change_password(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
    body: ApiJson<ChangePassword>,
) -> Result<Json<Account>> {
    own::change_password(&state, &info, caller.0, body.0)
        .await
        .map(Json)
}

/// 绑定动态口令 · Begin to set up a one-time code (RFC 6238); the secret is shown once.
#[utoipa::path(
    tag = "auth",
    request_body = EnrolOneTimeCode,
    security(("staff" = [])),
    responses(
        (status = 200, description = "The secret, to be confirmed by a first code", body = NewOneTimeCode),
        (status = 409, description = "There is a code already; an administrator takes it away first", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/session/one-time-code")]
pub(crate) async fn enrol_one_time_code(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
    body: ApiJson<EnrolOneTimeCode>,
) -> Result<Json<NewOneTimeCode>> {
    one_time_code::enrol(&state, &info, caller.0, body.0)
        .await
        .map(Json)
}

/// 确认动态口令 · Show that the authenticator has the secret. From now on signing in asks for a code.
#[utoipa::path(
    tag = "auth",
    request_body = ConfirmOneTimeCode,
    security(("staff" = [])),
    responses((status = 200, description = "In use; the person, with what they still owe", body = Account))
)]
#[post("/api/v1/session/one-time-code/confirmation")]
pub(crate) async fn confirm_one_time_code(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
    body: ApiJson<ConfirmOneTimeCode>,
) -> Result<Json<Account>> {
    one_time_code::confirm(&state, &info, caller.0, &body.0)
        .await
        .map(Json)
}

/// 保密协议 · The confidentiality agreement (TJ-17), and until when the caller has accepted it.
#[utoipa::path(
    tag = "auth",
    security(("staff" = [])),
    responses(
        (status = 200, description = "The text in force", body = Agreement),
        (status = 404, description = "No agreement is asked for here", body = Problem, content_type = "application/problem+json"),
    )
)]
#[get("/api/v1/session/agreement")]
pub(crate) async fn read_agreement(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
) -> Result<Json<Agreement>> {
    agreement::read(&state, &info, caller.0).await.map(Json)
}

/// 签署保密协议 · Accept the text that was read; the acceptance is recorded and good for its term.
#[utoipa::path(
    tag = "auth",
    request_body = AcceptAgreement,
    security(("staff" = [])),
    responses(
        (status = 200, description = "Accepted; the person, with what they still owe", body = Account),
        (status = 404, description = "No agreement is asked for here", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Another text is in force by now: read it first", body = Problem, content_type = "application/problem+json"),
    )
)]
#[post("/api/v1/session/agreement")]
pub(crate) async fn accept_agreement(
    state: Data<State>,
    info: RequestInfo,
    caller: Entrant,
    body: ApiJson<AcceptAgreement>,
) -> Result<Json<Account>> {
    agreement::accept(&state, &info, caller.0, &body.0)
        .await
        .map(Json)
}

/// Get a token as a third-party system (client credentials).
///
/// The credentials come by HTTP Basic or in the body. Failures are problems as everywhere here; the code of a
/// violation is the error code of RFC 6749, 5.2.
#[utoipa::path(
    tag = "auth",
    request_body(
        content = TokenRequest,
        content_type = "application/x-www-form-urlencoded",
        description = "`grant_type=client_credentials`, and the scopes if not all are wanted"
    ),
    responses(
        (status = 200, description = "A token, good for minutes", body = TokenResponse),
        (
            status = 401,
            description = "The client is unknown, closed, or its secret is wrong",
            body = Problem,
            content_type = "application/problem+json"
        ),
    )
)]
#[post("/oauth/token")]
pub(crate) async fn issue_token(
    state: Data<State>,
    info: RequestInfo,
    request: HttpRequest,
    body: ApiForm<TokenRequest>,
) -> Result<HttpResponse> {
    let header = request
        .headers()
        .get(AUTHORIZATION)
        .map(|value| value.to_str().unwrap_or_default());
    match client::issue(&state, &info, header, &body.0).await {
        Ok(token) => Ok(HttpResponse::Ok().json(token)),
        Err(error) if error.code() == ProblemCode::BadCredentials => {
            // RFC 6749, 5.2: the challenge names the scheme that is expected here.
            let mut response = error.error_response();
            response
                .headers_mut()
                .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic"));
            Ok(response)
        }
        Err(error) => Err(error),
    }
}

/// The one request that carries nothing but the cookie must come from a page of ours. `SameSite` already keeps
/// other sites out; this also does so for other hosts of the same site.
fn require_own_page(request: &HttpRequest) -> Result<()> {
    match request.headers().get("sec-fetch-site").map(HeaderValue::as_bytes) {
        None | Some(b"same-origin" | b"none") => Ok(()),
        Some(_) => Err(Error::of(ProblemCode::Forbidden)),
    }
}

fn signed_in(state: &State, opened: Opened) -> HttpResponse {
    let Opened {
        answer,
        refresh,
        keep,
    } = opened;
    let cookie = cookie(state, refresh.reveal(), keep);
    HttpResponse::Ok().cookie(cookie).json(answer)
}

fn without_cookie(mut response: HttpResponse, state: &State) -> HttpResponse {
    // A cookie of ours is always valid in a header.
    let _ = response.add_cookie(&cookie(state, "", 0));
    response
}

fn cookie<'a>(state: &State, value: &'a str, keep: i64) -> Cookie<'a> {
    Cookie::build(COOKIE, value)
        .path(COOKIE_PATH)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(state.config.secure_cookies)
        .max_age(Duration::seconds(keep))
        .finish()
}
