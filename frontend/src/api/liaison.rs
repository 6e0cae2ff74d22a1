//! 联络单: who has filed, and filing.

use super::{Client, Failure};
use anju_shared::{
    api::liaison::{LiaisonBoard, LiaisonBody, LiaisonRow},
    ids::UnitId,
};

/// The board of a year: `GET /liaison`.
///
/// # Errors
/// As every call.
pub async fn list_liaison(client: &Client, year: Option<i32>) -> Result<LiaisonBoard, Failure> {
    let call = client.get("/liaison").query_some("year", year);
    call.send().await.map(|answer| answer.body)
}

/// The sheet of one unit: `GET /liaison/{unit}`.
///
/// # Errors
/// `not_found` for a unit that files none.
pub async fn read_liaison(client: &Client, unit: UnitId, year: i32) -> Result<LiaisonRow, Failure> {
    let call = client.get(format!("/liaison/{unit}")).query("year", year);
    call.send().await.map(|answer| answer.body)
}

/// Files the sheet of a unit over the version that was read: `PUT /liaison/{unit}`.
///
/// # Errors
/// `version_moved`, `invalid` with the fields.
pub async fn file_liaison(
    client: &Client,
    (unit, version): (UnitId, i64),
    body: &LiaisonBody,
) -> Result<LiaisonRow, Failure> {
    let call = client
        .put(format!("/liaison/{unit}"))
        .if_match(format!("\"{version}\""));
    call.json(body).send().await.map(|answer| answer.body)
}
