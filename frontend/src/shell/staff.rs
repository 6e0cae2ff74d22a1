//! The frame of the staff's pages. Without a session it leads to the sign-in, and back afterwards.

use super::FailurePicture;
use crate::{
    features::workbench::view::{has_work, waiting},
    hooks::{LiveProvider, RulesProvider, use_shortcut, use_waiting},
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
    let (session, words) = (use_session(), &use_texts().frame);
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

#[derive(Clone, PartialEq, Properties)]
struct FramedProps {
    account: Rc<Account>,
    route: Route,
    children: Html,
}

#[component]
fn Framed(props: &FramedProps) -> Html {
    let (session, words, toaster, go) = (use_session(), &use_texts().frame, use_toaster(), use_go());
    let menu_open = use_state_eq(|| false);
    use_effect_with(props.route, {
        let menu_open = menu_open.setter();
        move |_| menu_open.set(false)
    });
    let registers = session.may(Operation::RegisterReport);
    let sees = session.may(Operation::ListCases);
    let to_cases = use_way(Route::Cases, sees);
    let to_workbench = use_way(Route::Workbench, sees);
    let to_dispatch = use_way(Route::Dispatch, has_work(Work::Dispatch, &props.account.roles));
    let to_approvals = use_way(Route::Approvals, has_work(Work::Decisions, &props.account.roles));
    let to_register = use_way(Route::Register, registers);
    use_shortcut("g w", to_workbench);
    use_shortcut("g l", to_cases);
    use_shortcut("g d", to_dispatch);
    use_shortcut("g a", to_approvals);
    use_shortcut("n", to_register);
    let onmenu = {
        let menu_open = menu_open.clone();
        move |()| menu_open.set(!*menu_open)
    };
    let sign_out = {
        let sign_out = session.sign_out.clone();
        move |()| {
            sign_out.emit(());
            toaster.say(ToastKind::Told, words.signed_out);
        }
    };
    let brand = html! { <RouteLink to={Route::Home} class="brand"><b>{ words.crest }</b><span>{ words.brand }</span></RouteLink> };
    let counts = use_waiting(sees);
    let has = |work| Some(work).filter(|work| has_work(*work, &props.account.roles));
    let desk = &use_texts().workbench;
    let pages = [
        (
            Route::Workbench,
            desk.title,
            Glyph::Workbench,
            sees,
            has(Work::All),
        ),
        (Route::Register, words.register, Glyph::Register, registers, None),
        (Route::Cases, words.cases, Glyph::Cases, sees, None),
        (
            Route::Dispatch,
            desk.dispatch,
            Glyph::Send,
            has(Work::Dispatch).is_some(),
            Some(Work::Dispatch),
        ),
        (
            Route::Approvals,
            desk.approvals,
            Glyph::Decide,
            has(Work::Decisions).is_some(),
            Some(Work::Decisions),
        ),
    ];
    let (people, audit) = (&use_texts().people, &use_texts().audit);
    let may = |operation| session.may(operation);
    let administration = [
        (
            Route::People,
            people.title,
            Glyph::Person,
            may(Operation::ReadPeople),
            None,
        ),
        (
            Route::Liaison,
            people.liaison,
            Glyph::File,
            may(Operation::ReadLiaison),
            None,
        ),
        (
            Route::Audit,
            audit.title,
            Glyph::Eye,
            may(Operation::ReadAudit),
            None,
        ),
    ];
    let offered = |pages: &[(Route, &'static str, Glyph, bool, Option<Work>)]| -> Vec<NavItem> {
        let offered = pages.iter().copied().filter(|&(.., offered, _)| offered);
        let items = offered.map(|(to, label, glyph, _, work)| NavItem {
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
        (people.administration, offered(&administration)),
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
            <TopBar {brand} menu={words.menu} menu_open={*menu_open} {onmenu}>
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
        Route::Case { .. } => Route::Cases,
        route => route,
    }
}

/// The way to a page, for those to whom it is offered.
#[hook]
fn use_way(to: Route, offered: bool) -> Callback<()> {
    let go = use_go();
    use_callback((go, offered), move |(), (go, offered)| {
        if *offered {
            go.emit(to);
        }
    })
}

/// Changes to the other language.
#[component]
pub fn LanguageButton() -> Html {
    let (speech, words) = (use_context::<Speech>(), &use_texts().frame);
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
