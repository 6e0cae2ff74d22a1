//! The features put together: their routes, the document that follows from them, and the edge around all.
//!
//! Start with [`features`]: a feature is served and documented because it stands there, and only then.

use crate::{
    audit, auth, calendar, cases, deadlines, drafts,
    error::{Error, Result},
    exports, files, health,
    http::{edge, unknown},
    liaison, live, messages,
    openapi::{self, Routes},
    people, public, reports, revisions, rules,
    state::State,
    units, views, workbench,
};
use actix_web::{
    App, HttpResponse,
    body::BoxBody,
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    http::header,
    middleware,
    web::{self, Bytes, Data},
};
use serde_json::Value;
use std::sync::Arc;
use utoipa_swagger_ui as swagger;

/// Every feature's routes.
fn features(routes: &mut Routes<'_>) {
    auth::routes::routes(routes);
    cases::routes::routes(routes);
    views::routes::routes(routes);
    exports::routes::routes(routes);
    files::routes::routes(routes);
    messages::routes::routes(routes);
    reports::routes::routes(routes);
    public::routes::routes(routes);
    deadlines::routes::routes(routes);
    units::routes::routes(routes);
    rules::routes::routes(routes);
    revisions::routes::routes(routes);
    calendar::routes::routes(routes);
    drafts::routes::routes(routes);
    people::routes::routes(routes);
    live::routes::routes(routes);
    workbench::routes::routes(routes);
    liaison::routes::routes(routes);
    audit::routes::routes(routes);
    health::routes(routes);
}

/// The OpenAPI document of the routes.
#[must_use]
pub fn openapi() -> Value {
    let mut document = openapi::base();
    let _ = App::new().configure(|served| features(&mut Routes::to_describe(served, &mut document)));
    openapi::complete(&document)
}

/// The document as text that is the same in every run, for the file in the repository.
#[must_use]
pub fn openapi_text() -> String {
    serde_json::to_string_pretty(&openapi()).unwrap_or_default() + "\n"
}

/// The application as one worker runs it.
pub(crate) fn build(
    state: Data<State>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    App::new()
        .configure(|served| features(&mut Routes::to_serve(served)))
        .app_data(state)
        .app_data(Data::from(Arc::new(swagger::Config::from("/openapi.json"))))
        .route("/openapi.json", web::get().to(document))
        .route("/docs", web::get().to(docs_index))
        .route("/docs/{file:.*}", web::get().to(docs))
        .default_service(web::to(unknown::unknown))
        .wrap(middleware::from_fn(edge::edge))
}

/// Makes ring the provider of TLS for this process; a second call changes nothing.
pub fn choose_tls_provider() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

async fn document(state: Data<State>) -> HttpResponse {
    let document: Bytes = state.document.clone();
    HttpResponse::Ok().content_type("application/json").body(document)
}

async fn docs_index() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((header::LOCATION, "/docs/"))
        .finish()
}

/// The reader page of the document, from this program: it needs no internet.
async fn docs(file: web::Path<String>, config: Data<swagger::Config<'static>>) -> Result<HttpResponse> {
    let Ok(Some(file)) = swagger::serve(&file, config.into_inner()) else {
        return Err(Error::not_found());
    };
    let mut answer = HttpResponse::Ok();
    Ok(answer
        .content_type(file.content_type)
        .body(file.bytes.into_owned()))
}
