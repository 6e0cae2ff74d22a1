//! There is no such page.

use crate::{
    route::{Link, Page},
    text::use_texts,
    ui::Heading,
};
use yew::prelude::*;

/// Says so, and leads home.
#[component]
pub(crate) fn MissingPage() -> Html {
    let words = use_texts().frame;
    html! {
        <>
            <Heading text={words.missing} />
            <p class="lead">{ words.missing_hint }</p>
            <Link to={Page::Home} class="btn go">{ words.pages[0] }</Link>
        </>
    }
}
