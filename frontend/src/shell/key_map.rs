//! The map of keys: what is bound at this moment, told by the board that binds it. There is no second list.

use crate::{hooks::use_key_map, text::use_texts, ui::Layer};
use yew::prelude::*;

/// Properties of [`KeyMap`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KeyMapProps {
    /// Wants to be closed.
    pub onclose: Callback<()>,
}

/// The map, as long as it is drawn.
#[component]
pub fn KeyMap(props: &KeyMapProps) -> Html {
    let texts = use_texts();
    let bound = use_key_map().emit(());
    let row = |(written, label): &(&'static str, &'static str)| {
        html! { <><dt>{ keys(written) }</dt><dd>{ *label }</dd></> }
    };
    html! {
        <Layer title={texts.frame().keys} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <dl class="facts keys" data-test="key-map">{ for bound.iter().map(row) }</dl>
        </Layer>
    }
}

/// Keys as they are pressed, one after the other or together.
pub(super) fn keys(written: &'static str) -> Html {
    let keys = written
        .split([' ', '+'])
        .map(|key| html! { <><kbd>{ key.to_ascii_uppercase() }</kbd>{ " " }</> });
    html! { <span>{ for keys }</span> }
}
