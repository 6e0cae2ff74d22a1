//! The end of a report: the receipt code as a card, to be copied, saved as a picture or printed.

use super::picture::{Card, save};
use crate::{
    api::now,
    features::follow,
    hooks::use_language,
    route::{Link, Page},
    text::{use_texts, when},
    ui::{Glyph, Heading, Tone, icon, notice},
};
use anju_shared::api::reports::SubmissionReceipt;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;
use yew::prelude::*;

/// Properties of [`Done`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct DoneProps {
    /// What the server gave.
    pub(super) receipt: SubmissionReceipt,
    /// Whom to call.
    pub(super) hotline: String,
}

/// The card.
#[component]
pub(super) fn Done(props: &DoneProps) -> Html {
    let (texts, language) = (use_texts(), use_language());
    let words = &texts.report;
    let copied = use_state_eq(|| false);
    let code = props.receipt.receipt_codes.first().cloned().unwrap_or_default();
    let received = when::moment(props.receipt.received_at, now(), language);
    use_effect_with(code.clone(), |code| follow::hand_over(code));
    let oncopy = {
        let (code, copied) = (code.clone(), copied.setter());
        Callback::from(move |_| copy(code.clone(), copied.clone()))
    };
    let onsave = {
        let rows = [
            format!("{} {}", words.number, props.receipt.number),
            format!("{} {received}", words.received),
            format!("{} {}", texts.home.hotline, props.hotline),
        ];
        let code = code.clone();
        Callback::from(move |_| {
            save(&Card {
                title: texts.frame.title,
                label: words.code,
                code: &code,
                rows: &rows,
            });
        })
    };
    let onprint = Callback::from(|_| {
        if let Some(window) = window() {
            // A telephone that cannot print still saves the picture.
            let _ = window.print();
        }
    });
    let [to_copy, done] = words.copy;
    html! {
        <>
            <Heading text={words.done} />
            <section class="panel card" data-test="receipt">
                <h2>{ icon(Glyph::Done) }{ words.code }</h2>
                <p class="card__code" data-test="receipt-code">{ &code }</p>
                <dl class="pairs">
                    <dt>{ words.number }</dt><dd data-test="receipt-number">{ &props.receipt.number }</dd>
                    <dt>{ words.received }</dt><dd>{ received }</dd>
                </dl>
            </section>
            { notice(Tone::Safe, html! { words.done_lead }) }
            <div class="no-print">
                if can_copy() { <button type="button" class="btn" onclick={oncopy} data-test="receipt-copy" aria-live="polite">{ if *copied { done } else { to_copy } }</button> }
                <button type="button" class="btn" onclick={onsave} data-test="receipt-picture">{ words.picture }</button>
                <button type="button" class="btn" onclick={onprint} data-test="receipt-print">{ words.print }</button>
                <Link to={Page::Follow} class="btn go" test="receipt-follow">{ words.follow }</Link>
            </div>
        </>
    }
}

/// Browsers give the clipboard to secure pages alone.
fn can_copy() -> bool {
    let clipboard =
        window().and_then(|window| Reflect::get(&window.navigator(), &JsValue::from_str("clipboard")).ok());
    clipboard.is_some_and(|clipboard| !clipboard.is_undefined())
}

fn copy(code: String, copied: UseStateSetter<bool>) {
    let Some(window) = window() else { return };
    spawn_local(async move {
        let written = JsFuture::from(window.navigator().clipboard().write_text(&code)).await;
        copied.set(written.is_ok());
    });
}
