//! The calendar on the wire.

use super::service;
use crate::{
    auth::Caller,
    error::Result,
    http::{ApiJson, ApiPath, RequestInfo, Revalidated},
    openapi::Routes,
    state::State,
};
use actix_web::{
    get, post,
    web::{Data, Json},
};
use anju_shared::{
    api::calendar::{CalendarFile, CalendarPreview},
    calendar::{CalendarDocument, CalendarYear},
};

/// The routes of this feature.
pub(crate) fn routes(config: &mut Routes<'_>) {
    config
        .service(read_calendar)
        .service(read_calendar_year)
        .service(preview_calendar);
}

/// 工作日日历 · The calendar by which everything is counted, as far as it differs from plain weekdays and weekends. A
/// year that is not among `years` has no published arrangement: its days are those of the law, and what is counted
/// over it is provisional.
#[utoipa::path(
    tag = "calendar",
    security((), ("staff" = []), ("client" = [])),
    responses(
        (status = 200, description = "The calendar", body = CalendarDocument,
            headers(("ETag" = String, description = "What it is, for `If-None-Match`"))),
        (status = 304, description = "It is the one that the caller has",
            headers(("ETag" = String, description = "What it is"))),
    )
)]
#[get("/api/v1/calendar")]
pub(crate) async fn read_calendar(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
) -> Result<Revalidated<CalendarDocument>> {
    service::read(&state, &info, caller.0).await.map(Revalidated)
}

/// 工作日日历 · One year, from 2000 to 2100: the days that are not plain, how many are worked in each month, and whether
/// the arrangement is published.
#[utoipa::path(
    tag = "calendar",
    params(("year" = i32, Path, description = "Which, as `2027`")),
    security((), ("staff" = []), ("client" = [])),
    responses(
        (status = 200, description = "The year", body = CalendarYear,
            headers(("ETag" = String, description = "What it is, for `If-None-Match`"))),
        (status = 304, description = "It is the one that the caller has",
            headers(("ETag" = String, description = "What it is"))),
    )
)]
#[get("/api/v1/calendar/{year}")]
pub(crate) async fn read_calendar_year(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    year: ApiPath<i32>,
) -> Result<Revalidated<CalendarYear>> {
    service::year(&state, &info, caller.0, year.0)
        .await
        .map(Revalidated)
}

/// 预览导入 · What a file with an arrangement says, everything that is wrong or unusual with it, and which days it would
/// change. JSON, ICS and CSV are told apart by what is in them. Nothing is stored.
#[utoipa::path(
    tag = "calendar",
    request_body = CalendarFile,
    security(("staff" = [])),
    responses((status = 200, description = "What it says", body = CalendarPreview))
)]
#[post("/api/v1/calendar/preview")]
pub(crate) async fn preview_calendar(
    state: Data<State>,
    info: RequestInfo,
    caller: Caller,
    body: ApiJson<CalendarFile>,
) -> Result<Json<CalendarPreview>> {
    service::preview(&state, &info, caller.0, body.0).await.map(Json)
}
