//! One renewal at a time, over all tabs of this browser.
//!
//! The refresh cookie rotates, and the server takes a second use of an old one for theft. Two tabs that woke
//! up together would sign their person out; the browser's lock manager puts them in a row instead.

use js_sys::{Function, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// Runs `work` while no other tab runs any under the same `name`. Where the browser has no lock manager (old,
/// or not a secure context) it runs at once.
pub(super) async fn exclusively<T: 'static>(
    name: &str,
    work: impl Future<Output = T> + 'static,
) -> Option<T> {
    let Some((manager, request)) = manager() else {
        return Some(work.await);
    };
    let done = Rc::new(RefCell::new(None));
    let held = {
        let done = done.clone();
        Closure::once(move || {
            wasm_bindgen_futures::future_to_promise(async move {
                done.replace(Some(work.await));
                Ok(JsValue::UNDEFINED)
            })
        })
    };
    let granted = request
        .call2(&manager, &JsValue::from_str(name), held.as_ref())
        .ok()?;
    JsFuture::from(granted.unchecked_into::<Promise>()).await.ok()?;
    done.take()
}

fn manager() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&gloo::utils::window().navigator(), &JsValue::from_str("locks")).ok()?;
    let request = Reflect::get(&locks, &JsValue::from_str("request")).ok()?;
    Some((locks, request.dyn_into().ok()?))
}
