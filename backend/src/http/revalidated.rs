//! Answers that everybody may keep and ask for again: `ETag` out, `If-None-Match` in.

use actix_web::{
    HttpRequest, HttpResponse, Responder,
    body::BoxBody,
    http::header::{self, CacheControl, CacheDirective, ContentType, EntityTag, Header as _, IfNoneMatch},
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// An answer for everybody that changes seldom: kept copies are asked about before they are used, and the answer is
/// empty if the caller has the present one.
#[derive(Clone, Debug)]
pub struct Revalidated<T>(pub T);

impl<T: Serialize> Responder for Revalidated<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let body = match serde_json::to_vec(&self.0) {
            Ok(body) => body,
            Err(error) => return actix_web::Error::from(error).into(),
        };
        // Weak: the same answer may travel compressed or not.
        let tag = EntityTag::new_weak(hex::encode(&Sha256::digest(&body)[..16]));
        let mut response = if is_known(request, &tag) {
            HttpResponse::NotModified()
        } else {
            HttpResponse::Ok()
        };
        response
            .insert_header(header::ETag(tag.clone()))
            .insert_header(CacheControl(vec![
                CacheDirective::Public,
                CacheDirective::NoCache,
            ]));
        if is_known(request, &tag) {
            return response.finish();
        }
        response.insert_header(ContentType::json()).body(body)
    }
}

/// Whether the caller says that it has this one.
fn is_known(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|one| one.weak_eq(tag)),
        Err(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::{http::StatusCode, test::TestRequest};

    fn answer(body: &str, known: Option<&str>) -> HttpResponse {
        let request = known.into_iter().fold(TestRequest::default(), |request, tag| {
            request.insert_header((header::IF_NONE_MATCH, tag))
        });
        Revalidated(body).respond_to(&request.to_http_request())
    }

    fn tag(response: &HttpResponse) -> &str {
        let tag = response.headers().get(header::ETAG).expect("a tag");
        tag.to_str().expect("a text")
    }

    #[test]
    fn who_has_the_present_answer_is_told_so() {
        let first = answer("甲", None);
        assert_eq!(first.status(), StatusCode::OK);
        let known = format!("\"other\", {}", tag(&first));
        let again = answer("甲", Some(&known));
        assert_eq!(
            (again.status(), tag(&again)),
            (StatusCode::NOT_MODIFIED, tag(&first))
        );
        for stale in [tag(&first), "x", "\"", ""] {
            assert_eq!(answer("乙", Some(stale)).status(), StatusCode::OK);
        }
    }
}
