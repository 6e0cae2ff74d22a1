//! 文书: the documents of the case, one at a time, to read and to print.

use super::{
    PartProps,
    view::{documents::Document, story::Light},
};
use crate::{
    hooks::use_now,
    text::{Texts, use_texts},
    ui::{Button, Choice, Fact, Facts, Picture, Select, StateKind},
};
use anju_shared::workflow::Report;
use std::rc::Rc;
use yew::prelude::*;

/// The documents.
#[component]
pub(super) fn Documents(props: &PartProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let chosen = use_state_eq(|| None::<String>);
    let words = texts.case_detail();
    let detail = &props.seen.read.value;
    let papers = Light {
        case: detail.case(),
        reporters: detail.reporters(),
        profile: &props.seen.profile,
        now,
        texts,
    };
    let all = papers.all();
    let latest = all.last();
    let Some(shown) = all
        .iter()
        .find(|one| Some(&one.key) == chosen.as_ref())
        .or(latest)
    else {
        return html! { <Picture kind={StateKind::Empty} title={words.empty[2]} /> };
    };
    let choices: Rc<[Choice]> = all
        .iter()
        .map(|one| Choice::new(one.key.clone(), one.title.clone()))
        .collect();
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |key: String| chosen.set(Some(key)))
    };
    let print = Callback::from(|()| {
        if let Some(window) = web_sys::window() {
            // A browser that does not print says so itself.
            window.print().unwrap_or_default();
        }
    });
    html! {
        <div class="stack">
            <div class="papers no-print">
                <Select label={words.document} value={shown.key.clone()} {choices} {onchange} test="document-choice" />
                <Button label={words.print} test="print" onclick={print} />
            </div>
            { paper(shown, &detail.case().number, texts) }
        </div>
    }
}

fn paper(document: &Document, number: &str, texts: &Texts) -> Html {
    html! {
        <article class="document" data-test="document">
            <h2 class="document__title">{ document.title.clone() }</h2>
            <p class="document__number">{ format!("{} {number}", texts.case_detail().number) }</p>
            { lines(&document.lines) }
            <p class="document__signed">{ document.signed.clone() }</p>
        </article>
    }
}

fn lines(lines: &[(&'static str, String)]) -> Html {
    let facts: Vec<Fact> = lines
        .iter()
        .map(|(name, text)| Fact::text(*name, Some(text), ""))
        .collect();
    html! { <Facts {facts} /> }
}

/// What the report says that a leader approves or sends back.
pub(super) fn report_facts(report: &Report, papers: Light<'_>) -> Html {
    let said: Vec<_> = papers
        .report(report)
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .collect();
    lines(&said)
}
