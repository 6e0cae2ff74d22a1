//! The form of an action.

use super::{super::Seen, Shelf, conflict::Conflict, inputs};
use crate::{
    api::{Failure, Versioned, case::issue_command, field_errors},
    features::cases::detail::{
        sheet::lines,
        view::{
            command::{Objection, command, field},
            draft::{Change, Draft, begin},
            foreseen::{Foreseen, foreseen},
            form::{Desk, fields},
            merge::fresh,
            story::Light,
            words::{actor_word, code_word, say},
        },
    },
    hooks::{KeptDraft, Progress, Same, use_command, use_draft},
    session::use_client,
    shell::{DraftNote, FailureNotice},
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Fact, Facts, Notice, Tone},
};
use anju_shared::{
    api::{cases::CaseDetail, directory::UnitList},
    time::Instant,
    workflow::{Action, Command, ExtensionRequest, Progress as CaseProgress},
};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Properties of [`ActForm`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ActFormProps {
    pub(super) action: Action,
    pub(super) seen: Seen,
    pub(super) shelf: Shelf,
    pub(super) units: Same<UnitList>,
    pub(super) onclose: Callback<()>,
    pub(super) ondone: Callback<(Action, Versioned<CaseDetail>)>,
    pub(super) onmoved: Callback<()>,
}

impl ActFormProps {
    fn desk(&self, now: Instant, texts: &'static Texts) -> Desk<'_> {
        Desk {
            detail: &self.seen.read.value,
            profile: &self.seen.profile,
            calendar: &self.seen.calendar,
            account: &self.seen.account,
            units: &self.units.units,
            now,
            texts,
        }
    }
}

/// The fields, what is wrong with them, and the button that sends them.
#[component]
pub(super) fn ActForm(props: &ActFormProps) -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let action = props.action;
    let draft = use_state(|| {
        let begun = props.shelf.begun(action);
        begun.unwrap_or_else(|| begin(action, props.desk(now, texts)))
    });
    let objection = use_state_eq(Objection::default);
    let moved = use_state_eq(|| None::<u64>);
    // With what it began, and at which version: what happens afterwards is news.
    let origin = use_memo((), |()| begin(action, props.desk(now, texts)));
    let read_at = use_mut_ref(|| props.seen.read.value.case().version);
    let kept = use_draft(&format!(
        "case.{}.{}",
        props.seen.read.value.case().id,
        action.code()
    ));
    use_found(&kept, props, draft.setter());
    let command_ = use_issue(props, &kept);
    {
        let (moved, onmoved, read_at) = (moved.setter(), props.onmoved.clone(), read_at.clone());
        use_effect_with(command_.progress.clone(), move |progress| {
            if matches!(progress, Progress::Failed(failure) if failure.is_moved()) {
                moved.set(Some(*read_at.borrow()));
                onmoved.emit(());
            }
        });
    }
    // From what lies on the shelf, not from what is drawn: an upload ends while somebody types on.
    let form = use_node_ref();
    use_effect_with(
        (form.clone(), (*objection).clone(), command_.failure().cloned()),
        |(form, objection, failure)| {
            if *objection != Objection::default() || failure.is_some() {
                look_at_first_mistake(form);
            }
        },
    );
    let onchange = {
        let (begun, draft, keep, shelf, units) = (
            (*draft).clone(),
            draft.setter(),
            kept.keep.clone(),
            props.shelf.clone(),
            props.units.clone(),
        );
        Callback::from(move |change: Change| {
            let changed = shelf
                .begun(action)
                .unwrap_or_else(|| begun.clone())
                .after(change, &units.units);
            keep.emit(changed.written());
            shelf.put(action, changed.clone());
            draft.set(changed);
        })
    };
    let ondiscard = {
        let (props, draft, forget, client) =
            (props.clone(), draft.setter(), kept.forget.clone(), use_client());
        Callback::from(move |()| {
            forget.emit(());
            props.shelf.clear(action);
            draft.set(begin(action, props.desk(client.now(), texts)));
        })
    };
    let onsubmit = {
        let (props, draft, objection, run) = (
            props.clone(),
            draft.clone(),
            objection.setter(),
            command_.run.clone(),
        );
        let client = use_client();
        move |event: SubmitEvent| {
            event.prevent_default();
            match command(action, &draft, props.desk(client.now(), texts)) {
                Ok(command) => {
                    objection.set(Objection::default());
                    run.emit(command);
                }
                Err(found) => objection.set(found),
            }
        }
    };
    let errors = all_errors(&objection, command_.failure());
    let desk = props.desk(now, texts);
    let specs = fields(action, desk);
    let draw = inputs::Inputs {
        draft: &draft,
        errors: &errors,
        onchange,
        desk,
    };
    let conflict = moved.filter(|_| !command_.running()).map(|version| {
        let fresh = fresh(&specs, &draft, &origin, &begin(action, desk));
        html! { <Conflict seen={props.seen.clone()} {version} {fresh} onchange={draw.onchange.clone()} /> }
    });
    let danger = matches!(action, Action::Decline | Action::ConfirmDecline);
    html! {
        <form class="form" ref={form} {onsubmit} novalidate=true data-test={format!("form-{}", action.code().replace('_', "-"))}>
            { for conflict }
            { notices(&objection, command_.failure().filter(|failure| !failure.is_moved()), texts) }
            { preface(props, now, texts) }
            { for specs.iter().map(|spec| draw.field(spec)) }
            { periods(&foreseen(action, &draft, desk), texts) }
            <DraftNote {kept} {ondiscard} />
            <div class="form__end">
                <Button label={texts.widgets().cancel} onclick={props.onclose.clone()} test="form-cancel" />
                <Button submit=true kind={if danger { ButtonKind::Danger } else { ButtonKind::Primary }} label={say!(action, texts)}
                    busy={command_.running()} test="form-submit" />
            </div>
        </form>
    }
}

/// What was kept before takes its place in a form in which nobody has typed yet.
#[hook]
fn use_found(kept: &KeptDraft, props: &ActFormProps, draft: UseStateSetter<Draft>) {
    let (shelf, action) = (props.shelf.clone(), props.action);
    use_effect_with(kept.found.clone(), move |found| {
        let found = found.as_deref().and_then(Draft::read);
        if let Some(found) = found.filter(|_| shelf.begun(action).is_none()) {
            shelf.put(action, found.clone());
            draft.set(found);
        }
    });
}

/// Sends a command against the version that is shown now, not the one with which the form began.
#[hook]
fn use_issue(props: &ActFormProps, kept: &KeptDraft) -> crate::hooks::Command<Command> {
    let (id, etag) = (props.seen.read.value.case().id, props.seen.read.etag.clone());
    let (action, ondone, forget) = (props.action, props.ondone.clone(), kept.forget.clone());
    use_command(
        move |client, command: Command| issue_command(&client, id, &etag, &command),
        Callback::from(move |changed| {
            forget.emit(());
            ondone.emit((action, changed));
        }),
    )
}

/// The cursor goes to the first field that is wrong; a refusal of the whole is brought into sight.
fn look_at_first_mistake(form: &NodeRef) {
    let found = |selector: &str| form.cast::<Element>()?.query_selector(selector).ok().flatten();
    let field = found("[aria-invalid=true], .field:has(.field__error) input");
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // Without the cursor the message still stands beside the field.
        field.focus().unwrap_or_default();
    } else if let Some(alert) = found("[role=alert]") {
        alert.scroll_into_view();
    }
}

