//! `j` and `k` move the cursor through the rows; Enter follows the link of the row that has it, as any link.

use super::view::step;
use crate::hooks::use_shortcut;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The link of each row.
const LINKS: &str = "tbody a";

/// Moves through the rows of the table inside `list`.
#[hook]
pub(crate) fn use_row_keys(list: NodeRef) {
    let forward = use_callback(list.clone(), |(), list| go(list, true));
    let back = use_callback(list, |(), list| go(list, false));
    use_shortcut("j", forward);
    use_shortcut("k", back);
}

fn go(list: &NodeRef, forward: bool) {
    let links = links(list);
    let focused = document().active_element();
    let at = links.iter().position(|link| {
        focused
            .as_ref()
            .is_some_and(|focused| link.is_same_node(Some(focused)))
    });
    if let Some(link) = step(at, links.len(), forward).and_then(|to| links.get(to)) {
        // Without the cursor there the row can still be clicked.
        link.focus().unwrap_or_default();
    }
}

fn links(list: &NodeRef) -> Vec<HtmlElement> {
    let found = list
        .cast::<Element>()
        .and_then(|list| list.query_selector_all(LINKS).ok());
    let Some(found) = found else { return vec![] };
    (0..found.length())
        .filter_map(|place| found.item(place)?.dyn_into().ok())
        .collect()
}
