//! The units that get work.

use super::{Client, Failure};
use anju_shared::api::directory::UnitList;

/// Every unit, by code: `GET /units`.
///
/// # Errors
/// As every call.
pub async fn list_units(client: &Client) -> Result<UnitList, Failure> {
    client.get("/units").send().await.map(|answer| answer.body)
}
