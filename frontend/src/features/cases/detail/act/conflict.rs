//! Somebody was faster (412): what they did, what of it concerns this form, and the way on.

use super::super::{
    Seen,
    view::{
        draft::Change,
        merge::{Fresh, since},
        story::{Light, Told, tell},
    },
};
use crate::{
    api::case::read_case_events,
    hooks::{use_now, use_query},
    text::{format, use_texts},
    ui::{Button, Notice, Tone},
};
use yew::prelude::*;

/// Properties of [`Conflict`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ConflictProps {
    /// The case as it is now.
    pub(super) seen: Seen,
    /// The version at which the form was begun or last sent.
    pub(super) version: u64,
    /// What the case brings to the form now.
    pub(super) fresh: Vec<Fresh>,
    /// Something is taken over.
    pub(super) onchange: Callback<Change>,
}

/// What changed, by whom, and what may be taken over.
#[component]
pub(super) fn Conflict(props: &ConflictProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let detail = &props.seen.read.value;
    let case = detail.case();
    let query = use_query((case.id, case.version), |client, (id, _)| {
        read_case_events(&client, id)
    });
    let light = Light {
        case,
        reporters: detail.reporters(),
        profile: &props.seen.profile,
        now,
        texts,
    };
    let journal = query
        .remote
        .ready()
        .map(|journal| since(&journal.events, props.version));
    let told = journal.map(|events| tell(events, light)).unwrap_or_default();
    let line = |one: &Told| {
        let when = format::moment(one.at, now, texts.language);
        html! {
            <li key={one.seq.to_string()}>
                <span class="strong">{ one.title.clone() }</span>
                <span class="quiet">{ format!(" {} · {when}", one.by) }</span>
                { for one.more.iter().map(|more| html! { <div class="prose">{ more.clone() }</div> }) }
            </li>
        }
    };
    let offer = |fresh: &Fresh| {
        let change = Change::Text(fresh.name, fresh.text.clone());
        let onclick = props.onchange.reform(move |()| change.clone());
        html! {
            <div key={fresh.name} class="stack">
                <span class="strong">{ (texts.case_forms().fresh)(fresh.label) }</span>
                <div class="prose">{ fresh.text.clone() }</div>
                <span><Button small=true label={texts.case_forms().take_over} test={format!("take-{}", fresh.name.replace('_', "-"))} {onclick} /></span>
            </div>
        }
    };
    html! {
        <Notice tone={Tone::Yellow} alert=true>
            <div class="stack" data-test="moved">
                <span class="strong">{ texts.case_forms().moved }</span>
                if !told.is_empty() {
                    <div>{ texts.case_forms().moved_by }</div>
                    <ul class="stack" data-test="changes">{ for told.iter().rev().map(line) }</ul>
                }
                { for props.fresh.iter().map(offer) }
            </div>
        </Notice>
    }
}
