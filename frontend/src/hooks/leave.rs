//! Leaving the document: with unsaved work the browser asks first; to another room only once it is kept.

use super::live::pause;
use crate::api::Client;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;
use yew::prelude::*;

/// Milliseconds between two looks whether everything is kept, and how often one looks.
const LOOKS: (u32, u32) = (50, 40);
/// Milliseconds in which the browser leaves, unless somebody keeps it from leaving.
const LEAVING: u32 = 1_000;

thread_local! {
    /// How much in this document is unsaved.
    static UNSAVED: Cell<u32> = const { Cell::new(0) };
}

/// Counts itself as unsaved work until it is dropped.
struct Unsaved;

impl Unsaved {
    fn new() -> Self {
        UNSAVED.set(UNSAVED.get().saturating_add(1));
        Self
    }
}

impl Drop for Unsaved {
    fn drop(&mut self) {
        UNSAVED.set(UNSAVED.get().saturating_sub(1));
    }
}

/// While `unsaved`, closing or reloading the page lets the browser ask whether one is sure.
#[hook]
pub fn use_leave_guard(unsaved: bool) {
    use_effect_with(unsaved, |&unsaved| {
        let guard = unsaved.then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            let asks = EventListener::new_with_options(&window(), "beforeunload", options, |event| {
                event.prevent_default()
            });
            (asks, Unsaved::new())
        });
        move || drop(guard)
    });
}

/// Leads to another document, in place of this one in the history if `replace`. What was typed is kept before, as far
/// as the server answers; and the session is not being renewed meanwhile, since a renewal whose answer nobody gets any
/// more would end it.
pub fn leave_for(client: &Client, address: String, replace: bool) {
    let client = client.clone();
    spawn_local(async move {
        kept().await;
        let leaving = async move {
            let location = window().location();
            // An address of our own is always one.
            let _left = match replace {
                true => location.replace(&address),
                false => location.assign(&address),
            };
            pause(LEAVING).await;
        };
        client.between_renewals(leaving).await;
    });
}

/// Waits until all that was typed is kept, or longer than anybody waits for a page.
async fn kept() {
    // As if every field were left: that is when drafts are sent.
    if let Ok(event) = Event::new("focusout") {
        let _heard = window().dispatch_event(&event);
    }
    let (every, looks) = LOOKS;
    for _ in 0..looks {
        if UNSAVED.get() == 0 {
            return;
        }
        pause(every).await;
    }
}
