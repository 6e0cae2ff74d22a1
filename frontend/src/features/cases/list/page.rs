//! The page: views, filters, rows, the way to the other pages of the list, and what is done with many cases.

use super::{
    bulk::Bulk,
    columns::Columns,
    exports::Exports,
    filters::Filters,
    keep::{Left, keep, kept, return_to},
    keys::{Pick, use_row_keys, use_row_picks},
    rows::Rows,
    view::{Address, ROWS, Selection, offered},
    views::Views,
};
use crate::{
    hooks::{Remote, use_cases, use_law, use_live_reload, use_regard},
    route::{Route, pairs, use_go},
    session::use_session,
    shell::FailurePicture,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Glyph, PageHead, Pager, Panel, Picture, Skeleton, StateKind},
};
use anju_shared::{
    access::Operation,
    api::cases::{CaseFilter, CasePage},
    ids::CaseId,
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Kept with an address in the history: one came to it from the page before it.
struct Turned;

/// What lies over the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Columns,
    Bulk,
    Exports,
}

/// The cases that the signed-in person may know of.
#[component]
pub fn CasesPage() -> Html {
    let (texts, session, go) = (use_texts(), use_session(), use_go());
    let words = texts.cases_list();
    let (address, turn) = use_address();
    let law = use_law();
    let limit = Some(ROWS);
    let query = use_cases(CaseFilter {
        limit,
        ..address.filter.clone()
    });
    use_regard(query.reload.clone());
    use_live_reload(None, query.reload.clone());
    let (page, onopen) = use_place(&address, &query.remote);
    let can = session
        .account()
        .map(|account| offered(&account.staff()))
        .unwrap_or_default();
    let (selection, select) = use_selection(page.as_ref());
    let list = use_node_ref();
    use_row_keys(list.clone());
    use_row_picks(list.clone(), select.keys);
    let over = use_state_eq(|| Over::Nothing);
    let show = |what| {
        let over = over.clone();
        move |()| over.set(what)
    };
    let choose = turn.reform(Turn::To);
    let register = go.reform(|()| Route::Register);
    let body = match (&page, &query.remote) {
        (Some(page), _) if page.items.is_empty() => empty(&address, texts, &choose),
        (Some(page), _) if law != Remote::Loading => html! {
            <>
                <Rows page={page.clone()} law={law.ready().cloned()} order={address.filter.order.unwrap_or_default()} columns={address.shown()}
                    selection={(!can.is_empty()).then(|| selection.clone())} onselect={select.one} {onopen}
                    first={address.filter.after.is_none()} busy={query.asking} />
                { pager(&address, page, texts, &turn) }
            </>
        },
        (None, Remote::Failed(failure)) => {
            html! { <FailurePicture failure={failure.clone()} onretry={query.reload.clone()} /> }
        }
        (_, _) => html! { <Skeleton label={texts.widgets().loading} lines={12} /> },
    };
    let total = page.as_ref().map_or(0, |page| page.total);
    let shown = page.is_some().then(|| (texts.widgets().total)(total));
    let tools = texts.cases_tools();
    let close = Callback::from(show(Over::Nothing));
    let layer = match *over {
        Over::Nothing => Html::default(),
        Over::Columns => {
            html! { <Columns address={address.clone()} onchange={choose.clone()} onclose={close} /> }
        }
        Over::Exports => html! { <Exports address={address.clone()} {total} onclose={close} /> },
        Over::Bulk => html! {
            <Bulk actions={can} selection={selection.clone()} law={law.ready().cloned()} onclose={close} ondone={query.reload.clone()} />
        },
    };
    html! {
        <>
            <PageHead title={words.title} after={html! { <span class="quiet" data-test="cases-total" role="status">{ shown }</span> }}>
                <span class="quiet wide">{ words.keys }</span>
                <Button glyph={Glyph::Reload} label={words.refresh} busy={query.asking} onclick={query.reload.clone()} test="cases-refresh" />
                <Button label={tools.columns} onclick={show(Over::Columns)} test="cases-columns" />
                if session.may(Operation::ExportCases) {
                    <Button glyph={Glyph::Download} label={tools.export} onclick={show(Over::Exports)} test="cases-export" />
                }
                if session.may(Operation::RegisterReport) {
                    <Button kind={ButtonKind::Primary} label={words.register} key_hint="N" onclick={register} test="cases-register" />
                }
            </PageHead>
            <Panel bare=true>
                <Views address={address.clone()} onchoose={choose.clone()} />
                <Filters address={address.clone()} law={law.ready().cloned()} onchange={choose} />
                { selected(&selection, &select.page, texts, show(Over::Bulk).into()) }
                <div ref={list} data-test="cases-list">{ body }</div>
            </Panel>
            { layer }
        </>
    }
}

/// The way to another address of this list.
enum Turn {
    /// To this one, or this page of it.
    To(Address),
    /// To the page after.
    After(Address),
    /// To the page before; this is the first one, if nothing is known of it.
    Back(Address),
}

/// What the address says, and the way to change it.
#[hook]
fn use_address() -> (Address, Callback<Turn>) {
    let (location, navigator) = (use_location(), use_navigator());
    let pairs = location.as_ref().map(|location| pairs(location.query_str()));
    let turned = location.is_some_and(|location| location.state::<Turned>().is_some());
    let address = Address::of(&pairs.unwrap_or_default());
    let deps = (navigator, turned, address.clone());
    let turn = use_callback(deps, |turn: Turn, (navigator, turned, here)| {
        let Some(navigator) = navigator else { return };
        // An address that cannot be written leaves one where one is.
        let _written = match turn {
            Turn::To(address) if address.retypes(here) => {
                navigator.replace_with_query(&Route::Cases, address.pairs())
            }
            Turn::To(address) => navigator.push_with_query(&Route::Cases, address.pairs()),
            Turn::After(address) => {
                navigator.push_with_query_and_state(&Route::Cases, address.pairs(), Turned)
            }
            Turn::Back(_) if *turned => {
                navigator.back();
                Ok(())
            }
            Turn::Back(first) => navigator.push_with_query(&Route::Cases, first.pairs()),
        };
    });
    (address, turn)
}

