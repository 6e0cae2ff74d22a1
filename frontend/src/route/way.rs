//! From page to page: within a room by the router, to another room by the browser.

use super::{Room, Route, href};
use crate::{hooks::leave_for, session::use_client, ui::Anchor};
use std::cell::Cell;
use yew::prelude::*;
use yew_router::{prelude::*, query::Raw};

/// Properties of [`RouteLink`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RouteLinkProps {
    /// Where it leads.
    pub to: Route,
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
    let go = use_go();
    let to = props.to;
    html! {
        <Anchor href={href(to)} go={go.reform(move |()| to)} class={props.class.clone()} test={props.test.clone()}>
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

/// The way to other pages.
#[hook]
pub fn use_go() -> Callback<Route> {
    let (navigator, client) = (use_navigator(), use_client());
    use_callback(
        (navigator, client),
        |to: Route, (navigator, client)| match navigator {
            Some(navigator) if is_here(to) => navigator.push(&to),
            _ => leave_for(client, href(to), false),
        },
    )
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
    use_effect_with(props.clone(), move |LeadOnProps { to, query }| match navigator {
        Some(navigator) if is_here(*to) && query.is_empty() => navigator.replace(to),
        Some(navigator) if is_here(*to) => {
            // The query is written as it was read: that cannot fail.
            let Ok(()) = navigator.replace_with_query(to, Raw(query.as_str()));
        }
        _ if query.is_empty() => leave_for(&client, href(*to), true),
        _ => leave_for(&client, format!("{}?{query}", href(*to)), true),
    });
    Html::default()
}
