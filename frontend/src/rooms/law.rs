//! The law: the rules side by side, and their revisions.

use crate::{
    features::{
        revisions::{RevisionPage, RevisionsPage},
        rules::RulesPage,
    },
    route::Route,
};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    Some(match route {
        Route::Rules => html! { <RulesPage /> },
        Route::Revisions => html! { <RevisionsPage /> },
        Route::Revision { id } => html! { <RevisionPage {id} /> },
        _ => return None,
    })
}
