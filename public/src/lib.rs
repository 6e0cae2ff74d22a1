//! The citizens' app of Anju: what may be reported, 我要举报, 查询进度, 办理指南. Made for a telephone.
//!
//! With [`calculator`], a document of its own, for periods. It is an app of its own, so that a citizen loads nothing of the staff's desk, and it decides nothing: what a report
//! must look like and what a citizen is told comes from `anju_shared`, which the server asks too. On the telephone it
//! keeps the language and, in [`draft`], the citizen's own draft; nothing else. Start at [`app`] (the frame), then
//! [`route`], then one folder of [`features`].

mod api;
mod app;
mod calculator;
mod draft;
mod features;
mod hooks;
mod route;
mod text;
mod ui;

use wasm_bindgen::UnwrapThrowExt as _;
use yew::BaseComponent;

/// Starts the app.
pub fn run() {
    draw::<app::App>();
}

/// Starts the calculator of periods, in its own document.
pub fn run_calculator() {
    draw::<calculator::Calculator>();
}

/// Draws into the element `#app` of the page, in place of the words that stood there while it loaded.
fn draw<C: BaseComponent<Properties = ()>>() {
    let window = web_sys::window().expect_throw("the app runs in a page");
    let root = window
        .document()
        .and_then(|document| document.get_element_by_id("app"));
    match root {
        Some(root) => {
            root.set_text_content(None);
            yew::Renderer::<C>::with_root(root).render()
        }
        None => yew::Renderer::<C>::new().render(),
    };
}
