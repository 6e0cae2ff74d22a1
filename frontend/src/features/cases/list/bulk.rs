//! One command for the selected cases, in a drawer: what is asked, what would come of it for each, and what did.

use super::view::{BulkDraft, Selection, split};
use crate::{
    api::lists::issue_bulk,
    hooks::{Law, use_command},
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Checkbox, Choice, Layer, LayerKind, Notice, Select, TextArea, Tone},
};
use anju_shared::{
    api::bulk::{BulkAnswer, BulkBody, BulkOutcome},
    workflow::{Action, DispatchKind, Nature, Urgency},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct BulkProps {
    /// What belongs to the roles of this person.
    pub(super) actions: Vec<Action>,
    pub(super) selection: Selection,
    pub(super) law: Option<Rc<Law>>,
    pub(super) onclose: Callback<()>,
    /// Something was done.
    pub(super) ondone: Callback<()>,
}

#[component]
pub(super) fn Bulk(props: &BulkProps) -> Html {
    let texts = use_texts();
    let words = texts.cases_tools();
    let draft = use_state_eq(|| BulkDraft {
        action: props.actions.first().copied(),
        ..BulkDraft::default()
    });
    // What is selected may change while it is done: those that were are told about.
    let chosen = use_state(|| props.selection.clone());
    let answer = use_state_eq(|| None::<Rc<BulkAnswer>>);
    let learn = {
        let (answer, ondone) = (answer.setter(), props.ondone.clone());
        Callback::from(move |told: BulkAnswer| {
            if !told.preview {
                ondone.emit(());
            }
            answer.set(Some(Rc::new(told)));
        })
    };
    let command = use_command(|client, body: BulkBody| issue_bulk(&client, &body), learn);
    let ask = |preview: bool| {
        let (draft, chosen, run) = (draft.clone(), chosen.clone(), command.run.clone());
        Callback::from(move |()| {
            if let Some(command) = draft.command() {
                let cases = chosen.named();
                run.emit(BulkBody {
                    command,
                    cases,
                    preview,
                });
            }
        })
    };
    let back = {
        let answer = answer.setter();
        move |()| answer.set(None)
    };
    let close = html! { <Button label={texts.widgets().close} onclick={props.onclose.clone()} /> };
    let (body, foot) = match (*answer).as_deref() {
        None => {
            let onchange = {
                let draft = draft.setter();
                Callback::from(move |changed| draft.set(changed))
            };
            let preview = html! {
                <Button kind={ButtonKind::Primary} label={words.preview} busy={command.running()} disabled={draft.command().is_none()}
                    onclick={ask(true)} test="bulk-preview" />
            };
            (form(props, &draft, &onchange, texts), preview)
        }
        Some(told) => {
            let (done, refused) = split(told);
            let go = html! {
                <>
                    <Button label={words.back} onclick={back} test="bulk-back" />
                    <Button kind={ButtonKind::Primary} label={(words.go)(done)} busy={command.running()} disabled={done == 0} onclick={ask(false)} test="bulk-go" />
                </>
            };
            let heading = if told.preview {
                (words.would)(done, refused)
            } else {
                (words.done)(done, refused)
            };
            let tone = if refused == 0 { Tone::Green } else { Tone::Yellow };
            let body = html! {
                <>
                    <Notice {tone} alert=true><span data-test={if told.preview { "bulk-would" } else { "bulk-done" }}>{ heading }</span></Notice>
                    { outcomes(told, &chosen, texts) }
                </>
            };
            (body, if told.preview { go } else { close })
        }
    };
    html! {
        <Layer kind={LayerKind::Drawer} title={words.bulk} close={texts.widgets().close} onclose={props.onclose.clone()} {foot}>
            <div class="stack">
            <p class="quiet">{ (words.selected)(chosen.cases().len()) }</p>
            if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
            { body }
            </div>
        </Layer>
    }
}

/// What is asked.
fn form(props: &BulkProps, draft: &BulkDraft, onchange: &Callback<BulkDraft>, texts: &'static Texts) -> Html {
    let words = texts.cases_tools();
    let set = |change: fn(&mut BulkDraft, String)| {
        let draft = draft.clone();
        onchange.reform(move |text: String| {
            let mut draft = draft.clone();
            change(&mut draft, text);
            draft
        })
    };
    let language = texts.language;
    let actions = props
        .actions
        .iter()
        .map(|one| Choice::new(one.code(), one.text(language)));
    let urgencies = Urgency::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(language)));
    let natures = Nature::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(language)));
    let kinds = DispatchKind::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(language)));
    let code = |value: Option<&'static str>| value.unwrap_or_default();
    html! {
        <div class="stack">
            <Select label={words.action} value={code(draft.action.map(Action::code))} choices={actions.collect::<Rc<[Choice]>>()}
                onchange={set(|draft, text| draft.action = Action::parse(&text))} test="bulk-action" />
            if draft.action == Some(Action::Accept) {
                <Select label={texts.case_forms().urgency} value={code(draft.urgency.map(Urgency::code))} choices={urgencies.collect::<Rc<[Choice]>>()}
                    none={texts.widgets().choose} onchange={set(|draft, text| draft.urgency = Urgency::parse(&text))} test="bulk-urgency" />
                { reasons(props, draft, onchange, texts) }
                <Select label={texts.case_forms().nature} value={code(draft.nature.map(Nature::code))} choices={natures.collect::<Rc<[Choice]>>()}
                    none={words.keep_nature} onchange={set(|draft, text| draft.nature = Nature::parse(&text))} test="bulk-nature" />
            }
            if draft.action == Some(Action::Dispatch) {
                <Notice>{ words.to_proposed }</Notice>
                <Select label={words.dispatch_kind} value={code(draft.kind.map(DispatchKind::code))} choices={kinds.collect::<Rc<[Choice]>>()}
                    none={texts.widgets().choose} onchange={set(|draft, text| draft.kind = DispatchKind::parse(&text))} test="bulk-kind" />
                <TextArea label={words.task_sheet} hint={words.task_sheet_hint} value={draft.words.clone()} rows=6
                    onchange={set(|draft, text| draft.words = text)} test="bulk-words" />
            }
            if draft.action == Some(Action::Close) {
                <TextArea label={words.opinion} value={draft.words.clone()} onchange={set(|draft, text| draft.words = text)} test="bulk-words" />
            }
        </div>
    }
}

