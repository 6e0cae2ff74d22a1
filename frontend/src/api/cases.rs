//! Cases as a whole: their list, and entering a new one. What is done with one case stands beside this file.

use super::{Asked, Client};
use anju_shared::api::{
    cases::{CaseFilter, CasePage, RegisteredCase},
    reports::ReportBody,
};

/// A page of the cases that the caller may know of: `GET /cases`.
///
/// # Errors
/// `invalid` if the cursor belongs to another order.
pub fn list_cases(client: &Client, filter: &CaseFilter) -> Asked<CasePage> {
    let call = filter
        .pairs()
        .into_iter()
        .fold(client.get("/cases"), |call, (name, value)| {
            call.query(name, value)
        });
    call.send()
}

/// Enters a report that came by telephone, letter or visit: `POST /cases`.
///
/// # Errors
/// `invalid` with every field that is not as it should be.
pub fn register_case(client: &Client, body: &ReportBody) -> Asked<RegisteredCase> {
    client.post("/cases").json(body).send()
}
