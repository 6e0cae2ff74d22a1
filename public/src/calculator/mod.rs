//! 期限计算器: when a period ends and why then, for anybody. A document of its own, so that who reports does not load it.
//!
//! It counts nothing: the server does, with the rules and the calendar in force, and so it does for the own report by
//! receipt code. Start at [`Calculator`]; [`form`] says what is asked, [`fill`] draws it, [`answer`] draws what was answered.

mod answer;
mod fill;
mod form;
mod page;
mod text;

use crate::{
    hooks::{leave, use_speech},
    route::Page,
    text::{Speech, frame_of},
};
use page::CalculatorPage;
use yew::prelude::*;

/// The document: its bar and its only page.
#[component]
pub(crate) fn Calculator() -> Html {
    let (language, speak) = use_speech(|language| text::texts(language).title);
    let words = frame_of(language);
    html! {
        <ContextProvider<Speech> context={Speech(language)}>
            <a class="skip" href="#main">{ words.skip }</a>
            <header class="bar no-print">
                <a href={Page::Home.path()} class="brand"><b>{ words.brand }</b><span>{ words.title }</span></a>
                <button type="button" class="bar__button" onclick={speak} data-test="language">{ words.other_language }</button>
                <button type="button" class="bar__button bar__leave" onclick={|_| leave()} title={words.leave_hint} data-test="leave">{ words.leave }</button>
            </header>
            <main id="main" tabindex="-1"><CalculatorPage {language} /></main>
        </ContextProvider<Speech>>
    }
}
