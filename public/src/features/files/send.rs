//! Sends files while the words are still being written, and sends them again.

use super::{FileAct, Upload, Uploads, Way};
use crate::{
    api::{own_time, upload_public_file},
    draft::Sent,
};
use anju_shared::problem::Language;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, Url, XmlHttpRequest};
use yew::prelude::*;

/// Chosen files: those that fit are sent, the others say why not.
pub(super) fn begin(
    uploads: &Uploads,
    tell: &Callback<FileAct>,
    files: Vec<File>,
    (largest, language): (u64, Language),
) {
    let chosen: Vec<Upload> = (uploads.next..)
        .zip(files)
        .filter_map(|(key, file)| upload(key, file, largest))
        .collect();
    tell.emit(FileAct::Begun(chosen.clone()));
    for upload in chosen {
        go(tell.clone(), &upload, language);
    }
}

/// Sends one again.
pub(super) fn retry(upload: &Upload, tell: &Callback<FileAct>, language: Language) {
    let Ok(request) = XmlHttpRequest::new() else {
        return;
    };
    tell.emit(FileAct::Again(upload.key, request.clone()));
    let upload = Upload {
        way: Way::Going(request, 0),
        ..upload.clone()
    };
    go(tell.clone(), &upload, language);
}

/// Takes one back, and stops it if it is on its way.
pub(super) fn take_back(upload: &Upload, tell: &Callback<FileAct>) {
    if let Way::Going(request, _) = &upload.way {
        // One that ended just now needs no stopping.
        let _ = request.abort();
    }
    if let Some(preview) = &upload.preview {
        // What cannot be given back is given back when the page closes.
        let _ = Url::revoke_object_url(preview);
    }
    tell.emit(FileAct::TakenBack(upload.key));
}

fn upload(key: u32, file: File, largest: u64) -> Option<Upload> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes of files are whole numbers far below 2^53"
    )]
    let size = file.size() as u64;
    let is_picture = file.type_().starts_with("image/");
    let way = if size > largest {
        Way::TooLarge
    } else {
        Way::Going(XmlHttpRequest::new().ok()?, 0)
    };
    Some(Upload {
        key,
        name: file.name(),
        size,
        preview: is_picture
            .then(|| Url::create_object_url_with_blob(&file).ok())
            .flatten(),
        file: Some(file),
        way,
    })
}

fn go(tell: Callback<FileAct>, upload: &Upload, language: Language) {
    let (Way::Going(request, _), Some(file)) = (&upload.way, &upload.file) else {
        return;
    };
    let (key, request, file) = (upload.key, request.clone(), file.clone());
    spawn_local(async move {
        let moved = tell.reform(move |percent| FileAct::Moved(key, percent));
        let stored = upload_public_file(language, request, &file, moved).await;
        let stored = stored.map(|stored| Sent {
            id: stored.id,
            name: stored.name,
            size: stored.size,
            at: own_time(),
        });
        tell.emit(FileAct::Ended(key, stored));
    });
}
