//! Work with cases: everything that is opened from a list in a moment.

use crate::{
    features::{
        approvals::ApprovalsPage,
        cases::{detail::CasePage, list::CasesPage},
        not_found::NotFoundPage,
        workbench::WorkbenchPage,
    },
    route::Route,
};
use yew::prelude::*;

/// The page of this address, if it is in this room.
#[must_use]
pub fn page(route: Route) -> Option<Html> {
    Some(match route {
        Route::Workbench => html! { <WorkbenchPage /> },
        Route::Approvals => html! { <ApprovalsPage /> },
        Route::Cases => html! { <CasesPage /> },
        Route::Case { id } => html! { <CasePage key={id.to_string()} {id} /> },
        Route::NotFound => html! { <NotFoundPage /> },
        #[cfg(feature = "gallery")]
        Route::Gallery => html! { <crate::features::gallery::Gallery /> },
        _ => return None,
    })
}
