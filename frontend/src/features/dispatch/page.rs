//! The page, and its keys: `Y` confirms the row that has the cursor, `U` takes the last confirmation back.

use super::{hold::use_hold, rows::Rows};
use crate::{
    features::{
        cases::{detail::ActHere, list::keys::use_row_keys},
        workbench::view::{ROWS, extent},
    },
    hooks::{Remote, use_shortcut, use_work},
    shell::FailurePicture,
    text::use_texts,
    ui::{Button, ButtonKind, PageHead, Panel, Picture, Skeleton, StateKind},
};
use anju_shared::{api::workbench::Work, ids::CaseId, workflow::Action};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// 交办台
#[component]
pub fn DispatchPage() -> Html {
    let texts = use_texts();
    let words = texts.workbench();
    let limit = use_state_eq(|| ROWS.0);
    let query = use_work(Work::Dispatch, *limit);
    let hold = use_hold(query.reload.clone());
    let other = use_state_eq(|| None::<CaseId>);
    let list = use_node_ref();
    use_row_keys(list.clone());
    use_shortcut("y", Callback::from(|()| press_confirm()));
    use_shortcut("u", {
        let hold = hold.clone();
        Callback::from(move |()| {
            if let Some(id) = hold.holding.last() {
                hold.undo.emit(id);
            }
        })
    });
    let onother = {
        let other = other.setter();
        Callback::from(move |id| other.set(Some(id)))
    };
    let onclose = {
        let other = other.setter();
        Callback::from(move |()| other.set(None))
    };
    let ondone = {
        let reload = query.reload.clone();
        onclose.reform(move |()| reload.emit(()))
    };
    let body = match &query.remote {
        Remote::Loading | Remote::Missing => {
            html! { <Skeleton label={texts.widgets().loading} lines={10} /> }
        }
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={query.reload.clone()} /> }
        }
        Remote::Ready(bench) if extent(bench).0 == 0 => {
            html! { <Picture kind={StateKind::Empty} title={words.no_dispatch} more={words.no_dispatch_more} /> }
        }
        Remote::Ready(bench) => {
            let (total, shown) = extent(bench);
            let limit = limit.setter();
            html! {
                <>
                    <Rows bench={bench.clone()} {hold} busy={query.asking} {onother} />
                    if shown < total {
                        <div class="pager"><span class="quiet">{ (words.shown)(shown, total) }</span>
                            <Button kind={ButtonKind::Quiet} label={words.more} onclick={move |()| limit.set(ROWS.1)} /></div>
                    }
                </>
            }
        }
    };
    let total = query
        .remote
        .ready()
        .map(|bench| (texts.widgets().total)(extent(bench).0));
    html! {
        <>
            <PageHead title={texts.frame().dispatch} after={html! { <span class="quiet">{ total }</span> }}>
                <span class="quiet wide">{ words.dispatch_keys }</span>
            </PageHead>
            <Panel bare=true><div ref={list} data-test="work-list">{ body }</div></Panel>
            if let Some(id) = *other {
                <ActHere key={id.to_string()} {id} action={Action::Dispatch} {onclose} {ondone} />
            }
        </>
    }
}

/// Presses the button with which the row is confirmed that has the cursor.
fn press_confirm() {
    let row = document()
        .active_element()
        .and_then(|element| element.closest("tr").ok().flatten());
    let button = row.and_then(|row| row.query_selector("[data-test=dispatch-confirm]").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}
