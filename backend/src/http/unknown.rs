//! What no route took: a wrong method is 405 with `Allow`, a page of a browser app is served, the rest is 404.

use super::problem::Pending;
use crate::{
    error::{Error, Result},
    state::State,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method,
        header::{self, HeaderValue},
    },
    web::Data,
};
use anju_shared::problem::ProblemCode;
use serde_json::Value;
use std::rc::Rc;

/// Paths of the API with the methods that they have, as the OpenAPI document lists them.
pub struct KnownPaths(Vec<(Vec<String>, String)>);

impl KnownPaths {
    /// Reads them off the document.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        let paths = document["paths"].as_object().into_iter().flatten();
        Self(
            paths
                .map(|(path, item)| (segments(path), methods(item)))
                .collect(),
        )
    }

    /// The methods of this path, as `Allow` lists them, if it is one of the API.
    #[must_use]
    pub fn allow(&self, path: &str) -> Option<&str> {
        let asked = segments(path);
        let fits = |known: &[String]| {
            known.len() == asked.len()
                && known
                    .iter()
                    .zip(&asked)
                    .all(|(known, asked)| known.starts_with('{') || known == asked)
        };
        // A path without variables is listed apart from one that would take it as a variable.
        let mut matching = self.0.iter().filter(|(known, _)| fits(known)).collect::<Vec<_>>();
        matching.sort_by_key(|(known, _)| known.iter().filter(|segment| segment.starts_with('{')).count());
        matching.first().map(|(_, methods)| methods.as_str())
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').map(str::to_owned).collect()
}

fn methods(item: &Value) -> String {
    let names = ["get", "post", "put", "patch", "delete"];
    let present = names.iter().filter(|name| item.get(name).is_some());
    present
        .map(|name| name.to_ascii_uppercase())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The service behind all others.
///
/// # Errors
/// 404, unless one of the browser apps has such a page.
pub async fn unknown(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    if let Some(response) = wrong_method(&state, &request) {
        return Ok(response);
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let of_api = ["/api/", "/oauth/", "/docs/"]
        .iter()
        .any(|prefix| request.path().starts_with(prefix));
    if reads && !of_api {
        return state.apps.serve(&request).await;
    }
    Err(Error::not_found())
}

/// 405 with `Allow`, if the API has this path with other methods than that of the request.
pub(super) fn wrong_method(state: &State, request: &HttpRequest) -> Option<HttpResponse> {
    let allow = state.known_paths.allow(request.path())?;
    if allow
        .split(", ")
        .any(|method| method == request.method().as_str())
    {
        return None;
    }
    let mut response = HttpResponse::MethodNotAllowed().finish();
    if let Ok(allow) = HeaderValue::from_str(allow) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    let error = Error::of(ProblemCode::MethodNotAllowed);
    response.extensions_mut().insert(Pending(Rc::new(error)));
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_known_by_its_template() {
        let document = serde_json::json!({"paths": {
            "/api/v1/cases": {"get": {}, "post": {}},
            "/api/v1/cases/{id}": {"get": {}},
            "/api/v1/cases/summary": {"delete": {}},
        }});
        let known = KnownPaths::of(&document);
        assert_eq!(known.allow("/api/v1/cases"), Some("GET, POST"));
        assert_eq!(known.allow("/api/v1/cases/7"), Some("GET"));
        assert_eq!(known.allow("/api/v1/cases/summary"), Some("DELETE"));
        assert_eq!(known.allow("/api/v1/cases/7/x"), None);
        assert_eq!(known.allow("/"), None);
    }
}
