//! The page for addresses that lead nowhere.

use crate::{
    route::{Route, use_go},
    text::use_texts,
    ui::{Button, Picture, StateKind},
};
use yew::prelude::*;

/// There is no such page.
#[component]
pub fn NotFoundPage() -> Html {
    let (texts, go) = (use_texts(), use_go());
    html! {
        <div class="boot">
            <Picture kind={StateKind::Missing} title={texts.errors.no_page} more={texts.errors.no_page_more}>
                <Button label={texts.frame.home} onclick={go.reform(|()| Route::Home)} />
            </Picture>
        </div>
    }
}
