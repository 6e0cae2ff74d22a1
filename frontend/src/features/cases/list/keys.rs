//! `j` and `k` move the cursor through the rows; Enter follows the link of the row that has it, as any link. `x` selects
//! the row, and with Shift all keys select: on the way, or from the last selected row to this one.

use super::view::step;
use crate::{hooks::use_key, text::use_texts};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The link of each row.
const LINKS: &str = "tbody a";

/// What a key selects: rows by their place on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// This one, or no longer.
    Turn(usize),
    /// This one.
    Take(usize),
    /// From the last one to this one.
    Through(usize),
}

/// Moves through the rows of the table inside `list`.
#[hook]
pub(crate) fn use_row_keys(list: NodeRef) {
    let words = use_texts().cases_list();
    let forward = use_callback(list.clone(), |(), list| {
        go(list, true);
    });
    let back = use_callback(list, |(), list| {
        go(list, false);
    });
    use_key("j", Some(words.key_down), forward);
    use_key("k", Some(words.key_up), back);
}

/// Says which rows of the table inside `list` the keys select.
#[hook]
pub(super) fn use_row_picks(list: NodeRef, pick: Callback<Pick>) {
    let words = use_texts().cases_list();
    let key = |act: fn(&NodeRef, &Callback<Pick>)| {
        let (list, pick) = (list.clone(), pick.clone());
        Callback::from(move |()| act(&list, &pick))
    };
    let turn = key(|list, pick| at(list).map_or((), |place| pick.emit(Pick::Turn(place))));
    let through = key(|list, pick| at(list).map_or((), |place| pick.emit(Pick::Through(place))));
    use_key("x", Some(words.key_turn), turn);
    use_key("Shift+x", Some(words.key_through), through);
    use_key(
        "Shift+j",
        Some(words.key_take),
        key(|list, pick| take(list, pick, true)),
    );
    use_key(
        "Shift+k",
        Some(words.key_take_up),
        key(|list, pick| take(list, pick, false)),
    );
}

/// Selects the row that has the cursor, moves on, and selects the next.
fn take(list: &NodeRef, pick: &Callback<Pick>, forward: bool) {
    let both = [at(list), go(list, forward)];
    for place in both.into_iter().flatten() {
        pick.emit(Pick::Take(place));
    }
}

/// The row that has the cursor.
fn at(list: &NodeRef) -> Option<usize> {
    place(&links(list))
}

fn place(links: &[HtmlElement]) -> Option<usize> {
    let focused = document().active_element()?;
    // The cursor may stand on another part of the row, as its box.
    let row = focused.closest("tr").ok().flatten()?;
    links.iter().position(|link| row.contains(Some(link)))
}

fn go(list: &NodeRef, forward: bool) -> Option<usize> {
    let links = links(list);
    let to = step(place(&links), links.len(), forward)?;
    // Without the cursor there the row can still be clicked.
    links.get(to)?.focus().unwrap_or_default();
    Some(to)
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
