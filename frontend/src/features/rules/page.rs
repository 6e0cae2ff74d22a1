//! The page: which regimes are compared, what is looked for, the lists to jump to, and the entries beside each other.

use super::{
    cells::row,
    heads::{Place, head},
    tools::{Tools, contents, switch},
    view::{
        Address, Group, Offer, beside, columns, extent, narrowed, offers, place, with, with_another, without,
    },
};
use crate::{
    api::rules::{list_regimes, read_regime},
    hooks::{Query, Remote, use_query},
    route::{Route, RouteLink, pairs},
    session::{use_client, use_session},
    shell::{FailureNotice, remote_view},
    text::{Texts, use_texts},
    ui::{Beside, BesideGroup, Button, Glyph, PageHead, Panel, Picture, Skeleton, StateKind},
};
use anju_shared::{
    access::Operation,
    api::rules::{RegimeDetail, RegimeList},
    workflow::ProfileRef,
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Grey lines for a page that is on its way.
const LINES: usize = 12;

/// The regimes side by side.
#[component]
pub fn RulesPage() -> Html {
    let (texts, session) = (use_texts(), use_session());
    let list = use_query((), |client, ()| list_regimes(&client));
    let draw = |list: Rc<RegimeList>| html! { <Compared {list} /> };
    html! {
        <>
            <PageHead title={texts.frame().rules} after={html! { <span class="quiet wide">{ texts.rules().lead }</span> }}>
                if session.may(Operation::ReadRevisions) {
                    <RouteLink to={Route::Revisions} class="button" test="to-revisions">{ texts.revisions().title }</RouteLink>
                }
            </PageHead>
            { remote_view(&list.remote, &list.reload, LINES, draw) }
        </>
    }
}

/// What the address asks for, and the way to change it: columns are steps that one goes back, words are not.
#[hook]
fn use_address() -> (Address, Callback<Address>) {
    let (location, navigator) = (use_location(), use_navigator());
    let pairs = location.map(|location| pairs(location.query_str()));
    let address = Address::of(&pairs.unwrap_or_default());
    let turn = use_callback((navigator, address.clone()), |to: Address, (navigator, here)| {
        let Some(navigator) = navigator else { return };
        // An address that cannot be written leaves one where one is.
        let _written = if to.q == here.q {
            navigator.push_with_query(&Route::Rules, to.pairs())
        } else {
            navigator.replace_with_query(&Route::Rules, to.pairs())
        };
    });
    (address, turn)
}

/// What stands in this column, if one does.
#[hook]
fn use_regime(code: Option<&String>, offers: &[Offer]) -> Query<Option<RegimeDetail>> {
    let offer = code.and_then(|code| offers.iter().find(|one| one.code == *code));
    let of = offer.map(|one| ProfileRef {
        id: one.regime.id.clone(),
        version: one.regime.version,
    });
    use_query(of, |client, of| async move {
        match of {
            Some(of) => read_regime(&client, &of).await.map(Some),
            None => Ok(None),
        }
    })
}

#[derive(Clone, PartialEq, Properties)]
struct ComparedProps {
    list: Rc<RegimeList>,
}

#[component]
fn Compared(props: &ComparedProps) -> Html {
    let (texts, today) = (use_texts(), use_client().now().local_date());
    let (address, turn) = use_address();
    let offers = offers(&props.list, today);
    let shown = columns(&address.regimes, &offers, &props.list.in_force);
    let read = [
        use_regime(shown.first(), &offers),
        use_regime(shown.get(1), &offers),
        use_regime(shown.get(2), &offers),
        use_regime(shown.get(3), &offers),
    ];
    let read = read.get(..shown.len()).unwrap_or_default();
    let on_phone = use_state_eq(|| 0_usize);
    let regimes: Vec<Option<&RegimeDetail>> = read
        .iter()
        .map(|query| query.remote.ready().and_then(|regime| regime.as_ref().as_ref()))
        .collect();
    let all = beside(&regimes);
    let counted = extent(&all);
    let groups = narrowed(all, &address);
    let to = |shown: Vec<String>| {
        let address = address.clone();
        turn.reform(move |()| Address {
            regimes: shown.clone(),
            ..address.clone()
        })
    };
    let heads = (0..shown.len()).map(|at| {
        let choose = {
            let (address, shown) = (address.clone(), shown.clone());
            turn.reform(move |code: String| Address {
                regimes: with(&shown, at, &code),
                ..address.clone()
            })
        };
        let remove = without(&shown, at).map(to);
        head(
            Place { at, shown: &shown },
            (&offers, &props.list.in_force),
            choose,
            remove,
            (texts, today),
        )
    });
    let phone = on_phone.min(shown.len().saturating_sub(1));
    let failed = read.iter().filter_map(|query| match &query.remote {
        Remote::Failed(failure) => Some(html! {
            <div class="row">
                <FailureNotice failure={failure.clone()} />
                <Button glyph={Glyph::Reload} label={texts.widgets().retry} onclick={query.reload.clone()} />
            </div>
        }),
        Remote::Loading | Remote::Ready(_) | Remote::Missing => None,
    });
    let busy = read.iter().any(|query| query.asking);
    let tools = html! {
        <Tools address={address.clone()} turn={turn.clone()} {counted} another={with_another(&shown, &offers).map(to)} />
    };
    html! {
        <>
            { for failed }
            <div class="columns columns--law">
                { contents(&groups, texts) }
                <Panel bare=true>
                    { tools }
                    { switch(&shown, phone, on_phone.setter(), texts) }
                    { table(&groups, heads.collect(), (phone, busy), counted.0 > 0, texts) }
                </Panel>
            </div>
        </>
    }
}

/// The entries, or why there are none.
fn table(
    groups: &[Group<'_>],
    heads: Vec<Html>,
    (shown, busy): (usize, bool),
    loaded: bool,
    texts: &'static Texts,
) -> Html {
    let words = texts.rules();
    let none = match (groups.is_empty(), loaded) {
        (false, _) => Html::default(),
        (true, false) => html! { <Skeleton label={texts.widgets().loading} lines={LINES} /> },
        (true, true) => {
            html! { <Picture kind={StateKind::Empty} title={words.none_fits} more={words.none_more} /> }
        }
    };
    let groups: Rc<[BesideGroup]> = groups
        .iter()
        .map(|group| BesideGroup {
            id: place(group.section).into(),
            name: group.section.name.text(texts.language).to_owned().into(),
            rows: group.lines.iter().map(|line| row(line, texts)).collect(),
        })
        .collect();
    html! {
        <>
            <Beside caption={texts.frame().rules} name={words.entry} {heads} {shown} {groups} {busy} />
            { none }
        </>
    }
}
