//! One of a few, each as large as a thumb.

use yew::prelude::*;

/// What may be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Choice<T> {
    /// What choosing it means.
    pub(crate) value: T,
    /// Name under which tests find it.
    pub(crate) test: &'static str,
    /// The word.
    pub(crate) label: &'static str,
    /// A sentence about it; may be empty.
    pub(crate) hint: &'static str,
}

/// A group of choices; the same one cannot be taken back.
pub(crate) fn choices<T: Copy + PartialEq + 'static>(
    name: &'static str,
    legend: &'static str,
    offered: impl IntoIterator<Item = Choice<T>>,
    chosen: Option<T>,
    choose: &Callback<T>,
) -> Html {
    let one = |choice: Choice<T>| {
        let (choose, value) = (choose.clone(), choice.value);
        let onchange = Callback::from(move |_: Event| choose.emit(value));
        html! {
            <label class="choice" data-test={format!("{name}-{}", choice.test)}>
                <input type="radio" {name} checked={chosen == Some(choice.value)} {onchange} />
                <span><b>{ choice.label }</b>if !choice.hint.is_empty() { <small>{ choice.hint }</small> }</span>
            </label>
        }
    };
    html! {
        <fieldset class="field choices">
            <legend>{ legend }</legend>
            { for offered.into_iter().map(one) }
        </fieldset>
    }
}
