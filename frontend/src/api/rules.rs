//! The rules in force: periods with their clauses, and the dictionaries that forms choose from.

use super::{Client, Failure};
use anju_shared::rules::RuleProfile;

/// The rules in force: `GET /rules`.
///
/// # Errors
/// As every call.
pub async fn read_rules(client: &Client) -> Result<RuleProfile, Failure> {
    client.get("/rules").send().await.map(|answer| answer.body)
}
