//! 首页

use crate::{text::use_texts, ui::Heading};
use yew::prelude::*;

/// The home page.
#[component]
pub(crate) fn HomePage() -> Html {
    let words = &use_texts().home;
    html! {
        <>
            <Heading text={words.title} />
            <p class="lead">{ words.lead }</p>
        </>
    }
}
