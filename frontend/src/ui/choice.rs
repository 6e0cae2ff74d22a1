//! Choices that stand in sight: one box to tick, or one of a few.

use super::{field::Field, id::use_id};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it is to the program.
    pub value: AttrValue,
    /// What it is to people.
    pub label: AttrValue,
    /// What helps to decide.
    pub more: Option<AttrValue>,
    /// Cannot be chosen now.
    pub disabled: bool,
}

impl Choice {
    /// A choice with a label alone.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            more: None,
            disabled: false,
        }
    }

    /// The same with what helps to decide.
    #[must_use]
    pub fn with_more(self, more: impl Into<AttrValue>) -> Self {
        Self {
            more: Some(more.into()),
            ..self
        }
    }
}

/// Properties of [`Checkbox`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CheckboxProps {
    /// What ticking it means.
    pub label: AttrValue,
    /// What helps to decide.
    #[prop_or_default]
    pub more: Option<AttrValue>,
    /// Ticked.
    pub checked: bool,
    /// Ticked now.
    pub onchange: Callback<bool>,
    /// Cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// A box to tick.
#[component]
pub fn Checkbox(props: &CheckboxProps) -> Html {
    let onchange = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <label class="choice">
            <input type="checkbox" data-test={props.test.clone()} checked={props.checked} disabled={props.disabled} {onchange} />
            { words(&props.label, props.more.as_ref()) }
        </label>
    }
}

/// Properties of [`Tick`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TickProps {
    /// What ticking it means, said to screen readers.
    pub label: AttrValue,
    /// Ticked.
    pub checked: bool,
    /// Ticked now, or no longer.
    pub onchange: Callback<bool>,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// A box to tick without words in sight, for rows of a table.
#[component]
pub fn Tick(props: &TickProps) -> Html {
    let onchange = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! { <input class="tick" type="checkbox" aria-label={props.label.clone()} data-test={props.test.clone()} checked={props.checked} {onchange} /> }
}

/// Properties of [`RadioGroup`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RadioGroupProps {
    /// What is asked for.
    pub label: AttrValue,
    /// The value chosen; empty for none.
    pub value: AttrValue,
    /// What can be chosen.
    pub choices: Rc<[Choice]>,
    /// Chosen.
    pub onchange: Callback<String>,
    /// One below the other.
    #[prop_or_default]
    pub list: bool,
    /// What helps to answer.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the answer.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Must be answered: the word that is said aloud for the mark.
    #[prop_or_default]
    pub required: Option<AttrValue>,
    /// Name under which tests find the buttons: this, a hyphen, the value.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// One of a few choices, all in sight.
#[component]
pub fn RadioGroup(props: &RadioGroupProps) -> Html {
    let name = use_id();
    let input = {
        let props = props.clone();
        Callback::from(move |_| {
            let buttons = props.choices.iter().map(|choice| radio(&props, choice, &name));
            html! { <div class={classes!("choices", props.list.then_some("choices--list"))}>{ for buttons }</div> }
        })
    };
    html! {
        <Field group=true label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()}
            required={props.required.clone()} {input} />
    }
}

fn radio(props: &RadioGroupProps, choice: &Choice, name: &AttrValue) -> Html {
    let value = choice.value.clone();
    let test = props.test.as_ref().map(|test| format!("{test}-{value}"));
    let onchange = props.onchange.reform(move |_: Event| value.to_string());
    html! {
        <label class="choice" key={choice.value.to_string()}>
            <input type="radio" data-test={test} name={name.clone()} value={choice.value.clone()} checked={choice.value == props.value}
                disabled={choice.disabled} {onchange} />
            { words(&choice.label, choice.more.as_ref()) }
        </label>
    }
}

fn words(label: &AttrValue, more: Option<&AttrValue>) -> Html {
    html! {
        <span>
            { label.clone() }
            if let Some(more) = more { <span class="choice__more">{ more.clone() }</span> }
        </span>
    }
}
