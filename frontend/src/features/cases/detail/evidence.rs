//! 证据: every item with its file or its place.

use super::{
    PartProps,
    view::words::{actor_word, code_word, code_words},
};
use crate::{
    hooks::{use_download, use_now},
    shell::FailureNotice,
    text::{format, use_texts},
    ui::{Button, Glyph, Picture, StateKind, Tag, Tone},
};
use anju_shared::workflow::{Evidence, Visit};
use yew::prelude::*;

/// The items of evidence.
#[component]
pub(super) fn EvidenceList(props: &PartProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let download = use_download();
    let words = texts.case_detail();
    let case = props.seen.read.value.case();
    let items = case
        .handling()
        .map_or(&[][..], |handling| handling.evidence.as_slice());
    let visits = case
        .handling()
        .map_or(&[][..], |handling| handling.visits.as_slice());
    if items.is_empty() && visits.is_empty() {
        return html! { <Picture kind={StateKind::Empty} title={words.empty[0]} /> };
    }
    let item = |item: &Evidence| {
        let kind = code_word(&props.seen.profile.evidence_kinds, &item.kind, texts.language);
        let onclick = item.file.map(|file| {
            let wanted = (case.id, file, item.title.clone());
            download.run.reform(move |()| wanted.clone())
        });
        let at = format::moment(item.at, now, texts.language);
        html! {
            <li key={item.id.to_string()} data-test="evidence">
                <div class="records__head">
                    <span class="strong">{ item.title.clone() }</span><Tag label={kind} />
                    if item.hazard_removed { <Tag label={texts.case_forms().hazard_removed} tone={Tone::Green} /> }
                    if let Some(onclick) = onclick {
                        <span class="push"><Button small=true glyph={Glyph::File} label={words.download} test="download" {onclick} /></span>
                    }
                </div>
                if let Some(place) = &item.kept_at { <div>{ format!("{}\u{ff1a}{place}", texts.case_forms().kept_at) }</div> }
                <div class="records__note">{ format!("{at} · {}", actor_word(&item.by, texts)) }</div>
            </li>
        }
    };
    let visit = |visit: &Visit| {
        let methods = code_words(&props.seen.profile.methods, &visit.methods, texts);
        html! {
            <li>
                <div class="records__head"><span class="strong">{ visit.inspectors.clone() }</span><Tag label={methods} /></div>
                <div class="prose">{ visit.findings.clone() }</div>
                <div class="records__note">{ format::moment(visit.at, now, texts.language) }</div>
            </li>
        }
    };
    html! {
        <>
            if let Some(failure) = download.failure() { <FailureNotice failure={failure.clone()} /> }
            <ul class="records">{ for items.iter().map(item) }</ul>
            if !visits.is_empty() {
                <h3 class="section">{ words.visits }</h3>
                <ul class="records">{ for visits.iter().rev().map(visit) }</ul>
            }
        </>
    }
}
