//! Small words beside large ones.

use yew::prelude::*;

/// What a colour says. Never alone: the word says it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// Belongs to the matter in hand.
    Blue,
    /// As it should be.
    Green,
    /// Take care.
    Yellow,
    /// Urgent, late, wrong.
    Red,
}

/// Properties of [`Tag`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TagProps {
    /// What it says.
    pub label: AttrValue,
    /// What its colour says.
    #[prop_or_default]
    pub tone: Tone,
    /// More, shown by the mouse.
    #[prop_or_default]
    pub title: Option<AttrValue>,
}

/// A tag.
#[component]
pub fn Tag(props: &TagProps) -> Html {
    let tone = match props.tone {
        Tone::Plain => None,
        Tone::Blue => Some("tag--blue"),
        Tone::Green => Some("tag--green"),
        Tone::Yellow => Some("tag--yellow"),
        Tone::Red => Some("tag--red"),
    };
    html! { <span class={classes!("tag", tone)} title={props.title.clone()}>{ props.label.clone() }</span> }
}

/// Properties of [`Count`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CountProps {
    /// How many, as text.
    pub count: AttrValue,
    /// They are urgent.
    #[prop_or_default]
    pub urgent: bool,
}

/// How many there are of something.
#[component]
pub fn Count(props: &CountProps) -> Html {
    html! { <span class={classes!("count", props.urgent.then_some("count--red"))}>{ props.count.clone() }</span> }
}
