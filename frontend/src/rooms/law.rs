//! The law: the rules side by side.

use crate::{features::rules::RulesPage, route::Route};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    Some(match route {
        Route::Rules => html! { <RulesPage /> },
        _ => return None,
    })
}
