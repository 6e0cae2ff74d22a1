//! Files: uploaded first, then named by a report or an item of evidence; downloaded with the token, so
//! never by a plain link.

use super::{Client, Failure, ReceivedFile};
use anju_shared::{
    api::files::StoredFile,
    ids::{CaseId, FileId},
};
use web_sys::{File, FormData};

/// Stores a file: `POST /files`.
///
/// # Errors
/// `too_large`, `unsupported_media_type`, or `invalid` for an empty one.
pub async fn upload_file(client: &Client, file: &File) -> Result<StoredFile, Failure> {
    let unwritable = |_| Failure::Unreadable { request_id: None };
    let form = FormData::new().map_err(unwritable)?;
    form.append_with_blob_and_filename("file", file, &file.name())
        .map_err(unwritable)?;
    client.post("/files").form(form).send().await
}

/// A file of a case: `GET /cases/{id}/files/{file}`.
///
/// # Errors
/// `not_found` where there is none for this viewer.
pub async fn download_file(client: &Client, id: CaseId, file: FileId) -> Result<ReceivedFile, Failure> {
    client.get(format!("/cases/{id}/files/{file}")).send_file().await
}
