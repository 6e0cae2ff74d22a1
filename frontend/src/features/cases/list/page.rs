//! The page: filters, rows, and the way to the other pages of the list.

use super::{
    filters::Filters,
    keys::use_row_keys,
    rows::Rows,
    view::{ROWS, cleared, filter, narrowed},
};
use crate::{
    api::cases::list_cases,
    hooks::{Remote, use_live_reload, use_query, use_regard, use_rules},
    route::{Route, use_go},
    session::use_session,
    shell::FailurePicture,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Glyph, PageHead, Pager, Panel, Picture, Skeleton, StateKind},
};
use anju_shared::{
    access::Operation,
    api::cases::{CaseFilter, CasePage},
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Kept with an address in the history: one came to it from the page before it.
struct Turned;

/// The cases that the signed-in person may know of.
#[component]
pub fn CasesPage() -> Html {
    let (texts, session, go) = (use_texts(), use_session(), use_go());
    let words = &texts.cases_list;
    let (filter, turn) = use_filter();
    let rules = use_rules().ready().cloned();
    let query = use_query(filter.clone(), |client, filter| async move {
        list_cases(
            &client,
            &CaseFilter {
                limit: Some(ROWS),
                ..filter
            },
        )
        .await
    });
    use_regard(query.reload.clone());
    use_live_reload(None, query.reload.clone());
    let list = use_node_ref();
    use_row_keys(list.clone());
    let choose = turn.reform(Turn::To);
    let register = go.reform(|()| Route::Register);
    let body = match &query.remote {
        Remote::Ready(page) if page.items.is_empty() => empty(&filter, texts, &choose),
        Remote::Ready(page) => html! {
            <>
                <Rows page={page.clone()} rules={rules.clone()} order={filter.order.unwrap_or_default()}
                    first={filter.after.is_none()} busy={query.asking} />
                { pager(&filter, page, texts, &turn) }
            </>
        },
        Remote::Loading | Remote::Missing => html! { <Skeleton label={texts.widgets.loading} lines={12} /> },
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={query.reload.clone()} /> }
        }
    };
    let total = query.remote.ready().map(|page| (texts.widgets.total)(page.total));
    html! {
        <>
            <PageHead title={words.title} after={html! { <span class="quiet" data-test="cases-total">{ total }</span> }}>
                <span class="quiet wide">{ words.keys }</span>
                <Button glyph={Glyph::Reload} label={words.refresh} busy={query.asking} onclick={query.reload.clone()} test="cases-refresh" />
                if session.may(Operation::RegisterReport) {
                    <Button kind={ButtonKind::Primary} label={words.register} key_hint="N" onclick={register} test="cases-register" />
                }
            </PageHead>
            <Panel bare=true>
                <Filters filter={filter.clone()} {rules} onchange={choose} />
                <div ref={list} data-test="cases-list">{ body }</div>
            </Panel>
        </>
    }
}

/// The way to another address of this list.
enum Turn {
    /// To this filter, or this page of it.
    To(CaseFilter),
    /// To the page after.
    After(CaseFilter),
    /// To the page before.
    Back(CaseFilter),
}

/// The filter in the address, and the way to change it.
#[hook]
fn use_filter() -> (CaseFilter, Callback<Turn>) {
    let (location, navigator) = (use_location(), use_navigator());
    let pairs = location
        .as_ref()
        .and_then(|location| location.query::<Vec<(String, String)>>().ok());
    let turned = location.is_some_and(|location| location.state::<Turned>().is_some());
    let turn = use_callback((navigator, turned), |turn: Turn, (navigator, turned)| {
        let Some(navigator) = navigator else { return };
        // An address that cannot be written leaves one where one is.
        let _written = match turn {
            Turn::To(filter) => navigator.push_with_query(&Route::Cases, filter),
            Turn::After(filter) => navigator.push_with_query_and_state(&Route::Cases, filter, Turned),
            Turn::Back(_) if *turned => {
                navigator.back();
                Ok(())
            }
            Turn::Back(first) => navigator.push_with_query(&Route::Cases, first),
        };
    });
    (filter(&pairs.unwrap_or_default()), turn)
}

fn pager(filter: &CaseFilter, page: &Rc<CasePage>, texts: &Texts, turn: &Callback<Turn>) -> Html {
    let words = &texts.widgets;
    let first = CaseFilter {
        after: None,
        ..filter.clone()
    };
    let onprevious = filter.after.is_some().then(|| {
        let first = first.clone();
        turn.reform(move |()| Turn::Back(first.clone()))
    });
    let onnext = page.next.clone().map(|next| {
        turn.reform(move |()| {
            Turn::After(CaseFilter {
                after: Some(next.clone()),
                ..first.clone()
            })
        })
    });
    html! {
        <Pager label={words.pages} total={(words.total)(page.total)} previous={words.previous} next={words.next} {onprevious} {onnext} />
    }
}

fn empty(filter: &CaseFilter, texts: &Texts, choose: &Callback<CaseFilter>) -> Html {
    let words = &texts.cases_list;
    if narrowed(filter) == 0 {
        return html! { <Picture kind={StateKind::Empty} title={words.empty} more={words.empty_more} /> };
    }
    let clear = {
        let cleared = cleared(filter);
        choose.reform(move |()| cleared.clone())
    };
    html! {
        <Picture kind={StateKind::Empty} title={words.none_fits} more={words.none_fits_more}>
            <Button label={words.clear} onclick={clear} />
        </Picture>
    }
}
