//! One case: reading it, its journal, doing something to it, and the one audited look at who reported.

use super::{Asked, Client, Versioned};
use anju_shared::{
    api::{
        cases::{CaseDetail, Journal, OpenIdentity, OpenedIdentity},
        deadlines::ClockExplanation,
        messages::CaseMessages,
    },
    ids::{CaseId, ReporterId},
    rules::ClockKind,
    workflow::Command,
};

/// One case with its version: `GET /cases/{id}`.
///
/// # Errors
/// `not_found` where there is none for this viewer.
pub fn read_case(client: &Client, id: CaseId) -> Asked<Versioned<CaseDetail>> {
    client.get(format!("/cases/{id}")).send_versioned()
}

/// What happened to it, oldest first: `GET /cases/{id}/events`.
///
/// # Errors
/// `not_found` where there is none for this viewer.
pub fn read_case_events(client: &Client, id: CaseId) -> Asked<Journal> {
    client.get(format!("/cases/{id}/events")).send()
}

/// What was said with its reporters: `GET /cases/{id}/messages`.
///
/// # Errors
/// `not_found` where there is none for this viewer.
pub fn read_messages(client: &Client, id: CaseId) -> Asked<CaseMessages> {
    client.get(format!("/cases/{id}/messages")).send()
}

/// Why a period of it ends when it does: `GET /cases/{id}/clocks/{kind}/{round}/explanation`.
///
/// # Errors
/// `not_found` where there is none for this viewer.
pub fn explain_clock(
    client: &Client,
    id: CaseId,
    (kind, round): (ClockKind, u32),
) -> Asked<ClockExplanation> {
    client
        .get(format!("/cases/{id}/clocks/{kind}/{round}/explanation"))
        .send()
}

/// Does something to the version that was read: `POST /cases/{id}/commands`.
///
/// # Errors
/// `version_moved` if somebody else was faster, `refused` with the article, `invalid` with the fields.
pub fn issue_command(
    client: &Client,
    id: CaseId,
    etag: &str,
    command: &Command,
) -> Asked<Versioned<CaseDetail>> {
    client
        .post(format!("/cases/{id}/commands"))
        .if_match(etag)
        .json(command)
        .send_versioned()
}

/// Who a reporter is; the reason is recorded: `POST /cases/{id}/reporters/{reporter}/identity`.
///
/// # Errors
/// `forbidden` for whoever may not, `invalid` without a reason.
pub fn open_identity(
    client: &Client,
    id: CaseId,
    reporter: ReporterId,
    body: &OpenIdentity,
) -> Asked<OpenedIdentity> {
    client
        .post(format!("/cases/{id}/reporters/{reporter}/identity"))
        .json(body)
        .send()
}
