//! Forms in, for the one operation whose standard wants them (RFC 6749).

use super::{body, json::violation, params::nul};
use crate::{
    error::{Error, Result},
    state::State,
};
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, web::Data};
use anju_shared::problem::ProblemCode;
use serde::de::DeserializeOwned;
use std::{future::Future, pin::Pin};

/// A body of `application/x-www-form-urlencoded` of type `T`.
#[derive(Debug)]
pub struct ApiForm<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for ApiForm<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            if !request
                .content_type()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
            {
                return Err(Error::with(
                    ProblemCode::UnsupportedMediaType,
                    "请以 Content-Type: application/x-www-form-urlencoded 提交",
                    "Send it with Content-Type: application/x-www-form-urlencoded",
                ));
            }
            let limit = request
                .app_data::<Data<State>>()
                .map_or(256 << 10, |state| state.config.limits.json_bytes);
            if body::declared_length(request.headers()).is_some_and(|length| length > limit as u64) {
                return Err(body::too_large(limit));
            }
            parse(&body::read(&mut payload, limit).await?).map(Self)
        })
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    if bytes.contains(&0) || bytes.windows(3).any(|window| window == b"%00") {
        return Err(nul());
    }
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(bytes));
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let field = error.path().to_string();
        Error::Invalid(vec![violation(&field, &error.inner().to_string())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::api::session::TokenRequest;

    #[test]
    fn a_form_is_read_and_a_missing_field_is_named() {
        let read =
            parse::<TokenRequest>(b"grant_type=client_credentials&scope=a+b%3Ac&more=1").expect("a form");
        assert_eq!(read.scope.as_deref(), Some("a b:c"));
        for (body, code) in [
            (&b"scope=a"[..], "missing"),
            (b"grant_type=a%00", "nul"),
            (b"grant_type=\0", "nul"),
        ] {
            let Err(Error::Invalid(violations)) = parse::<TokenRequest>(body) else {
                panic!("{body:?}")
            };
            assert_eq!(violations[0].code, code);
        }
    }
}
