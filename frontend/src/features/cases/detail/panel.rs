//! 可以做什么: every action with its key, or with the reason why it may not be done.

use super::{
    Seen,
    view::panel::{Act, acts, key},
};
use crate::{
    api::Failure,
    hooks::use_shortcut,
    session::use_client,
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, Panel as Box},
};
use anju_shared::workflow::{Action, Context};
use yew::prelude::*;

/// Properties of [`Panel`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PanelProps {
    /// What is seen.
    pub(super) seen: Seen,
    /// Wants this done.
    pub(super) onact: Callback<Action>,
    /// An action that asks for nothing is on its way.
    pub(super) busy: bool,
    /// It failed.
    pub(super) failure: Option<Failure>,
}

/// The action panel.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let words = texts.case_detail();
    let case = props.seen.read.value.case();
    let context = Context {
        profile: &props.seen.profile,
        calendar: &props.seen.calendar,
        now,
    };
    let acts = acts(case, &props.seen.actor(), &context, texts);
    let body = if acts.is_empty() {
        let said = if case.stage().is_open() {
            words.no_actions
        } else {
            words.over
        };
        html! { <p class="quiet">{ said }</p> }
    } else {
        html! { <div class="acts" data-test="panel">{ for acts.into_iter().map(|act| one(props, act)) }</div> }
    };
    html! {
        <Box title={words.panel}>
            <div class="stack">
                if let Some(failure) = &props.failure { <FailureNotice failure={failure.clone()} /> }
                { body }
            </div>
        </Box>
    }
}

fn one(props: &PanelProps, act: Act) -> Html {
    let action = act.action;
    let test = format!("action-{}", action.code().replace('_', "-"));
    let Some(reason) = act.refused else {
        let onclick = props.onact.reform(move |()| action);
        let kind = if act.primary {
            ButtonKind::Primary
        } else {
            ButtonKind::Plain
        };
        let busy = props.busy && action == Action::SignIn;
        return html! {
            <div class="act" key={action.code()}>
                <Button label={act.label} {kind} {busy} key_hint={key(action).to_ascii_uppercase()} {test} onclick={onclick.clone()} />
                <Key chord={key(action)} act={onclick} />
            </div>
        };
    };
    let id = format!("why-{}", action.code());
    html! {
        <div class="act" key={action.code()}>
            <Button label={act.label} disabled=true described_by={id.clone()} {test} />
            <span class="act__note" {id} title={reason.citation}>{ reason.line }</span>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct KeyProps {
    chord: &'static str,
    act: Callback<()>,
}

/// The key of a button that is on the page.
#[component]
fn Key(props: &KeyProps) -> Html {
    use_shortcut(props.chord, props.act.clone());
    Html::default()
}
