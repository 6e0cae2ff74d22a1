//! The field for words. What is typed narrows the list in the pauses, and at once when the field is left.

use crate::{hooks::use_settled, text::use_texts, ui::TextInput};
use yew::prelude::*;

/// Characters that the server looks for at most.
pub(crate) const LONGEST: u32 = 100;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SearchProps {
    /// What the address asks for.
    pub(super) value: String,
    /// Something else is asked for.
    pub(super) onchange: Callback<String>,
}

#[component]
pub(super) fn Search(props: &SearchProps) -> Html {
    let texts = use_texts();
    let typed = use_state_eq(|| props.value.clone());
    let asked = use_mut_ref(|| props.value.clone());
    // The way back, a view or an emptied filter bring other words; what was asked from here does not come back into
    // the field, where somebody may have typed on.
    use_effect_with(props.value.clone(), {
        let (typed, asked) = (typed.setter(), asked.clone());
        move |value| {
            if *asked.borrow() != *value {
                asked.replace(value.clone());
                typed.set(value.clone());
            }
        }
    });
    let ask = {
        let onchange = props.onchange.clone();
        Callback::from(move |text: String| {
            let text = text.trim().to_owned();
            if asked.replace(text.clone()) != text {
                onchange.emit(text);
            }
        })
    };
    let settled = use_settled((*typed).clone());
    use_effect_with(settled, {
        let ask = ask.clone();
        move |text| ask.emit(text.clone())
    });
    let onleave = {
        let typed = typed.clone();
        ask.reform(move |()| (*typed).clone())
    };
    let onchange = {
        let typed = typed.setter();
        move |text| typed.set(text)
    };
    html! {
        <TextInput kind="search" label={texts.cases_list().search} placeholder={texts.frame().search} max={LONGEST}
            value={(*typed).clone()} {onchange} {onleave} test="cases-search" />
    }
}
