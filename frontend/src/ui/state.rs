//! What a page shows when it cannot show its matter: loading, empty, missing, failed, refused are five
//! different pictures.

use super::icon::{Glyph, Icon};
use yew::prelude::*;

/// Properties of [`Skeleton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SkeletonProps {
    /// What is said to screen readers.
    pub label: AttrValue,
    /// So many lines.
    #[prop_or(6)]
    pub lines: usize,
}

/// Loading: grey lines where the matter will stand.
#[component]
pub fn Skeleton(props: &SkeletonProps) -> Html {
    html! {
        <div role="status">
            <span class="unseen">{ props.label.clone() }</span>
            <div class="skeleton" aria-hidden="true">{ for (0..props.lines).map(|_| html! { <span></span> }) }</div>
        </div>
    }
}

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateKind {
    /// There is nothing, and that is all right.
    Empty,
    /// It is not there, or not for this viewer.
    Missing,
    /// It could not be had.
    Failed,
    /// There was no answer at all.
    Offline,
    /// It may not be.
    Refused,
}

/// Properties of [`Picture`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PictureProps {
    /// Which picture.
    pub kind: StateKind,
    /// What is the matter.
    pub title: AttrValue,
    /// What it means, what helps.
    #[prop_or_default]
    pub more: Option<AttrValue>,
    /// Small print: the article, the request id.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// What can be done: buttons.
    #[prop_or_default]
    pub children: Html,
}

/// A picture in place of the matter.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let (test, glyph, class, role) = match props.kind {
        StateKind::Empty => ("empty", Glyph::Empty, None, "status"),
        StateKind::Missing => ("missing", Glyph::Missing, None, "status"),
        StateKind::Failed => ("failed", Glyph::Warning, Some("state--failed"), "alert"),
        StateKind::Offline => ("offline", Glyph::Offline, Some("state--failed"), "alert"),
        StateKind::Refused => ("refused", Glyph::Refused, Some("state--refused"), "alert"),
    };
    html! {
        <div class={classes!("state", class)} {role} data-test={test}>
            <Icon {glyph} large=true />
            <p class="strong">{ props.title.clone() }</p>
            if let Some(more) = &props.more { <p class="state__more">{ more.clone() }</p> }
            if let Some(note) = &props.note { <p class="state__more">{ note.clone() }</p> }
            if props.children != Html::default() { <div class="state__end">{ props.children.clone() }</div> }
        </div>
    }
}
