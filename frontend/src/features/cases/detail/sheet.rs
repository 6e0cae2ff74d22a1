//! 期限计算说明 as an article that stands alone on paper: asked of the server, so that it is exact for the rules of the
//! case and the calendar in force.

use super::{Seen, documents::lines, view::sheet::sheet};
use crate::{
    api::case::explain_clock,
    hooks::{Query, use_now, use_query},
    text::use_texts,
};
use anju_shared::{api::deadlines::ClockExplanation, rules::ClockKind};
use std::rc::Rc;
use yew::prelude::*;

/// Asks why a period of the case ends when it does: again when the case has changed.
#[hook]
pub(super) fn use_explanation(seen: &Seen, clock: (ClockKind, u32)) -> Query<ClockExplanation> {
    let case = seen.read.value.case();
    use_query((case.id, clock, case.version), |client, (id, clock, _)| {
        explain_clock(&client, id, clock)
    })
}

/// Properties of [`Sheet`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SheetProps {
    /// What is seen.
    pub(super) seen: Seen,
    /// The period, explained.
    pub(super) told: Rc<ClockExplanation>,
}

/// The sheet. It says when it was made, so it is drawn every second.
#[component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let words = texts.sheet();
    let said = sheet(&props.told, (now, &props.seen.account), texts);
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

/// Prints what is on the page; what does not belong on paper is left out by the style.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that does not print says so itself.
        window.print().unwrap_or_default();
    }
}
