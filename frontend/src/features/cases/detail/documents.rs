//! 文书: the documents of the case, one at a time, to read and to print.

use super::{
    PartProps, Seen,
    sheet::{Sheet, print, use_explanation},
    view::{
        documents::{Document, Line},
        story::Light,
    },
};
use crate::{
    hooks::use_now,
    shell::{LINES, remote_view},
    text::{Texts, use_texts},
    ui::{Button, Choice, Fact, Facts, Picture, Select, StateKind},
};
use anju_shared::{
    rules::ClockKind,
    workflow::{Clock, Report},
};
use std::rc::Rc;
use yew::prelude::*;

/// What stands before the kind and the round in the key of a sheet.
const SHEET: &str = "sheet-";

/// The documents, and the sheet of every period that runs.
#[component]
pub(super) fn Documents(props: &PartProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let chosen = use_state_eq(|| None::<String>);
    let words = texts.case_detail();
    let detail = &props.seen.read.value;
    let case = detail.case();
    let papers = Light {
        case,
        reporters: detail.reporters(),
        profile: &props.seen.profile,
        now,
        texts,
    };
    let all = papers.all();
    let sheets: Vec<(String, &Clock)> = case
        .clocks
        .iter()
        .filter(|clock| clock.stopped_at.is_none())
        .map(|clock| (format!("{SHEET}{}-{}", clock.kind, clock.round), clock))
        .collect();
    let known = |key: &&String| {
        let sheet = sheets.iter().any(|(sheet, _)| sheet == *key);
        sheet || all.iter().any(|one| one.key == **key)
    };
    let latest = all.last().map(|paper| &paper.key);
    let first = sheets.first().map(|(key, _)| key);
    let Some(key) = chosen.as_ref().filter(known).or(latest).or(first) else {
        return html! { <Picture kind={StateKind::Empty} title={words.empty[2]} /> };
    };
    let of_papers = all
        .iter()
        .map(|one| Choice::new(one.key.clone(), one.title.clone()));
    let of_sheets = sheets.iter().map(|(key, clock)| {
        let name = clock.name.text(texts.language);
        Choice::new(key.clone(), (texts.sheet().of)(name))
    });
    let choices: Rc<[Choice]> = of_papers.chain(of_sheets).collect();
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |key: String| chosen.set(Some(key)))
    };
    let shown = match sheets.iter().find(|(sheet, _)| sheet == key) {
        Some((_, clock)) => {
            html! { <Explained seen={props.seen.clone()} clock={(clock.kind, clock.round)} /> }
        }
        None => {
            let found = all.iter().find(|one| one.key == *key);
            found
                .map(|one| paper(one, &case.number, texts))
                .unwrap_or_default()
        }
    };
    html! {
        <div class="stack">
            <div class="papers no-print">
                <Select label={words.document} value={key.clone()} {choices} {onchange} test="document-choice" />
                <Button label={words.print} test="print" onclick={|()| print()} />
            </div>
            { shown }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ExplainedProps {
    seen: Seen,
    clock: (ClockKind, u32),
}

/// The sheet of one period, once the server has explained it.
#[component]
fn Explained(props: &ExplainedProps) -> Html {
    let query = use_explanation(&props.seen, props.clock);
    let draw = |told| html! { <Sheet seen={props.seen.clone()} {told} /> };
    remote_view(&query.remote, &query.reload, LINES, draw)
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

/// Names and what they say, one pair a line.
pub(super) fn lines(lines: &[Line]) -> Html {
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
