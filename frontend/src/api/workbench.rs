//! What waits for the person who is signed in.

use super::{Client, Failure};
use anju_shared::api::workbench::{Workbench, WorkbenchQuery};

/// The own work by urgency, with exact numbers: `GET /workbench`.
///
/// # Errors
/// `forbidden` for whoever sees no case.
pub async fn read_workbench(client: &Client, query: &WorkbenchQuery) -> Result<Workbench, Failure> {
    client
        .get("/workbench")
        .query_some("work", query.work.map(|work| work.code()))
        .query_some("limit", query.limit)
        .send()
        .await
        .map(|answer| answer.body)
}
