//! Names for elements that refer to each other: a label and its field.

use std::cell::Cell;
use yew::prelude::*;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// A name that no other element of this page has, the same as long as the component lives.
#[hook]
pub fn use_id() -> AttrValue {
    let number = use_state(|| NEXT.with(|next| next.replace(next.get().wrapping_add(1))));
    use_memo(*number, |number| AttrValue::from(format!("f{number}")))
        .as_ref()
        .clone()
}
