//! 沟通: messages both ways and talks that were written down. The words are read by an operation of its own, which
//! is recorded, and kept nowhere.

use super::{
    PartProps, Seen,
    view::talks::{Talk, talks},
};
use crate::{
    api::case::read_messages,
    hooks::{Same, use_download, use_now, use_query},
    shell::{FailureNotice, LINES, remote_view},
    text::{format, use_texts},
    ui::{Button, ButtonKind, Glyph, Picture, StateKind, Tag},
};
use anju_shared::api::messages::{AttachedFile, CaseMessages};
use std::rc::Rc;
use yew::prelude::*;

/// What was said; read again when something was said since.
#[component]
pub(super) fn Talks(props: &PartProps) -> Html {
    let case = props.seen.read.value.case();
    let query = use_query((case.id, case.messages.len()), |client, (id, _)| {
        read_messages(&client, id)
    });
    let seen = props.seen.clone();
    let draw = |said: Rc<CaseMessages>| html! { <Said {seen} {said} /> };
    remote_view(&query.remote, &query.reload, LINES, draw)
}

#[derive(Clone, PartialEq, Properties)]
struct SaidProps {
    seen: Seen,
    said: Same<CaseMessages>,
}

#[component]
fn Said(props: &SaidProps) -> Html {
    let (texts, now, download) = (use_texts(), use_now(), use_download());
    let detail = &props.seen.read.value;
    let contacts = detail
        .case()
        .handling()
        .map_or(&[][..], |handling| handling.contacts.as_slice());
    let all = talks(&props.said.messages, contacts, detail.reporters(), texts);
    if all.is_empty() {
        return html! { <Picture kind={StateKind::Empty} title={texts.case_detail().empty[1]} /> };
    }
    let id = detail.case().id;
    let file = |file: &AttachedFile| {
        let wanted = (id, file.id, file.name.clone());
        let label = format!("{} · {}", file.name, format::bytes(file.size));
        let onclick = download.run.reform(move |()| wanted.clone());
        html! { <Button key={file.id.to_string()} kind={ButtonKind::Link} glyph={Glyph::File} {label} test="message-file" {onclick} /> }
    };
    let item = |talk: &Talk| {
        let side = if talk.from_reporter {
            "talk--theirs"
        } else {
            "talk--ours"
        };
        let who = talk.by.clone().unwrap_or_else(|| talk.with.clone());
        let with = (who != talk.with)
            .then(|| format!("→ {}", talk.with))
            .filter(|_| !talk.from_reporter);
        html! {
            <li key={talk.key.clone()} class={classes!("talk", side)} data-test="talk">
                <div class="records__head">
                    <span class="strong">{ who }</span>
                    if let Some(with) = with { <span class="quiet">{ with }</span> }
                    if let Some(tag) = talk.tag { <Tag label={tag} /> }
                    <span class="records__note">{ format::moment(talk.at, now, texts.language) }</span>
                </div>
                <div class="prose">{ talk.text.clone() }</div>
                if !talk.files.is_empty() { <div class="row">{ for talk.files.iter().map(file) }</div> }
            </li>
        }
    };
    html! {
        <>
            if let Some(failure) = download.failure() { <FailureNotice failure={failure.clone()} /> }
            <ul class="talks">{ for all.iter().map(item) }</ul>
        </>
    }
}
