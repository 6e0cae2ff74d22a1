//! Leaving with unsaved work asks first.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use yew::prelude::*;

/// While `unsaved`, closing or reloading the page lets the browser ask whether one is sure.
#[hook]
pub fn use_leave_guard(unsaved: bool) {
    use_effect_with(unsaved, |&unsaved| {
        let guard = unsaved.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window(), "beforeunload", options, |event| {
                event.prevent_default()
            })
        });
        move || drop(guard)
    });
}
