//! Units: those that get work, and the tree as it is kept.

use super::{Client, Failure, Versioned};
use anju_shared::{
    api::{
        directory::{Unit, UnitList},
        units::{NewUnit, UnitChange},
    },
    ids::UnitId,
};

/// Every unit, by code: `GET /units`.
///
/// # Errors
/// As every call.
pub async fn list_units(client: &Client) -> Result<UnitList, Failure> {
    client.get("/units").send().await.map(|answer| answer.body)
}

/// Every unit, also those that were retired: `GET /units?retired=true`.
///
/// # Errors
/// As every call.
pub async fn list_all_units(client: &Client) -> Result<UnitList, Failure> {
    let call = client.get("/units").query("retired", true);
    call.send().await.map(|answer| answer.body)
}

/// One unit: `GET /units/{unit}`.
///
/// # Errors
/// `not_found` where there is none.
pub async fn read_unit(client: &Client, id: UnitId) -> Result<Unit, Failure> {
    client
        .get(format!("/units/{id}"))
        .send()
        .await
        .map(|answer| answer.body)
}

/// Sets up a unit: `POST /units`.
///
/// # Errors
/// `conflict` if the code is taken, `invalid` with the fields.
pub async fn create_unit(client: &Client, body: &NewUnit) -> Result<Unit, Failure> {
    client
        .post("/units")
        .json(body)
        .send()
        .await
        .map(|answer| answer.body)
}

/// Changes the version of a unit that was read: `PUT /units/{unit}`.
///
/// # Errors
/// `version_moved`, `invalid`, `refused` while something hangs on a unit that is to be retired.
pub async fn change_unit(
    client: &Client,
    (id, version): (UnitId, i64),
    body: &UnitChange,
) -> Result<Versioned<Unit>, Failure> {
    let call = client
        .put(format!("/units/{id}"))
        .if_match(format!("\"{version}\""));
    call.json(body).send().await?.versioned()
}
