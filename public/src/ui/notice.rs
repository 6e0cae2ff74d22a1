//! A coloured box with a sentence, and the picture of waiting.

use super::{Glyph, icon};
use yew::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Safe,
    /// Something is wrong.
    Wrong,
}

/// A box with a sentence. What is wrong is said at once to who hears the page.
pub(crate) fn notice(tone: Tone, content: Html) -> Html {
    let (class, role, glyph) = match tone {
        Tone::Safe => ("notice notice--safe", "note", Glyph::Lock),
        Tone::Wrong => ("notice notice--wrong", "alert", Glyph::Alert),
    };
    html! { <div {class} {role}>{ icon(glyph) }<div>{ content }</div></div> }
}

/// Bars where something will stand soon.
pub(crate) fn waiting(label: &'static str) -> Html {
    html! { <div class="waiting" role="status"><span class="unseen">{ label }</span><i></i><i></i><i></i></div> }
}
