//! Copying a text, where the browser lets a page do that.

use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// Copies a text and tells `done` whether it worked. On a page without HTTPS browsers have no clipboard.
#[hook]
pub fn use_copy(done: Callback<bool>) -> Callback<String> {
    use_callback(done, |text: String, done| {
        let done = done.clone();
        spawn_local(async move { done.emit(copy(&text).await) });
    })
}

async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let there = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !there.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
