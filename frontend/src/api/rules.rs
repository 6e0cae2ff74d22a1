//! The rules, in force or as they were: periods with their clauses, and the dictionaries that forms choose from; and the
//! regimes entry by entry.

use super::{Asked, Client};
use anju_shared::{
    api::rules::{RegimeDetail, RegimeList},
    rules::RuleProfile,
    workflow::ProfileRef,
};

/// The rules in force: `GET /rules`.
///
/// # Errors
/// As every call.
pub fn read_rules(client: &Client) -> Asked<RuleProfile> {
    client.get("/rules").send()
}

/// The regimes that there are: `GET /regimes`.
///
/// # Errors
/// As every call.
pub fn list_regimes(client: &Client) -> Asked<RegimeList> {
    client.get("/regimes").send()
}

/// One regime in one version, entry by entry: `GET /regimes/{regime}/versions/{version}`.
///
/// # Errors
/// `not_found` where the server knows no such version.
pub fn read_regime(client: &Client, of: &ProfileRef) -> Asked<RegimeDetail> {
    client
        .get(format!("/regimes/{}/versions/{}", of.id, of.version))
        .send()
}

/// The rules in another version: `GET /regimes/{regime}/versions/{version}/profile`.
///
/// # Errors
/// `not_found` where the server knows no such version.
pub fn read_profile(client: &Client, of: &ProfileRef) -> Asked<RuleProfile> {
    client
        .get(format!("/regimes/{}/versions/{}/profile", of.id, of.version))
        .send()
}
