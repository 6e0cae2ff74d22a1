//! Units: those that get work, and the tree as it is kept.

use super::{Asked, Client, Versioned};
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
pub fn list_units(client: &Client) -> Asked<UnitList> {
    client.get("/units").send()
}

/// Every unit, also those that were retired: `GET /units?retired=true`.
///
/// # Errors
/// As every call.
pub fn list_all_units(client: &Client) -> Asked<UnitList> {
    let call = client.get("/units").query("retired", true);
    call.send()
}

/// One unit: `GET /units/{unit}`.
///
/// # Errors
/// `not_found` where there is none.
pub fn read_unit(client: &Client, id: UnitId) -> Asked<Unit> {
    client.get(format!("/units/{id}")).send()
}

/// Sets up a unit: `POST /units`.
///
/// # Errors
/// `conflict` if the code is taken, `invalid` with the fields.
pub fn create_unit(client: &Client, body: &NewUnit) -> Asked<Unit> {
    client.post("/units").json(body).send()
}

/// Changes the version of a unit that was read: `PUT /units/{unit}`.
///
/// # Errors
/// `version_moved`, `invalid`, `refused` while something hangs on a unit that is to be retired.
pub fn change_unit(
    client: &Client,
    (id, version): (UnitId, i64),
    body: &UnitChange,
) -> Asked<Versioned<Unit>> {
    let call = client
        .put(format!("/units/{id}"))
        .if_match(format!("\"{version}\""));
    call.json(body).send_versioned()
}
