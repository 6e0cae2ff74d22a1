//! The language chosen, which the telephone keeps for all documents.

use crate::{
    draft::keep::storage,
    text::{self, Language},
};
use web_sys::window;
use yew::prelude::*;

/// Under this name the telephone keeps the language chosen.
const LANGUAGE_KEY: &str = "anju.public.language";

/// The language, and the way to the other one. The window is called as `title` says.
#[hook]
pub(crate) fn use_speech(title: fn(Language) -> &'static str) -> (Language, Callback<MouseEvent>) {
    let language = use_state_eq(kept_language);
    use_effect_with(*language, move |&language| announce(language, title(language)));
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
    (*language, speak)
}

/// Tells the browser, and with it who hears the page, which language this is.
fn announce(language: Language, title: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // A page that cannot say its language still speaks it.
        let _ = root.set_attribute("lang", text::tag(language));
    }
}

fn kept_language() -> Language {
    let kept = storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok()?);
    match kept.as_deref() {
        Some("en") => Language::En,
        _ => Language::Zh,
    }
}