/// Why the cases are urgent.
fn reasons(props: &BulkProps, draft: &BulkDraft, onchange: &Callback<BulkDraft>, texts: &Texts) -> Html {
    if draft.urgency != Some(Urgency::Urgent) {
        return Html::default();
    }
    let entries = props.law.iter().flat_map(|law| &law.profile.urgency_reasons);
    let boxes = entries.map(|entry| {
        let (draft, code) = (draft.clone(), entry.code.clone());
        let checked = draft.reasons.contains(&code);
        let onchange = onchange.reform(move |on: bool| {
            let mut draft = draft.clone();
            draft.reasons.retain(|one| *one != code);
            draft.reasons.extend(on.then(|| code.clone()));
            draft
        });
        html! { <Checkbox key={entry.code.clone()} label={entry.text(texts.language).to_owned()} {checked} {onchange} /> }
    });
    html! { <div class="ticks" role="group" aria-label={texts.cases_tools().reasons}>{ for boxes }</div> }
}

/// A line for each case: where it comes to stand, or why not.
fn outcomes(told: &BulkAnswer, chosen: &Selection, texts: &'static Texts) -> Html {
    let line = |outcome: &BulkOutcome| {
        let case = chosen.cases().iter().find(|case| case.id == outcome.id);
        let (number, title) = case.map_or(("", ""), |case| (case.number.as_str(), case.title.as_str()));
        let what = match (&outcome.problem, outcome.stage) {
            (Some(problem), _) => {
                let why = problem.detail.as_ref().unwrap_or(&problem.title);
                let fields = problem
                    .violations
                    .iter()
                    .map(|violation| violation.message.as_str());
                let basis = problem.basis.iter().map(|basis| basis.article.as_str());
                let all: Vec<&str> = std::iter::once(why.as_str()).chain(fields).chain(basis).collect();
                html! { <span class="red">{ all.join(" · ") }</span> }
            }
            (None, stage) => {
                let stage = stage.map_or("", |stage| stage.text(texts.language));
                html! { <span class="green">{ format!("→ {stage} {}", outcome.unit.as_deref().unwrap_or_default()) }</span> }
            }
        };
        html! {
            <li key={outcome.id.to_string()}><span class="kept__all"><span class="number">{ number }</span>{ " " }{ title }</span>{ what }</li>
        }
    };
    html! { <ul class="kept" aria-label={texts.cases_tools().bulk}>{ for told.cases.iter().map(line) }</ul> }
}
