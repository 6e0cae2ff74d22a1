//! The palette: typed words, and what they lead to. The cursor stays in the field; the arrows move the mark.

pub mod view;

use self::view::{Entry, offered, turned};
use super::key_map::keys;
use crate::{
    text::use_texts,
    ui::{Layer, use_id},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Palette`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaletteProps {
    /// Pages and actions.
    pub entries: Vec<Entry>,
    /// Wants to be closed.
    pub onclose: Callback<()>,
}

/// The palette, as long as it is drawn.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let texts = use_texts();
    let words = &texts.frame;
    let typed = use_state_eq(String::new);
    let at = use_state_eq(|| 0_usize);
    let list = use_id();
    let entries = offered(&props.entries, &typed);
    let at_now = (*at).min(entries.len().saturating_sub(1));
    let choose = {
        let close = props.onclose.clone();
        Callback::from(move |entry: Entry| {
            close.emit(());
            entry.act.emit(());
        })
    };
    let onkeydown = {
        let (at, choose, entries) = (at.setter(), choose.clone(), entries.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => at.set(turned(at_now, entries.len(), true)),
                "ArrowUp" => at.set(turned(at_now, entries.len(), false)),
                "Enter" => entries
                    .get(at_now)
                    .cloned()
                    .map_or((), |entry| choose.emit(entry)),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let oninput = {
        let (typed, at) = (typed.setter(), at.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let option = |place: usize| format!("{list}-{place}");
    let options = entries.iter().enumerate().map(|(place, entry)| {
        let onclick = {
            let entry = entry.clone();
            choose.reform(move |_: MouseEvent| entry.clone())
        };
        html! {
            <li key={place} id={option(place)} role="option" aria-selected={if place == at_now { "true" } else { "false" }} {onclick}>
                <span>{ entry.word }</span>{ entry.chord.map_or_else(Html::default, keys) }
            </li>
        }
    });
    let told = match entries.len() {
        0 => words.nothing_found.to_owned(),
        count => (words.found)(count),
    };
    html! {
        <Layer title={words.palette} close={texts.widgets.close} onclose={props.onclose.clone()}>
            <input class="input" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls={list.clone()} autocomplete="off"
                aria-activedescendant={(!entries.is_empty()).then(|| option(at_now))} aria-label={words.palette} maxlength="100"
                placeholder={words.palette_hint} value={(*typed).clone()} {oninput} {onkeydown} data-test="palette" />
            <ul class="palette" role="listbox" id={list.clone()} aria-label={words.palette}>{ for options }</ul>
            <p class="quiet" role="status">{ told }</p>
        </Layer>
    }
}
