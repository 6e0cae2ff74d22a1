//! What waits for the person who is signed in.

use super::{Asked, Client};
use anju_shared::api::workbench::{Workbench, WorkbenchQuery};

/// The own work by urgency, with exact numbers: `GET /workbench`.
///
/// # Errors
/// `forbidden` for whoever sees no case.
pub fn read_workbench(client: &Client, query: &WorkbenchQuery) -> Asked<Workbench> {
    client
        .get("/workbench")
        .query_some("work", query.work.map(|work| work.code()))
        .query_some("limit", query.limit)
        .send()
}
