//! Saved views on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::{Error, Result},
    http::{ApiJson, ApiPath, RequestInfo},
    openapi::Routes,
    state::State,
};
use actix_web::{HttpResponse, delete, get, post, put, web::Data};
use anju_shared::{
    api::views::{View, ViewBody, ViewList, ViewOrder},
    ids::ViewId,
    problem::Problem,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_views)
        .service(create_view)
        .service(order_views)
        .service(change_view)
        .service(delete_view);
}

/// 我的视图 · The views that the caller saved, in the caller's order.
#[utoipa::path(
    tag = "views",
    responses((status = 200, description = "The own views", body = ViewList)),
    security(("staff" = []))
)]
#[get("/api/v1/views")]
pub(crate) async fn list_views(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
) -> Result<HttpResponse> {
    let views = service::list(&state, caller.0, &info).await?;
    Ok(HttpResponse::Ok().json(ViewList { views }))
}

/// 保存视图 · Save a view: a name, a query, the columns. It stands last.
#[utoipa::path(
    tag = "views",
    request_body = ViewBody,
    responses(
        (status = 201, description = "Saved", body = View, headers(("Location" = String, description = "The view"))),
        (status = 409, description = "As many views as one person may keep", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The name is empty, too long, or has a control character", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[post("/api/v1/views")]
pub(crate) async fn create_view(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    body: ApiJson<ViewBody>,
) -> Result<HttpResponse> {
    let parsed = body.0.parse().map_err(Error::Invalid)?;
    let view = service::create(&state, caller.0, &info, &parsed).await?;
    Ok(HttpResponse::Created()
        .insert_header(("Location", format!("/api/v1/views/{}", view.id)))
        .json(view))
}

/// 视图排序 · Put the own views into this order.
#[utoipa::path(
    tag = "views",
    request_body = ViewOrder,
    responses(
        (status = 200, description = "The own views in their new order", body = ViewList),
        (status = 422, description = "It does not name every own view once", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[put("/api/v1/views")]
pub(crate) async fn order_views(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    body: ApiJson<ViewOrder>,
) -> Result<HttpResponse> {
    let views = service::order(&state, caller.0, &info, &body.0.views).await?;
    Ok(HttpResponse::Ok().json(ViewList { views }))
}

/// 修改视图 · Give a view another name, query and columns.
#[utoipa::path(
    tag = "views",
    params(("id" = ViewId, Path, description = "The view")),
    request_body = ViewBody,
    responses(
        (status = 200, description = "Changed", body = View),
        (status = 422, description = "The name is empty, too long, or has a control character", body = Problem, content_type = "application/problem+json"),
    ),
    security(("staff" = []))
)]
#[put("/api/v1/views/{id}")]
pub(crate) async fn change_view(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<ViewId>,
    body: ApiJson<ViewBody>,
) -> Result<HttpResponse> {
    let parsed = body.0.parse().map_err(Error::Invalid)?;
    let view = service::change(&state, caller.0, &info, id.0, &parsed).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// 删除视图 · Forget a view.
#[utoipa::path(
    tag = "views",
    params(("id" = ViewId, Path, description = "The view")),
    responses((status = 204, description = "Forgotten")),
    security(("staff" = []))
)]
#[delete("/api/v1/views/{id}")]
pub(crate) async fn delete_view(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    id: ApiPath<ViewId>,
) -> Result<HttpResponse> {
    service::delete(&state, caller.0, &info, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}
