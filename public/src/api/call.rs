//! One call over `XMLHttpRequest`: unlike `fetch` it tells how far an upload is, and it can be stopped.

use anju_shared::{
    json,
    problem::{Language, Problem},
    time::Instant,
};
use js_sys::Promise;
use std::cell::Cell;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};
use yew::Callback;

/// Where the API begins.
const BASE: &str = "/api/v1";
/// How long an answer may take, in milliseconds; files take longer.
const PATIENCE: u32 = 30_000;
const PATIENCE_WITH_FILE: u32 = 180_000;

thread_local! {
    /// By how many seconds the server's clock is ahead of the telephone's.
    static AHEAD: Cell<i64> = const { Cell::new(0) };
}

/// Why a call brought no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No answer came at all: no network, no server, or too slow.
    Offline,
    /// Something came that is not what the API promises.
    Unreadable,
    /// The server says what is wrong.
    Problem(Box<Problem>),
}

impl Failure {
    /// The problem that the server named.
    pub(crate) fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            Self::Offline | Self::Unreadable => None,
        }
    }
}

/// What is sent.
pub(super) enum Body {
    /// Nothing: a question.
    Nothing,
    /// JSON.
    Json(String),
    /// A file, and whom to tell how far it is, from 0 to 100.
    Form(FormData, Callback<u32>),
}

/// What hears how far an upload is.
type Listening = Closure<dyn Fn(ProgressEvent)>;

/// One call. Whoever keeps the request can stop it.
pub(super) struct Call<'a> {
    /// The request.
    pub(super) request: XmlHttpRequest,
    /// Path after [`BASE`].
    pub(super) path: &'a str,
    /// Language of the answer.
    pub(super) language: Language,
    /// Name of the call: sent again under the same name, it does nothing twice.
    pub(super) key: Option<&'a str>,
    /// What is sent.
    pub(super) body: Body,
}

impl Call<'_> {
    /// Sends it and waits for the text of the answer.
    pub(super) async fn send(self) -> Result<String, Failure> {
        let request = self.request.clone();
        let ended = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
        // Listens as long as the answer is waited for.
        let _listening = self.start().map_err(|_| Failure::Offline)?;
        JsFuture::from(ended).await.map_err(|_| Failure::Offline)?;
        request.set_onloadend(None);
        answer(&request)
    }

    fn start(self) -> Result<Option<Listening>, JsValue> {
        let request = &self.request;
        let method = if matches!(self.body, Body::Nothing) {
            "GET"
        } else {
            "POST"
        };
        request.open_with_async(method, &format!("{BASE}{}", self.path), true)?;
        request.set_timeout(PATIENCE);
        request.set_request_header("accept-language", crate::text::tag(self.language))?;
        if let Some(key) = self.key {
            request.set_request_header("idempotency-key", key)?;
        }
        match self.body {
            Body::Nothing => request.send()?,
            Body::Json(text) => {
                request.set_request_header("content-type", "application/json")?;
                request.send_with_opt_str(Some(&text))?;
            }
            Body::Form(form, tell) => {
                request.set_timeout(PATIENCE_WITH_FILE);
                let listening = Listening::new(move |event: ProgressEvent| {
                    if event.total() > 0.0 {
                        tell.emit(percent(event.loaded(), event.total()));
                    }
                });
                let upload = request.upload()?;
                upload.set_onprogress(Some(listening.as_ref().unchecked_ref()));
                request.send_with_opt_form_data(Some(&form))?;
                return Ok(Some(listening));
            }
        }
        Ok(None)
    }
}

fn percent(loaded: f64, total: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a hundred"
    )]
    let percent = (loaded / total * 100.0).clamp(0.0, 100.0) as u32;
    percent
}

fn answer(request: &XmlHttpRequest) -> Result<String, Failure> {
    let status = request.status().unwrap_or_default();
    if status == 0 {
        return Err(Failure::Offline);
    }
    learn_time(request);
    let text = request.response_text().ok().flatten().unwrap_or_default();
    if (200..300).contains(&status) {
        return Ok(text);
    }
    match json::read::<Problem>(&text) {
        Some(problem) => Err(Failure::Problem(Box::new(problem))),
        // A gateway that speaks for a server that is not there.
        None if matches!(status, 502..=504) => Err(Failure::Offline),
        None => Err(Failure::Unreadable),
    }
}

/// Learns the server's clock from the `Date` of an answer.
fn learn_time(request: &XmlHttpRequest) {
    let date = request.get_response_header("date").ok().flatten();
    let milliseconds = date.map_or(f64::NAN, |date| js_sys::Date::parse(&date));
    if milliseconds.is_finite() {
        AHEAD.set(seconds(milliseconds) - seconds(js_sys::Date::now()));
    }
}

/// The server's time, as far as its answers have told.
pub(crate) fn now() -> Instant {
    Instant::from_unix(seconds(js_sys::Date::now()) + AHEAD.get())
}

/// The telephone's own time, in seconds: by it is measured how long something is kept here. The server's is not known
/// before it has answered, and what was kept by one clock must not be thrown away by the other.
pub(crate) fn own_time() -> i64 {
    seconds(js_sys::Date::now())
}

fn seconds(milliseconds: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a date in seconds is far below 2^53"
    )]
    let seconds = (milliseconds / 1000.0) as i64;
    seconds
}
