//! The pages of a long list, by cursor: there is a page before and a page after, not a page 17.

use super::{button::Button, icon::Glyph};
use yew::prelude::*;

/// Properties of [`Pager`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PagerProps {
    /// What this is, said to screen readers.
    pub label: AttrValue,
    /// How many there are in all.
    #[prop_or_default]
    pub total: AttrValue,
    /// To the page before.
    pub previous: AttrValue,
    /// To the page after.
    pub next: AttrValue,
    /// Goes to the page before; there is none without it.
    pub onprevious: Option<Callback<()>>,
    /// Goes to the page after; there is none without it.
    pub onnext: Option<Callback<()>>,
}

/// Buttons to the page before and after.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let button = |label: &AttrValue, glyph, act: &Option<Callback<()>>| {
        let onclick = act.clone().unwrap_or_default();
        html! { <Button small=true label={label.clone()} {glyph} glyph_last={glyph == Glyph::Right} disabled={act.is_none()} {onclick} /> }
    };
    html! {
        <nav class="pager" aria-label={props.label.clone()}>
            <span>{ props.total.clone() }</span>
            <span class="push">
                { button(&props.previous, Glyph::Left, &props.onprevious) }
                { button(&props.next, Glyph::Right, &props.onnext) }
            </span>
        </nav>
    }
}
