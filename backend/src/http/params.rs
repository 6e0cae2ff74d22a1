//! Query and path in. A query that does not fit is 422; a path that does not fit names nothing, so 404.

use super::json::violation;
use crate::error::{Error, Result};
use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use anju_shared::problem::{Bilingual, Violation};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};

/// The query of a request as type `T`.
#[derive(Debug)]
pub struct ApiQuery<T>(pub T);

impl<T: DeserializeOwned> FromRequest for ApiQuery<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(query(request.query_string()).map(Self))
    }
}

fn query<T: DeserializeOwned>(text: &str) -> Result<T> {
    if text.contains("%00") {
        return Err(nul());
    }
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let field = error.path().to_string();
        Error::Invalid(vec![violation(&field, &error.inner().to_string())])
    })
}

/// The variable parts of a path as type `T`.
#[derive(Debug)]
pub struct ApiPath<T>(pub T);

impl<T: DeserializeOwned> FromRequest for ApiPath<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if request.path().contains("%00") {
            return ready(Err(Error::not_found()));
        }
        let parsed = web::Path::<T>::from_request(request, payload).into_inner();
        ready(
            parsed
                .map(|path| Self(path.into_inner()))
                .map_err(|_| Error::not_found()),
        )
    }
}

/// U+0000 is in no text that people write, and PostgreSQL cannot keep it.
pub(super) fn nul() -> Error {
    let message = Bilingual::new(
        "文字中不得含有空字符（U+0000）",
        "Texts must not contain the character U+0000",
    );
    Error::Invalid(vec![Violation::new("", "nul", message)])
}
