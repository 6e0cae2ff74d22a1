//! 期限计算说明 as an article that stands alone on paper: asked of the server, so that it is exact for the rules of the
//! case and the calendar in force.

use super::view::{report::Line, sheet::sheet};
use crate::{
    api::case::explain_clock,
    hooks::{Query, Same, use_now, use_query},
    text::use_texts,
    ui::{Fact, Facts},
};
use anju_shared::{
    api::{deadlines::ClockExplanation, session::Account},
    rules::ClockKind,
    workflow::Case,
};
use yew::prelude::*;

/// Asks why a period of the case ends when it does: again when the case has changed.
#[hook]
pub(in crate::features::cases) fn use_explanation(
    case: &Case,
    clock: (ClockKind, u32),
) -> Query<ClockExplanation> {
    use_query((case.id, clock, case.version), |client, (id, clock, _)| {
        explain_clock(&client, id, clock)
    })
}

/// Properties of [`Sheet`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::features::cases) struct SheetProps {
    /// Who makes it.
    pub(in crate::features::cases) account: Same<Account>,
    /// The period, explained.
    pub(in crate::features::cases) told: Same<ClockExplanation>,
}

/// The sheet. It says when it was made, so it is drawn every second.
#[component]
pub(in crate::features::cases) fn Sheet(props: &SheetProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let words = texts.sheet();
    let said = sheet(&props.told, (now, &props.account), texts);
    html! {
        <article class="document" data-test="sheet">
            <h3 class="document__title">{ words.title }</h3>
            <p class="document__number">{ format!("{} {}", texts.case_detail().number, props.told.number) }</p>
            { lines(&said.lines) }
            <section>
                <h4 class="section">{ words.steps }</h4>
                <ol class="count-steps">{ for said.steps.iter().map(|step| html! { <li><span>{ step.clone() }</span></li> }) }</ol>
            </section>
            { lines(&said.result) }
            { for said.notes.iter().map(|note| html! { <p class="yellow">{ note.clone() }</p> }) }
            <p class="document__signed">{ said.signed }</p>
        </article>
    }
}

/// Names and what they say, one pair a line.
pub(in crate::features::cases) fn lines(lines: &[Line]) -> Html {
    let facts: Vec<Fact> = lines
        .iter()
        .map(|(name, text)| Fact::text(*name, Some(text), ""))
        .collect();
    html! { <Facts {facts} /> }
}

/// Prints what is on the page; what does not belong on paper is left out by the style.
pub(in crate::features::cases) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that does not print says so itself.
        window.print().unwrap_or_default();
    }
}
