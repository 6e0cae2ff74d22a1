//! Administration: people and units, 联络单, the calendar, the journal of access, the own account and what it owes.

use crate::{
    features::{
        audit::AuditPage,
        calendar::CalendarPage,
        people::{LiaisonPage, PeoplePage},
        sign_in::{AccountPage, DutiesPage},
    },
    route::Route,
};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    Some(match route {
        Route::People => html! { <PeoplePage /> },
        Route::Calendar => html! { <CalendarPage /> },
        Route::Liaison => html! { <LiaisonPage /> },
        Route::Audit => html! { <AuditPage /> },
        Route::Account => html! { <AccountPage /> },
        Route::Duties => html! { <DutiesPage /> },
        _ => return None,
    })
}
