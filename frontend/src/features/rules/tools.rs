//! What narrows the comparison, and what leads about in it.

use super::view::{Address, Group, place};
use crate::{
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Checkbox, Choice, Glyph, RadioGroup, TextInput},
};
use std::rc::Rc;
use yew::prelude::*;

/// Characters of the words looked for.
const LONGEST: u32 = 100;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// What the address asks for.
    pub(super) address: Address,
    /// Asks for something else.
    pub(super) turn: Callback<Address>,
    /// How many entries there are, and how many of them differ.
    pub(super) counted: (usize, usize),
    /// Adds a column, where there is room for one.
    pub(super) another: Option<Callback<()>>,
}

/// Words, differences, a further column.
#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let words = use_texts().rules();
    let address = &props.address;
    let search = {
        let address = address.clone();
        props
            .turn
            .reform(move |q: String| Address { q, ..address.clone() })
    };
    let differing = {
        let address = address.clone();
        props.turn.reform(move |differing| Address {
            differing,
            ..address.clone()
        })
    };
    let clear = {
        let regimes = address.regimes.clone();
        props.turn.reform(move |()| Address {
            regimes: regimes.clone(),
            ..Address::default()
        })
    };
    let add = props.another.clone().unwrap_or_default();
    let (total, differ) = props.counted;
    html! {
        <div class="filters filters--open filters--law no-print" role="search" aria-label={words.search}>
            <TextInput kind="search" label={words.search} placeholder={words.search_hint} max={LONGEST} value={address.q.clone()}
                onchange={search} test="rules-search" />
            <Checkbox label={words.differing} checked={address.differing} onchange={differing} test="rules-differing" />
            if address.differing || !address.q.is_empty() {
                <Button kind={ButtonKind::Quiet} glyph={Glyph::Close} label={words.clear} onclick={clear} test="rules-clear" />
            }
            <span class="quiet push" role="status" data-test="rules-extent">{ (words.extent)(total, differ) }</span>
            <Button glyph={Glyph::Plus} label={words.add} disabled={props.another.is_none()} onclick={add} test="rules-add" />
        </div>
    }
}

/// The lists, as links to their places on the page.
pub(super) fn contents(groups: &[Group<'_>], texts: &'static Texts) -> Html {
    let links = groups.iter().map(|group| {
        let to = place(group.section);
        html! {
            <li key={to.clone()}>
                <a href={format!("#{to}")}>{ group.section.name.text(texts.language).to_owned() }<span class="quiet">{ group.lines.len() }</span></a>
            </li>
        }
    });
    html! { <nav class="contents no-print" aria-label={texts.rules().sections}><ul>{ for links }</ul></nav> }
}

/// On a telephone: which column is in sight.
pub(super) fn switch(
    shown: &[String],
    seen: usize,
    see: UseStateSetter<usize>,
    texts: &'static Texts,
) -> Html {
    let choices: Rc<[Choice]> = shown
        .iter()
        .map(|id| Choice::new(id.clone(), id.clone()))
        .collect();
    let ids = shown.to_vec();
    let onchange = Callback::from(move |id: String| {
        let at = ids.iter().position(|one| *one == id);
        see.set(at.unwrap_or_default());
    });
    let value = shown.get(seen).cloned().unwrap_or_default();
    html! {
        <div class="switch no-print">
            <RadioGroup label={texts.rules().columns} {value} {choices} {onchange} test="shown" />
        </div>
    }
}
