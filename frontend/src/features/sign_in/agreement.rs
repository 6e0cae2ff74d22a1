//! The confidentiality agreement: its text, and accepting it.

use crate::{
    api::session::{accept_agreement, read_agreement},
    hooks::{use_command, use_query},
    session::use_client,
    shell::{FailureNotice, LINES, remote_view},
    text::use_texts,
    ui::{Button, ButtonKind, Checkbox},
};
use anju_shared::api::session::{AcceptAgreement, Agreement};
use std::rc::Rc;
use yew::prelude::*;

/// The text in force and a box to tick. The session learns of the acceptance by itself.
#[component]
pub(super) fn AgreementForm() -> Html {
    let query = use_query((), |client, ()| read_agreement(&client));
    let draw = |text: Rc<Agreement>| html! { <Text {text} /> };
    remote_view(&query.remote, &query.reload, LINES, draw)
}

#[derive(Clone, PartialEq, Properties)]
struct TextProps {
    text: Rc<Agreement>,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let (texts, client) = (use_texts(), use_client());
    let words = texts.sign_in();
    let read = use_state_eq(|| false);
    let command = use_command(
        |client, version: String| accept_agreement(&client, &AcceptAgreement { version }),
        Callback::from(move |_| super::learn(&client)),
    );
    let onsubmit = {
        let (run, version, read) = (command.run.clone(), props.text.version.clone(), *read);
        move |event: SubmitEvent| {
            event.prevent_default();
            if read {
                run.emit(version.clone());
            }
        }
    };
    let tick = {
        let read = read.setter();
        move |on| read.set(on)
    };
    let language = texts.language;
    html! {
        <form class="form" {onsubmit} novalidate=true>
            <h2>{ props.text.title.text(language).to_owned() }</h2>
            { for props.text.paragraphs.iter().map(|one| html! { <p>{ one.text(language).to_owned() }</p> }) }
            <p class="quiet">{ (words.agreement_term)(&props.text.version, props.text.months) }</p>
            if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
            <Checkbox label={words.agree} checked={*read} onchange={tick} test="agreement-tick" />
            <Button test="agreement-submit" submit=true wide=true kind={ButtonKind::Primary} busy={command.running()} disabled={!*read}
                label={words.accept} />
        </form>
    }
}
