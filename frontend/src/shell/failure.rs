//! Failures as people see them: a picture in place of the matter, or a sentence above a form.

use crate::{
    api::Failure,
    hooks::Remote,
    text::{Texts, use_texts},
    ui::{Button, Glyph, Notice, Picture, Skeleton, StateKind, Tone},
};
use std::rc::Rc;
use yew::prelude::*;

/// What is said about a failure.
struct Said {
    title: String,
    more: Option<String>,
    note: Option<String>,
}

fn say(failure: &Failure, texts: &Texts) -> Said {
    let words = texts.errors();
    let id = failure
        .request_id()
        .map(|id| format!("{} {id}", words.request_id));
    match failure {
        Failure::Offline => Said {
            title: words.offline.into(),
            more: Some(words.offline_more.into()),
            note: None,
        },
        Failure::Unreadable { .. } => Said {
            title: words.unreadable.into(),
            more: Some(words.unreadable_more.into()),
            note: id,
        },
        Failure::Problem(problem) => {
            let basis = problem
                .basis
                .as_ref()
                .map(|basis| format!("{}\u{ff1a}{} {}", words.basis, basis.instrument, basis.article));
            let more = problem.detail.clone().filter(|detail| *detail != problem.title);
            // A refusal is no mishap: whoever asks why reads the article, not the server's log.
            let note = basis.or_else(|| id.filter(|_| problem.status >= 500));
            Said {
                title: problem.code.title(texts.language).into(),
                more,
                note,
            }
        }
    }
}

/// Properties of [`FailurePicture`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FailurePictureProps {
    /// What went wrong.
    pub failure: Failure,
    /// Tries again.
    pub onretry: Callback<()>,
}

/// A failure in place of the matter.
#[component]
pub fn FailurePicture(props: &FailurePictureProps) -> Html {
    let texts = use_texts();
    let said = say(&props.failure, texts);
    let refused = props.failure.is_refusal();
    let kind = match &props.failure {
        Failure::Offline => StateKind::Offline,
        _ if refused => StateKind::Refused,
        _ => StateKind::Failed,
    };
    let retry = html! { <Button glyph={Glyph::Reload} label={texts.widgets().retry} onclick={props.onretry.clone()} /> };
    html! {
        <Picture {kind} title={said.title} more={said.more} note={said.note}>
            { if refused { Html::default() } else { retry } }
        </Picture>
    }
}

/// Properties of [`FailureNotice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FailureNoticeProps {
    /// What went wrong.
    pub failure: Failure,
}

/// A failure as a sentence above a form that keeps its fields.
#[component]
pub fn FailureNotice(props: &FailureNoticeProps) -> Html {
    let texts = use_texts();
    let said = say(&props.failure, texts);
    let fields = props
        .failure
        .problem()
        .is_some_and(|problem| !problem.violations.is_empty());
    let more = if fields {
        Some(texts.errors().see_fields.to_owned())
    } else {
        said.more
    };
    html! {
        <Notice tone={if props.failure.is_refusal() { Tone::Yellow } else { Tone::Red }} alert=true>
            <span class="strong" data-test="failure">{ said.title }</span>
            if let Some(more) = more { <div>{ more }</div> }
            if let Some(note) = said.note { <div>{ note }</div> }
        </Notice>
    }
}

/// So many grey lines usually stand for what is on its way.
pub const LINES: usize = 6;

/// Something of the server in whichever of its states: loading, missing, failed, refused, or here. `lines` grey lines
/// stand for it while it comes.
pub fn remote_view<T>(
    remote: &Remote<T>,
    onretry: &Callback<()>,
    lines: usize,
    draw: impl FnOnce(Rc<T>) -> Html,
) -> Html {
    let failure = match remote {
        Remote::Ready(value) => return draw(value.clone()),
        Remote::Loading => Some(None),
        Remote::Missing => None,
        Remote::Failed(failure) => Some(Some(failure.clone())),
    };
    html! { <NotHere {failure} onretry={onretry.clone()} {lines} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct NotHereProps {
    /// Nothing for what is missing; no failure yet for what is on its way.
    failure: Option<Option<Failure>>,
    onretry: Callback<()>,
    lines: usize,
}

#[component]
fn NotHere(props: &NotHereProps) -> Html {
    let texts = use_texts();
    match &props.failure {
        Some(None) => html! { <Skeleton label={texts.widgets().loading} lines={props.lines} /> },
        None => {
            html! { <Picture kind={StateKind::Missing} title={texts.errors().missing} more={texts.errors().missing_more} /> }
        }
        Some(Some(failure)) => {
            html! { <FailurePicture failure={failure.clone()} onretry={props.onretry.clone()} /> }
        }
    }
}
