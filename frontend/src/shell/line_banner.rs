//! Says over every page that the server does not answer.

use crate::{
    hooks::use_line,
    text::use_texts,
    ui::{Glyph, Icon},
};
use yew::prelude::*;

/// Nothing while the line holds.
#[component]
pub fn LineBanner() -> Html {
    let (words, line) = (use_texts().errors(), use_line());
    // The live region is there before it speaks: one that appears with its words is not read out.
    html! {
        <div class="lost" role="status">
            if line.lost {
                <span class="lost__line" data-test="line-lost"><Icon glyph={Glyph::Offline} />{ words.line_lost }</span>
            }
        </div>
    }
}
