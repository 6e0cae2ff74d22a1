//! The draft on the citizen's own telephone: for a day, without who they are unless they agreed.

use super::Draft;
use anju_shared::json;
use serde::{Deserialize, Serialize};
use web_sys::{Storage, window};

/// Under this name the telephone keeps the draft.
const NAME: &str = "anju.public.draft";
/// How long it is kept, in seconds: as long as the server keeps a file that no report names.
const LASTS: i64 = 86_400;

#[derive(Serialize, Deserialize)]
struct Kept {
    draft: Draft,
    at: i64,
}

/// The storage of this telephone, if it has any.
pub(crate) fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// The draft of last time, if it has not expired by the telephone's own clock.
pub(crate) fn load(now: i64) -> Option<Draft> {
    let text = storage()?.get_item(NAME).ok()??;
    let draft = read(&text, now);
    if draft.is_none() {
        delete();
    }
    draft
}

/// Keeps the draft.
pub(crate) fn save(draft: &Draft, now: i64) {
    if draft.is_empty() {
        return delete();
    }
    if let (Some(storage), Some(text)) = (storage(), write(draft, now)) {
        // A full or locked storage keeps nothing; the page goes on all the same.
        let _ = storage.set_item(NAME, &text);
    }
}

/// Deletes the draft.
pub(crate) fn delete() {
    if let Some(storage) = storage() {
        // Where nothing can be kept, nothing is there to delete.
        let _ = storage.remove_item(NAME);
    }
}

fn write(draft: &Draft, at: i64) -> Option<String> {
    let draft = if draft.keep_identity {
        draft.clone()
    } else {
        draft.clone().without_identity()
    };
    serde_json::to_string(&Kept { draft, at }).ok()
}

fn read(text: &str, now: i64) -> Option<Draft> {
    let Kept { mut draft, at } = json::read(text)?;
    if now < at || at + LASTS <= now {
        return None;
    }
    draft.files.retain(|file| now < file.at + LASTS);
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Field, Sent, Who};
    use anju_shared::ids::FileId;

    fn draft() -> Draft {
        let mut draft = Draft {
            who: Who::Named,
            ..Draft::default()
        };
        draft.set(Field::Facts, "通道堵塞".into());
        draft.set(Field::Name, "张示范".into());
        draft
    }

    #[test]
    fn a_draft_says_who_somebody_is_only_if_they_agreed() {
        let mut draft = draft();
        assert!(!write(&draft, 0).expect("written").contains("张示范"));
        draft.keep_identity = true;
        assert!(write(&draft, 0).expect("written").contains("张示范"));
    }

    #[test]
    fn a_draft_lasts_a_day_and_its_files_as_long_as_the_server_keeps_them() {
        let mut draft = draft();
        draft.files.push(Sent {
            id: FileId("0199aa00-0000-7000-8000-000000000001".parse().expect("an id")),
            name: "1.jpg".into(),
            size: 1,
            at: 0,
        });
        let text = write(&draft, 100).expect("written");
        let soon = read(&text, LASTS - 1).expect("kept");
        assert_eq!((soon.text(Field::Facts), soon.files.len()), ("通道堵塞", 1));
        assert_eq!(read(&text, LASTS).expect("kept").files, []);
        assert_eq!(read(&text, LASTS + 100), None);
        assert_eq!(read(&text, 99), None, "a clock that was set back");
        assert_eq!(read("{}", 0), None);
    }
}
