//! Cases as a whole: their list, and entering a new one. What is done with one case stands beside this file.

use super::{Client, Failure};
use anju_shared::api::{
    cases::{CaseFilter, CasePage, RegisteredCase},
    reports::ReportBody,
};

/// A page of the cases that the caller may know of: `GET /cases`.
///
/// # Errors
/// `invalid` if the cursor belongs to another order.
pub async fn list_cases(client: &Client, filter: &CaseFilter) -> Result<CasePage, Failure> {
    client
        .get("/cases")
        .query_some("stage", filter.stage)
        .query_some("open", filter.open)
        .query_some("urgency", filter.urgency)
        .query_some("region", filter.region.as_ref())
        .query_some("industry", filter.industry.as_ref())
        .query_some("channel", filter.channel.as_ref())
        .query_some("q", filter.q.as_ref())
        .query_some("order", filter.order.map(|order| order.code()))
        .query_some("after", filter.after.as_ref())
        .query_some("limit", filter.limit)
        .send()
        .await
        .map(|answer| answer.body)
}

/// Enters a report that came by telephone, letter or visit: `POST /cases`.
///
/// # Errors
/// `invalid` with every field that is not as it should be.
pub async fn register_case(client: &Client, body: &ReportBody) -> Result<RegisteredCase, Failure> {
    client
        .post("/cases")
        .json(body)
        .send()
        .await
        .map(|answer| answer.body)
}
