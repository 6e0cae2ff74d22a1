//! What a reporter can do with the code: answer what was asked, write, add files, take the report back.

use crate::{
    api::{Failure, Saying, random_key, say, withdraw_report},
    features::{
        files::{FileAct, FileList, Uploads, files},
        statement::{article, panel},
    },
    hooks::{failed, use_guide, use_language, use_now},
    text::{Texts, use_texts, when},
    ui::{Labelled, area},
};
use anju_shared::{
    api::public::{Progress, Question, ReportMessage},
    time::Instant,
    workflow::{Action, Side},
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the input for words.
const INPUT: &str = "message";

/// Properties of [`Talk`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct TalkProps {
    /// The receipt code.
    pub(super) code: AttrValue,
    /// How the report stands.
    pub(super) progress: Rc<Progress>,
    /// How it stands after something was done.
    pub(super) told: Callback<Progress>,
}

/// How far something is that is being sent.
#[derive(Clone, Debug, Default, PartialEq)]
enum Sending {
    #[default]
    No,
    OnTheWay,
    Failed(Failure),
}

/// The messages, and what may be done now.
#[component]
pub(super) fn Talk(props: &TalkProps) -> Html {
    let (texts, language, now) = (use_texts(), use_language(), use_now());
    let words = &texts.talk;
    let progress = &props.progress;
    let may = |action| progress.available.contains(&action);
    let saying = if progress.question.is_some() && may(Action::Supplement) {
        Some(Saying::Supplement)
    } else if may(Action::SendMessage) {
        Some(Saying::Message)
    } else {
        may(Action::Supplement).then_some(Saying::Supplement)
    };
    let message = |one: &ReportMessage| {
        let own = one.from == Side::Reporter;
        let who = if own { words.own } else { words.theirs };
        html! {
            <li class={classes!(own.then_some("own"))} data-test="message-shown">
                <small>{ who }{ " · " }{ when::moment(one.at, now, language) }</small>
                <p class="prose">{ &one.text }</p>
                { for one.files.iter().map(|file| html! { <small>{ &file.name }{ " · " }{ when::size(file.size) }</small> }) }
            </li>
        }
    };
    html! {
        <>
            if let Some(question) = &progress.question { { asked(question, texts, now) } }
            { panel(words.title, html! {
                <>
                    if progress.messages.is_empty() { <p class="quiet">{ words.none }</p> }
                    <ul class="talk" aria-live="polite">{ for progress.messages.iter().map(message) }</ul>
                    if let Some(saying) = saying { <Compose code={props.code.clone()} {saying} told={props.told.clone()} /> }
                </>
            }) }
            if may(Action::Withdraw) { <Withdraw code={props.code.clone()} told={props.told.clone()} /> }
        </>
    }
}

/// What the authority asks before it decides.
fn asked(question: &Question, texts: &'static Texts, now: Instant) -> Html {
    let language = texts.language;
    let words = &texts.talk;
    let missing: Vec<&str> = question.missing.iter().map(|fact| fact.text(language)).collect();
    let [before, after] = words.until;
    panel(
        words.asked,
        html! {
            <div data-test="question">
                <p class="prose"><strong>{ &question.note }</strong></p>
                if !missing.is_empty() { <p>{ words.missing }{ missing.join("、") }</p> }
                if let Some(due) = &question.due { <p>{ before }<strong>{ when::last_moment(due.at, now, language) }</strong>{ after }</p> }
                { article(&question.basis, texts) }
            </div>
        },
    )
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct ComposeProps {
    code: AttrValue,
    saying: Saying,
    told: Callback<Progress>,
}

/// Words and files to be sent.
#[component]
fn Compose(props: &ComposeProps) -> Html {
    let (texts, guide) = (use_texts(), use_guide());
    let words = &texts.talk;
    let (text, sending, key) = (
        use_state_eq(String::new),
        use_state(Sending::default),
        use_state_eq(random_key),
    );
    let uploads = use_reducer_eq(Uploads::default);
    let onsubmit = {
        let (props, language) = (props.clone(), texts.language);
        let (text, sending, key, uploads) = (text.clone(), sending.clone(), key.clone(), uploads.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            sending.set(Sending::OnTheWay);
            let (props, text, sending, key, uploads) = (
                props.clone(),
                text.clone(),
                sending.clone(),
                key.clone(),
                uploads.clone(),
            );
            spawn_local(async move {
                let body = (props.code.to_string(), (*text).clone(), uploads.ids());
                match say(language, props.saying, &key, body).await {
                    Ok(progress) => {
                        // The next words are others: under another key.
                        key.set(random_key());
                        text.set(String::new());
                        uploads.dispatch(FileAct::Gone);
                        sending.set(Sending::No);
                        props.told.emit(progress);
                    }
                    Err(failure) => sending.set(Sending::Failed(failure)),
                }
            });
        })
    };
    let of = Labelled {
        id: INPUT,
        label: match props.saying {
            Saying::Supplement => words.supplement,
            Saying::Message => words.write,
        },
        optional: None,
        hint: words.hint,
        mistake: None,
    };
    let typed = {
        let text = text.setter();
        Callback::from(move |typed| text.set(typed))
    };
    let tell = {
        let dispatcher = uploads.dispatcher();
        Callback::from(move |act| dispatcher.dispatch(act))
    };
    let idle = text.trim().is_empty() || uploads.waits() || uploads.lacks() || *sending == Sending::OnTheWay;
    html! {
        <form {onsubmit} novalidate=true autocomplete="off">
            { area(&of, &text, typed) }
            if let Ok(guide) = &guide { { files(&FileList { uploads: &uploads, tell, guide, texts }) } }
            if let Sending::Failed(failure) = &*sending { { failed(failure, texts.frame, None) } }
            <button type="submit" class="btn go" disabled={idle} data-test="message-send">
                { if *sending == Sending::OnTheWay { words.sending } else { words.send } }
            </button>
        </form>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct WithdrawProps {
    code: AttrValue,
    told: Callback<Progress>,
}

/// Takes the report back, after asking once more.
#[component]
fn Withdraw(props: &WithdrawProps) -> Html {
    let texts = use_texts();
    let words = &texts.talk;
    let (sure, sending) = (use_state_eq(|| false), use_state(Sending::default));
    let ask = {
        let sure = sure.clone();
        Callback::from(move |_| sure.set(!*sure))
    };
    let withdraw = {
        let (props, sending, language) = (props.clone(), sending.clone(), texts.language);
        Callback::from(move |_| {
            sending.set(Sending::OnTheWay);
            let (props, sending) = (props.clone(), sending.clone());
            spawn_local(async move {
                match withdraw_report(language, props.code.to_string()).await {
                    Ok(progress) => props.told.emit(progress),
                    Err(failure) => sending.set(Sending::Failed(failure)),
                }
            });
        })
    };
    if !*sure {
        return html! { <button type="button" class="btn" onclick={ask} data-test="withdraw">{ words.withdraw }</button> };
    }
    html! {
        <section class="panel" role="alertdialog" aria-label={words.withdraw}>
            <p>{ words.withdraw_hint }</p>
            if let Sending::Failed(failure) = &*sending { { failed(failure, texts.frame, None) } }
            <button type="button" class="btn" disabled={*sending == Sending::OnTheWay} onclick={withdraw} data-test="withdraw-sure">{ words.withdraw_sure }</button>
            <button type="button" class="btn go" onclick={ask} data-test="withdraw-no">{ words.keep }</button>
        </section>
    }
}
