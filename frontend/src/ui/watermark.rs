//! Who looks at a confidential screen, written all over it, so that a photograph names its maker.

use yew::prelude::*;

/// Enough for the largest screens in use.
const TIMES: usize = 24;

/// Properties of [`Watermark`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WatermarkProps {
    /// Name, unit, time.
    pub label: AttrValue,
}

/// A watermark over the page. It lets the mouse through and is silent to screen readers.
#[component]
pub fn Watermark(props: &WatermarkProps) -> Html {
    html! {
        <div class="mark" aria-hidden="true" data-test="watermark">{ for (0..TIMES).map(|_| html! { <span>{ props.label.clone() }</span> }) }</div>
    }
}
