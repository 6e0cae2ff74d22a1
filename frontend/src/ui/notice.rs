//! A sentence within the page that should not be missed.

use super::{
    icon::{Glyph, Icon},
    tag::Tone,
};
use yew::prelude::*;

/// Properties of [`Notice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NoticeProps {
    /// What its colour says.
    #[prop_or_default]
    pub tone: Tone,
    /// Is read aloud at once when it appears.
    #[prop_or_default]
    pub alert: bool,
    /// The sentence.
    #[prop_or_default]
    pub children: Html,
}

/// A notice.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let (class, glyph) = match props.tone {
        Tone::Plain | Tone::Blue => (None, Glyph::Info),
        Tone::Green => (Some("notice--green"), Glyph::Done),
        Tone::Yellow => (Some("notice--yellow"), Glyph::Warning),
        Tone::Red => (Some("notice--red"), Glyph::Alert),
    };
    html! {
        <div class={classes!("notice", class)} role={props.alert.then_some("alert")}>
            <Icon {glyph} /><div>{ props.children.clone() }</div>
        </div>
    }
}
