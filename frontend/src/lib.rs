//! The browser app of Anju: pages for the staff, over the API and nothing else.
//!
//! It is not a place for decisions: what may be done, and until when, comes from `anju_shared`, which the
//! server asks too. Start at [`app`] (providers and router), then [`route`] and [`rooms`], then one folder of
//! [`features`].

pub mod api;
pub mod app;
pub mod features;
pub mod hooks;
pub mod rooms;
pub mod route;
pub mod session;
pub mod shell;
pub mod text;
pub mod ui;

use gloo::{events::EventListener, utils::window};
use route::{Room, Route};
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;
use yew::{Callback, Html};

/// Draws a room into the element `#app` of the page, in place of the words that stood there while it loaded.
pub fn run(room: Room, page: fn(Route) -> Option<Html>) {
    start_anew_when_shown_again();
    let page = Callback::from(page);
    let root = gloo::utils::document().get_element_by_id("app");
    route::enter(room);
    let props = app::AppProps { page };
    match root {
        Some(root) => {
            root.set_inner_html("");
            yew::Renderer::<app::App>::with_root_and_props(root, props).render()
        }
        None => yew::Renderer::<app::App>::with_props(props).render(),
    };
}

/// Whoever goes back to this document gets it as it is for whoever is signed in now, not as the browser kept it.
fn start_anew_when_shown_again() {
    let listener = EventListener::new(&window(), "pageshow", |event| {
        let shown = event.dyn_ref::<PageTransitionEvent>();
        if shown.is_some_and(PageTransitionEvent::persisted) {
            // A document that cannot be loaded says so itself.
            let _loading = window().location().reload();
        }
    });
    listener.forget();
}
