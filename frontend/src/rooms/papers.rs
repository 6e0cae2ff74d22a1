//! The papers of a case, to read and to print: who handles a case opens them once in a while.

use crate::{features::cases::papers::PapersPage, route::Route};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    match route {
        Route::Papers { id } => Some(html! { <PapersPage key={id.to_string()} {id} /> }),
        _ => None,
    }
}
