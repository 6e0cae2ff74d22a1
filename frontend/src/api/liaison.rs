//! 联络单: who has filed, and filing.

use super::{Asked, Client};
use anju_shared::{
    api::liaison::{LiaisonBoard, LiaisonBody, LiaisonRow},
    ids::UnitId,
};

/// The board of a year: `GET /liaison`.
///
/// # Errors
/// As every call.
pub fn list_liaison(client: &Client, year: Option<i32>) -> Asked<LiaisonBoard> {
    let call = client.get("/liaison").query_some("year", year);
    call.send()
}

/// The sheet of one unit: `GET /liaison/{unit}`.
///
/// # Errors
/// `not_found` for a unit that files none.
pub fn read_liaison(client: &Client, unit: UnitId, year: i32) -> Asked<LiaisonRow> {
    let call = client.get(format!("/liaison/{unit}")).query("year", year);
    call.send()
}

/// Files the sheet of a unit over the version that was read: `PUT /liaison/{unit}`.
///
/// # Errors
/// `version_moved`, `invalid` with the fields.
pub fn file_liaison(
    client: &Client,
    (unit, version): (UnitId, i64),
    body: &LiaisonBody,
) -> Asked<LiaisonRow> {
    let call = client
        .put(format!("/liaison/{unit}"))
        .if_match(format!("\"{version}\""));
    call.json(body).send()
}
