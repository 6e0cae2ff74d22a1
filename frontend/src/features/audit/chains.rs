//! Whether the journals are whole: the last verification, with its progress, and the way to a new one.

use super::view::{Ending, ending};
use crate::{
    api::audit::{begin_verification, list_verifications},
    hooks::{Remote, use_command, use_query},
    session::use_client,
    shell::{FailureNotice, FailurePicture},
    text::{Texts, format, use_texts},
    ui::{Button, Glyph, Panel, Skeleton, Tag, Tone},
};
use anju_shared::{
    api::audit::{Verification, VerificationState},
    time::Instant,
};
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// Milliseconds between two looks at one that is at work.
const LOOK: u32 = 1000;
/// Of the last ones so many are shown.
const SHOWN: usize = 3;

/// The verifications.
#[component]
pub(super) fn Chains() -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let words = texts.audit();
    let list = use_query((), |client, ()| list_verifications(&client));
    let begin = use_command(
        |client, ()| begin_verification(&client),
        list.reload.reform(|_| ()),
    );
    let latest = list.remote.ready().and_then(|list| list.items.first());
    let running = latest.is_some_and(|one| one.state == VerificationState::Running);
    use_effect_with((running, list.reload.clone()), |(running, reload)| {
        let reload = reload.clone();
        let look = running.then(|| Interval::new(LOOK, move || reload.emit(())));
        move || drop(look)
    });
    let body = match &list.remote {
        Remote::Ready(list) if list.items.is_empty() => html! { <p class="quiet">{ words.never }</p> },
        Remote::Ready(list) => html! {
            <ul class="later">{ for list.items.iter().take(SHOWN).map(|one| line(one, texts, now)) }</ul>
        },
        Remote::Loading | Remote::Missing => html! { <Skeleton label={texts.widgets().loading} lines={2} /> },
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={list.reload.clone()} /> }
        }
    };
    let busy = begin.running() || running;
    let aside = html! {
        <Button small=true glyph={Glyph::Check} label={words.verify} {busy} onclick={begin.run.clone()} test="audit-verify" />
    };
    html! {
        <Panel title={words.chains} {aside}>
            <p class="quiet">{ words.chains_more }</p>
            if let Some(failure) = begin.failure() { <FailureNotice failure={failure.clone()} /> }
            <div aria-live="polite" data-test="verifications">{ body }</div>
        </Panel>
    }
}

fn line(one: &Verification, texts: &'static Texts, now: Instant) -> Html {
    let words = texts.audit();
    let (label, tone) = match ending(one) {
        Ending::Running(percent) => (format!("{} {percent}%", words.running), Tone::Blue),
        Ending::Whole => (words.whole.to_owned(), Tone::Green),
        Ending::Broken(places) => (format!("{} {places} {}", words.broken, words.places), Tone::Red),
        Ending::Failed => (words.failed.to_owned(), Tone::Yellow),
    };
    let begun = format::moment(one.begun_at, now, texts.language);
    let followed = format!(
        "{} {} / {}",
        words.checked,
        one.checked,
        one.total.max(one.checked)
    );
    let meter = (one.state == VerificationState::Running).then(|| {
        let (value, max) = (one.checked.to_string(), one.total.max(1).to_string());
        html! { <progress class="meter" {value} {max} aria-label={words.running} /> }
    });
    html! {
        <li key={one.id.to_string()}>
            <span>{ begun }{ " " }{ one.begun_by.clone() }{ " " }<Tag {label} {tone} /></span>
            <span class="quiet">{ followed }</span>
            if let Some(first) = &one.first_fault { <span class="red prose">{ format!("{}\u{ff1a}{first}", words.first) }</span> }
            { meter }
        </li>
    }
}
