//! The rules in force: periods with their clauses, and the dictionaries that forms choose from.

use super::{Asked, Client};
use anju_shared::rules::RuleProfile;

/// The rules in force: `GET /rules`.
///
/// # Errors
/// As every call.
pub fn read_rules(client: &Client) -> Asked<RuleProfile> {
    client.get("/rules").send()
}
