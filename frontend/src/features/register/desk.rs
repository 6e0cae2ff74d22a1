//! The desk: the form at the left, what helps at the right. Whatever goes wrong, every field keeps its text.

use super::{
    done::Registered,
    end::End,
    help::{Completeness, Periods},
    hints::{Alike, Proposed, use_hints},
    keep::{forget, keep, kept},
    sheet::{Sheet, use_choices},
    submit::{Submission, use_submission},
    uploads::{Attached, use_uploads},
    view::{
        Draft, Edit, Field,
        class::{CLASS, Class, Decision},
    },
};
use crate::{
    hooks::{KeptDraft, Law, use_draft as use_kept_draft, use_leave_guard},
    session::use_client,
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{FileInput, Notice, Panel, Tone},
};
use anju_shared::{ids::UserId, rules::RuleProfile, time::Instant, workflow::Nature};
use std::rc::Rc;
use yew::prelude::*;

/// The name of this form's draft.
const DRAFT: &str = "register";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DeskProps {
    pub(super) law: Rc<Law>,
    /// Who fills it in.
    pub(super) writer: UserId,
    /// It is registered.
    pub(super) done: Callback<Rc<Registered>>,
}

impl Reducible for Class {
    type Action = Decision;

    fn reduce(self: Rc<Self>, decision: Decision) -> Rc<Self> {
        Rc::new(self.decided(decision))
    }
}

/// Drawn anew with every key; so everything below is given only what changes it.
#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let (texts, form, today) = (use_texts(), use_node_ref(), use_client().now().local_date());
    let (draft, kept) = use_draft(props);
    let class = use_reducer_eq(Class::default);
    let hinted = use_hints(draft.asked(today));
    let attached = use_uploads();
    let done = props.done.reform({
        let kept = kept.forget.clone();
        move |registered| {
            forget();
            kept.emit(());
            registered
        }
    });
    let nature = Nature::parse(draft.text(Field::Nature));
    let accept = class.accept(hinted.proposal(), nature, &props.law.profile, texts.hints());
    let submission = use_submission(form.clone(), &draft, (attached.clone(), accept), &done);
    // Files that are not sent yet are kept nowhere else.
    use_leave_guard(attached.any());
    let sheet = Sheet {
        draft: &draft,
        faults: &submission.faults,
        rules: &props.law.profile,
        choices: use_choices(&props.law.profile),
        texts,
    };
    let reset = reset(
        (&draft, &class, &kept),
        &attached,
        &submission,
        &props.law.profile,
    );
    let decide = use_callback(class.dispatcher(), |decision, class| class.dispatch(decision));
    let required = props.law.profile.required.iter();
    let recorded: Vec<bool> = required.map(|one| draft.records(one.field)).collect();
    html! {
        <div class="columns columns--two">
            <form class="stack" ref={form} onsubmit={|event: SubmitEvent| event.prevent_default()} novalidate=true>
                { sheet.receipt() }
                { sheet.matter() }
                { sheet.people() }
                { files(&attached, &sheet) }
                { trouble(&submission, texts) }
                <End running={submission.running} send={submission.send} begun={draft.is_begun() || attached.any()} {reset} {kept} />
            </form>
            <aside class="stack aside" aria-label={texts.register().completeness}>
                <Completeness {recorded} rules={props.law.profile.clone()} />
                <Alike hinted={hinted.clone()} />
                <Proposed {hinted} class={(*class).clone()} {decide} rules={props.law.profile.clone()} error={sheet.fault(CLASS)} />
                <Periods start={draft.received_at(today)} real_name={draft.real_name()} law={props.law.clone()} />
            </aside>
        </div>
    }
}

/// What stands in the form: what its writer left here a moment ago, or what the server kept of it, or an empty one.
#[hook]
fn use_draft(props: &DeskProps) -> (UseReducerHandle<Draft>, KeptDraft) {
    let (client, rules, writer) = (use_client(), props.law.profile.clone(), props.writer);
    let draft = use_reducer_eq(move || kept(writer).unwrap_or_else(|| fresh(client.now(), &rules)));
    let at_server = use_kept_draft(DRAFT);
    use_effect_with(
        (draft.clone(), writer, at_server.keep.clone()),
        |(draft, writer, at_server)| {
            keep(*writer, draft);
            if draft.is_begun() {
                at_server.emit(draft.written());
            }
        },
    );
    let (begun, edit) = (draft.is_begun(), draft.dispatcher());
    use_effect_with(at_server.found.clone(), move |found| {
        let found = found.as_deref().and_then(Draft::read);
        // What stands here already is newer than what was kept when the form was opened.
        if let Some(found) = found.filter(|_| !begun) {
            edit.dispatch(Edit::Begin(Box::new(found)));
        }
    });
    (draft, at_server)
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
    html! { <Notice tone={Tone::Yellow} alert=true>{ texts.errors().see_fields }</Notice> }
}

fn files(attached: &Attached, sheet: &Sheet<'_>) -> Html {
    let (words, widgets) = (sheet.texts.register(), sheet.texts.widgets());
    html! {
        <Panel>
            <FileInput label={words.files} hint={words.files_hint} prompt={widgets.choose_files} remove={widgets.remove}
                chosen={attached.told(sheet.texts)} onadd={attached.add()} onremove={attached.remove()}
                error={sheet.fault("files")} test="register-files" />
        </Panel>
    }
}

type Entered<'a> = (
    &'a UseReducerHandle<Draft>,
    &'a UseReducerHandle<Class>,
    &'a KeptDraft,
);

/// Empties everything, here and at the server.
fn reset(
    (draft, class, kept): Entered<'_>,
    attached: &Attached,
    submission: &Submission,
    rules: &Rc<RuleProfile>,
) -> Callback<Instant> {
    let (draft, class, kept) = (draft.dispatcher(), class.dispatcher(), kept.forget.clone());
    let (attached, clear, rules) = (attached.clone(), submission.clear.clone(), rules.clone());
    Callback::from(move |now| {
        draft.dispatch(Edit::Begin(Box::new(fresh(now, &rules))));
        class.dispatch(Decision::Anew);
        kept.emit(());
        attached.empty();
        clear.emit(());
    })
}
