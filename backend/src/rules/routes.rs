//! The regimes on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiPath, ApiQuery, RequestInfo},
    openapi::Routes,
    state::State,
};
use actix_web::{
    get,
    web::{Data, Json},
};
use anju_shared::{
    api::{
        deadlines::RegimePeriods,
        rules::{DivisionFilter, DivisionList, RegimeDetail, RegimeList},
    },
    problem::Problem,
    rules::RuleProfile,
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(list_regimes)
        .service(read_regime)
        .service(read_regime_version)
        .service(list_regime_periods)
        .service(read_profile)
        .service(list_divisions);
}

/// 规则集 · The regimes that come with Anju, and which of them is in force here.
#[utoipa::path(
    tag = "rules",
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "The regimes, the nation's first", body = RegimeList))
)]
#[get("/api/v1/regimes")]
pub(crate) async fn list_regimes(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Json<RegimeList>> {
    service::list(&state, &info, caller.0).await.map(Json)
}

/// 规则集 · One regime entry by entry: what it says, its clauses with their words, and whether it is the regime's own,
/// inherited, or stands in place of another. Keys are the same in all regimes, so that they can be laid side by side.
#[utoipa::path(
    tag = "rules",
    params(("regime" = String, Path, description = "Its id, as `WL`")),
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "The regime", body = RegimeDetail))
)]
#[get("/api/v1/regimes/{regime}")]
pub(crate) async fn read_regime(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    regime: ApiPath<String>,
) -> Result<Json<RegimeDetail>> {
    service::read(&state, &info, caller.0, &regime.0).await.map(Json)
}

/// 规则集 · One version of a regime entry by entry, in force or not, so that versions can be laid side by side.
#[utoipa::path(
    tag = "rules",
    params(
        ("regime" = String, Path, description = "Its id, as `WL`"),
        ("version" = u32, Path, description = "Its version"),
    ),
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "The regime as this version says it", body = RegimeDetail))
)]
#[get("/api/v1/regimes/{regime}/versions/{version}")]
pub(crate) async fn read_regime_version(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    path: ApiPath<(String, u32)>,
) -> Result<Json<RegimeDetail>> {
    let (regime, version) = path.0;
    service::version(&state, &info, caller.0, (&regime, version))
        .await
        .map(Json)
}

/// 行政区划 · The divisions of the nation down to counties, by code (GB/T 2260): those within one, or the provinces.
/// Streets and parks are regions of the rules in force.
#[utoipa::path(
    tag = "rules",
    params(DivisionFilter),
    security((), ("staff" = []), ("client" = [])),
    responses(
        (status = 200, description = "The division and those within it, each before its parts", body = DivisionList),
        (status = 422, description = "There is no such division", body = Problem, content_type = "application/problem+json"),
    )
)]
#[get("/api/v1/divisions")]
pub(crate) async fn list_divisions(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    filter: ApiQuery<DivisionFilter>,
) -> Result<Json<DivisionList>> {
    let within = filter.0.within;
    service::divisions(&state, &info, caller.0, within.as_deref())
        .await
        .map(Json)
}

/// 期限 · The periods of a regime with their articles, for the calculator to choose from.
#[utoipa::path(
    tag = "rules",
    params(("regime" = String, Path, description = "Its id, as `WL`")),
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "Its periods, in the order of the procedure", body = RegimePeriods))
)]
#[get("/api/v1/regimes/{regime}/periods")]
pub(crate) async fn list_regime_periods(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    regime: ApiPath<String>,
) -> Result<Json<RegimePeriods>> {
    service::periods(&state, &info, caller.0, &regime.0)
        .await
        .map(Json)
}

/// 办理规则 · The profile of a regime in one version, in force or not: a case is handled and explained by the one under
/// which it was accepted (TJ-23).
#[utoipa::path(
    tag = "rules",
    params(
        ("regime" = String, Path, description = "Its id, as `WL`"),
        ("version" = u32, Path, description = "Its version"),
    ),
    security((), ("staff" = []), ("client" = [])),
    responses((status = 200, description = "What the procedure works with", body = RuleProfile))
)]
#[get("/api/v1/regimes/{regime}/versions/{version}/profile")]
pub(crate) async fn read_profile(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    path: ApiPath<(String, u32)>,
) -> Result<Json<&'static RuleProfile>> {
    let (regime, version) = path.0;
    service::profile(&state, &info, caller.0, (&regime, version))
        .await
        .map(Json)
}
