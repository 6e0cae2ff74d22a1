//! The journal of access and its verification.

use super::{Asked, Client};
use anju_shared::api::audit::{AuditFilter, AuditPage, Verification, VerificationList};

/// A page of entries, the latest first: `GET /audit`.
///
/// # Errors
/// `invalid` for a filter that is none.
pub fn list_audit(client: &Client, filter: &AuditFilter) -> Asked<AuditPage> {
    client
        .get("/audit")
        .query_some("person", filter.person)
        .query_some("operation", filter.operation.as_ref())
        .query_some("case", filter.case.as_ref())
        .query_some("refused", filter.refused)
        .query_some("from", filter.from)
        .query_some("to", filter.to)
        .query_some("after", filter.after.as_ref())
        .query_some("limit", filter.limit)
        .send()
}

/// The last verifications: `GET /audit/verifications`.
///
/// # Errors
/// As every call.
pub fn list_verifications(client: &Client) -> Asked<VerificationList> {
    client.get("/audit/verifications").send()
}

/// Begins one: `POST /audit/verifications`.
///
/// # Errors
/// `conflict` while another is at work.
pub fn begin_verification(client: &Client) -> Asked<Verification> {
    client.post("/audit/verifications").send()
}
