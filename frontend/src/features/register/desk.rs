//! The desk: the form at the left, what helps at the right. Whatever goes wrong, every field keeps its text.

use super::{
    done::Registered,
    help::{Completeness, Periods},
    keep::{forget, keep, kept},
    sheet::Sheet,
    submit::{Submission, use_submission},
    uploads::{Attached, use_uploads},
    view::{Draft, Edit},
};
use crate::{
    hooks::use_leave_guard,
    session::use_client,
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, FileInput, Layer, LayerKind, Notice, Panel, Tone},
};
use anju_shared::{ids::UserId, rules::RuleProfile, time::Instant};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DeskProps {
    pub(super) rules: Rc<RuleProfile>,
    /// Who fills it in.
    pub(super) writer: UserId,
    /// It is registered.
    pub(super) done: Callback<Rc<Registered>>,
}

#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let (texts, form) = (use_texts(), use_node_ref());
    let draft = use_draft(props);
    let attached = use_uploads();
    let done = props.done.reform(|registered| {
        forget();
        registered
    });
    let submission = use_submission(form.clone(), &draft, &attached, &done);
    let begun = draft.is_begun() || attached.any();
    use_leave_guard(begun);
    let sheet = Sheet {
        draft: &draft,
        faults: &submission.faults,
        rules: &props.rules,
        texts,
    };
    let reset = reset(&draft, &attached, &submission, &props.rules);
    let entered = Rc::new((*draft).clone());
    html! {
        <div class="columns columns--two">
            <form class="stack" ref={form} onsubmit={|event: SubmitEvent| event.prevent_default()} novalidate=true>
                { sheet.receipt() }
                { sheet.matter() }
                { sheet.people() }
                { files(&attached, &sheet) }
                { trouble(&submission, texts) }
                <End running={submission.running} send={submission.send} {begun} {reset} />
            </form>
            <aside class="stack aside" aria-label={texts.register.completeness}>
                <Completeness draft={entered.clone()} rules={props.rules.clone()} />
                <Periods draft={entered} rules={props.rules.clone()} />
            </aside>
        </div>
    }
}

/// What stands in the form: what its writer left here before, or an empty one.
#[hook]
fn use_draft(props: &DeskProps) -> UseReducerHandle<Draft> {
    let (client, rules, writer) = (use_client(), props.rules.clone(), props.writer);
    let draft = use_reducer_eq(move || kept(writer).unwrap_or_else(|| fresh(client.now(), &rules)));
    use_effect_with((draft.clone(), writer), |(draft, writer)| keep(*writer, draft));
    draft
}

fn fresh(now: Instant, rules: &RuleProfile) -> Draft {
    Draft::new(now, rules.channels.first().map_or("", |channel| &channel.code))
}

/// Before the buttons: why it was not sent.
fn trouble(submission: &Submission, texts: &Texts) -> Html {
    if let Some(failure) = &submission.failure {
        return html! { <FailureNotice failure={failure.clone()} /> };
    }
    if submission.faults.is_empty() {
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

fn reset(
    draft: &UseReducerHandle<Draft>,
    attached: &Attached,
    submission: &Submission,
    rules: &Rc<RuleProfile>,
) -> Callback<Instant> {
    let (draft, attached, clear, rules) = (
        draft.dispatcher(),
        attached.clone(),
        submission.clear.clone(),
        rules.clone(),
    );
    Callback::from(move |now| {
        draft.dispatch(Edit::Begin(Box::new(fresh(now, &rules))));
        attached.empty();
        clear.emit(());
    })
}

#[derive(Clone, PartialEq, Properties)]
struct EndProps {
    /// An answer is awaited.
    running: bool,
    send: Callback<()>,
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
            <Button kind={ButtonKind::Primary} key_hint="Ctrl ↵" busy={props.running} onclick={props.send.clone()}
                label={if props.running { widgets.sending } else { words.submit }} test="register-submit" />
            if *asking {
                <Layer kind={LayerKind::Dialog} title={words.reset} close={widgets.close} onclose={cancel} {foot}>
                    <p>{ words.reset_ask }</p>
                </Layer>
            }
        </div>
    }
}
