//! Units and rules on the wire: what forms choose from.

use super::service;
use crate::{auth::Caller, error::Result, http::RequestInfo, openapi::Routes, state::State};
use actix_web::{
    get,
    web::{Data, Json},
};
use anju_shared::{api::directory::UnitList, rules::RuleProfile};

/// Units and rules.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config.service(list_units).service(read_rules);
}

/// Every unit that gets work.
#[utoipa::path(
    tag = "units",
    security(("staff" = [])),
    responses((status = 200, description = "The units, by code", body = UnitList))
)]
#[get("/api/v1/units")]
pub(crate) async fn list_units(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<UnitList>> {
    service::list(&state, &info, caller.0).await.map(Json)
}

/// The rules in force: periods with their clauses, and the dictionaries that forms choose from.
#[utoipa::path(
    tag = "units",
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "The rule profile in force for new acceptances", body = RuleProfile))
)]
#[get("/api/v1/rules")]
pub(crate) async fn read_rules(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<&'static RuleProfile>> {
    service::rules(&state, &info, caller.0).await.map(Json)
}
