//! Revisions of rules and calendar: drafted, simulated, submitted, published.

use super::{Asked, Call, Client, Failure, ReceivedFile};
use anju_shared::{
    api::revisions::{
        EffectFilter, EffectPage, NewRevision, ReturnBody, RevisionBody, RevisionDetail, RevisionList,
        SimulationBody,
    },
    ids::RevisionId,
};

/// A revision in the version that was read, and no later one.
pub type Read = (RevisionId, i64);

/// All revisions, the latest first: `GET /revisions`.
///
/// # Errors
/// As every call.
pub fn list_revisions(client: &Client) -> Asked<RevisionList> {
    client.get("/revisions").send()
}

/// Begins one as a copy of what is known: `POST /revisions`.
///
/// # Errors
/// `invalid` for an id that is taken or none.
pub fn draft_revision(client: &Client, body: &NewRevision) -> Asked<RevisionDetail> {
    client.post("/revisions").json(body).send()
}

/// One of them, with everything that belongs to it: `GET /revisions/{revision}`.
///
/// # Errors
/// `not_found`.
pub fn read_revision(client: &Client, id: RevisionId) -> Asked<RevisionDetail> {
    client.get(format!("/revisions/{id}")).send()
}

/// Says what a draft shall say from now on, over the version that was read: `PUT /revisions/{revision}`.
///
/// # Errors
/// `version_moved`, `invalid` for what is no layer, `refused` when it is a draft no more.
pub fn edit_revision(client: &Client, read: Read, body: &RevisionBody) -> Asked<()> {
    let call = client.put(format!("/revisions/{}", read.0));
    call.if_match(etag(read)).json(body).send_unanswered()
}

/// Counts what it would change: `POST /revisions/{revision}/simulate`.
///
/// # Errors
/// `version_moved`, `refused` while it has faults.
pub fn simulate_revision(client: &Client, read: Read, body: &SimulationBody) -> Asked<()> {
    step(client, read, "simulate").json(body).send_unanswered()
}

/// A page of what it would change, period by period: `GET /revisions/{revision}/effects`.
///
/// # Errors
/// `forbidden` for those who see no case.
pub fn list_revision_effects(client: &Client, id: RevisionId, filter: &EffectFilter) -> Asked<EffectPage> {
    client
        .get(format!("/revisions/{id}/effects"))
        .query_some("group", filter.group.map(|group| group.code()))
        .query_some("shift", filter.shift.map(|shift| shift.code()))
        .query_some("after", filter.after)
        .query_some("limit", filter.limit)
        .send()
}

/// Hands it to a second person: `POST /revisions/{revision}/submit`.
///
/// # Errors
/// `version_moved`, `refused` with what is missing.
pub fn submit_revision(client: &Client, read: Read) -> Asked<()> {
    step(client, read, "submit").send_unanswered()
}

/// Sends it back to be changed: `POST /revisions/{revision}/return`.
///
/// # Errors
/// `version_moved`, `invalid` without reasons.
pub fn return_revision(client: &Client, read: Read, body: &ReturnBody) -> Asked<()> {
    step(client, read, "return").json(body).send_unanswered()
}

/// Publishes it: `POST /revisions/{revision}/publish`.
///
/// # Errors
/// `version_moved`, `refused` to whoever wrote or submitted it.
pub fn publish_revision(client: &Client, read: Read) -> Asked<()> {
    step(client, read, "publish").send_unanswered()
}

/// Gives it up: `POST /revisions/{revision}/discard`.
///
/// # Errors
/// `version_moved`, `refused` for what is published.
pub fn discard_revision(client: &Client, read: Read) -> Asked<()> {
    step(client, read, "discard").send_unanswered()
}

/// It as a file: `GET /revisions/{revision}/file`.
///
/// # Errors
/// As every call.
pub async fn download_revision(client: &Client, id: RevisionId) -> Result<ReceivedFile, Failure> {
    client.get(format!("/revisions/{id}/file")).send_file().await
}

fn step(client: &Client, read: Read, step: &str) -> Call {
    let call = client.post(format!("/revisions/{}/{step}", read.0));
    call.if_match(etag(read))
}

fn etag((_, version): Read) -> String {
    format!("\"{version}\"")
}
