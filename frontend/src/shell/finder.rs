//! The field in the top bar that opens the palette, and the map of keys. `/` leads to the page's own field for words, if
//! it has one. One table of entries serves both the palette
//! and the keys that do the same.

use super::{
    key_map::KeyMap,
    palette::{Palette, view::Entry},
};
use crate::{
    hooks::use_key,
    session::use_session,
    text::{frame::FrameTexts, use_texts},
    ui::{Glyph, Icon},
};
use anju_shared::access::Operation;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Finder`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FinderProps {
    /// Pages and actions that can be found.
    pub entries: Vec<Entry>,
}

/// What lies over the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Palette,
    Map,
}

/// The field, the palette and the map, with their keys and those of the entries.
#[component]
pub fn Finder(props: &FinderProps) -> Html {
    let words = use_texts().frame();
    let over = use_state_eq(|| Over::Nothing);
    let show = |what| {
        let over = over.setter();
        Callback::from(move |()| over.set(what))
    };
    let (palette, map, close) = (show(Over::Palette), show(Over::Map), show(Over::Nothing));
    use_key("Ctrl+K", Some(words.palette), palette.clone());
    let search = {
        let palette = palette.clone();
        Callback::from(move |()| {
            if !focus_search() {
                palette.emit(());
            }
        })
    };
    use_key("/", Some(words.search_key), search);
    use_key("?", Some(words.keys), map);
    let hint = search_hint(use_session().may(Operation::ListCases), words);
    let onclick = palette.reform(|_: MouseEvent| ());
    let layer = match *over {
        Over::Nothing => Html::default(),
        Over::Palette => html! { <Palette entries={props.entries.clone()} onclose={close} /> },
        Over::Map => html! { <KeyMap onclose={close} /> },
    };
    html! {
        <>
            <button type="button" class="search" aria-haspopup="dialog" data-test="palette-open" {onclick}>
                <Icon glyph={Glyph::Search} /><span>{ hint }</span><kbd aria-hidden="true">{ "Ctrl K" }</kbd>
            </button>
            for entry in props.entries.iter() { if let Some(chord) = entry.chord { <EntryKey key={chord} {chord} label={entry.word} act={entry.act.clone()} /> } }
            { layer }
        </>
    }
}

/// What can be typed.
pub(super) const fn search_hint(sees_cases: bool, words: &FrameTexts) -> &'static str {
    if sees_cases {
        words.search
    } else {
        words.palette_hint
    }
}

/// Puts the cursor into the page's own field for words, if it has one in sight.
fn focus_search() -> bool {
    let field = document().query_selector("main [type=search]");
    let Some(field) = field
        .ok()
        .flatten()
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
    else {
        return false;
    };
    // Words that cannot be marked can still be changed.
    field.select();
    field.focus().is_ok()
}

#[derive(Clone, PartialEq, Properties)]
struct EntryKeyProps {
    chord: &'static str,
    label: &'static str,
    act: Callback<()>,
}

/// The key of an entry, as long as the entry is there.
#[component]
fn EntryKey(props: &EntryKeyProps) -> Html {
    use_key(props.chord, Some(props.label), props.act.clone());
    Html::default()
}
