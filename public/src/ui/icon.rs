//! Icons: single drawings of Lucide (<https://lucide.dev>), only those that are used; under the ISC License, whose
//! text stands in `frontend/LICENSE-icons`.

use yew::prelude::*;

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// Something is wrong here.
    Alert,
    /// It worked.
    Done,
    /// Confidential.
    Lock,
    /// Adds.
    Plus,
    /// A document.
    File,
}

impl Glyph {
    /// The strokes of the drawing, on a field of 24 by 24.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Alert => "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20M12 8v4M12 16h.01",
            Self::Done => "M21.801 10A10 10 0 1 1 17 3.335M9 11l3 3L22 4",
            Self::Lock => {
                "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2M7 11V7a5 5 0 0 1 10 0v4"
            }
            Self::Plus => "M5 12h14M12 5v14",
            Self::File => "M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7ZM14 2v4a2 2 0 0 0 2 2h4",
        }
    }
}

/// Draws it; whoever hears the page is told by the text beside it.
pub(crate) fn icon(glyph: Glyph) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <path d={glyph.strokes()} />
        </svg>
    }
}
