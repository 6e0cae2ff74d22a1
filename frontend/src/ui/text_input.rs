//! One line and several lines of text.

use super::field::{Field, FieldWiring};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`TextInput`] and [`TextArea`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextInputProps {
    /// What is asked for.
    pub label: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What stands in it now.
    pub onchange: Callback<String>,
    /// Left the field.
    #[prop_or_default]
    pub onleave: Callback<()>,
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
    /// Shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Kind of text: `text`, `password`, `tel`, `search`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// What the browser may fill in.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// Name of the field in the form.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// At most so many characters.
    #[prop_or_default]
    pub max: Option<u32>,
    /// Lines shown, of a [`TextArea`].
    #[prop_or(4)]
    pub rows: u32,
    /// Takes the cursor when it appears.
    #[prop_or_default]
    pub autofocus: bool,
    /// Cannot be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// One line of text, with its label.
#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let element = use_node_ref();
    use_effect_with((element.clone(), props.autofocus), |(element, autofocus)| {
        if let Some(input) = element.cast::<HtmlInputElement>().filter(|_| *autofocus) {
            // Without a cursor the field can still be reached by Tab.
            input.focus().unwrap_or_default();
        }
    });
    let inner = {
        let props = props.clone();
        Callback::from(move |wiring: FieldWiring| line(&props, wiring, element.clone()))
    };
    field(props, inner)
}

/// Several lines of text, with their label.
#[component]
pub fn TextArea(props: &TextInputProps) -> Html {
    let inner = {
        let props = props.clone();
        Callback::from(move |wiring: FieldWiring| lines(&props, wiring))
    };
    field(props, inner)
}

fn field(props: &TextInputProps, input: Callback<FieldWiring, Html>) -> Html {
    html! {
        <Field label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()}
            required={props.required.clone()} mark={props.mark.clone()} {input} />
    }
}

fn line(props: &TextInputProps, wiring: FieldWiring, element: NodeRef) -> Html {
    let onleave = props.onleave.reform(|_: FocusEvent| ());
    let oninput = props
        .onchange
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input class="input" ref={element} id={wiring.id} type={props.kind.clone()} name={props.name.clone()}
            value={props.value.clone()} placeholder={props.placeholder.clone()} autocomplete={props.autocomplete.clone()}
            maxlength={props.max.map(|max| max.to_string())} disabled={props.disabled} autofocus={props.autofocus} data-test={props.test.clone()}
            aria-invalid={wiring.invalid.then_some("true")} aria-required={wiring.required.then_some("true")}
            aria-describedby={wiring.described_by} {oninput} onblur={onleave} />
    }
}

fn lines(props: &TextInputProps, wiring: FieldWiring) -> Html {
    let onleave = props.onleave.reform(|_: FocusEvent| ());
    let oninput = props
        .onchange
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea class="input" id={wiring.id} name={props.name.clone()} rows={props.rows.to_string()}
            value={props.value.clone()} placeholder={props.placeholder.clone()}
            maxlength={props.max.map(|max| max.to_string())} disabled={props.disabled} data-test={props.test.clone()}
            aria-invalid={wiring.invalid.then_some("true")} aria-required={wiring.required.then_some("true")}
            aria-describedby={wiring.described_by} {oninput} onblur={onleave} />
    }
}
