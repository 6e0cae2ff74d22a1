//! A field of a form: its label above it, a hint, and what is wrong with it right below.

use super::{
    icon::{Glyph, Icon},
    id::use_id,
};
use yew::prelude::*;

/// How the input inside a field is tied to its label and its messages.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldWiring {
    /// Id of the input.
    pub id: AttrValue,
    /// Ids of hint and error, for `aria-describedby`.
    pub described_by: Option<AttrValue>,
    /// Whether there is an error.
    pub invalid: bool,
    /// Whether it must be filled in.
    pub required: bool,
}

/// Properties of [`Field`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FieldProps {
    /// What is asked for.
    pub label: AttrValue,
    /// What helps to answer.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the answer.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Must be answered: the word that is said aloud for the mark.
    #[prop_or_default]
    pub required: Option<AttrValue>,
    /// A small word after the label, as why the field matters.
    #[prop_or_default]
    pub mark: Option<AttrValue>,
    /// The label stands over several inputs (choices), each with a label of its own.
    #[prop_or_default]
    pub group: bool,
    /// Draws the input.
    pub input: Callback<FieldWiring, Html>,
}

/// A field around an input.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let id = use_id();
    let hint_id = props.hint.is_some().then(|| format!("{id}-hint"));
    let error_id = props.error.is_some().then(|| format!("{id}-error"));
    let described_by: Vec<String> = [error_id.clone(), hint_id.clone()]
        .into_iter()
        .flatten()
        .collect();
    let described_by = (!described_by.is_empty()).then(|| AttrValue::from(described_by.join(" ")));
    let input = props.input.emit(FieldWiring {
        id: id.clone(),
        described_by: described_by.clone(),
        invalid: props.error.is_some(),
        required: props.required.is_some(),
    });
    let label = html! {
        <>
            { props.label.clone() }
            if let Some(mark) = &props.mark { <span class="field__mark">{ mark.clone() }</span> }
            if let Some(word) = &props.required {
                <span class="field__required" aria-hidden="true">{ "*" }</span><span class="unseen">{ word.clone() }</span>
            }
        </>
    };
    let notes = html! {
        <>
            if let Some(error) = &props.error {
                <div class="field__error" id={error_id}><Icon glyph={Glyph::Alert} />{ error.clone() }</div>
            }
            if let Some(hint) = &props.hint { <div class="field__hint" id={hint_id}>{ hint.clone() }</div> }
        </>
    };
    if props.group {
        return html! {
            <fieldset class="field" aria-describedby={described_by}><legend>{ label }</legend>{ input }{ notes }</fieldset>
        };
    }
    html! { <div class="field"><label for={id}>{ label }</label>{ input }{ notes }</div> }
}
