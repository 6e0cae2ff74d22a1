//! JSON in: what cannot be read is 400, what does not fit is 422 with the path of the field.

use super::body;
use crate::{
    error::{Error, Result},
    state::State,
};
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, web};
use anju_shared::problem::{Bilingual, ProblemCode, Violation};
use serde::de::DeserializeOwned;
use std::{future::Future, pin::Pin};

/// A JSON body of type `T`.
#[derive(Debug)]
pub struct ApiJson<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for ApiJson<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            read(&request, &mut payload)
                .await
                .and_then(|bytes| parse(&bytes))
                .map(Self)
        })
    }
}

async fn read(request: &HttpRequest, payload: &mut Payload) -> Result<web::Bytes> {
    let media_type = request.content_type();
    let is_json = media_type.eq_ignore_ascii_case("application/json");
    if !is_json {
        return Err(Error::with(
            ProblemCode::UnsupportedMediaType,
            "请以 Content-Type: application/json 提交",
            "Send it with Content-Type: application/json",
        ));
    }
    let state = request.app_data::<web::Data<State>>();
    let limit = state.map_or(256 << 10, |state| state.config.limits.json_bytes);
    if body::declared_length(request.headers()).is_some_and(|length| length > limit as u64) {
        return Err(body::too_large(limit));
    }
    body::read(payload, limit).await
}

/// Parses a whole body; what follows the value is an error.
///
/// # Errors
/// [`ProblemCode::Malformed`] when it is not JSON, [`Error::Invalid`] when it is not a `T`.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    if names_nul(bytes) {
        return Err(super::params::nul());
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let field = error.path().to_string();
        explain(&field, error.inner())
    })?;
    json.end().map_err(|error| explain("", &error))?;
    // serde would take the fields of an object from an array too, by their order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Error::Invalid(vec![violation("", "expected an object")]));
    }
    Ok(value)
}

/// Whether a string holds U+0000, which no text of a report needs and PostgreSQL cannot keep. Raw it is no
/// JSON at all; escaped it is `\u0000` behind an even number of backslashes.
fn names_nul(bytes: &[u8]) -> bool {
    bytes.windows(6).enumerate().any(|(at, window)| {
        window == b"\\u0000"
            && bytes[..at]
                .iter()
                .rev()
                .take_while(|byte| **byte == b'\\')
                .count()
                % 2
                == 0
    })
}

fn explain(field: &str, error: &serde_json::Error) -> Error {
    if !error.is_data() {
        let (line, column) = (error.line(), error.column());
        return Error::with(
            ProblemCode::Malformed,
            format!("第 {line} 行第 {column} 列不是有效的 JSON"),
            format!("Line {line}, column {column} is not valid JSON"),
        );
    }
    Error::Invalid(vec![violation(field, &error.to_string())])
}

/// What a deserializer said, as a violation. The rejected value is not repeated.
pub(super) fn violation(field: &str, said: &str) -> Violation {
    let field = if field == "." { "" } else { field };
    let quoted = said.split('`').nth(1).unwrap_or_default();
    if said.starts_with("missing field") {
        let path = if field.is_empty() {
            quoted.to_owned()
        } else {
            format!("{field}.{quoted}")
        };
        return Violation::new(
            path,
            "missing",
            Bilingual::new("缺少该字段", "This field is missing"),
        );
    }
    if said.starts_with("unknown field") {
        return Violation::new(
            field,
            "unknown",
            Bilingual::new("没有这一字段", "There is no such field"),
        );
    }
    let expected = said
        .split("expected ")
        .nth(1)
        .and_then(|rest| rest.split(" at line").next());
    let (zh, en) = match expected {
        Some(expected) => (format!("应为 {expected}"), format!("Expected {expected}")),
        None => ("内容不符合要求".to_owned(), "Not as it should be".to_owned()),
    };
    Violation::new(field, "wrong_type", Bilingual::new(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Report {
        #[expect(dead_code, reason = "read by the parser only")]
        title: String,
        #[expect(dead_code, reason = "read by the parser only")]
        people: Vec<Person>,
    }

    #[derive(Debug, Deserialize)]
    struct Person {
        #[expect(dead_code, reason = "read by the parser only")]
        age: u8,
    }

    fn outcome(body: &[u8]) -> (ProblemCode, Vec<(String, &'static str)>) {
        match parse::<Report>(body).expect_err("a wrong body") {
            Error::Invalid(all) => (
                ProblemCode::Invalid,
                all.into_iter().map(|v| (v.field, v.code)).collect(),
            ),
            other => (other.code(), Vec::new()),
        }
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        let deep = br#"{"a":"#.repeat(20_000);
        for body in [
            &b""[..],
            b"{",
            b"{\"title\":\"x\",\"people\":[]}x",
            b"\xff",
            b"{\"title\":\"\xc3\x28\"}",
            b"{\"title\":\"\\ud800\"}",
            &deep,
        ] {
            assert_eq!(
                outcome(body).0,
                ProblemCode::Malformed,
                "{}",
                String::from_utf8_lossy(&body[..body.len().min(40)])
            );
        }
    }

    #[test]
    fn what_does_not_fit_names_its_field() {
        for (body, field, code) in [
            (r#"{"title":"x"}"#, "people", "missing"),
            (r#"{"title":1,"people":[]}"#, "title", "wrong_type"),
            (
                r#"{"title":"x","people":[{"age":1},{"age":300}]}"#,
                "people[1].age",
                "wrong_type",
            ),
            (r#"{"title":"x","people":[{}]}"#, "people[0].age", "missing"),
            (r#"{"title":"a\u0000b","people":[]}"#, "", "nul"),
            (r#"["x",[]]"#, "", "wrong_type"),
        ] {
            assert_eq!(
                outcome(body.as_bytes()),
                (ProblemCode::Invalid, vec![(field.to_owned(), code)]),
                "{body}"
            );
        }
    }

    #[test]
    fn an_escaped_backslash_before_u0000_is_no_nul() {
        assert!(!names_nul(br#""\\u0000""#));
        assert!(names_nul(br#""\\\u0000""#));
    }
}
