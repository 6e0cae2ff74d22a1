//! One call: put together, sent, and its answer or problem read. If the token has expired meanwhile, it is
//! renewed once and the call repeated.

use super::{BASE, Client, Failure};
use crate::text;
use anju_shared::{json, problem::Problem};
use futures_util::future::{FutureExt, LocalBoxFuture};
use gloo::net::http::{Method, RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    pin::Pin,
    task::{Context, Poll},
};
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, FormData, ReadableStream};

/// After this many milliseconds without an answer a call counts as failed. Uploads may take longer.
const PATIENCE: u32 = 30_000;

/// A call that is being put together.
#[derive(Clone, Debug)]
pub struct Call {
    client: Client,
    method: Method,
    url: String,
    query: Vec<(&'static str, String)>,
    headers: Vec<(&'static str, String)>,
    body: Body,
    anonymous: bool,
    /// Ends it; without one it ends by itself when nothing is answered.
    signal: Option<AbortSignal>,
}

#[derive(Clone, Debug)]
enum Body {
    Empty,
    Json(String),
    Form(FormData),
    Unwritable,
}

/// The text of an answer with what its headers tell.
struct Answer {
    text: String,
    etag: Option<String>,
    request_id: Option<String>,
}

/// An answer that is awaited. What happens until its text is there is compiled once, whatever it holds.
pub struct Asked<T> {
    answer: LocalBoxFuture<'static, Result<Answer, Failure>>,
    read: fn(Answer) -> Result<T, Failure>,
}

impl<T> Future for Asked<T> {
    type Output = Result<T, Failure>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = self.answer.as_mut().poll(context);
        answer.map(|answer| answer.and_then(self.read))
    }
}

impl<T> std::fmt::Debug for Asked<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked")
    }
}

/// A file as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceivedFile {
    /// Its name, if the server said one.
    pub name: Option<String>,
    /// Its type.
    pub media_type: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for ReceivedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReceivedFile({} bytes)", self.bytes.len())
    }
}

/// A thing together with the version that was read, without which it cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The thing.
    pub value: T,
    /// Its version, for `If-Match`.
    pub etag: String,
}

impl Answer {
    fn unreadable(request_id: Option<String>) -> Failure {
        Failure::Unreadable { request_id }
    }

    fn body<T: DeserializeOwned>(self) -> Result<T, Failure> {
        json::read(&self.text).ok_or_else(|| Self::unreadable(self.request_id))
    }

    /// An answer without `ETag` is not what the API promises.
    fn versioned<T: DeserializeOwned>(mut self) -> Result<Versioned<T>, Failure> {
        let etag = self.etag.take();
        let request_id = self.request_id.clone();
        let value = self.body()?;
        let etag = etag.ok_or_else(|| Self::unreadable(request_id))?;
        Ok(Versioned { value, etag })
    }
}

impl Call {
    pub(super) fn new(client: Client, method: Method, path: &str) -> Self {
        let (query, headers) = (vec![], vec![]);
        Self {
            client,
            method,
            url: format!("{BASE}{path}"),
            query,
            headers,
            body: Body::Empty,
            anonymous: false,
            signal: None,
        }
    }

    /// Adds a parameter to the address.
    #[must_use]
    pub fn query(mut self, name: &'static str, value: impl ToString) -> Self {
        self.query.push((name, value.to_string()));
        self
    }

    /// Adds a parameter to the address, if there is one.
    #[must_use]
    pub fn query_some(self, name: &'static str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// Sends this as JSON.
    #[must_use]
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_string(body).map_or(Body::Unwritable, Body::Json);
        self
    }

    /// Sends this as a form with files.
    #[must_use]
    pub fn form(mut self, body: FormData) -> Self {
        self.body = Body::Form(body);
        self
    }

    /// Changes only the version that was read.
    #[must_use]
    pub fn if_match(mut self, etag: impl Into<String>) -> Self {
        self.headers.push(("If-Match", etag.into()));
        self
    }

