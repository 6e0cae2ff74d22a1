//! Versions on the wire: `ETag` out, `If-Match` in, so that nobody overwrites what they have not seen.

use crate::error::{Error, Result};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderValue, TryIntoHeaderPair},
};
use anju_shared::problem::ProblemCode;
use std::future::{Ready, ready};
use utoipa::{
    IntoParams,
    openapi::{
        Object, Required, Type,
        path::{Parameter, ParameterIn},
    },
};

/// The version of what is answered, as an `ETag` header: `.insert_header(Version(7))`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version(pub i64);

impl TryIntoHeaderPair for Version {
    type Error = header::InvalidHeaderValue;

    fn try_into_pair(self) -> Result<(header::HeaderName, HeaderValue), Self::Error> {
        HeaderValue::from_str(&format!("\"{}\"", self.0)).map(|value| (header::ETAG, value))
    }
}

/// The version that the caller read. Missing, it is 428; one that never was, 412.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub i64);

impl IfMatch {
    /// Says 412 unless `present` is what the caller read.
    ///
    /// # Errors
    /// [`ProblemCode::VersionMoved`].
    pub fn require(self, present: i64) -> Result<()> {
        if self.0 == present {
            Ok(())
        } else {
            Err(Error::of(ProblemCode::VersionMoved))
        }
    }
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let parameter = Parameter::builder()
            .name("If-Match")
            .parameter_in(ParameterIn::Header)
            .required(Required::True)
            .description(Some(
                "The version that was read: its `ETag`; `\"0\"` where something may be made by changing it",
            ))
            .schema(Some(Object::with_type(Type::String)));
        vec![parameter.build()]
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get(header::IF_MATCH) else {
            return ready(Err(Error::with(
                ProblemCode::VersionRequired,
                "请在 If-Match 中写明所读取的版本（ETag）",
                "Name the version that was read (its ETag) in If-Match",
            )));
        };
        let tag = value
            .to_str()
            .ok()
            .map(str::trim)
            .and_then(|text| text.strip_prefix('"')?.strip_suffix('"'));
        let version = tag.and_then(|digits| digits.parse().ok());
        ready(version.map(Self).ok_or(Error::of(ProblemCode::VersionMoved)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_change_names_the_version_it_read() {
        let read = |value: Option<&str>| {
            let request = TestRequest::default();
            let request = value
                .into_iter()
                .fold(request, |r, v| r.insert_header((header::IF_MATCH, v)));
            IfMatch::extract(&request.to_http_request())
                .into_inner()
                .map_err(|error| error.code())
        };
        assert_eq!(read(Some("\"7\"")), Ok(IfMatch(7)));
        assert_eq!(read(None), Err(ProblemCode::VersionRequired));
        for wrong in ["7", "W/\"7\"", "*", "\"x\"", "\"99999999999999999999\""] {
            assert_eq!(read(Some(wrong)), Err(ProblemCode::VersionMoved), "{wrong}");
        }
    }
}
