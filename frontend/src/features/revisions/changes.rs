//! What a revision changes, entry by entry, compared with what it follows.

use super::view::{fields::named, place::section};
use crate::{
    text::Texts,
    ui::{Picture, StateKind, Tag, Tone},
};
use anju_shared::{
    api::{
        revisions::{RevisionChange, RevisionDetail},
        rules::RegimeLine,
    },
    problem::Language,
};
use yew::prelude::*;

/// The changes, or that there are none.
pub(super) fn changes(detail: &RevisionDetail, texts: &'static Texts) -> Html {
    let words = texts.revisions();
    if detail.changes.is_empty() {
        return html! { <Picture kind={StateKind::Empty} title={words.no_change} /> };
    }
    let rows = detail.changes.iter().map(|change| line(change, texts));
    html! {
        <div class="table-scroll" data-test="changes">
            <table class="changes">
                <caption class="unseen">{ words.changes }</caption>
                <thead><tr><th scope="col">{ words.entry }</th><th scope="col">{ words.before }</th><th scope="col">{ words.after }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn line(change: &RevisionChange, texts: &'static Texts) -> Html {
    let (words, language) = (texts.revisions(), texts.language);
    let [new, changed, dropped] = words.kinds;
    let (label, tone) = match (change.before.is_empty(), change.after.is_empty()) {
        (true, _) => (new, Tone::Blue),
        (false, true) => (dropped, Tone::Red),
        (false, false) => (changed, Tone::Yellow),
    };
    let list = section(&change.section).map(|section| named(section.name, language));
    html! {
        <tr key={format!("{}/{}", change.section, change.key)}>
            <th scope="row">
                <span class="beside__name">{ change.name.text(language).to_owned() }</span>
                <span class="beside__code">{ list.unwrap_or_default() }{ " " }{ change.key.clone() }</span>
                <Tag {label} {tone} />
            </th>
            <td>{ said(&change.before, &change.after, language) }</td>
            <td>{ said(&change.after, &change.before, language) }</td>
        </tr>
    }
}

/// What one side says; what the other says otherwise is marked.
fn said(lines: &[RegimeLine], others: &[RegimeLine], language: Language) -> Html {
    let lines = lines.iter().map(|line| {
        let otherwise = !others.is_empty() && !others.contains(line);
        html! {
            <div class={classes!(otherwise.then_some("otherwise"))}>
                <dt>{ line.name.text(language).to_owned() }</dt><dd>{ line.value.text(language).to_owned() }</dd>
            </div>
        }
    });
    html! { <dl class="says says--one">{ for lines }</dl> }
}
