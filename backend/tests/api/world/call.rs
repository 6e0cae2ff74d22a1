//! One call and its answer.

use super::World;
use anju_shared::problem::Problem;
use reqwest::{Method, RequestBuilder, header::HeaderMap};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::time::Duration;

/// A request that is being put together.
pub(crate) struct Call<'w> {
    world: &'w World,
    method: Method,
    path: String,
    request: RequestBuilder,
}

/// A stream of server-sent events.
pub(crate) struct Events {
    response: reqwest::Response,
    read: String,
}

impl Events {
    /// The next message, kind and data; nothing once the stream has ended. Comments are passed over.
    pub(crate) async fn next(&mut self) -> Option<(String, Value)> {
        loop {
            if let Some((message, rest)) = self.read.split_once("\n\n") {
                let (message, rest) = (message.to_owned(), rest.to_owned());
                self.read = rest;
                if let Some(message) = message.strip_prefix("event: ") {
                    let (kind, data) = message.split_once("\ndata: ").expect("a kind and data");
                    return Some((kind.to_owned(), serde_json::from_str(data).expect("JSON")));
                }
                continue;
            }
            let more = self
                .response
                .chunk()
                .await
                .expect("a stream that ends in order")?;
            self.read.push_str(std::str::from_utf8(&more).expect("text"));
        }
    }

    /// The next message, if one comes in time.
    pub(crate) async fn within(&mut self, patience: Duration) -> Option<(String, Value)> {
        tokio::time::timeout(patience, self.next()).await.ok()?
    }
}

/// What came back, already held against the contract.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl<'w> Call<'w> {
    pub(super) fn new(world: &'w World, method: Method, path: &str) -> Self {
        let url = format!("http://{}{path}", world.server.addr);
        let request = world.client.request(method.clone(), url);
        Self {
            world,
            method,
            path: path.to_owned(),
            request,
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub(crate) fn bearer(mut self, token: &str) -> Self {
        self.request = self.request.bearer_auth(token);
        self
    }

    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        self.request = self.request.json(body);
        self
    }

    pub(crate) fn form(mut self, body: &impl Serialize) -> Self {
        self.request = self.request.form(body);
        self
    }

    pub(crate) fn multipart(mut self, form: reqwest::multipart::Form) -> Self {
        self.request = self.request.multipart(form);
        self
    }

    /// Any bytes as a body of any type.
    pub(crate) fn raw(mut self, media_type: &str, body: impl Into<reqwest::Body>) -> Self {
        self.request = self.request.header("content-type", media_type).body(body);
        self
    }

    /// Sends, and checks the answer against the OpenAPI document.
    pub(crate) async fn send(self) -> Answer {
        let path = self.path.split('?').next().unwrap_or_default().to_owned();
        let response = self
            .request
            .send()
            .await
            .unwrap_or_else(|error| panic!("{} {path}: {error}", self.method));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let mut answer = Answer {
            status,
            headers,
            body: Vec::new(),
        };
        // A stream has no end to wait for.
        if answer.header("content-type") != "text/event-stream" {
            answer.body = response.bytes().await.expect("a whole body").to_vec();
        }
        self.world.contract.check(&self.method, &path, &answer);
        answer
    }

    /// Sends, and goes on reading as long as the server speaks.
    pub(crate) async fn listen(self) -> Events {
        let response = self.request.send().await.expect("an answer");
        assert_eq!(response.status(), 200, "{}", self.path);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let read = String::new();
        Events { response, read }
    }
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        self.parse()
    }

    /// The body as what it should be.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The problem that was answered.
    pub(crate) fn problem(&self) -> Problem {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.text()
        );
        self.parse()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a plain header"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The answer, if its status is this one.
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}
