//! The frame around the pages: language, addresses, the rules, the header with the way out.

use crate::{
    features::{
        follow::FollowPage, guide::GuidePage, home::HomePage, missing::MissingPage, report::ReportPage,
    },
    hooks::{Rules, leave, use_rules, use_speech},
    route::{Link, Page, Place, use_place},
    text::{Speech, Texts, use_texts},
};
use yew::prelude::*;

/// The app.
#[component]
pub(crate) fn App() -> Html {
    let (language, speak) = use_speech(|language| Texts::of(language).frame.title);
    let (place, rules) = (use_place(), use_rules(language));
    html! {
        <ContextProvider<Speech> context={Speech(language)}>
            <ContextProvider<Place> context={place}>
                <ContextProvider<Rules> context={rules}><Frame {speak} /></ContextProvider<Rules>>
            </ContextProvider<Place>>
        </ContextProvider<Speech>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FrameProps {
    speak: Callback<MouseEvent>,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let (words, place) = (use_texts().frame, use_context::<Place>());
    let page = match place.map_or(Page::Home, |place| place.page) {
        Page::Home => html! { <HomePage /> },
        Page::Report => html! { <ReportPage /> },
        Page::Follow => html! { <FollowPage /> },
        Page::Guide => html! { <GuidePage /> },
        Page::Missing => html! { <MissingPage /> },
    };
    html! {
        <>
            <a class="skip" href="#main">{ words.skip }</a>
            <header class="bar no-print">
                <Link to={Page::Home} class="brand"><b>{ words.brand }</b><span>{ words.title }</span></Link>
                <button type="button" class="bar__button" onclick={props.speak.clone()} data-test="language">{ words.other_language }</button>
                <button type="button" class="bar__button bar__leave" onclick={|_| leave()} title={words.leave_hint} data-test="leave">{ words.leave }</button>
            </header>
            <nav class="pages no-print" aria-label={words.navigation}>
                { for Page::ALL.into_iter().zip(words.pages).map(|(page, name)| html! { <Link to={page}>{ name }</Link> }) }
            </nav>
            <main id="main" tabindex="-1">{ page }</main>
        </>
    }
}
