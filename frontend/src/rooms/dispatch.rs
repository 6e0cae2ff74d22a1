//! Handing accepted cases to units (交办), from the list itself: who does it opens it once a day.

use crate::{features::dispatch::DispatchPage, route::Route};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    match route {
        Route::Dispatch => Some(html! { <DispatchPage /> }),
        _ => None,
    }
}
