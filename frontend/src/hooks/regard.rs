//! Noticing that somebody looks at the page again, after another window or tab.

use gloo::{events::EventListener, utils::window};
use yew::prelude::*;

/// Calls `act` whenever the window comes to the front again: what it shows may be old by then.
#[hook]
pub fn use_regard(act: Callback<()>) {
    use_effect_with(act, |act| {
        let act = act.clone();
        let listener = EventListener::new(&window(), "focus", move |_| act.emit(()));
        move || drop(listener)
    });
}
