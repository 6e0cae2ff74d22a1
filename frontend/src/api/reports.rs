//! Reports while they are being taken down.

use super::{Asked, Client};
use anju_shared::api::hints::{Hints, HintsBody};

/// What helps with a report of which so much is known: `POST /reports/hints`.
///
/// # Errors
/// `forbidden` for whoever may not register.
pub fn give_hints(client: &Client, body: &HintsBody) -> Asked<Hints> {
    client.post("/reports/hints").json(body).send()
}
