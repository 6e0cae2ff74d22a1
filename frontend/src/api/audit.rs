//! The journal of access and its verification.

use super::{Client, Failure};
use anju_shared::api::audit::{AuditFilter, AuditPage, Verification, VerificationList};

/// A page of entries, the latest first: `GET /audit`.
///
/// # Errors
/// `invalid` for a filter that is none.
pub async fn list_audit(client: &Client, filter: &AuditFilter) -> Result<AuditPage, Failure> {
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
        .await
        .map(|answer| answer.body)
}

/// The last verifications: `GET /audit/verifications`.
///
/// # Errors
/// As every call.
pub async fn list_verifications(client: &Client) -> Result<VerificationList, Failure> {
    client
        .get("/audit/verifications")
        .send()
        .await
        .map(|answer| answer.body)
}

/// Begins one: `POST /audit/verifications`.
///
/// # Errors
/// `conflict` while another is at work.
pub async fn begin_verification(client: &Client) -> Result<Verification, Failure> {
    client
        .post("/audit/verifications")
        .send()
        .await
        .map(|answer| answer.body)
}
