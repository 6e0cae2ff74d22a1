//! Every component in its states, on two pages' worth of sample data: for looking at them while they are made.
//!
//! Not part of the app: it is compiled with the cargo feature `gallery` only, and its sample sentences are
//! therefore not among the texts.

mod matter;
mod parts;

use crate::ui::{Tab, Tabs};
use std::rc::Rc;
use yew::prelude::*;

/// The gallery.
#[component]
pub fn Gallery() -> Html {
    let shown = use_state_eq(|| AttrValue::Static("list"));
    let tabs: Rc<[Tab]> = [
        ("list", "列表"),
        ("case", "办件"),
        ("parts", "零件"),
        ("states", "状态"),
    ]
    .map(|(key, label)| Tab {
        key: key.into(),
        label: label.into(),
    })
    .into();
    let onshow = {
        let shown = shown.setter();
        move |key| shown.set(key)
    };
    let content = match shown.as_str() {
        "list" => html! { <matter::List /> },
        "case" => html! { <matter::Case /> },
        "parts" => html! { <parts::Forms /> },
        _ => html! { <parts::States /> },
    };
    html! { <Tabs label="样张" {tabs} shown={(*shown).clone()} {onshow}><div class="main">{ content }</div></Tabs> }
}
