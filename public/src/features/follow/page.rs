//! The page: the receipt code, then how the report stands.

use super::{
    code::{grouped, mistake},
    talk::Talk,
    told::told,
};
use crate::{
    api::{Failure, follow_report},
    hooks::{failed, use_language, use_now},
    text::use_texts,
    ui::{Heading, Labelled, focus, focus_heading, line},
};
use anju_shared::api::public::Progress;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the input.
const INPUT: &str = "receipt_code";

thread_local! {
    /// The code of a report that was sent just now, until the page is closed.
    static HANDED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The code with which to begin.
pub(crate) fn hand_over(code: &str) {
    HANDED.with(|handed| code.clone_into(&mut handed.borrow_mut()));
}

/// Where the page is.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// Nothing was asked.
    None,
    /// The answer is waited for.
    Asked,
    /// How it stands.
    Told(Rc<Progress>),
    /// It could not be told.
    Failed(Failure),
}

/// 查询进度
#[component]
pub(crate) fn FollowPage() -> Html {
    let (texts, language, now) = (use_texts(), use_language(), use_now());
    let words = &texts.follow;
    let code = use_state_eq(|| HANDED.with(RefCell::take));
    let sent = use_state_eq(|| false);
    let answer = use_state(|| Answer::None);
    let ask = {
        let (code, answer) = (code.clone(), answer.setter());
        Callback::from(move |()| {
            let (code, answer) = ((*code).clone(), answer.clone());
            spawn_local(async move {
                let told = follow_report(language, code).await;
                answer.set(told.map_or_else(Answer::Failed, |told| Answer::Told(Rc::new(told))));
            });
        })
    };
    if let Answer::Told(progress) = &*answer {
        let again = {
            let answer = answer.setter();
            Callback::from(move |progress| answer.set(Answer::Told(Rc::new(progress))))
        };
        let other = {
            let (code, answer, sent) = (code.clone(), answer.clone(), sent.clone());
            Callback::from(move |_| {
                code.set(String::new());
                sent.set(false);
                answer.set(Answer::None);
                focus_heading();
            })
        };
        return html! {
            <>
                <Heading text={words.title} />
                { told(progress, now, texts, language) }
                <Talk code={(*code).clone()} progress={progress.clone()} told={again} />
                <button type="button" class="btn" onclick={ask.reform(|_| ())} data-test="follow-refresh">{ words.refresh }</button>
                <button type="button" class="btn" onclick={other} data-test="follow-other">{ words.other }</button>
            </>
        };
    }
    let wrong = mistake(&code, *sent, language);
    let onsubmit = {
        let (answer, sent, code) = (answer.setter(), sent.setter(), code.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            sent.set(true);
            if mistake(&code, true, language).is_some() {
                return focus(INPUT);
            }
            answer.set(Answer::Asked);
            focus_heading();
            ask.emit(());
        })
    };
    let typed = {
        let (code, sent) = (code.setter(), sent.setter());
        Callback::from(move |text: String| {
            sent.set(false);
            code.set(grouped(&text));
        })
    };
    let of = Labelled {
        id: INPUT,
        label: words.code,
        optional: None,
        hint: words.code_hint,
        mistake: wrong.as_deref(),
    };
    let waits = *answer == Answer::Asked;
    html! {
        <>
            <Heading text={words.title} />
            <p class="lead">{ words.lead }</p>
            <form class="code" {onsubmit} novalidate=true autocomplete="off">
                { line(&of, "tel", &code, typed) }
                if let Answer::Failed(failure) = &*answer { { failed(failure, texts.frame, None) } }
                <button type="submit" class="btn go" disabled={waits} data-test="follow-look">{ if waits { words.looking } else { words.look } }</button>
            </form>
        </>
    }
}
