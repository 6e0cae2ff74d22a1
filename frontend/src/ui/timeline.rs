//! What happened, the latest first.

use yew::prelude::*;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Tells it from the others.
    pub key: AttrValue,
    /// When, as people read it.
    pub when: AttrValue,
    /// When, as programs read it (RFC 3339).
    pub datetime: AttrValue,
    /// What.
    pub title: Html,
    /// By whom, why, with what.
    pub more: Html,
}

/// Properties of [`Timeline`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelineProps {
    /// What happened.
    pub moments: Vec<Moment>,
}

/// A timeline.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let items = props.moments.iter().map(|moment| {
        html! {
            <li key={moment.key.to_string()}>
                <time datetime={moment.datetime.clone()}>{ moment.when.clone() }</time>
                <span class="timeline__dot" aria-hidden="true"></span>
                <div><div>{ moment.title.clone() }</div><div class="quiet">{ moment.more.clone() }</div></div>
            </li>
        }
    });
    html! { <ol class="timeline">{ for items }</ol> }
}
