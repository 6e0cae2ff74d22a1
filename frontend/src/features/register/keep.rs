//! What was entered and not sent yet, kept while its writer looks at another page or has to sign in again.
//!
//! In memory and nowhere else: who reports is not written to the disk of a desk. Another person who signs in
//! at the same desk does not get it.

use super::view::Draft;
use anju_shared::ids::UserId;
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Option<(UserId, Draft)>> = const { RefCell::new(None) };
}

/// Keeps what `writer` entered, in place of what was kept before. There is nothing to keep of an untouched form.
pub(super) fn keep(writer: UserId, draft: &Draft) {
    let kept = draft.is_begun().then(|| (writer, draft.clone()));
    KEPT.set(kept);
}

/// What `writer` entered before.
pub(super) fn kept(writer: UserId) -> Option<Draft> {
    KEPT.with_borrow(|kept| {
        let kept = kept.as_ref().filter(|(by, _)| *by == writer);
        kept.map(|(_, draft)| draft.clone())
    })
}

/// Forgets it: it was registered.
pub(super) fn forget() {
    KEPT.set(None);
}

#[cfg(test)]
mod tests {
    use super::{
        super::view::{Draft, Edit, Field},
        *,
    };
    use anju_shared::time::Instant;

    fn user(number: u128) -> UserId {
        UserId(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn what_was_entered_is_given_back_to_its_writer_and_to_nobody_else() {
        let untouched = Draft::new(Instant::from_unix(0), "letter");
        keep(user(1), &untouched);
        assert_eq!(kept(user(1)), None);
        let begun = untouched.edited(Edit::Say(Field::Clues, "夜间".into()));
        keep(user(1), &begun);
        assert_eq!(kept(user(2)), None);
        assert_eq!(kept(user(1)), Some(begun));
        forget();
        assert_eq!(kept(user(1)), None);
    }
}
