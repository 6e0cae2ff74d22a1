//! What is done with the list of cases as a whole: saved views, one command for many, exports.

use super::{Asked, Client, Failure, ReceivedFile};
use anju_shared::{
    api::{
        bulk::{BulkAnswer, BulkBody},
        exports::{Export, ExportBody, ExportList},
        views::{View, ViewBody, ViewList, ViewOrder},
    },
    ids::{ExportId, ViewId},
};

/// One command for many cases, or what would come of it: `POST /cases/bulk`.
///
/// # Errors
/// `invalid` for no case, too many, or one of them twice; what goes wrong with one case stands in the answer.
pub fn issue_bulk(client: &Client, body: &BulkBody) -> Asked<BulkAnswer> {
    client.post("/cases/bulk").json(body).send()
}

/// The own views: `GET /views`.
///
/// # Errors
/// As every call.
pub fn list_views(client: &Client) -> Asked<ViewList> {
    client.get("/views").send()
}

/// Saves a view, or changes the one with this id: `POST /views`, `PUT /views/{id}`.
///
/// # Errors
/// `conflict` for one too many, `invalid` for its name.
pub fn save_view(client: &Client, id: Option<ViewId>, body: &ViewBody) -> Asked<View> {
    let call = match id {
        None => client.post("/views"),
        Some(id) => client.put(format!("/views/{id}")),
    };
    call.json(body).send()
}

/// Puts the own views into this order: `PUT /views`.
///
/// # Errors
/// `invalid` if it does not name each of them.
pub fn order_views(client: &Client, views: Vec<ViewId>) -> Asked<ViewList> {
    let call = client.put("/views").json(&ViewOrder { views });
    call.send()
}

/// Forgets a view: `DELETE /views/{id}`.
///
/// # Errors
/// `not_found` if there is none.
pub fn delete_view(client: &Client, id: ViewId) -> Asked<()> {
    client.delete(format!("/views/{id}")).send_unanswered()
}

/// The own exports, the newest first: `GET /exports`.
///
/// # Errors
/// As every call.
pub fn list_exports(client: &Client) -> Asked<ExportList> {
    client.get("/exports").send()
}

/// Asks for an export: `POST /exports`.
///
/// # Errors
/// `conflict` while others are under way, `invalid` for too many rows.
pub fn request_export(client: &Client, body: &ExportBody) -> Asked<Export> {
    client.post("/exports").json(body).send()
}

/// The file of an export: `GET /exports/{id}/file`.
///
/// # Errors
/// `conflict` until it is ready.
pub async fn download_export(client: &Client, id: ExportId) -> Result<ReceivedFile, Failure> {
    client.get(format!("/exports/{id}/file")).send_file().await
}

/// Forgets an export: `DELETE /exports/{id}`.
///
/// # Errors
/// `not_found` if there is none.
pub fn delete_export(client: &Client, id: ExportId) -> Asked<()> {
    client.delete(format!("/exports/{id}")).send_unanswered()
}
