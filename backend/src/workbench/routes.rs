//! The workbench on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiQuery, RequestInfo},
    openapi::Routes,
    state::State,
};
use actix_web::{
    get,
    web::{Data, Json},
};
use anju_shared::api::workbench::{Workbench, WorkbenchQuery};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config.service(read_workbench);
}

/// 工作台 · What waits for the caller, by urgency and with exact numbers, and what is to be done next.
#[utoipa::path(
    tag = "workbench",
    params(WorkbenchQuery),
    responses((status = 200, description = "The caller's work", body = Workbench)),
    security(("staff" = []))
)]
#[get("/api/v1/workbench")]
pub(crate) async fn read_workbench(
    state: Data<State>,
    caller: Caller,
    info: RequestInfo,
    query: ApiQuery<WorkbenchQuery>,
) -> Result<Json<Workbench>> {
    service::read(&state, caller.0, &info, query.0).await.map(Json)
}
