//! Drafts that save themselves: what stands in a form is kept by the server a moment after somebody typed, when they
//! leave a field, and before they leave the page; it is given back when the form is opened again.
//!
//! Not here: what the text means (the form writes and reads it), and how the state is shown
//! ([`crate::shell::DraftNote`]). Nothing is kept in the browser. Start with [`use_draft`].

mod keeper;

use super::use_leave_guard;
use crate::{api::Failure, session::use_client};
use anju_shared::time::Instant;
use gloo::{
    events::EventListener,
    utils::{document, window},
};
use keeper::Keeper;
use std::rc::Rc;
use web_sys::Event;
use yew::prelude::*;

/// How safe is what stands in a form.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftState {
    /// It is not known yet whether something was kept before.
    Opening,
    /// There is nothing to keep.
    Untouched,
    /// Typed, and on its way to the server.
    Unsaved,
    /// Kept since then.
    Saved(Instant),
    /// Not kept; what a repetition may cure is tried again by itself.
    Failed(Failure),
    /// Another window keeps something newer, which is not overwritten unasked.
    Elsewhere,
}

impl DraftState {
    /// Whether something would be lost with the page.
    #[must_use]
    pub const fn is_unsafe(&self) -> bool {
        matches!(self, Self::Unsaved | Self::Failed(_) | Self::Elsewhere)
    }
}

/// What [`use_draft`] gives.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraft {
    /// How safe is what stands in the form.
    pub state: DraftState,
    /// What was kept before the form was opened, once that is known.
    pub found: Option<Rc<str>>,
    /// Keeps this text from now on.
    pub keep: Callback<String>,
    /// Removes what is kept: it was sent, or is not wanted any more.
    pub forget: Callback<()>,
    /// Keeps what stands here although another window kept something newer; tries again at once after a failure.
    pub insist: Callback<()>,
}

/// Keeps what stands in a form under this key (`register.{uuid}`, `case.{id}.{action}`). While something is not kept
/// yet, closing the page asks first.
#[hook]
pub fn use_draft(key: &str) -> KeptDraft {
    let client = use_client();
    let state = use_state_eq(|| DraftState::Opening);
    let found = use_state_eq(|| None::<Rc<str>>);
    let keeper = use_memo((client, key.to_owned()), |(client, key)| {
        Keeper::new(client.clone(), key.clone())
    });
    {
        let (state, found) = (state.setter(), found.setter());
        use_effect_with(keeper.clone(), move |keeper| {
            let keeper = Keeper::clone(keeper);
            keeper.listen(Callback::from(move |told| state.set(told)));
            keeper.open(Callback::from(move |text| found.set(Some(text))));
            let flush = || {
                let keeper = keeper.clone();
                move |_: &Event| keeper.flush()
            };
            // The second is also the last that a document hears before it is closed, reloaded or left for another.
            let leaving = [
                EventListener::new(&window(), "focusout", flush()),
                EventListener::new(&document(), "visibilitychange", flush()),
            ];
            move || {
                drop(leaving);
                keeper.leave();
            }
        });
    }
    use_leave_guard(state.is_unsafe());
    let keep = use_callback(keeper.clone(), |text, keeper| keeper.keep(text));
    let forget = use_callback(keeper.clone(), |(), keeper| keeper.forget());
    let insist = use_callback(keeper, |(), keeper| keeper.insist());
    KeptDraft {
        state: (*state).clone(),
        found: (*found).clone(),
        keep,
        forget,
        insist,
    }
}
