//! Inputs with their label, hint and mistake. The id of an input is also the name under which tests find it.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, window};
use yew::prelude::*;

/// What stands around an input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labelled<'a> {
    /// Id of the input.
    pub(crate) id: &'static str,
    /// What it asks for.
    pub(crate) label: &'a str,
    /// May be left out; the word for it.
    pub(crate) optional: Option<&'a str>,
    /// What helps to fill it in; may be empty.
    pub(crate) hint: &'a str,
    /// What is wrong.
    pub(crate) mistake: Option<&'a str>,
}

impl Labelled<'_> {
    fn around(&self, input: Html) -> Html {
        html! {
            <div class="field">
                <label for={self.id}>{ self.label }if let Some(word) = self.optional { <small>{ word }</small> }</label>
                if !self.hint.is_empty() { <p class="field__hint" id={self.part("hint")}>{ self.hint }</p> }
                { input }
                if let Some(mistake) = self.mistake {
                    <p class="field__mistake" id={self.part("mistake")}>{ mistake }</p>
                }
            </div>
        }
    }

    fn part(&self, name: &str) -> String {
        format!("{}-{name}", self.id)
    }

    fn described(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| self.part("hint"));
        let mistake = self.mistake.map(|_| self.part("mistake"));
        let parts: Vec<String> = [mistake, hint].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.mistake.map(|_| "true")
    }
}

/// One line. `kind` is the type of the input, `tel` for digits.
pub(crate) fn line(of: &Labelled<'_>, kind: &'static str, value: &str, typed: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            typed.emit(input.value());
        }
    });
    of.around(html! {
        <input id={of.id} data-test={of.id} type={kind} value={value.to_owned()} {oninput} autocomplete="off"
            aria-describedby={of.described()} aria-invalid={of.invalid()} />
    })
}

/// Some paragraphs.
pub(crate) fn area(of: &Labelled<'_>, value: &str, typed: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlTextAreaElement>() {
            typed.emit(input.value());
        }
    });
    of.around(html! {
        <textarea id={of.id} data-test={of.id} rows="4" value={value.to_owned()} {oninput}
            aria-describedby={of.described()} aria-invalid={of.invalid()} />
    })
}

/// One of a list of codes with their words; `none` is the word for no choice.
pub(crate) fn select(
    of: &Labelled<'_>,
    (value, none): (&str, &str),
    options: &[(&str, &str)],
    chosen: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlSelectElement>() {
            chosen.emit(input.value());
        }
    });
    let option = |(code, word): &(&str, &str)| {
        html! { <option value={(*code).to_owned()} selected={*code == value}>{ *word }</option> }
    };
    of.around(html! {
        <select id={of.id} data-test={of.id} {onchange} aria-describedby={of.described()} aria-invalid={of.invalid()}>
            <option value="" selected={value.is_empty()}>{ none }</option>
            { for options.iter().map(option) }
        </select>
    })
}

/// Moves the focus to the input with this id.
pub(crate) fn focus(id: &str) {
    let found = window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(input) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Where it cannot be focused, the message above tells where the mistake is.
        let _ = input.focus();
    }
}
