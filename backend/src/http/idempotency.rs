//! `Idempotency-Key`: the name that a caller gives to a request, so that sending it again does nothing twice.

use crate::error::{Error, Result};
use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder, dev::Payload};
use anju_shared::problem::{Bilingual, Violation};
use std::{
    fmt,
    future::{Ready, ready},
    ops::RangeInclusive,
};
use utoipa::{
    IntoParams,
    openapi::{
        Object, Required, Type,
        path::{Parameter, ParameterIn},
    },
};
use zeroize::Zeroizing;

/// Name of the header.
const HEADER: &str = "Idempotency-Key";
/// Name of the header of an answer that was given before.
const REPLAYED: &str = "Idempotent-Replayed";
/// How long a key may be. A random one of 128 bits is wise: it also locks the answer that is kept.
const LENGTH: RangeInclusive<usize> = 8..=128;

/// The key of a request, if it has one.
pub struct IdempotencyKey(Option<Zeroizing<String>>);

impl IdempotencyKey {
    /// The key, if there is one.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        self.0.as_ref().map(|key| key.as_str())
    }
}

/// The key of a request that may not come without one.
pub struct RequiredKey(Zeroizing<String>);

impl RequiredKey {
    /// The key.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.0
    }
}

impl FromRequest for RequiredKey {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = read(request).and_then(|key| key.ok_or_else(|| wrong("missing")));
        ready(key.map(Self))
    }
}

impl FromRequest for IdempotencyKey {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self))
    }
}

fn read(request: &HttpRequest) -> Result<Option<Zeroizing<String>>> {
    let mut values = request.headers().get_all(HEADER);
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => match value.to_str() {
            Ok(text) if is_key(text) => Ok(Some(Zeroizing::new(text.to_owned()))),
            _ => Err(wrong("malformed")),
        },
        (Some(_), Some(_)) => Err(wrong("twice")),
    }
}

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter(Required::False)]
    }
}

impl IntoParams for RequiredKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter(Required::True)]
    }
}

fn parameter(required: Required) -> Parameter {
    let (least, most) = (*LENGTH.start(), *LENGTH.end());
    let key = Object::builder()
        .schema_type(Type::String)
        .min_length(Some(least))
        .max_length(Some(most))
        .pattern(Some("^[!-~]*$"));
    Parameter::builder()
        .name(HEADER)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(format!(
            "Names this request, so that sending it again does nothing twice: {least} to {most} visible ASCII characters, such as a random UUID"
        )))
        .schema(Some(key))
        .build()
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey(…)")
    }
}

/// 201, said to be a repetition if it is one.
#[must_use]
pub fn created(replayed: bool) -> HttpResponseBuilder {
    let mut response = HttpResponse::Created();
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    response
}

fn is_key(text: &str) -> bool {
    LENGTH.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn wrong(code: &'static str) -> Error {
    let (least, most) = (LENGTH.start(), LENGTH.end());
    let message = Bilingual::new(
        format!(
            "请在请求头 {HEADER} 中给出一个 {least} 至 {most} 位的可见 ASCII 字符串（如随机 UUID），重试时不变"
        ),
        format!(
            "Send one {HEADER} of {least} to {most} visible ASCII characters, such as a random UUID, the same when trying again"
        ),
    );
    Error::Invalid(vec![Violation::new(HEADER, code, message)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_key_has_8_to_128_visible_characters() {
        let read = |value: &str| {
            let request = TestRequest::default()
                .insert_header((HEADER, value))
                .to_http_request();
            IdempotencyKey::extract(&request)
                .into_inner()
                .map(|key| key.given().map(str::to_owned))
        };
        for right in [
            "12345678",
            "0b5c0e0e-8d1e-4c5c-b0c3-6f8e9f2f9f11",
            &"x".repeat(128),
        ] {
            assert_eq!(read(right).expect("a key").as_deref(), Some(right));
        }
        for wrong in ["1234567", "with space", "键键键键键键键键", &"x".repeat(129), ""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn no_key_is_none_and_two_are_one_too_many() {
        let none = TestRequest::default().to_http_request();
        assert_eq!(
            IdempotencyKey::extract(&none)
                .into_inner()
                .expect("no key")
                .given(),
            None
        );
        let two = TestRequest::default()
            .append_header((HEADER, "12345678"))
            .append_header((HEADER, "12345678"));
        assert!(
            IdempotencyKey::extract(&two.to_http_request())
                .into_inner()
                .is_err()
        );
    }
}
