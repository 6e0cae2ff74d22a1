//! The tree of units: choosing one shows its people.

use crate::{
    text::use_texts,
    ui::{Button, ButtonKind, Glyph, Tag},
};
use anju_shared::{
    api::{directory::Unit, units::tree},
    ids::UnitId,
};
use std::rc::Rc;
use yew::prelude::*;

/// Deepest level that is set in.
const DEEPEST: usize = 4;

/// Properties of [`Tree`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TreeProps {
    /// The units.
    pub(super) units: Rc<Vec<Unit>>,
    /// The one that is shown; none for all.
    pub(super) chosen: Option<UnitId>,
    /// Chooses one.
    pub(super) onchoose: Callback<Option<UnitId>>,
    /// Changes one, where that is offered.
    pub(super) onchange: Option<Callback<Unit>>,
}

/// The tree.
#[component]
pub(super) fn Tree(props: &TreeProps) -> Html {
    let words = use_texts().people();
    let lines = tree(&props.units).into_iter().map(|(depth, unit)| {
        let current = props.chosen == Some(unit.id);
        let id = unit.id;
        let choose = props.onchoose.reform(move |_: MouseEvent| Some(id));
        let change = props.onchange.as_ref().filter(|_| current).map(|change| {
            let unit = unit.clone();
            let onclick = change.reform(move |()| unit.clone());
            html! { <Button small=true kind={ButtonKind::Quiet} label={words.change} {onclick} test="unit-change" /> }
        });
        html! {
            <li key={id.to_string()} class={format!("tree__line tree__line--{}", depth.min(DEEPEST))}>
                <button type="button" class="tree__name" aria-current={current.then_some("true")} onclick={choose}
                    data-test={format!("unit-{}", unit.code)}>{ unit.name.clone() }</button>
                if !unit.active { <Tag label={words.retired} /> }
                { change }
            </li>
        }
    });
    let all = props.onchoose.reform(|_: MouseEvent| None);
    html! {
        <ul class="tree" aria-label={words.units} data-test="units">
            <li class="tree__line">
                <button type="button" class="tree__name" aria-current={props.chosen.is_none().then_some("true")} onclick={all}>
                    { words.all_units }
                </button>
            </li>
            { for lines }
        </ul>
    }
}

/// The button that sets up a unit.
pub(super) fn new_unit(label: &'static str, onclick: Callback<()>) -> Html {
    html! { <Button small=true glyph={Glyph::Plus} {label} {onclick} test="unit-new" /> }
}
