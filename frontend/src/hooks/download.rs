//! Saving a file that only a call with the token can fetch.

use super::{Command, use_command};
use crate::api::{Failure, ReceivedFile, files::download_file};
use anju_shared::ids::{CaseId, FileId};
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::prelude::*;

/// A file that is wanted: of which case, which, and what to call it if the server does not say.
pub type Wanted = (CaseId, FileId, String);

/// Fetches a file of a case and hands it to the browser to be saved.
#[hook]
pub fn use_download() -> Command<Wanted> {
    use_command(
        |client, (case, file, name): Wanted| async move {
            let received = download_file(&client, case, file).await?;
            save(&received, &name)
        },
        Callback::noop(),
    )
}

/// Hands a file to the browser to be saved, under `name` if the server said none.
///
/// # Errors
/// The browser cannot.
pub fn save(file: &ReceivedFile, name: &str) -> Result<(), Failure> {
    hand_over(file, name).map_err(|_| Failure::Unreadable { request_id: None })
}

/// The address of the object holds the file in memory: it is given back as soon as the saving has begun.
///
/// # Errors
/// What the browser says when it cannot.
fn hand_over(file: &ReceivedFile, name: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(file.bytes.as_slice()));
    let kind = BlobPropertyBag::new();
    kind.set_type(&file.media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(file.name.as_deref().unwrap_or(name));
    link.click();
    Url::revoke_object_url(&url)
}
