//! The page of one revision: how far it is, what it says and changes, and what can be done with it.

use super::{
    aside::Aside,
    changes::changes,
    drawer::{Drawer, Opened},
    effects::Effects,
    entries::{contents, entries},
    list::state,
    view::{Address, Tab, called, faults, is_under_way, listed, offer, place::section, step},
};
use crate::{
    api::revisions::read_revision,
    hooks::use_query,
    route::{Route, RouteLink, pairs},
    shell::remote_view,
    text::{Texts, use_texts},
    ui::{Notice, PageHead, Panel, Step, StepState, Stepper, Tab as Shown, Tabs, Tone},
};
use anju_shared::{
    api::revisions::RevisionDetail,
    ids::RevisionId,
    revision::{RevisionAction, RevisionKind},
};
use gloo::timers::callback::Interval;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Grey lines for a page that is on its way.
const LINES: usize = 12;
/// How often somebody who waits looks again, in milliseconds.
const LOOK: u32 = 2_000;

/// Properties of [`RevisionPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RevisionPageProps {
    /// Which.
    pub id: RevisionId,
}

/// One revision.
#[component]
pub fn RevisionPage(props: &RevisionPageProps) -> Html {
    let query = use_query(props.id, |client, id| read_revision(&client, id));
    let waiting = query.remote.ready().is_some_and(|detail| is_under_way(detail));
    {
        let reload = query.reload.clone();
        use_effect_with(waiting, move |&waiting| {
            let timer = waiting.then(|| Interval::new(LOOK, move || reload.emit(())));
            move || drop(timer)
        });
    }
    let reload = query.reload.clone();
    remote_view(
        &query.remote,
        &query.reload,
        LINES,
        |detail| html! { <One {detail} {reload} /> },
    )
}

/// What the address asks for, and the way to change it.
#[hook]
fn use_address(id: RevisionId) -> (Address, Callback<Address>) {
    let (location, navigator) = (use_location(), use_navigator());
    let pairs = location.map(|location| pairs(location.query_str()));
    let turn = use_callback((navigator, id), |to: Address, (navigator, id)| {
        if let Some(navigator) = navigator {
            // An address that cannot be written leaves one where one is.
            let _written = navigator.push_with_query(&Route::Revision { id: *id }, to.pairs());
        }
    });
    (Address::of(&pairs.unwrap_or_default()), turn)
}

#[derive(Clone, PartialEq, Properties)]
struct OneProps {
    detail: Rc<RevisionDetail>,
    reload: Callback<()>,
}

#[component]
fn One(props: &OneProps) -> Html {
    let (texts, detail) = (use_texts(), &props.detail);
    let (address, turn) = use_address(detail.revision.id);
    let opened = use_state_eq(|| None::<Opened>);
    let open = {
        let opened = opened.setter();
        Callback::from(move |next: Opened| opened.set(Some(next)))
    };
    let close = {
        let opened = opened.setter();
        Callback::from(move |()| opened.set(None))
    };
    let faults = faults(detail);
    let is_layer = detail.revision.kind == RevisionKind::Layer;
    let show = {
        let address = address.clone();
        turn.reform(move |code: AttrValue| Address {
            tab: Tab::parse(&code),
            ..address.clone()
        })
    };
    let go = {
        let address = address.clone();
        turn.reform(move |section: &'static str| Address {
            tab: Tab::Content,
            section: section.to_owned(),
            ..address.clone()
        })
    };
    let shown = match (address.tab, section(&address.section)) {
        (Tab::Content, Some(section)) if is_layer => entries(detail, section, &faults, open.clone(), texts),
        (Tab::Content | Tab::Changes, _) => changes(detail, texts),
        (Tab::Effects, _) => {
            html! { <Effects detail={detail.clone()} address={address.clone()} turn={turn.clone()} /> }
        }
    };
    let refused = offer(detail, RevisionAction::Edit).and_then(|offer| offer.refused.as_ref());
    let refused = refused.filter(|_| address.tab == Tab::Content);
    html! {
        <>
            { head(detail, texts) }
            <div class={if is_layer { "columns columns--revision" } else { "columns columns--revision columns--bare" }}>
                if is_layer { { contents(&listed(detail, &faults), &address, go, texts) } }
                <Panel bare=true>
                    <Tabs label={texts.revisions().tabs} tabs={tabs(detail, texts)} shown={address.tab.code()} onshow={show}>
                        if let Some(refused) = refused {
                            <div class="panel__body"><Notice tone={Tone::Blue}>{ refused.text(texts.language).to_owned() }</Notice></div>
                        }
                        { shown }
                    </Tabs>
                </Panel>
                <Aside detail={detail.clone()} open={open} turn={turn} reload={props.reload.clone()} />
            </div>
            if let Some(opened) = &*opened {
                <Drawer key={opened.to_string()} detail={detail.clone()} opened={opened.clone()} onclose={close} reload={props.reload.clone()} />
            }
        </>
    }
}

fn tabs(detail: &RevisionDetail, texts: &'static Texts) -> Rc<[Shown]> {
    let words = texts.revisions();
    let tabs = Tab::ALL.into_iter().filter(|tab| {
        // An arrangement is what it changes.
        *tab != Tab::Content || detail.revision.kind == RevisionKind::Layer
    });
    tabs.map(|tab| {
        let label = match tab {
            Tab::Content => words.content.to_owned(),
            Tab::Changes => format!("{} {}", words.changes, detail.changes.len()),
            Tab::Effects => words.effects.to_owned(),
        };
        Shown {
            key: tab.code().into(),
            label: label.into(),
        }
    })
    .collect()
}

fn head(detail: &RevisionDetail, texts: &'static Texts) -> Html {
    let words = texts.revisions();
    let one = &detail.revision;
    let title = called(one.kind, &one.name, one.number, words);
    let now = step(detail);
    let steps = words.steps.iter().enumerate().map(|(at, label)| Step {
        label: (*label).into(),
        state: match now {
            Some(now) if at < now => StepState::Done,
            Some(now) if at == now => StepState::Now,
            _ => StepState::Ahead,
        },
    });
    let after = html! {
        <>
            <span data-test="revision-state">{ state(one.state, texts) }</span>
            <span class="quiet">{ format!("{} · {} {}", one.title, words.in_force_from, one.in_force_from) }</span>
        </>
    };
    html! {
        <>
            <PageHead {title} {after}>
                <RouteLink to={Route::Revisions} class="button">{ words.to_list }</RouteLink>
                <RouteLink to={Route::Rules} class="button wide">{ words.to_rules }</RouteLink>
            </PageHead>
            <Panel><Stepper label={words.way} steps={steps.collect::<Vec<_>>()} /></Panel>
        </>
    }
}
