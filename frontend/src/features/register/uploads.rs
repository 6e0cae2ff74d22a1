//! Files on their way to the server while the form is still being filled in.

use crate::{
    api::{Client, Failure, files::upload_file},
    session::use_client,
    text::{Texts, format},
};
use anju_shared::ids::FileId;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// How far one file is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    OnTheWay,
    Stored(FileId),
    Failed(Failure),
}

#[derive(Clone, Debug, PartialEq)]
struct Upload {
    key: u32,
    name: String,
    size: u64,
    state: State,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Uploads {
    next: u32,
    list: Vec<Upload>,
}

enum Change {
    Begun(Upload),
    Ended(u32, Result<FileId, Failure>),
    Removed(usize),
    Emptied,
}

impl Reducible for Uploads {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut uploads = (*self).clone();
        match change {
            Change::Begun(upload) => {
                uploads.next = upload.key.wrapping_add(1);
                uploads.list.push(upload);
            }
            // Whoever was taken out meanwhile stays out.
            Change::Ended(key, end) => {
                if let Some(upload) = uploads.list.iter_mut().find(|upload| upload.key == key) {
                    upload.state = end.map_or_else(State::Failed, State::Stored);
                }
            }
            Change::Removed(place) if place < uploads.list.len() => {
                uploads.list.remove(place);
            }
            Change::Removed(_) => {}
            Change::Emptied => uploads.list.clear(),
        }
        Rc::new(uploads)
    }
}

/// What keeps the form from being sent, or the files to be sent with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ready {
    /// All are stored.
    Stored(Vec<FileId>),
    /// Some are on their way.
    Waiting,
    /// Some could not be stored.
    Failed,
}

/// What [`use_uploads`] gives.
#[derive(Clone)]
pub(super) struct Attached {
    uploads: UseReducerHandle<Uploads>,
    client: Client,
}

/// The files of this form.
#[hook]
pub(super) fn use_uploads() -> Attached {
    Attached {
        uploads: use_reducer_eq(Uploads::default),
        client: use_client(),
    }
}

impl Attached {
    /// Sends more files.
    pub(super) fn add(&self) -> Callback<Vec<File>> {
        let (client, dispatcher, next) = (self.client.clone(), self.uploads.dispatcher(), self.uploads.next);
        Callback::from(move |files: Vec<File>| {
            for (key, file) in (next..).zip(files) {
                dispatcher.dispatch(Change::Begun(Upload {
                    key,
                    name: file.name(),
                    size: size(&file),
                    state: State::OnTheWay,
                }));
                let (client, dispatcher) = (client.clone(), dispatcher.clone());
                spawn_local(async move {
                    let end = upload_file(&client, &file).await.map(|stored| stored.id);
                    dispatcher.dispatch(Change::Ended(key, end));
                });
            }
        })
    }

    /// Takes one out.
    pub(super) fn remove(&self) -> Callback<usize> {
        let dispatcher = self.uploads.dispatcher();
        Callback::from(move |place| dispatcher.dispatch(Change::Removed(place)))
    }

    /// Takes all out.
    pub(super) fn empty(&self) {
        self.uploads.dispatch(Change::Emptied);
    }

    /// Whether there are any.
    pub(super) fn any(&self) -> bool {
        !self.uploads.list.is_empty()
    }

    /// Name and state of each, as people read them.
    pub(super) fn told(&self, texts: &Texts) -> Vec<(AttrValue, AttrValue)> {
        let words = texts.register();
        let tell = |upload: &Upload| {
            let size = format::bytes(upload.size);
            let state = match &upload.state {
                State::OnTheWay => format!("{size} · {}", words.uploading),
                State::Stored(_) => format!("{size} · {}", words.uploaded),
                State::Failed(failure) => {
                    format!("{size} · {}: {}", words.not_uploaded, reason(failure, texts))
                }
            };
            (upload.name.clone().into(), state.into())
        };
        self.uploads.list.iter().map(tell).collect()
    }

    /// The files to be sent with the form.
    pub(super) fn ready(&self) -> Ready {
        let mut stored = Vec::with_capacity(self.uploads.list.len());
        let mut waiting = false;
        for upload in &self.uploads.list {
            match upload.state {
                State::Stored(id) => stored.push(id),
                State::OnTheWay => waiting = true,
                State::Failed(_) => return Ready::Failed,
            }
        }
        if waiting {
            Ready::Waiting
        } else {
            Ready::Stored(stored)
        }
    }
}

fn reason(failure: &Failure, texts: &Texts) -> String {
    match failure.problem() {
        Some(problem) => problem
            .detail
            .clone()
            .unwrap_or_else(|| problem.code.title(texts.language).to_owned()),
        None => match failure {
            Failure::Offline => texts.errors().offline.to_owned(),
            _ => texts.errors().unreadable.to_owned(),
        },
    }
}

fn size(file: &File) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "browsers give sizes as whole, positive doubles"
    )]
    let size = file.size() as u64;
    size
}
