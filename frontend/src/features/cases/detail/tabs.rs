//! The middle column: what happened, and what was gathered, under tabs.

use super::{
    PartProps,
    evidence::EvidenceList,
    records::{contacts, feedback, replies, report},
    story::Story,
};
use crate::{
    hooks::use_now,
    text::use_texts,
    ui::{Panel, Tab, Tabs},
};
use std::rc::Rc;
use yew::prelude::*;

/// The middle column.
#[component]
pub(super) fn Middle(props: &PartProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let shown = use_state_eq(|| AttrValue::Static("story"));
    let words = &texts.case_detail;
    let handling = props.seen.read.value.case().handling();
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
        (
            "contacts",
            counted(words.contacts, handling.map(|all| all.contacts.len())),
        ),
        ("report", words.report.to_owned()),
        ("replies", words.replies.to_owned()),
        ("feedback", words.feedback.to_owned()),
    ]
    .map(|(key, label)| Tab {
        key: key.into(),
        label: label.into(),
    })
    .into();
    let onshow = {
        let shown = shown.setter();
        Callback::from(move |key| shown.set(key))
    };
    let seen = &props.seen;
    let content = match shown.as_str() {
        "evidence" => html! { <EvidenceList seen={seen.clone()} /> },
        "contacts" => contacts(seen, now, texts),
        "report" => report(seen, now, texts),
        "replies" => replies(seen, now, texts),
        "feedback" => feedback(seen, now, texts),
        _ => html! { <Story seen={seen.clone()} /> },
    };
    html! {
        <Panel bare=true>
            <Tabs label={words.tabs} {tabs} shown={(*shown).clone()} {onshow}><div class="panel__body">{ content }</div></Tabs>
        </Panel>
    }
}
