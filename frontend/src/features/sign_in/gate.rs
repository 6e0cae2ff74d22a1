//! Whoever owes something is led to where they do it, and comes back afterwards.

use crate::{
    route::{LeadOn, Route, Wanted},
    session::use_session,
};
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`Gate`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GateProps {
    /// The page behind it.
    pub route: Route,
    /// What is behind it.
    #[prop_or_default]
    pub children: Html,
}

/// Opens to whoever owes nothing.
#[component]
pub fn Gate(props: &GateProps) -> Html {
    let (session, location) = (use_session(), use_location());
    let owes = session
        .account()
        .is_some_and(|account| !account.duties.is_empty());
    if !owes {
        return props.children.clone();
    }
    let query = location.as_ref().map_or("", |location| location.query_str());
    let wanted = Wanted {
        route: props.route,
        query: query.trim_start_matches('?').to_owned(),
    };
    html! { <LeadOn to={Route::Duties} query={wanted.to_query()} /> }
}