/// What this side found, and what the server found.
fn all_errors(objection: &Objection, failure: Option<&Failure>) -> BTreeMap<String, String> {
    let mut errors = objection.errors.clone();
    for (path, message) in failure.map(field_errors).unwrap_or_default() {
        errors.entry(field(&path).to_owned()).or_insert(message);
    }
    errors
}

fn notices(objection: &Objection, failure: Option<&Failure>, texts: &Texts) -> Html {
    html! {
        <>
            if let Some(failure) = failure {
                <FailureNotice failure={failure.clone()} />
            }
            if !objection.errors.is_empty() { <Notice tone={Tone::Red} alert=true>{ texts.errors().see_fields }</Notice> }
            if let Some(reason) = &objection.refused {
                <Notice tone={Tone::Yellow} alert=true>
                    <span class="strong">{ reason.line.clone() }</span>
                    if let Some(citation) = &reason.citation { <div>{ citation.clone() }</div> }
                </Notice>
            }
        </>
    }
}

/// What a second person confirms stands above the button with which they do.
fn preface(props: &ActFormProps, now: Instant, texts: &'static Texts) -> Html {
    let words = texts.case_forms();
    let case = props.seen.read.value.case();
    match (props.action, &case.progress) {
        (
            Action::ConfirmDecline | Action::RejectDecline,
            CaseProgress::Registered {
                proposal: Some(proposal),
            },
        ) => {
            let ground = code_word(&props.seen.profile.grounds, &proposal.ground, texts.language);
            let facts = vec![
                Fact::text(words.ground, Some(&ground), ""),
                Fact::text(words.decline_reasons, Some(&proposal.reasons), ""),
                Fact::text(texts.case_detail().by, Some(actor_word(&proposal.by, texts)), ""),
            ];
            let notice = (props.action == Action::ConfirmDecline).then_some(words.confirm_decline);
            html! { <>{ for notice.map(told) }<Facts {facts} /></> }
        }
        (
            Action::EndorseExtension | Action::ApproveExtension | Action::RefuseExtension,
            CaseProgress::Verifying(handling),
        ) => {
            let asked = handling.pending_extension();
            html! { { for asked.map(|request| extension_asked(request, props, texts)) } }
        }
        // Whoever decides from a list has the report before them, too.
        (Action::ApproveReport | Action::SendBackReport, CaseProgress::InternalReview(handling))
        | (Action::Close | Action::SendBack, CaseProgress::ClosureReview(handling)) => {
            let notice = (props.action == Action::ApproveReport).then_some(words.approve);
            let light = Light {
                case,
                reporters: props.seen.read.value.reporters(),
                profile: &props.seen.profile,
                now,
                texts,
            };
            let report = handling.report.as_ref().map(|report| {
                let said = light.report(report).into_iter();
                let said: Vec<_> = said.filter(|(_, text)| !text.is_empty()).collect();
                lines(&said)
            });
            html! { <>{ for notice.map(told) }{ for report }</> }
        }
        _ => Html::default(),
    }
}