/// The page that is shown: the one that came, or, until it comes, the one that was left for a case; and the way to
/// open a case, so that one comes back to where one was.
#[hook]
fn use_place(address: &Address, remote: &Remote<CasePage>) -> (Option<Rc<CasePage>>, Callback<CaseId>) {
    let (session, go) = (use_session(), use_go());
    let sign_in = session.account().map(|account| account.session);
    let left = use_memo(address.clone(), |address| kept(sign_in?, address));
    let page = remote
        .ready()
        .cloned()
        .or_else(|| left.as_ref().as_ref().map(|left| left.page.clone()));
    use_effect_with((), {
        let left = left.clone();
        move |()| left.iter().for_each(|left| return_to(left.case))
    });
    let deps = (address.clone(), page.clone(), sign_in);
    let onopen = use_callback((deps, go), |case: CaseId, ((address, page, sign_in), go)| {
        if let (Some(page), Some(session)) = (page, *sign_in) {
            let (address, page) = (address.clone(), page.clone());
            keep(Left {
                session,
                address,
                page,
                case,
            });
        }
        go.emit(Route::Case { id: case });
    });
    (page, onopen)
}

/// What changes the selection: a box, the keys, the whole page.
struct Select {
    one: Callback<(usize, bool)>,
    keys: Callback<Pick>,
    page: Callback<bool>,
}

/// The selected cases. Another page keeps them; what came anew of them is taken over.
#[hook]
fn use_selection(page: Option<&Rc<CasePage>>) -> (Selection, Select) {
    let state = use_state_eq(Selection::default);
    let last = use_mut_ref(|| 0_usize);
    let rows = page.map(|page| page.items.clone()).unwrap_or_default();
    let now = state.refreshed(&rows);
    let change = {
        let (state, now, rows) = (state.setter(), now.clone(), rows.clone());
        move |from: usize, to: usize, on: bool| {
            if let Some(some) = rows.get(from.min(to)..=from.max(to)) {
                state.set(now.with(some, on));
            }
        }
    };
    let one = {
        let (change, last) = (change.clone(), last.clone());
        Callback::from(move |(place, on): (usize, bool)| {
            last.replace(place);
            change(place, place, on);
        })
    };
    let keys = {
        let (one, now, rows, change) = (one.clone(), now.clone(), rows.clone(), change);
        Callback::from(move |pick| match pick {
            Pick::Turn(place) => {
                let on = rows.get(place).is_some_and(|row| !now.has(row.id));
                one.emit((place, on));
            }
            Pick::Take(place) | Pick::Through(place) => {
                let from = last.replace(place);
                change(
                    if matches!(pick, Pick::Take(_)) {
                        place
                    } else {
                        from
                    },
                    place,
                    true,
                );
            }
        })
    };
    let page = {
        let (state, now) = (state.setter(), now.clone());
        Callback::from(move |on: bool| {
            state.set(if on {
                now.with(&rows, true)
            } else {
                Selection::default()
            })
        })
    };
    (now, Select { one, keys, page })
}

/// What can be done with the selected cases.
fn selected(selection: &Selection, page: &Callback<bool>, texts: &Texts, bulk: Callback<()>) -> Html {
    let words = texts.cases_tools();
    let count = selection.cases().len();
    html! {
        <div class={classes!("picked", (count == 0).then_some("unseen"))} role="status">
            if count > 0 {
                <b data-test="cases-selected">{ (words.selected)(count) }</b>
                <Button small=true kind={ButtonKind::Primary} label={words.bulk} onclick={bulk} test="cases-bulk" />
                <Button small=true label={words.select_page} onclick={page.reform(|()| true)} test="cases-select-page" />
                <Button small=true kind={ButtonKind::Quiet} label={words.select_none} onclick={page.reform(|()| false)} />
            }
        </div>
    }
}

fn pager(address: &Address, page: &Rc<CasePage>, texts: &Texts, turn: &Callback<Turn>) -> Html {
    let words = texts.widgets();
    let first = address.with("after", "");
    let onprevious = address.filter.after.is_some().then(|| {
        let first = first.clone();
        turn.reform(move |()| Turn::Back(first.clone()))
    });
    let onnext = page.next.clone().map(|next| {
        let mut after = first;
        after.filter.after = Some(next);
        turn.reform(move |()| Turn::After(after.clone()))
    });
    html! {
        <Pager label={words.pages} total={(words.total)(page.total)} previous={words.previous} next={words.next} {onprevious} {onnext} />
    }
}

fn empty(address: &Address, texts: &Texts, choose: &Callback<Address>) -> Html {
    let words = texts.cases_list();
    if address.narrowed() == 0 {
        return html! { <Picture kind={StateKind::Empty} title={words.empty} more={words.empty_more} /> };
    }
    let cleared = address.cleared();
    let clear = choose.reform(move |()| cleared.clone());
    let more = match address.filter.q {
        Some(_) => words.none_found_more,
        None => words.none_fits_more,
    };
    html! {
        <Picture kind={StateKind::Empty} title={words.none_fits} {more}>
            <Button label={words.clear} onclick={clear} />
        </Picture>
    }
}
