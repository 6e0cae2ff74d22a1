//! The heading of a page or a step. The focus moves to it when it is new, so that a screen reader begins there.

use std::cell::Cell;
use web_sys::HtmlElement;
use yew::prelude::*;

thread_local! {
    /// Whether the next heading takes the focus. The first page does not: nobody has moved yet.
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// The next heading that is drawn takes the focus, and the page is shown from its top.
pub(crate) fn focus_heading() {
    WANTED.set(true);
}

/// Properties of [`Heading`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct HeadingProps {
    /// What it says; a new text is a new heading.
    pub(crate) text: AttrValue,
}

/// The one `h1` of a page.
#[component]
pub(crate) fn Heading(props: &HeadingProps) -> Html {
    let node = use_node_ref();
    use_effect_with((props.text.clone(), node.clone()), |(_, node)| {
        if !WANTED.replace(false) {
            return;
        }
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        if let Some(heading) = node.cast::<HtmlElement>() {
            // Where it cannot be focused, it is still read in its turn.
            let _ = heading.focus();
        }
    });
    html! { <h1 ref={node} tabindex="-1">{ &props.text }</h1> }
}
