//! Files that go with a report or a message: chosen, sent with their progress, taken back, sent again.
//!
//! [`Uploads`] is what is known of them, and pure; [`send`] sends them; [`list`] draws them.

mod list;
mod send;

pub(crate) use list::{FileList, files};

use crate::{api::Failure, draft::Sent};
use anju_shared::ids::FileId;
use std::rc::Rc;
use web_sys::{File, XmlHttpRequest};
use yew::prelude::*;

/// How far one file is.
#[derive(Clone, Debug, PartialEq)]
enum Way {
    /// On its way, so many percent of it.
    Going(XmlHttpRequest, u32),
    /// The server has it.
    Stored(Sent),
    /// It did not arrive; it can be sent again.
    Failed(Failure),
    /// It is larger than a file may be.
    TooLarge,
}

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Upload {
    key: u32,
    name: String,
    size: u64,
    /// The file itself; none if it was sent before the page was closed.
    file: Option<File>,
    /// Address of a small picture of it, on this telephone only.
    preview: Option<String>,
    way: Way,
}

/// The files of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Uploads {
    list: Vec<Upload>,
    next: u32,
}

/// What happens to them.
pub(crate) enum FileAct {
    /// Chosen.
    Begun(Vec<Upload>),
    /// So many percent further.
    Moved(u32, u32),
    /// Sent again.
    Again(u32, XmlHttpRequest),
    /// Arrived, or not.
    Ended(u32, Result<Sent, Failure>),
    /// Taken back.
    TakenBack(u32),
    /// They went with a message: the form is empty again.
    Gone,
}

impl Uploads {
    /// Those of last time.
    pub(crate) fn of(sent: &[Sent]) -> Self {
        let list: Vec<Upload> = (0..)
            .zip(sent)
            .map(|(key, sent)| Upload {
                key,
                name: sent.name.clone(),
                size: sent.size,
                file: None,
                preview: None,
                way: Way::Stored(sent.clone()),
            })
            .collect();
        Self {
            next: list.len() as u32,
            list,
        }
    }

    /// How many were chosen.
    pub(crate) const fn count(&self) -> usize {
        self.list.len()
    }

    /// Whether some are on their way.
    pub(crate) fn waits(&self) -> bool {
        self.list.iter().any(|one| matches!(one.way, Way::Going(..)))
    }

    /// Whether some did not arrive.
    pub(crate) fn lacks(&self) -> bool {
        let lacks = |one: &Upload| matches!(one.way, Way::Failed(_) | Way::TooLarge);
        self.list.iter().any(lacks)
    }

    /// Those that the server has.
    pub(crate) fn stored(&self) -> Vec<Sent> {
        let stored = self.list.iter().filter_map(|one| match &one.way {
            Way::Stored(sent) => Some(sent.clone()),
            _ => None,
        });
        stored.collect()
    }

    /// Their ids.
    pub(crate) fn ids(&self) -> Vec<FileId> {
        self.stored().iter().map(|sent| sent.id).collect()
    }

    /// Changes them.
    pub(crate) fn change(&mut self, act: FileAct) {
        match act {
            FileAct::Begun(uploads) => {
                self.next += uploads.len() as u32;
                self.list.extend(uploads);
            }
            FileAct::Moved(key, percent) => self.on_the_way(key, |way| {
                if let Way::Going(_, so_far) = way {
                    *so_far = percent;
                }
            }),
            FileAct::Again(key, request) => self.on_the_way(key, |way| *way = Way::Going(request, 0)),
            // What was taken back meanwhile stays away.
            FileAct::Ended(key, end) => {
                self.on_the_way(key, |way| *way = end.map_or_else(Way::Failed, Way::Stored));
            }
            FileAct::TakenBack(key) => self.list.retain(|one| one.key != key),
            FileAct::Gone => self.list.clear(),
        }
    }

    fn on_the_way(&mut self, key: u32, change: impl FnOnce(&mut Way)) {
        if let Some(upload) = self.list.iter_mut().find(|one| one.key == key) {
            change(&mut upload.way);
        }
    }
}

impl Reducible for Uploads {
    type Action = FileAct;

    fn reduce(self: Rc<Self>, act: FileAct) -> Rc<Self> {
        let mut uploads = (*self).clone();
        uploads.change(act);
        Rc::new(uploads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(last: char) -> Sent {
        let id = format!("0199aa00-0000-7000-8000-00000000000{last}");
        Sent {
            id: FileId(id.parse().expect("an id")),
            name: format!("{last}.jpg"),
            size: 1,
            at: 0,
        }
    }

    fn upload(key: u32) -> Upload {
        Upload {
            key,
            name: String::new(),
            size: 1,
            file: None,
            preview: None,
            way: Way::Failed(Failure::Offline),
        }
    }

    #[test]
    fn a_file_goes_along_from_when_it_is_stored_until_it_is_taken_back() {
        let mut uploads = Uploads::default();
        uploads.change(FileAct::Begun(vec![upload(0), upload(1)]));
        assert!(uploads.lacks() && uploads.stored().is_empty());
        uploads.change(FileAct::Ended(0, Ok(sent('1'))));
        uploads.change(FileAct::Ended(1, Err(Failure::Offline)));
        assert_eq!(uploads.stored(), [sent('1')]);
        assert!(uploads.lacks(), "the other one failed");
        uploads.change(FileAct::Ended(1, Ok(sent('2'))));
        assert!(!uploads.lacks());
        uploads.change(FileAct::TakenBack(0));
        uploads.change(FileAct::Ended(0, Ok(sent('1'))));
        assert_eq!(uploads.stored(), [sent('2')], "what was taken back stays away");
    }

    #[test]
    fn files_of_last_time_keep_apart_from_those_chosen_now() {
        let mut uploads = Uploads::of(&[sent('1'), sent('2')]);
        assert_eq!(uploads.next, 2);
        uploads.change(FileAct::TakenBack(1));
        assert_eq!(uploads.stored(), [sent('1')]);
        uploads.change(FileAct::Begun(vec![upload(2)]));
        assert_eq!(uploads.count(), 2);
    }
}