/// What was asked for, by whom, and who has agreed.
fn extension_asked(request: &ExtensionRequest, props: &ActFormProps, texts: &'static Texts) -> Html {
    let (words, case) = (texts.case_forms(), props.seen.read.value.case());
    let clock = case.clocks.iter().rfind(|clock| clock.kind == request.kind);
    let name = clock.map_or("", |clock| clock.name.text(texts.language));
    let asked = (texts.case_detail().extension_asked)(name, request.days);
    let rule = props.seen.profile.clock(request.kind, case.urgency());
    let told = rule
        .and_then(|rule| rule.extension.as_ref())
        .is_some_and(|rule| rule.told);
    let mut facts = vec![
        Fact::text(words.extension_kind, Some(&asked), ""),
        Fact::text(words.extension_reasons, Some(&request.reasons), ""),
        Fact::text(texts.case_detail().by, Some(actor_word(&request.by, texts)), ""),
    ];
    let endorsed = request.endorsed.as_ref();
    facts.extend(endorsed.map(|one| Fact::text(words.endorsed, Some(actor_word(&one.by, texts)), "")));
    html! {
        <>
            <Facts {facts} />
            if told && props.action != Action::RefuseExtension { <Notice>{ words.effect_told }</Notice> }
        </>
    }
}

/// How the periods would stand.
fn periods(seen: &[Foreseen], texts: &'static Texts) -> Html {
    let words = texts.case_forms();
    let one = |one: &Foreseen| {
        let (tone, then) = match &one.then {
            Ok(last) => (
                Tone::Blue,
                html! { <>{ words.period_then }{ " " }<strong data-test="foreseen-then">{ last.clone() }</strong></> },
            ),
            Err(why) => (
                Tone::Yellow,
                html! { <strong data-test="foreseen-why">{ why.clone() }</strong> },
            ),
        };
        html! {
            <Notice {tone}>
                <span class="strong">{ one.period.clone() }</span>
                <div>{ words.period_now }{ " " }{ one.now.clone() }{ " → " }{ then }</div>
            </Notice>
        }
    };
    html! { <div role="status" class="stack" data-test="foreseen">{ for seen.iter().map(one) }</div> }
}

fn told(text: &'static str) -> Html {
    html! { <Notice>{ text }</Notice> }
}
