//! Taking a report down (登记), for hours on end: it is opened once a day.

use crate::{features::register::RegisterPage, route::Route};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    match route {
        Route::Register => Some(html! { <RegisterPage /> }),
        _ => None,
    }
}