    /// A repetition under the same key has one effect.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.headers.push(("Idempotency-Key", key.into()));
        self
    }

    /// Waits for the answer, and reads it, until this signal and no shorter.
    #[must_use]
    pub fn until(mut self, signal: AbortSignal) -> Self {
        self.signal = Some(signal);
        self
    }

    /// Sends no token and does not renew one.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// Sends the call and reads a JSON answer: fails without an answer, with one that is not what was promised, and with
    /// the server's problem.
    pub fn send<T: DeserializeOwned + 'static>(self) -> Asked<T> {
        self.asked(Answer::body)
    }

    /// The same, with the version of what was asked for.
    pub fn send_versioned<T: DeserializeOwned + 'static>(self) -> Asked<Versioned<T>> {
        self.asked(Answer::versioned)
    }

    /// The same; there is nothing to read in the answer.
    pub fn send_unanswered(self) -> Asked<()> {
        self.asked(|_| Ok(()))
    }

    fn asked<T>(self, read: fn(Answer) -> Result<T, Failure>) -> Asked<T> {
        let answer = self.text().boxed_local();
        Asked { answer, read }
    }

    async fn text(self) -> Result<Answer, Failure> {
        let response = self.answered().await?;
        let (etag, request_id) = (response.headers().get("etag"), request_id(&response));
        let text = response.text().await.map_err(|_| Failure::Offline)?;
        Ok(Answer {
            text,
            etag,
            request_id,
        })
    }

    /// Sends the call and takes the answer as a file.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn send_file(self) -> Result<ReceivedFile, Failure> {
        let response = self.answered().await?;
        let header = |name| response.headers().get(name).unwrap_or_default();
        let (media_type, disposition) = (header("content-type"), header("content-disposition"));
        let bytes = response.binary().await.map_err(|_| Failure::Offline)?;
        Ok(ReceivedFile {
            name: file_name(&disposition),
            media_type,
            bytes,
        })
    }

    /// Sends the call; the answer is read as it comes.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub(super) async fn send_stream(self) -> Result<ReadableStream, Failure> {
        let response = self.answered().await?;
        let request_id = request_id(&response);
        response.body().ok_or(Failure::Unreadable { request_id })
    }

    async fn answered(self) -> Result<Response, Failure> {
        let client = self.client.clone();
        let answer = self.repeated().await;
        client.learn_reach(!matches!(answer, Err(Failure::Offline)));
        answer
    }

    async fn repeated(self) -> Result<Response, Failure> {
        let mut response = self.attempt().await?;
        if response.status() == 401 && !self.anonymous {
            self.client.renew().await?;
            response = self.attempt().await?;
        }
        if response.ok() {
            Ok(response)
        } else {
            Err(problem(&response).await)
        }
    }

    async fn attempt(&self) -> Result<Response, Failure> {
        let mut builder = RequestBuilder::new(&self.url)
            .method(self.method.clone())
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", text::tag(self.client.language()))
            .query(self.query.iter().map(|(name, value)| (*name, value)));
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        if let Some(token) = self.client.token().filter(|_| !self.anonymous) {
            builder = builder.header("Authorization", &format!("Bearer {token}"));
        }
        let patience = || AbortSignal::timeout_with_u32(PATIENCE);
        let signal = self.signal.clone().unwrap_or_else(patience);
        let request = match &self.body {
            Body::Empty => builder.abort_signal(Some(&signal)).build(),
            Body::Json(text) => builder
                .header("Content-Type", "application/json")
                .abort_signal(Some(&signal))
                .body(JsValue::from_str(text)),
            Body::Form(form) => builder.body(form.clone()),
            Body::Unwritable => return Err(Failure::Unreadable { request_id: None }),
        };
        let response = match request {
            Ok(request) => request.send().await.map_err(|_| Failure::Offline)?,
            Err(_) => return Err(Failure::Unreadable { request_id: None }),
        };
        self.client.learn_time(&response);
        Ok(response)
    }
}

async fn problem(response: &Response) -> Failure {
    let request_id = request_id(response);
    let text = response.text().await.unwrap_or_default();
    match json::read::<Problem>(&text) {
        Some(mut problem) => {
            problem.request_id = problem.request_id.or(request_id);
            Failure::Problem(Box::new(problem))
        }
        // A gateway that speaks for a server that is not there.
        None if matches!(response.status(), 502..=504) => Failure::Offline,
        None => Failure::Unreadable { request_id },
    }
}

fn request_id(response: &Response) -> Option<String> {
    response.headers().get("x-request-id")
}

/// The name in a `Content-Disposition`: the extended form (RFC 5987) before the plain one.
fn file_name(disposition: &str) -> Option<String> {
    let parameter = |name: &str| {
        let mut parts = disposition.split(';').map(str::trim);
        parts.find_map(|part| part.strip_prefix(name))
    };
    let extended = parameter("filename*=").and_then(|value| value.strip_prefix("UTF-8''"));
    extended
        .and_then(unescaped)
        .or_else(|| parameter("filename=").map(|plain| plain.trim_matches('"').to_owned()))
        .filter(|name| !name.is_empty())
}

fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter().copied();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_chinese_name_is_read_from_the_extended_form() {
        let said = "attachment; filename=\"__1.jpg\"; filename*=UTF-8''%E7%85%A7%E7%89%871.jpg";
        assert_eq!(file_name(said).as_deref(), Some("照片1.jpg"));
        assert_eq!(
            file_name("attachment; filename=\"a.pdf\"").as_deref(),
            Some("a.pdf")
        );
        assert_eq!(file_name("attachment; filename*=UTF-8''%E7%8").as_deref(), None);
        assert_eq!(file_name(""), None);
    }
}
