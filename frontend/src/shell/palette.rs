//! The palette: typed words, and the pages, actions and cases to which they lead. The cursor stays in the field; the arrows move the mark.

pub mod view;

use self::view::{Entry, offered, turned};
use super::{FailureNotice, finder::search_hint, key_map::keys};
use crate::{
    hooks::{Remote, use_cases, use_settled},
    route::{Route, use_go},
    session::use_session,
    text::use_texts,
    ui::{Layer, use_id},
};
use anju_shared::{
    access::Operation,
    api::cases::{CaseFilter, CaseOrder, CasePage, CaseSummary},
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Cases shown at most.
const MOST_CASES: u32 = 8;

/// Properties of [`Palette`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaletteProps {
    /// Pages and actions.
    pub entries: Vec<Entry>,
    /// Wants to be closed.
    pub onclose: Callback<()>,
}

/// The palette, as long as it is drawn.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let texts = use_texts();
    let words = texts.frame();
    let typed = use_state_eq(String::new);
    let at = use_state_eq(|| 0_usize);
    let (list, go) = (use_id(), use_go());
    let sees = use_session().may(Operation::ListCases);
    let (found, searching) = use_found(sees, &typed);
    let entries = offered(&props.entries, &typed);
    let cases = found.ready().map_or(&[][..], |page| &page.items[..]);
    let to_case = |case: &CaseSummary| {
        let to = Route::Case { id: case.id };
        go.reform(move |()| to)
    };
    let acts = entries.iter().map(|entry| entry.act.clone());
    let acts: Rc<[Callback<()>]> = acts.chain(cases.iter().map(to_case)).collect();
    let count = acts.len();
    let at_now = (*at).min(count.saturating_sub(1));
    let choose = {
        let close = props.onclose.clone();
        let acts = acts.clone();
        Callback::from(move |place: usize| {
            if let Some(act) = acts.get(place) {
                close.emit(());
                // Only a page that comes after the palette is gone can take the cursor.
                let act = act.clone();
                spawn_local(async move { act.emit(()) });
            }
        })
    };
    let onkeydown = {
        let (at, choose) = (at.setter(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => at.set(turned(at_now, count, true)),
                "ArrowUp" => at.set(turned(at_now, count, false)),
                "Enter" => choose.emit(at_now),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let oninput = {
        let (typed, at) = (typed.setter(), at.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let option = |place: usize| format!("{list}-{place}");
    let told_entries = entries.iter().map(|entry| {
        let chord = entry.chord.map_or_else(Html::default, keys);
        html! { <><span>{ entry.word }</span>{ chord }</> }
    });
    let told_cases = cases.iter().map(|case| {
        let stage = case.stage.text(texts.language);
        html! { <><span><span class="number">{ case.number.clone() }</span>{ " " }{ case.title.clone() }</span><span class="quiet">{ stage }</span></> }
    });
    let options = told_entries.chain(told_cases).enumerate().map(|(place, told)| {
        let onclick = choose.reform(move |_: MouseEvent| place);
        html! {
            <li key={place} id={option(place)} role="option" aria-selected={if place == at_now { "true" } else { "false" }} {onclick}>{ told }</li>
        }
    });
    let told = match count {
        _ if searching => texts.widgets().loading.to_owned(),
        0 if sees => format!("{} {}", words.nothing_found, texts.cases_list().none_found_more),
        0 => words.nothing_found.to_owned(),
        count => (words.found)(count),
    };
    html! {
        <Layer title={words.palette} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <input class="input" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls={list.clone()} autocomplete="off"
                aria-activedescendant={(count > 0).then(|| option(at_now))} aria-label={words.palette} maxlength="100"
                placeholder={search_hint(sees, words)} value={(*typed).clone()} {oninput} {onkeydown} data-test="palette" />
            <ul class="palette" role="listbox" id={list.clone()} aria-label={words.palette}>{ for options }</ul>
            if let Remote::Failed(failure) = found { <FailureNotice {failure} /> }
            <p class="quiet" role="status" data-test="palette-told">{ told }</p>
        </Layer>
    }
}

/// The cases that hold the words typed, once nobody types for a moment, and whether an answer is awaited.
#[hook]
fn use_found(sees: bool, typed: &str) -> (Remote<CasePage>, bool) {
    let words = typed.trim().to_owned();
    let asked = use_settled(words.clone());
    let asks = sees && !asked.is_empty();
    let query = use_cases(CaseFilter {
        q: Some(asked.clone()),
        order: Some(CaseOrder::Newest),
        limit: Some(if asks { MOST_CASES } else { 0 }),
        ..CaseFilter::default()
    });
    // What was found for other words is not opened by mistake.
    if asked == words {
        (query.remote, query.asking && sees)
    } else {
        (Remote::Loading, sees)
    }
}
