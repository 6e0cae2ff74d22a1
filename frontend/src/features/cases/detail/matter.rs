//! The left column: what it is about, in the office's words or as a task for the unit, and who reported it.

use super::{
    PartProps,
    reporters::Reporters,
    view::{matter::lines, words::say},
};
use crate::{
    hooks::{use_download, use_now},
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Fact, Facts, Panel, Tag, Tone},
};
use anju_shared::{
    api::{cases::CaseDetail, reports::Original},
    workflow::{Assignment, Case, Fact as CaseFact},
};
use yew::prelude::*;

/// The left column.
#[component]
pub(super) fn Left(props: &PartProps) -> Html {
    let texts = use_texts();
    let detail = &props.seen.read.value;
    let case = detail.case();
    let task = case
        .handling()
        .map(|handling| task_sheet(&handling.assignment, texts));
    let matter = html! { <Matter seen={props.seen.clone()} /> };
    let reporters = html! { <Reporters seen={props.seen.clone()} /> };
    match detail {
        CaseDetail::Office(office) => {
            html! { <>{ matter }{ original(&office.original, case, texts) }{ for task }{ reporters }</> }
        }
        CaseDetail::Unit(_) => html! { <>{ for task }{ matter }{ reporters }</> },
    }
}

/// Facts for the office and the unit alike.
#[component]
fn Matter(props: &PartProps) -> Html {
    let texts = use_texts();
    let words = texts.case_detail();
    let now = use_now();
    let case = props.seen.read.value.case();
    let mut facts: Vec<Fact> = lines(case, &props.seen.profile, now, texts)
        .into_iter()
        .map(|line| match line.value {
            None if line.missing => Fact::new(line.name, missing(texts)),
            value => Fact::text(line.name, value.as_deref(), words.none),
        })
        .collect();
    if !case.intake.files.is_empty() && matches!(props.seen.read.value, CaseDetail::Office(_)) {
        facts.push(Fact::new(
            words.files,
            html! { <Attached seen={props.seen.clone()} /> },
        ));
    }
    html! { <Panel title={words.matter}><Facts {facts} /></Panel> }
}

fn missing(texts: &Texts) -> Html {
    html! { <Tag label={texts.case_detail().missing} tone={Tone::Yellow} /> }
}

/// Files that came with the report: for the office alone (TJ-20).
#[component]
fn Attached(props: &PartProps) -> Html {
    let texts = use_texts();
    let download = use_download();
    let case = props.seen.read.value.case();
    let files = case.intake.files.iter().enumerate().map(|(place, &file)| {
        let label = (texts.case_detail().file)(place + 1);
        let wanted = (case.id, file, label.clone());
        let onclick = download.run.reform(move |()| wanted.clone());
        html! { <Button key={file.to_string()} kind={ButtonKind::Link} {label} test={format!("download-{}", place + 1)} {onclick} /> }
    });
    html! {
        <>
            <span class="row">{ for files }</span>
            if let Some(failure) = download.failure() { <FailureNotice failure={failure.clone()} /> }
        </>
    }
}

/// The words of the report: a work secret that does not leave the office.
fn original(original: &Original, case: &Case, texts: &'static Texts) -> Html {
    let words = texts.case_detail();
    let said = [
        (CaseFact::Facts, &original.facts),
        (CaseFact::Clues, &original.clues),
    ];
    let facts = said.map(|(fact, text)| match text {
        None if case.intake.missing.contains(&fact) => Fact::new(say!(fact, texts), missing(texts)),
        text => Fact::text(say!(fact, texts), text.as_deref(), words.none),
    });
    let aside = html! { <Tag label={texts.frame().secret} tone={Tone::Yellow} /> };
    html! { <Panel title={words.original} {aside}><Facts facts={facts.to_vec()} /></Panel> }
}

/// What the unit works from.
fn task_sheet(assignment: &Assignment, texts: &'static Texts) -> Html {
    let words = texts.case_detail();
    let mut facts = vec![Fact::text(words.unit, Some(&assignment.unit_name), words.none)];
    if let Some(instructions) = &assignment.instructions {
        facts.push(Fact::text(
            texts.case_forms().instructions,
            Some(instructions),
            words.none,
        ));
    }
    let aside = html! { <Tag label={say!(assignment.kind, texts)} /> };
    html! {
        <Panel title={words.task_sheet} {aside}>
            <div class="stack"><Facts {facts} /><p class="prose">{ assignment.task_sheet.clone() }</p></div>
        </Panel>
    }
}
