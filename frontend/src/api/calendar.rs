//! The working-day calendar: the one by which everything is counted, and what a file would make of it.

use super::{Asked, Client, Failure};
use anju_shared::{
    api::{
        calendar::{CalendarFile, CalendarPreview},
        revisions::RevisionSummary,
    },
    calendar::{Arrangement, Calendar, CalendarDocument},
};
use serde::{Deserialize, Serialize};

/// The calendar in force: `GET /calendar`.
///
/// # Errors
/// As every call.
pub async fn read_calendar(client: &Client) -> Result<Calendar, Failure> {
    let asked: Asked<CalendarDocument> = client.get("/calendar").send();
    // A document with a day that is none is not what the API promises.
    Calendar::try_from(&asked.await?).map_err(|_| Failure::Unreadable { request_id: None })
}

/// What a file with an arrangement says: `POST /calendar/preview`.
///
/// # Errors
/// As every call.
pub fn preview_calendar(client: &Client, file: &CalendarFile) -> Asked<CalendarPreview> {
    client.post("/calendar/preview").json(file).send()
}

/// An arrangement on its way to a revision.
#[derive(Serialize)]
struct NewArrangement<'a> {
    kind: &'static str,
    arrangement: &'a Arrangement,
}

/// The draft that came of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Drafted {
    /// The revision.
    pub revision: RevisionSummary,
}

/// Makes a draft of an arrangement: `POST /revisions`.
///
/// # Errors
/// `conflict` where a draft of it is there already.
pub fn draft_calendar(client: &Client, arrangement: &Arrangement) -> Asked<Drafted> {
    let kind = "calendar";
    client
        .post("/revisions")
        .json(&NewArrangement { kind, arrangement })
        .send()
}
