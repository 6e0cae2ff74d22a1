//! What lies over the page: dialogs in the middle, drawers at the side. Native `<dialog>`: the page behind is
//! out of reach, Escape closes, and the focus goes back to where it came from.

use super::{
    button::{Button, ButtonKind},
    icon::Glyph,
    id::use_id,
};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// Where it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LayerKind {
    /// In the middle: a question.
    #[default]
    Dialog,
    /// At the side: a form, with the matter still in sight.
    Drawer,
}

/// Properties of [`Layer`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LayerProps {
    /// Where it lies.
    #[prop_or_default]
    pub kind: LayerKind,
    /// Its heading.
    pub title: AttrValue,
    /// What its closing button is called.
    pub close: AttrValue,
    /// Wants to be closed: take it out of the page.
    #[prop_or_default]
    pub onclose: Callback<()>,
    /// Stays until what it asks for is done: no button and no Escape closes it.
    #[prop_or_default]
    pub fixed: bool,
    /// What it holds.
    #[prop_or_default]
    pub children: Html,
    /// Buttons at its foot. A form has its own.
    #[prop_or_default]
    pub foot: Html,
}

/// A layer that is open as long as it is drawn.
#[component]
pub fn Layer(props: &LayerProps) -> Html {
    let element = use_node_ref();
    let title = use_id();
    use_effect_with(element.clone(), |element| {
        let before = document()
            .active_element()
            .and_then(|element| element.dyn_into::<HtmlElement>().ok());
        let dialog = element.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            open(dialog);
        }
        move || {
            // As long as it is open, everything behind it refuses the focus.
            if let Some(dialog) = dialog {
                dialog.close();
            }
            if let Some(before) = before.filter(|before| before.is_connected()) {
                before.focus().unwrap_or_default();
            }
        }
    });
    let oncancel = {
        let close = props.onclose.clone();
        Callback::from(move |event: Event| {
            // The parent takes it out of the page; closing it here would leave an empty element behind.
            event.prevent_default();
            close.emit(());
        })
    };
    let kind = match props.kind {
        LayerKind::Dialog => "dialog",
        LayerKind::Drawer => "drawer",
    };
    html! {
        <dialog ref={element} class={classes!("layer", kind)} aria-labelledby={title.clone()} {oncancel}>
            <div class="layer__box">
                <div class="layer__head">
                    <h2 id={title}>{ props.title.clone() }</h2>
                    if !props.fixed {
                        <Button kind={ButtonKind::Quiet} bare=true glyph={Glyph::Close} label={props.close.clone()} test="layer-close"
                            onclick={props.onclose.clone()} />
                    }
                </div>
                <div class="layer__body" tabindex="0">{ props.children.clone() }</div>
                if props.foot != Html::default() { <div class="layer__foot">{ props.foot.clone() }</div> }
            </div>
        </dialog>
    }
}

/// Where the cursor goes: to the field that asks for it, else to the first.
const FIRST: [&str; 2] = [
    ".layer__body [autofocus]",
    ".layer__body input, .layer__body select, .layer__body textarea",
];

/// Opens it with the cursor in a field, or at its first button.
fn open(dialog: &HtmlDialogElement) {
    if dialog.show_modal().is_err() {
        // Already open.
        return;
    }
    let first: Option<Element> = FIRST
        .iter()
        .find_map(|selector| dialog.query_selector(selector).ok().flatten());
    if let Some(first) = first.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        first.focus().unwrap_or_default();
    }
}
