//! The desk: the form at the left, what helps at the right. Whatever goes wrong, every field keeps its text.

use super::{
    done::Registered,
    help::{Completeness, Periods},
    sheet::Sheet,
    uploads::{Attached, Ready, use_uploads},
    view::{Draft, Edit, Faults, Person},
};
use crate::{
    api::{cases::register_case, field_errors},
    hooks::{Command, use_command, use_leave_guard, use_shortcut},
    session::use_client,
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, FileInput, Layer, LayerKind, Notice, Panel, Tone},
};
use anju_shared::{
    api::{cases::RegisteredCase, reports::ReportBody},
    rules::RuleProfile,
    time::Instant,
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DeskProps {
    pub(super) rules: Rc<RuleProfile>,
    /// It is registered.
    pub(super) done: Callback<Rc<Registered>>,
}

#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let (texts, client) = (use_texts(), use_client());
    let draft = {
        let (client, rules) = (client.clone(), props.rules.clone());
        use_reducer_eq(move || fresh(client.now(), &rules))
    };
    let attached = use_uploads();
    let faults = use_state_eq(Faults::default);
    let registered = {
        let (draft, done) = (draft.clone(), props.done.clone());
        Callback::from(move |case: RegisteredCase| {
            let standings = draft.people.iter().map(Person::standing).collect();
            done.emit(Rc::new(Registered { case, standings }));
        })
    };
    let command = use_command(
        |client, body: ReportBody| async move { register_case(&client, &body).await },
        registered,
    );
    use_leave_guard(draft.is_begun() || attached.any());
    let submit = {
        let (draft, attached, faults, command) =
            (draft.clone(), attached.clone(), faults.setter(), command.clone());
        Callback::from(move |()| {
            command.clear.emit(());
            match checked(&draft, &attached, client.now(), texts) {
                Ok(body) => {
                    faults.set(Faults::default());
                    command.run.emit(body);
                }
                Err(found) => faults.set(found),
            }
        })
    };
    use_shortcut("Ctrl+Enter", submit.clone());
    let mut shown = (*faults).clone();
    shown.extend(command.failure().map(field_errors).unwrap_or_default());
    let form = use_node_ref();
    use_effect_with((form.clone(), shown.clone()), |(form, shown)| {
        if !shown.is_empty() {
            focus_fault(form);
        }
    });
    let sheet = Sheet {
        draft: &draft,
        faults: &shown,
        rules: &props.rules,
        texts,
    };
    html! {
        <div class="columns columns--two">
            <form class="stack" ref={form} onsubmit={|event: SubmitEvent| event.prevent_default()} novalidate=true>
                { trouble(&command, &faults, texts) }
                { sheet.receipt() }
                { sheet.matter() }
                { sheet.people() }
                { files(&attached, &sheet) }
                <End command={command.running()} {submit} begun={draft.is_begun() || attached.any()}
                    reset={reset(&draft, &attached, &faults, &props.rules)} />
            </form>
            <aside class="stack aside" aria-label={texts.register.completeness}>
                <Completeness draft={Rc::new((*draft).clone())} rules={props.rules.clone()} />
                <Periods draft={Rc::new((*draft).clone())} rules={props.rules.clone()} />
            </aside>
        </div>
    }
}

fn fresh(now: Instant, rules: &RuleProfile) -> Draft {
    Draft::new(now, rules.channels.first().map_or("", |channel| &channel.code))
}

/// What is to be sent.
fn checked(draft: &Draft, attached: &Attached, now: Instant, texts: &Texts) -> Result<ReportBody, Faults> {
    let (files, fault) = match attached.ready() {
        Ready::Stored(files) => (files, None),
        Ready::Waiting => (vec![], Some(texts.register.wait_for_files)),
        Ready::Failed => (vec![], Some(texts.register.failed_files)),
    };
    let body = draft.checked(now.local_date(), files, texts);
    let Some(fault) = fault else { return body };
    let mut faults = body.err().unwrap_or_default();
    faults.insert("files".to_owned(), fault.to_owned());
    Err(faults)
}

/// Above the form: why it was not sent.
fn trouble(command: &Command<ReportBody>, faults: &Faults, texts: &Texts) -> Html {
    if let Some(failure) = command.failure() {
        return html! { <FailureNotice failure={failure.clone()} /> };
    }
    if faults.is_empty() {
        return Html::default();
    }
    html! { <Notice tone={Tone::Yellow} alert=true>{ texts.errors.see_fields }</Notice> }
}

fn files(attached: &Attached, sheet: &Sheet<'_>) -> Html {
    let (words, widgets) = (&sheet.texts.register, &sheet.texts.widgets);
    html! {
        <Panel>
            <FileInput label={words.files} hint={words.files_hint} prompt={widgets.choose_files} remove={widgets.remove}
                chosen={attached.told(sheet.texts)} onadd={attached.add()} onremove={attached.remove()}
                error={sheet.fault("files")} test="register-files" />
        </Panel>
    }
}

/// The cursor goes to the first field that is wrong.
fn focus_fault(form: &NodeRef) {
    let first = form
        .cast::<Element>()
        .and_then(|form| form.query_selector("[aria-invalid='true']").ok().flatten());
    if let Some(field) = first.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        field.focus().unwrap_or_default();
    }
}

fn reset(
    draft: &UseReducerHandle<Draft>,
    attached: &Attached,
    faults: &UseStateHandle<Faults>,
    rules: &Rc<RuleProfile>,
) -> Callback<Instant> {
    let (draft, attached, faults, rules) = (
        draft.dispatcher(),
        attached.clone(),
        faults.setter(),
        rules.clone(),
    );
    Callback::from(move |now| {
        draft.dispatch(Edit::Begin(Box::new(fresh(now, &rules))));
        attached.empty();
        faults.set(Faults::default());
    })
}

#[derive(Clone, PartialEq, Properties)]
struct EndProps {
    /// An answer is awaited.
    command: bool,
    submit: Callback<()>,
    /// There is something to be emptied.
    begun: bool,
    reset: Callback<Instant>,
}

/// The buttons at the end of the form. None sends it by Enter in a field: a caller still speaks.
#[component]
fn End(props: &EndProps) -> Html {
    let (texts, client) = (use_texts(), use_client());
    let (words, widgets) = (&texts.register, &texts.widgets);
    let asking = use_state_eq(|| false);
    let ask = {
        let asking = asking.setter();
        move |()| asking.set(true)
    };
    let cancel = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let confirm = {
        let (asking, reset) = (asking.setter(), props.reset.clone());
        move |()| {
            asking.set(false);
            reset.emit(client.now());
        }
    };
    let foot = html! {
        <>
            <Button label={widgets.cancel} onclick={cancel.clone()} />
            <Button kind={ButtonKind::Danger} label={words.reset} onclick={confirm} test="register-reset-confirm" />
        </>
    };
    html! {
        <div class="form__end">
            <Button kind={ButtonKind::Quiet} label={words.reset} disabled={!props.begun} onclick={ask} test="register-reset" />
            <Button kind={ButtonKind::Primary} key_hint="Ctrl ↵" busy={props.command} onclick={props.submit.clone()}
                label={if props.command { widgets.sending } else { words.submit }} test="register-submit" />
            if *asking {
                <Layer kind={LayerKind::Dialog} title={words.reset} close={widgets.close} onclose={cancel} {foot}>
                    <p>{ words.reset_ask }</p>
                </Layer>
            }
        </div>
    }
}
