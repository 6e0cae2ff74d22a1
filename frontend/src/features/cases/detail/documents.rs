//! 文书: the way to the papers of the case, which are read and printed in a room of their own.

use super::PartProps;
use crate::{
    features::cases::papers::list::{PAPER, Paper, papers},
    route::{Route, RouteLink},
    text::use_texts,
    ui::{Picture, StateKind},
};
use yew::prelude::*;

/// A link to each paper, and to the sheet of every period that runs.
#[component]
pub(super) fn Documents(props: &PartProps) -> Html {
    let texts = use_texts();
    let detail = &props.seen.read.value;
    let case = detail.case();
    let all = papers(case, detail.reporters(), texts);
    if all.is_empty() {
        return html! { <Picture kind={StateKind::Empty} title={texts.case_detail().empty[2]} /> };
    }
    let to = Route::Papers { id: case.id };
    let link = |paper: Paper<'_>| {
        html! {
            <li><RouteLink {to} query={format!("{PAPER}={}", paper.key)} test={format!("paper-{}", paper.key)}>{ paper.title }</RouteLink></li>
        }
    };
    html! { <ul class="records">{ for all.into_iter().map(link) }</ul> }
}
