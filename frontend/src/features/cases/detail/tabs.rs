//! The middle column: what happened, and what was gathered, under tabs. The address says which, so that whoever comes back
//! from elsewhere finds the same one.

use super::{PartProps, documents::Documents, evidence::EvidenceList, story::Story, talks::Talks};
use crate::{
    route::{Route, use_said},
    text::use_texts,
    ui::{Panel, Tab, Tabs},
};
use anju_shared::api::cases::CaseDetail;
use std::rc::Rc;
use yew::prelude::*;

/// Names the tab in the address.
pub(in crate::features::cases) const TAB: &str = "tab";
/// The tab that leads to the papers.
pub(in crate::features::cases) const DOCUMENTS: &str = "documents";

/// The middle column.
#[component]
pub(super) fn Middle(props: &PartProps) -> Html {
    let texts = use_texts();
    let words = texts.case_detail();
    let case = props.seen.read.value.case();
    let (said, say) = use_said(Route::Case { id: case.id }, TAB);
    let handling = case.handling();
    let office = matches!(props.seen.read.value, CaseDetail::Office(_));
    let readable = case
        .messages
        .iter()
        .filter(|message| office || case.is_told_to_unit(message));
    let talks = readable.count() + handling.map_or(0, |all| all.contacts.len());
    let counted = |label: &str, count: Option<usize>| match count {
        Some(count) if count > 0 => format!("{label} {count}"),
        _ => label.to_owned(),
    };
    let tabs: Rc<[Tab]> = [
        ("story", words.story.to_owned()),
        (
            "evidence",
            counted(words.evidence, handling.map(|all| all.evidence.len())),
        ),
        ("talks", counted(words.contacts, Some(talks))),
        (DOCUMENTS, words.documents.to_owned()),
    ]
    .map(|(key, label)| Tab {
        key: key.into(),
        label: label.into(),
    })
    .into();
    let onshow = say.reform(|key: AttrValue| key.to_string());
    let shown = tabs.iter().find(|tab| Some(tab.key.as_str()) == said.as_deref());
    let shown = shown.map_or(AttrValue::Static("story"), |tab| tab.key.clone());
    let seen = &props.seen;
    let content = match shown.as_str() {
        "evidence" => html! { <EvidenceList seen={seen.clone()} /> },
        "talks" => html! { <Talks seen={seen.clone()} /> },
        DOCUMENTS => html! { <Documents seen={seen.clone()} /> },
        _ => html! { <Story seen={seen.clone()} /> },
    };
    html! {
        <Panel bare=true>
            <Tabs label={words.tabs} {tabs} {shown} {onshow}><div class="panel__body">{ content }</div></Tabs>
        </Panel>
    }
}
