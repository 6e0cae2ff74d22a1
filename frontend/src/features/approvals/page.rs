//! The page.

use crate::{
    features::workbench::{
        bench::{Bench, BenchProps},
        view::{ROWS, extent},
    },
    hooks::use_work,
    text::use_texts,
    ui::PageHead,
};
use anju_shared::api::workbench::Work;
use yew::prelude::*;

/// 审批
#[component]
pub fn ApprovalsPage() -> Html {
    let texts = use_texts();
    let words = texts.workbench();
    let limit = use_state_eq(|| ROWS.0);
    let query = use_work(Work::Decisions, *limit);
    let total = query
        .remote
        .ready()
        .map(|bench| (texts.widgets().total)(extent(bench).0));
    let bench = BenchProps::of(
        Work::Decisions,
        &query,
        &limit,
        [words.no_decisions, words.no_decisions_more],
    );
    html! {
        <>
            <PageHead title={texts.frame().approvals} after={html! { <span class="quiet">{ total }</span> }}>
                <span class="quiet wide">{ texts.cases_list().keys }</span>
            </PageHead>
            <Bench ..bench />
        </>
    }
}
