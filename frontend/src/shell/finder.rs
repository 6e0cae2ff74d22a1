//! The field in the top bar that opens the palette, and the map of keys. One table of entries serves both the palette
//! and the keys that do the same.

use super::{
    key_map::KeyMap,
    palette::{Palette, view::Entry},
};
use crate::{
    hooks::use_key,
    text::use_texts,
    ui::{Glyph, Icon},
};
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
    let words = &use_texts().frame;
    let over = use_state_eq(|| Over::Nothing);
    let show = |what| {
        let over = over.setter();
        Callback::from(move |()| over.set(what))
    };
    let (palette, map, close) = (show(Over::Palette), show(Over::Map), show(Over::Nothing));
    use_key("Ctrl+K", Some(words.palette), palette.clone());
    use_key("/", Some(words.palette), palette.clone());
    use_key("?", Some(words.keys), map);
    let onclick = palette.reform(|_: MouseEvent| ());
    let layer = match *over {
        Over::Nothing => Html::default(),
        Over::Palette => html! { <Palette entries={props.entries.clone()} onclose={close} /> },
        Over::Map => html! { <KeyMap onclose={close} /> },
    };
    html! {
        <>
            <button type="button" class="search" aria-haspopup="dialog" data-test="palette-open" {onclick}>
                <Icon glyph={Glyph::Search} /><span>{ words.palette_hint }</span><kbd aria-hidden="true">{ "Ctrl K" }</kbd>
            </button>
            for entry in props.entries.iter() { if let Some(chord) = entry.chord { <EntryKey key={chord} {chord} label={entry.word} act={entry.act.clone()} /> } }
            { layer }
        </>
    }
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
