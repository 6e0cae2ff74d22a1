//! From page to page: within a room by the router, to another room by the browser.

use super::{Room, Route, href, pairs};
use crate::{api::Client, hooks::leave_for, session::use_client, ui::Anchor};
use std::cell::Cell;
use yew::prelude::*;
use yew_router::{prelude::*, query::Raw};

/// Properties of [`RouteLink`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RouteLinkProps {
    /// Where it leads.
    pub to: Route,
    /// What the address says besides.
    #[prop_or_default]
    pub query: AttrValue,
    /// Looks.
    #[prop_or_default]
    pub class: Classes,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A link to a page.
#[component]
pub fn RouteLink(props: &RouteLinkProps) -> Html {
    let (navigator, client) = (use_navigator(), use_client());
    let (to, query) = (props.to, props.query.clone());
    let go = Callback::from(move |()| lead(navigator.as_ref(), &client, (to, &query), false));
    html! {
        <Anchor href={address(props.to, &props.query)} {go} class={props.class.clone()} test={props.test.clone()}>
            { props.children.clone() }
        </Anchor>
    }
}

thread_local! {
    /// The room of this document.
    static HERE: Cell<Room> = const { Cell::new(Room::Desk) };
}

/// From now on this document is that room.
pub(crate) fn enter(room: Room) {
    HERE.set(room);
}

fn is_here(route: Route) -> bool {
    HERE.get().has(route)
}

fn address(route: Route, query: &str) -> String {
    match query {
        "" => href(route),
        query => format!("{}?{query}", href(route)),
    }
}

/// Leads to a page and to what its address says besides, in place of this page in the history if `replace`.
fn lead(navigator: Option<&Navigator>, client: &Client, (to, query): (Route, &str), replace: bool) {
    let Some(navigator) = navigator.filter(|_| is_here(to)) else {
        return leave_for(client, address(to, query), replace);
    };
    // A query is written as it was read: that cannot fail.
    let Ok(()) = match (query, replace) {
        ("", false) => {
            navigator.push(&to);
            Ok(())
        }
        ("", true) => {
            navigator.replace(&to);
            Ok(())
        }
        (query, false) => navigator.push_with_query(&to, Raw(query)),
        (query, true) => navigator.replace_with_query(&to, Raw(query)),
    };
}

/// The way to other pages.
#[hook]
pub fn use_go() -> Callback<Route> {
    let (navigator, client) = (use_navigator(), use_client());
    use_callback((navigator, client), |to: Route, (navigator, client)| {
        lead(navigator.as_ref(), client, (to, ""), false)
    })
}

/// What the address of this page says under a name, and the way to say something else there. That takes the place of what
/// it said before, so that whoever goes back leaves the page. What is said is plain: no sign of it is written otherwise in
/// an address.
#[hook]
pub fn use_said(page: Route, name: &'static str) -> (Option<String>, Callback<String>) {
    let (location, navigator, client) = (use_location(), use_navigator(), use_client());
    let pairs = location.map(|location| pairs(location.query_str()));
    let said = pairs.and_then(|pairs| pairs.into_iter().find(|(of, _)| of == name));
    let say = Callback::from(move |said: String| {
        lead(
            navigator.as_ref(),
            &client,
            (page, &format!("{name}={said}")),
            true,
        );
    });
    (said.map(|(_, said)| said), say)
}

/// Properties of [`LeadOn`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LeadOnProps {
    /// Where to.
    pub to: Route,
    /// What the address says besides.
    #[prop_or_default]
    pub query: String,
}

/// Leads to another page as soon as it is drawn, and leaves nothing in the history to come back to.
#[component]
pub fn LeadOn(props: &LeadOnProps) -> Html {
    let (navigator, client) = (use_navigator(), use_client());
    use_effect_with(props.clone(), move |LeadOnProps { to, query }| {
        lead(navigator.as_ref(), &client, (*to, query), true);
    });
    Html::default()
}
