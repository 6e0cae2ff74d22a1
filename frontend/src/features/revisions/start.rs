//! Beginning a revision: of which regime, and whether it stays that regime.

use crate::{
    api::{field_errors, revisions::draft_revision, rules::list_regimes},
    features::rules::view::in_force,
    hooks::{use_command, use_query},
    route::{Route, use_go},
    session::use_client,
    shell::{FailureNotice, remote_view},
    text::use_texts,
    ui::{Button, ButtonKind, Choice, Layer, RadioGroup, Select, TextInput},
};
use anju_shared::api::{
    revisions::{NewRevision, RevisionDetail},
    rules::RegimeList,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StartProps {
    pub(super) onclose: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn Start(props: &StartProps) -> Html {
    let texts = use_texts();
    let list = use_query((), |client, ()| list_regimes(&client));
    let onclose = props.onclose.clone();
    let draw = |list: Rc<RegimeList>| html! { <Form {list} onclose={onclose.clone()} /> };
    html! {
        <Layer title={texts.revisions().begin} close={texts.widgets().close} onclose={props.onclose.clone()}>
            { remote_view(&list.remote, &list.reload, 4, draw) }
        </Layer>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    list: Rc<RegimeList>,
    onclose: Callback<()>,
}

/// The next version of the same regime.
const NEXT: &str = "next";
/// A regime of its own.
const OTHER: &str = "other";

#[component]
fn Form(props: &FormProps) -> Html {
    let (texts, today, go) = (use_texts(), use_client().now().local_date(), use_go());
    let words = texts.revisions();
    let of = use_state_eq(|| props.list.in_force.clone());
    let becomes = use_state_eq(|| NEXT.to_owned());
    let id = use_state_eq(String::new);
    let done = go.reform(|detail: RevisionDetail| Route::Revision {
        id: detail.revision.id,
    });
    let send = use_command(
        |client, body: NewRevision| async move { draft_revision(&client, &body).await },
        done,
    );
    let choices: Rc<[Choice]> = in_force(&props.list, today)
        .into_iter()
        .map(|one| Choice::new(one.id.clone(), format!("{} {}", one.id, one.title)))
        .collect();
    let ways: Rc<[Choice]> = [
        Choice::new(NEXT, words.next_version).with_more(words.next_version_more),
        Choice::new(OTHER, words.other_id).with_more(words.other_id_more),
    ]
    .into();
    let other = *becomes == OTHER;
    let onsubmit = {
        let (of, id, run) = (of.clone(), id.clone(), send.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let id = other.then(|| id.trim().to_owned());
            run.emit(NewRevision::Layer {
                copy_of: (*of).clone(),
                id,
            });
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.setter();
        Callback::from(move |value: String| state.set(value))
    };
    let errors = send.failure().map(field_errors).unwrap_or_default();
    let error = errors.get("id").cloned().map(AttrValue::from);
    html! {
        <form class="form" {onsubmit} novalidate=true>
            if let Some(failure) = send.failure() { <FailureNotice failure={failure.clone()} /> }
            <Select label={words.copy_of} value={(*of).clone()} {choices} onchange={set(&of)} test="copy-of" />
            <RadioGroup label={words.becomes} value={(*becomes).clone()} choices={ways} list=true onchange={set(&becomes)} test="becomes" />
            if other {
                <TextInput label={words.id} hint={words.id_hint} {error} value={(*id).clone()} required={texts.widgets().required}
                    max={8} onchange={set(&id)} test="new-id" />
            }
            <div class="form__end">
                <Button label={texts.widgets().cancel} onclick={props.onclose.clone()} />
                <Button kind={ButtonKind::Primary} submit=true busy={send.running()} label={words.begin} test="revision-begin" />
            </div>
        </form>
    }
}
