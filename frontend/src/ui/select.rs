//! One of a closed list that opens.

use super::{
    choice::Choice,
    field::{Field, FieldWiring},
};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Select`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SelectProps {
    /// What is asked for.
    pub label: AttrValue,
    /// The value chosen; empty for none.
    pub value: AttrValue,
    /// What can be chosen.
    pub choices: Rc<[Choice]>,
    /// What is shown for "none"; without it there is no such entry.
    #[prop_or_default]
    pub none: Option<AttrValue>,
    /// Chosen.
    pub onchange: Callback<String>,
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
    /// Cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// One of a closed list, with its label.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let element = use_node_ref();
    let input = {
        let (props, element) = (props.clone(), element.clone());
        Callback::from(move |wiring: FieldWiring| options(&props, wiring, element.clone()))
    };
    // `selected` is but the first choice; after somebody chose, the browser follows the property alone.
    use_effect_with((props.value.clone(), props.choices.clone()), move |(value, _)| {
        if let Some(select) = element.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    html! {
        <Field label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()}
            required={props.required.clone()} mark={props.mark.clone()} {input} />
    }
}

fn options(props: &SelectProps, wiring: FieldWiring, element: NodeRef) -> Html {
    let onchange = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <select class="input" ref={element} id={wiring.id} data-test={props.test.clone()} disabled={props.disabled} aria-invalid={wiring.invalid.then_some("true")}
            aria-required={wiring.required.then_some("true")} aria-describedby={wiring.described_by} {onchange}>
            if let Some(none) = &props.none {
                <option value="" selected={props.value.is_empty()}>{ none.clone() }</option>
            }
            for choice in props.choices.iter() {
                <option key={choice.value.to_string()} value={choice.value.clone()} selected={choice.value == props.value}
                    disabled={choice.disabled}>
                    { choice.label.clone() }
                </option>
            }
        </select>
    }
}
