//! Addresses that lead nowhere.

use crate::{
    route::Route,
    text::use_texts,
    ui::{ToastKind, use_toaster},
};
use yew::prelude::*;
use yew_router::prelude::*;

/// Says that there is no such page, and leads to the list of cases.
#[component]
pub fn NotFoundPage() -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    use_effect_with((), move |()| {
        toaster.say(ToastKind::Failed, texts.errors.no_page);
    });
    html! { <Redirect<Route> to={Route::Cases} /> }
}
