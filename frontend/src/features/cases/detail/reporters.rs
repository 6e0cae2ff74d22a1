//! Who reported, masked; and the one recorded look at who somebody is.

use super::{
    PartProps, Seen,
    mark::Mark,
    view::words::{masked, reporter_word, say},
};
use crate::{
    api::{case::open_identity, field_errors},
    hooks::{Same, use_command},
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Fact, Facts, Glyph, Layer, Notice, Panel, Tag, TextInput, Tone},
};
use anju_shared::{
    access::{Operation, Resource, may},
    api::cases::{MaskedReporter, OpenIdentity, OpenedIdentity},
    ids::ReporterId,
    text::ShortText,
    workflow::Reporter,
};
use std::rc::Rc;
use yew::prelude::*;

/// The reporters of the case.
#[component]
pub(super) fn Reporters(props: &PartProps) -> Html {
    let texts = use_texts();
    let opening = use_state_eq(|| None::<ReporterId>);
    let detail = &props.seen.read.value;
    let allowed = may(
        &props.seen.actor(),
        Operation::OpenIdentity,
        &Resource::Everything,
    )
    .is_ok();
    let rows = detail.case().reporters.iter().map(|reporter| {
        let known = detail.reporters().iter().find(|one| one.id == reporter.id);
        let open = known
            .filter(|known| allowed && (known.name.is_some() || known.phone.is_some() || known.more))
            .map(|known| {
                let (opening, id) = (opening.setter(), known.id);
                Callback::from(move |()| opening.set(Some(id)))
            });
        row(reporter, known, open, &props.seen, texts)
    });
    let onclose = {
        let opening = opening.setter();
        Callback::from(move |()| opening.set(None))
    };
    html! {
        <Panel title={texts.case_detail().reporters} aside={html! { <Tag label={detail.case().reporters.len().to_string()} /> }}>
            <ul class="records">{ for rows }</ul>
            if let Some(reporter) = *opening { <Identity seen={props.seen.clone()} {reporter} {onclose} /> }
        </Panel>
    }
}

fn row(
    reporter: &Reporter,
    known: Option<&MaskedReporter>,
    open: Option<Callback<()>>,
    seen: &Seen,
    texts: &'static Texts,
) -> Html {
    let words = texts.case_detail();
    let detail = &seen.read.value;
    let who = known.map(masked).filter(|who| !who.is_empty());
    let reply = match (&reporter.reply, detail.case().handling()) {
        _ if reporter.withdrawn_at.is_some() => Some((words.withdrawn, Tone::Plain)),
        (Some(_), _) => Some((words.replied, Tone::Green)),
        (None, Some(_)) => Some((words.waiting, Tone::Yellow)),
        (None, None) => None,
    };
    html! {
        <li key={reporter.id.to_string()}>
            <div class="records__head">
                <span class="quiet">{ reporter_word(detail.reporters(), reporter.id, texts) }</span>
                <span>{ who.unwrap_or_else(|| words.anonymous.to_owned()) }</span>
                if let Some(onclick) = open {
                    <span class="push"><Button small=true kind={ButtonKind::Quiet} glyph={Glyph::Lock} label={words.open_identity} test="open-identity" {onclick} /></span>
                }
            </div>
            <div class="records__head">
                <Tag label={say!(reporter.capacity, texts)} />
                if reporter.real_name { <Tag label={words.real_name} tone={Tone::Blue} /> }
                if reporter.wants_paper { <Tag label={words.wants_paper} /> }
                if let Some((label, tone)) = reply { <Tag {label} {tone} /> }
            </div>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct IdentityProps {
    seen: Seen,
    reporter: ReporterId,
    onclose: Callback<()>,
}

/// Asks for a reason, shows the identity, and forgets it when it closes.
#[component]
fn Identity(props: &IdentityProps) -> Html {
    let texts = use_texts();
    let words = texts.case_detail();
    let reason = use_state_eq(String::new);
    let error = use_state_eq(|| None::<String>);
    let opened = use_state(|| None::<Rc<OpenedIdentity>>);
    let command = {
        let (id, reporter, opened) = (props.seen.read.value.case().id, props.reporter, opened.setter());
        use_command(
            move |client, body: OpenIdentity| open_identity(&client, id, reporter, &body),
            Callback::from(move |identity| opened.set(Some(Rc::new(identity)))),
        )
    };
    let onsubmit = {
        let (reason, error, run) = (reason.clone(), error.setter(), command.run.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match ShortText::parse(&reason) {
                Ok(reason) => {
                    error.set(None);
                    run.emit(OpenIdentity {
                        reason: reason.into_string(),
                    });
                }
                Err(_) => error.set(Some(texts.case_forms().required.to_owned())),
            }
        }
    };
    let onchange = {
        let reason = reason.setter();
        move |text| reason.set(text)
    };
    let said = command
        .failure()
        .and_then(|failure| field_errors(failure).remove("reason"));
    let error = (*error).clone().or(said).map(AttrValue::from);
    html! {
        <Layer title={words.identity} close={texts.widgets().close} onclose={props.onclose.clone()}>
            if let Some(identity) = &*opened {
                <Shown identity={identity.clone()} seen={props.seen.clone()} />
            } else {
                <form class="form" {onsubmit} novalidate=true>
                    <Notice tone={Tone::Yellow}>{ words.identity_recorded }</Notice>
                    if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
                    <TextInput label={words.identity_reason} hint={words.identity_hint} required={texts.widgets().required}
                        value={(*reason).clone()} {onchange} {error} max={200} test="field-reason" />
                    <div class="form__end">
                        <Button label={texts.widgets().cancel} onclick={props.onclose.clone()} />
                        <Button submit=true kind={ButtonKind::Primary} label={words.identity_show} busy={command.running()} test="form-submit" />
                    </div>
                </form>
            }
        </Layer>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    identity: Same<OpenedIdentity>,
    seen: Seen,
}

/// Who it is, under the name of who looks.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let texts = use_texts();
    let words = texts.case_detail();
    let identity = &props.identity;
    let values = [
        &identity.name,
        &identity.phone,
        &identity.address,
        &identity.citizen_id,
    ];
    let facts: Vec<Fact> = words
        .identity_fields
        .into_iter()
        .zip(values)
        .map(|(name, value)| Fact::text(name, value.as_deref(), words.none))
        .collect();
    html! {
        <div class="identity" data-test="identity">
            <Notice tone={Tone::Red}>{ words.identity_once }</Notice>
            <Facts {facts} />
            <Mark seen={props.seen.clone()} />
        </div>
    }
}
