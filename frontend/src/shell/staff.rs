//! The frame of the staff's pages. Without a session it leads to the sign-in, and back afterwards.

use super::{FailurePicture, finder::Finder, palette::view::Entry};
use crate::{
    features::workbench::view::{has_work, waiting},
    hooks::{LiveProvider, RulesProvider, use_waiting},
    route::{Route, RouteLink, Wanted, href, use_go},
    session::{SessionState, use_session},
    text::{Language, Speech, format, use_texts},
    ui::{Button, Glyph, NavGroup, NavItem, SideNav, ToastKind, TopBar, use_toaster},
};
use anju_shared::{
    access::Operation,
    api::{session::Account, workbench::Work},
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`Staff`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StaffProps {
    /// The page shown.
    pub route: Route,
    /// The page.
    #[prop_or_default]
    pub children: Html,
}

/// The frame, if somebody is signed in.
#[component]
pub fn Staff(props: &StaffProps) -> Html {
    let (session, words) = (use_session(), use_texts().frame());
    match &session.state {
        SessionState::Starting => html! { <div class="boot" role="status">{ words.starting }</div> },
        SessionState::Unknown(failure) => html! {
            <div class="boot"><FailurePicture failure={failure.clone()} onretry={session.restore.clone()} /></div>
        },
        SessionState::SignedOut { .. } => html! { <ToSignIn from={props.route} /> },
        SessionState::SignedIn(account) => html! {
            <LiveProvider key={account.id.to_string()} wanted={session.may(Operation::ListCases)}>
                <Framed account={account.clone()} route={props.route}>{ props.children.clone() }</Framed>
            </LiveProvider>
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ToSignInProps {
    from: Route,
}

/// Leads to the sign-in and remembers, in the history and nowhere else, where one wanted to go.
#[component]
fn ToSignIn(props: &ToSignInProps) -> Html {
    let (navigator, location) = (use_navigator(), use_location());
    use_effect_with(props.from, move |&route| {
        let query = location.as_ref().map_or("", |location| location.query_str());
        let query = query.trim_start_matches('?').to_owned();
        if let Some(navigator) = navigator {
            navigator.replace_with_state(&Route::SignIn, Wanted { route, query });
        }
    });
    Html::default()
}

/// A page of the navigation: where it leads, its name, its key, its drawing, whether it is offered, what waits there.
type Page = (Route, &'static str, &'static str, Glyph, bool, Option<Work>);

#[derive(Clone, PartialEq, Properties)]
struct FramedProps {
    account: Rc<Account>,
    route: Route,
    children: Html,
}

#[component]
fn Framed(props: &FramedProps) -> Html {
    let (session, words, toaster, go) = (use_session(), use_texts().frame(), use_toaster(), use_go());
    let menu_open = use_state_eq(|| false);
    use_effect_with(props.route, {
        let menu_open = menu_open.setter();
        move |_| menu_open.set(false)
    });
    let registers = session.may(Operation::RegisterReport);
    let sees = session.may(Operation::ListCases);
    let onmenu = {
        let menu_open = menu_open.clone();
        move |()| menu_open.set(!*menu_open)
    };
    let sign_out = {
        let sign_out = session.sign_out.clone();
        Callback::from(move |()| {
            sign_out.emit(());
            toaster.say(ToastKind::Told, words.signed_out);
        })
    };
    let brand = html! { <RouteLink to={Route::Home} class="brand"><b>{ words.crest }</b><span>{ words.brand }</span></RouteLink> };
    let counts = use_waiting(sees);
    let has = |work| Some(work).filter(|work| has_work(*work, &props.account.roles));
    let pages: [Page; 5] = [
        (
            Route::Workbench,
            words.workbench,
            "g w",
            Glyph::Workbench,
            sees,
            has(Work::All),
        ),
        (
            Route::Register,
            words.register,
            "n",
            Glyph::Register,
            registers,
            None,
        ),
        (Route::Cases, words.cases, "g l", Glyph::Cases, sees, None),
        (
            Route::Dispatch,
            words.dispatch,
            "g d",
            Glyph::Send,
            has(Work::Dispatch).is_some(),
            Some(Work::Dispatch),
        ),
        (
            Route::Approvals,
            words.approvals,
            "g a",
            Glyph::Decide,
            has(Work::Decisions).is_some(),
            Some(Work::Decisions),
        ),
    ];
    let may = |operation| session.may(operation);
    let administration: [Page; 5] = [
        (
            Route::People,
            words.people,
            "g p",
            Glyph::Person,
            may(Operation::ReadPeople),
            None,
        ),
        (
            Route::Liaison,
            words.liaison,
            "g o",
            Glyph::File,
            may(Operation::ReadLiaison),
            None,
        ),
        (
            Route::Calendar,
            words.calendar,
            "g c",
            Glyph::Calendar,
            may(Operation::ReadRevisions),
            None,
        ),
        (
            Route::Rules,
            words.rules,
            "g r",
            Glyph::Law,
            may(Operation::ReadRevisions),
            None,
        ),
        (
            Route::Audit,
            words.audit,
            "g u",
            Glyph::Eye,
            may(Operation::ReadAudit),
            None,
        ),
    ];
    let own: [Page; 1] = [(
        Route::Account,
        use_texts().sign_in().account,
        "g m",
        Glyph::Lock,
        true,
        None,
    )];
    // What stands in the navigation is what keys and palette lead to.
    let to_pages = pages
        .iter()
        .chain(&administration)
        .chain(&own)
        .filter(|(.., offered, _)| *offered)
        .map(|&(to, word, chord, ..)| Entry {
            word,
            chord: Some(chord),
            act: go.reform(move |()| to),
        });
    let leave = Entry {
        word: words.sign_out,
        chord: None,
        act: sign_out.clone(),
    };
    let entries: Vec<Entry> = to_pages.chain([leave]).collect();
    let offered = |pages: &[Page]| -> Vec<NavItem> {
        let offered = pages.iter().copied().filter(|&(.., offered, _)| offered);
        let items = offered.map(|(to, label, _, glyph, _, work)| NavItem {
            label: label.into(),
            glyph,
            href: href(to).into(),
            go: go.reform(move |()| to),
            current: to == section(props.route),
            count: work
                .map(|work| waiting(work, &counts))
                .filter(|(total, _)| *total > 0)
                .map(|(total, urgent)| (format::number(total).into(), urgent)),
        });
        items.collect()
    };
    let groups = [
        (words.handling, offered(&pages)),
        (words.administration, offered(&administration)),
        (words.own, offered(&own)),
    ];
    let groups: Vec<NavGroup> = groups
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(label, items)| NavGroup {
            label: label.into(),
            items,
        })
        .collect();
    html! {
        <>
            <a class="skip" href="#main">{ words.skip }</a>
            <TopBar {brand} menu={words.menu} menu_open={*menu_open} {onmenu} search={html! { <Finder {entries} /> }}>
                <RouteLink to={Route::Account} class="wide top__self" test="account">{ format!("{} · {}", props.account.name, props.account.unit.name) }</RouteLink>
                <LanguageButton />
                <Button bare=true glyph={Glyph::SignOut} label={words.sign_out} onclick={sign_out} />
            </TopBar>
            <div class="frame">
                <SideNav label={words.navigation} open={*menu_open} {groups} />
                <main class="main" id="main" tabindex="-1"><RulesProvider>{ props.children.clone() }</RulesProvider></main>
            </div>
        </>
    }
}

/// The page of the navigation to which this one belongs.
fn section(route: Route) -> Route {
    match route {
        Route::Case { .. } | Route::Papers { .. } => Route::Cases,
        Route::Revisions | Route::Revision { .. } => Route::Rules,
        route => route,
    }
}

/// Changes to the other language.
#[component]
pub fn LanguageButton() -> Html {
    let (speech, words) = (use_context::<Speech>(), use_texts().frame());
    let Some(speech) = speech else {
        return Html::default();
    };
    let other = match speech.language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    html! {
        <Button glyph={Glyph::Language} label={words.other_language} onclick={speech.choose.reform(move |()| other)} />
    }
}
