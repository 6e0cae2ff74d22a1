//! The OpenAPI document: what the routes say of themselves, completed by what the edge does to all of them.
//!
//! A handler documents its successes and its own refusals. The failures that any request can meet are
//! added here, by one rule for all operations, so none can be forgotten.

use actix_web::{dev::HttpServiceFactory, web::ServiceConfig};
use anju_shared::problem::{Problem, ProblemCode};
use serde_json::{Map, Value, json};
use utoipa::{OpenApi, ToSchema as _};
use utoipa_actix_web::OpenApiFactory;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "安举 Anju",
        description = "安全生产举报办理接口。所有失败均以 application/problem+json（RFC 9457）应答。\n\n\
            The reporting of work-safety hazards and its handling. Every failure is answered as \
            application/problem+json (RFC 9457) with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(Problem))
)]
struct Base;

/// The document before routes are added.
#[must_use]
pub fn base() -> utoipa::openapi::OpenApi {
    Base::openapi()
}

/// Where features put their routes. The document takes down what each says of itself; a worker only serves them,
/// for the descriptions of all schemas of all routes would cost it megabytes.
pub struct Routes<'a> {
    served: &'a mut ServiceConfig,
    document: Option<&'a mut utoipa::openapi::OpenApi>,
}

impl<'a> Routes<'a> {
    /// Routes to serve.
    pub const fn to_serve(served: &'a mut ServiceConfig) -> Self {
        Self {
            served,
            document: None,
        }
    }

    /// Routes to describe in this document.
    pub const fn to_describe(
        served: &'a mut ServiceConfig,
        document: &'a mut utoipa::openapi::OpenApi,
    ) -> Self {
        Self {
            served,
            document: Some(document),
        }
    }

    /// Adds a handler.
    pub fn service(&mut self, handler: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        if let Some(document) = &mut self.document {
            let mut schemas = Vec::new();
            handler.schemas(&mut schemas);
            document.paths.merge(handler.paths());
            document
                .components
                .get_or_insert_default()
                .schemas
                .extend(schemas);
        }
        self.served.service(handler);
        self
    }
}

/// Completes what the routes said.
#[must_use]
pub fn complete(document: &utoipa::openapi::OpenApi) -> Value {
    let mut document = serde_json::to_value(document).unwrap_or_default();
    document["components"]["securitySchemes"] = security_schemes();
    document["components"]["responses"] = ProblemCode::ALL
        .iter()
        .map(|code| (code.as_str(), response(*code)))
        .collect::<Map<_, _>>()
        .into();
    for operation in operations(&mut document) {
        for code in failures(operation) {
            let status = crate::http::problem::status(code).as_u16().to_string();
            let reference = json!({ "$ref": format!("#/components/responses/{}", code.as_str()) });
            if let Some(responses) = operation["responses"].as_object_mut() {
                responses.entry(status).or_insert(reference);
            }
        }
        if let Some(responses) = operation["responses"].as_object_mut() {
            responses.sort_keys();
        }
    }
    document
}

fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let paths = document["paths"]
        .as_object_mut()
        .into_iter()
        .flat_map(|paths| paths.values_mut());
    let items = paths.filter_map(Value::as_object_mut);
    items.flat_map(|item| {
        item.iter_mut()
            .filter(|(key, _)| is_method(key))
            .map(|(_, operation)| operation)
    })
}

fn is_method(key: &str) -> bool {
    ["get", "put", "post", "patch", "delete"].contains(&key)
}

/// What an operation can fail with, judged by what it takes.
fn failures(operation: &Value) -> Vec<ProblemCode> {
    use ProblemCode as P;
    let mut codes = vec![
        P::Malformed,
        P::TimedOut,
        P::TooManyRequests,
        P::Internal,
        P::Unavailable,
    ];
    let parameters = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
    let takes = |place: &str| parameters.iter().any(|parameter| parameter["in"] == place);
    if operation.get("requestBody").is_some() {
        codes.extend([P::TooLarge, P::UnsupportedMediaType, P::Invalid]);
    }
    if takes("query") {
        codes.push(P::Invalid);
    }
    if takes("path") {
        codes.push(P::NotFound);
    }
    if parameters.iter().any(|parameter| {
        parameter["name"]
            .as_str()
            .is_some_and(|n| n.eq_ignore_ascii_case("if-match"))
    }) {
        codes.extend([P::VersionMoved, P::VersionRequired]);
    }
    if operation["security"]
        .as_array()
        .is_some_and(|security| !security.is_empty())
    {
        codes.extend([P::Unauthenticated, P::Forbidden]);
    }
    codes
}

fn response(code: ProblemCode) -> Value {
    use anju_shared::problem::Language;
    let title = format!("{} · {}", code.title(Language::Zh), code.title(Language::En));
    let schema = json!({ "$ref": format!("#/components/schemas/{}", Problem::name()) });
    let mut response = json!({
        "description": title,
        "content": { crate::http::problem::MEDIA_TYPE: { "schema": schema } },
    });
    if matches!(code, ProblemCode::TooManyRequests | ProblemCode::Unavailable) {
        let description = "Seconds after which to try again";
        response["headers"] =
            json!({ "Retry-After": { "description": description, "schema": { "type": "integer" } } });
    }
    response
}

fn security_schemes() -> Value {
    json!({
        "staff": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "工作人员登录后取得的访问令牌，数分钟有效 · Access token of a member of staff, valid for minutes",
        },
        "refresh": {
            "type": "apiKey",
            "in": "cookie",
            "name": crate::auth::routes::COOKIE,
            "description": "登录后置于 Cookie 的续期令牌，每次使用即更换 · Refresh token in a cookie, replaced at each use",
        },
        "client": {
            "type": "oauth2",
            "description": "第三方系统，客户端凭据方式 · Third-party systems, client credentials",
            "flows": { "clientCredentials": { "tokenUrl": "/oauth/token", "scopes": {
                "reports:submit": "提交举报及附件 · Submit reports and their files",
                "reports:status": "查询本系统所提交举报的状态 · Ask for the status of reports submitted by this client",
            } } },
        },
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_operation_documents_what_any_request_can_meet() {
        let document = crate::app::openapi();
        let paths = document["paths"].as_object().expect("paths");
        assert!(paths.contains_key("/healthz"));
        for (path, item) in paths {
            for (method, operation) in item.as_object().expect("an item") {
                assert!(operation["operationId"].is_string(), "{method} {path}");
                for status in ["429", "500", "503"] {
                    assert!(
                        operation["responses"].get(status).is_some(),
                        "{method} {path} {status}"
                    );
                }
            }
        }
    }
}
