//! Addresses that lead nowhere.

use crate::{
    route::{LeadOn, Route},
    text::use_texts,
    ui::{ToastKind, use_toaster},
};
use yew::prelude::*;
use yew_router::prelude::*;

/// Leads to where the page is now; else says that there is no such page, and leads to the list of cases.
#[component]
pub fn NotFoundPage() -> Html {
    let (texts, toaster, location) = (use_texts(), use_toaster(), use_location());
    let moved = use_memo((), |()| {
        location.and_then(|location| Route::moved(location.path()))
    });
    use_effect_with(moved.is_none(), move |nowhere| {
        if *nowhere {
            toaster.say(ToastKind::Failed, texts.errors().no_page);
        }
    });
    html! { <LeadOn to={moved.unwrap_or(Route::Cases)} /> }
}
