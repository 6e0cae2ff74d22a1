//! Buttons.

use super::icon::{Glyph, Icon};
use yew::prelude::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// The one that leads on; at most one in sight.
    Primary,
    /// Cannot be taken back.
    Danger,
    /// Beside the matter.
    Quiet,
    /// Within a sentence.
    Link,
}

/// Properties of [`Button`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ButtonProps {
    /// What it says, or, with `bare`, what it is called.
    pub label: AttrValue,
    /// How much it asks to be pressed.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Drawing before the word.
    #[prop_or_default]
    pub glyph: Option<Glyph>,
    /// The drawing stands after the word.
    #[prop_or_default]
    pub glyph_last: bool,
    /// Shows the drawing alone; the label is said to screen readers and shown by the mouse.
    #[prop_or_default]
    pub bare: bool,
    /// For rows of lists.
    #[prop_or_default]
    pub small: bool,
    /// As wide as its place.
    #[prop_or_default]
    pub wide: bool,
    /// Sends the form in which it stands.
    #[prop_or_default]
    pub submit: bool,
    /// Cannot be pressed.
    #[prop_or_default]
    pub disabled: bool,
    /// Was pressed, an answer is awaited.
    #[prop_or_default]
    pub busy: bool,
    /// Opens and closes something: whether that is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// The key that does the same.
    #[prop_or_default]
    pub key_hint: Option<AttrValue>,
    /// Id of the element that says more, as why it is disabled.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Name for tests and styles of one page.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
    /// Pressed.
    #[prop_or_default]
    pub onclick: Callback<()>,
}

/// A button. While busy it stays where it is, says so, and does nothing.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let class = classes!(
        "button",
        match props.kind {
            ButtonKind::Plain => None,
            ButtonKind::Primary => Some("button--primary"),
            ButtonKind::Danger => Some("button--danger"),
            ButtonKind::Quiet => Some("button--quiet"),
            ButtonKind::Link => Some("button--link"),
        },
        props.small.then_some("button--small"),
        props.wide.then_some("button--wide"),
        props.bare.then_some("button--icon"),
    );
    let onclick = {
        let (act, busy, submit) = (props.onclick.clone(), props.busy, props.submit);
        Callback::from(move |event: MouseEvent| {
            if busy {
                event.prevent_default();
            } else if !submit {
                act.emit(());
            }
        })
    };
    let glyph = if props.busy {
        Some(Glyph::Reload)
    } else {
        props.glyph
    };
    html! {
        <button {class} id={props.id.clone()} data-test={props.test.clone()} type={if props.submit { "submit" } else { "button" }}
            disabled={props.disabled} aria-busy={props.busy.then_some("true")}
            aria-expanded={props.expanded.map(|open| if open { "true" } else { "false" })}
            aria-describedby={props.described_by.clone()}
            aria-label={props.bare.then(|| props.label.clone())} title={props.bare.then(|| props.label.clone())} {onclick}>
            if let Some(glyph) = glyph.filter(|_| !props.glyph_last) { <Icon {glyph} spin={props.busy} /> }
            if !props.bare { { props.label.clone() } }
            if let Some(glyph) = glyph.filter(|_| props.glyph_last) { <Icon {glyph} spin={props.busy} /> }
            if let Some(key) = &props.key_hint { <kbd aria-hidden="true">{ key.clone() }</kbd> }
        </button>
    }
}
