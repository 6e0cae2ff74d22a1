//! Names and values, one pair a line.

use yew::prelude::*;

/// One pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The name.
    pub name: AttrValue,
    /// The value.
    pub value: Html,
}

impl Fact {
    /// A pair.
    pub fn new(name: impl Into<AttrValue>, value: Html) -> Self {
        Self {
            name: name.into(),
            value,
        }
    }

    /// A pair whose value is a text; `none` stands, quietly, where there is no value.
    pub fn text(name: impl Into<AttrValue>, value: Option<&str>, none: &'static str) -> Self {
        let value = match value.filter(|value| !value.is_empty()) {
            Some(value) => html! { <span class="prose">{ value }</span> },
            None => html! { <span class="quiet">{ none }</span> },
        };
        Self::new(name, value)
    }
}

/// Properties of [`Facts`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FactsProps {
    /// The pairs.
    pub facts: Vec<Fact>,
}

/// A list of pairs.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let pairs = props
        .facts
        .iter()
        .map(|fact| html! { <><dt>{ fact.name.clone() }</dt><dd>{ fact.value.clone() }</dd></> });
    html! { <dl class="facts">{ for pairs }</dl> }
}
