//! Several contents in one place.

use super::id::use_id;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// One tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// What it is to the program.
    pub key: AttrValue,
    /// What it is to people.
    pub label: AttrValue,
}

/// Properties of [`Tabs`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TabsProps {
    /// What the tabs are about, said to screen readers.
    pub label: AttrValue,
    /// The tabs.
    pub tabs: Rc<[Tab]>,
    /// The key of the one shown.
    pub shown: AttrValue,
    /// Shows another.
    pub onshow: Callback<AttrValue>,
    /// The content of the one shown.
    #[prop_or_default]
    pub children: Html,
}

/// Tabs over their content. Arrow keys, Home and End go through them.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let id = use_id();
    let list = use_node_ref();
    let onkeydown = {
        let (tabs, shown, onshow, list) = (
            props.tabs.clone(),
            props.shown.clone(),
            props.onshow.clone(),
            list.clone(),
        );
        Callback::from(move |event: KeyboardEvent| {
            let at = tabs.iter().position(|tab| tab.key == shown).unwrap_or(0);
            let Some(to) = step(&event.key(), at, tabs.len()) else {
                return;
            };
            event.prevent_default();
            onshow.emit(tabs[to].key.clone());
            let button = list
                .cast::<HtmlElement>()
                .and_then(|list| list.children().item(u32::try_from(to).ok()?));
            if let Some(button) =
                button.and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok())
            {
                button.focus().unwrap_or_default();
            }
        })
    };
    let buttons = props.tabs.iter().map(|tab| {
        let on = tab.key == props.shown;
        let onclick = {
            let key = tab.key.clone();
            props.onshow.reform(move |_: MouseEvent| key.clone())
        };
        html! {
            <button type="button" role="tab" key={tab.key.to_string()} id={format!("{id}-{}", tab.key)} data-test={format!("tab-{}", tab.key)}
                aria-selected={if on { "true" } else { "false" }} aria-controls={format!("{id}-shown")}
                tabindex={if on { "0" } else { "-1" }} {onclick}>
                { tab.label.clone() }
            </button>
        }
    });
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={props.label.clone()} ref={list.clone()} {onkeydown}>{ for buttons }</div>
            <div role="tabpanel" id={format!("{id}-shown")} aria-labelledby={format!("{id}-{}", props.shown)}>
                { props.children.clone() }
            </div>
        </>
    }
}

/// Which tab a key leads to from `at`.
fn step(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(if at == last { 0 } else { at + 1 }),
        "ArrowLeft" => Some(at.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_arrows_go_around() {
        assert_eq!(step("ArrowRight", 2, 3), Some(0));
        assert_eq!(step("ArrowLeft", 0, 3), Some(2));
        assert_eq!(step("End", 0, 3), Some(2));
        assert_eq!(step("Enter", 0, 3), None);
        assert_eq!(step("ArrowRight", 0, 0), None);
    }
}
