//! The browser app of Anju: pages for the staff, over the API and nothing else.
//!
//! It is not a place for decisions: what may be done, and until when, comes from `anju_shared`, which the
//! server asks too. Start at [`app`] (providers and router), then [`route`], then one folder of [`features`].

pub mod api;
pub mod app;
pub mod features;
pub mod hooks;
pub mod route;
pub mod session;
pub mod shell;
pub mod text;
pub mod ui;

/// Draws the app into the element `#app` of the page, in place of the words that stood there while it loaded.
pub fn run() {
    let root = gloo::utils::document().get_element_by_id("app");
    match root {
        Some(root) => {
            root.set_inner_html("");
            yew::Renderer::<app::App>::with_root(root).render()
        }
        None => yew::Renderer::<app::App>::new().render(),
    };
}
