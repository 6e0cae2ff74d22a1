//! White panels on the grey page, and tiles with one figure.

use super::tag::Tone;
use yew::prelude::*;

/// Properties of [`Panel`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PanelProps {
    /// Its heading.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Right of the heading: a tag, a button.
    #[prop_or_default]
    pub aside: Html,
    /// What it holds goes up to its edges: a table, tabs.
    #[prop_or_default]
    pub bare: bool,
    /// What it holds.
    #[prop_or_default]
    pub children: Html,
}

/// A panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    html! {
        <section class="panel">
            if let Some(title) = &props.title {
                <div class="panel__head"><h2>{ title.clone() }</h2>{ props.aside.clone() }</div>
            }
            <div class={classes!("panel__body", props.bare.then_some("panel__body--bare"))}>{ props.children.clone() }</div>
        </section>
    }
}

/// Properties of [`Tile`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TileProps {
    /// What is counted.
    pub name: AttrValue,
    /// The figure.
    pub figure: AttrValue,
    /// What helps to read it.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// What its colour says.
    #[prop_or_default]
    pub tone: Tone,
}

/// One figure with its name.
#[component]
pub fn Tile(props: &TileProps) -> Html {
    let tone = match props.tone {
        Tone::Plain | Tone::Blue => None,
        Tone::Green => Some("green"),
        Tone::Yellow => Some("yellow"),
        Tone::Red => Some("red"),
    };
    html! {
        <div class="panel tile">
            <span class="tile__name">{ props.name.clone() }</span>
            <span class={classes!("tile__figure", tone)}>{ props.figure.clone() }</span>
            if let Some(note) = &props.note { <span class="tile__note">{ note.clone() }</span> }
        </div>
    }
}
