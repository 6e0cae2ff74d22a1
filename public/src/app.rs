//! The frame around the pages: language, addresses, the rules, the header with the way out.

use crate::{
    draft::keep::storage,
    features::{
        follow::FollowPage, guide::GuidePage, home::HomePage, missing::MissingPage, report::ReportPage,
    },
    hooks::{Rules, use_rules},
    route::{Link, Page, Place, use_place},
    text::{self, Language, Speech, Texts, use_texts},
};
use web_sys::window;
use yew::prelude::*;

/// Under this name the telephone keeps the language chosen.
const LANGUAGE_KEY: &str = "anju.public.language";
/// What is shown to who leaves at once: nothing.
const ELSEWHERE: &str = "about:blank";

/// The app.
#[component]
pub(crate) fn App() -> Html {
    let language = use_state_eq(kept_language);
    let (place, rules) = (use_place(), use_rules(*language));
    use_effect_with(*language, |&language| announce(language));
    let speak = {
        let language = language.clone();
        Callback::from(move |_| {
            let other = match *language {
                Language::Zh => Language::En,
                Language::En => Language::Zh,
            };
            if let Some(storage) = storage() {
                // Where nothing can be kept, the language is chosen again next time.
                let _ = storage.set_item(LANGUAGE_KEY, text::tag(other));
            }
            language.set(other);
        })
    };
    html! {
        <ContextProvider<Speech> context={Speech(*language)}>
            <ContextProvider<Place> context={place}>
                <ContextProvider<Rules> context={rules}><Frame {speak} /></ContextProvider<Rules>>
            </ContextProvider<Place>>
        </ContextProvider<Speech>>
    }
}

/// Tells the browser, and with it who hears the page, which language this is.
fn announce(language: Language) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(Texts::of(language).frame.title);
    if let Some(root) = document.document_element() {
        // A page that cannot say its language still speaks it.
        let _ = root.set_attribute("lang", text::tag(language));
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FrameProps {
    speak: Callback<MouseEvent>,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let (words, place) = (&use_texts().frame, use_context::<Place>());
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

/// Away from this page at once, without a way back to what it showed.
fn leave() {
    let Some(window) = window() else { return };
    let root = window.document().and_then(|document| document.document_element());
    if let Some(root) = root {
        root.set_text_content(None);
    }
    // A browser that refuses shows the page that was emptied just now.
    let _ = window.location().replace(ELSEWHERE);
}

fn kept_language() -> Language {
    let kept = storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok()?);
    match kept.as_deref() {
        Some("en") => Language::En,
        _ => Language::Zh,
    }
}
