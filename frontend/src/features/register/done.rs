//! What to tell the caller: the number, and each reporter's receipt code, which is shown this once.

use super::{people::standing_tag, view::Standing};
use crate::{
    hooks::{use_copy, use_shortcut},
    route::{Route, RouteLink},
    text::use_texts,
    ui::{Button, ButtonKind, Notice, PageHead, Panel, ToastKind, Tone, use_toaster},
};
use anju_shared::api::cases::RegisteredCase;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// A registered report, and how much is known of each reporter, in the order of the codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Registered {
    pub(super) case: RegisteredCase,
    pub(super) standings: Vec<Standing>,
    /// Whether it was accepted, if that was to be done at once.
    pub(super) accepted: Option<bool>,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DoneProps {
    pub(super) registered: Rc<Registered>,
    /// Begins the next one.
    pub(super) next: Callback<()>,
}

#[component]
pub(super) fn Done(props: &DoneProps) -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    let words = texts.register();
    let RegisteredCase {
        id,
        number,
        version: _,
        receipt_codes,
    } = &props.registered.case;
    let copied = Callback::from(move |copied| match copied {
        true => toaster.say(ToastKind::Done, words.copied),
        false => toaster.say(ToastKind::Failed, words.not_copied),
    });
    let copy = use_copy(copied);
    use_shortcut("n", props.next.clone());
    let card = use_node_ref();
    use_effect_with(card.clone(), |card| {
        if let Some(card) = card.cast::<HtmlElement>() {
            // The screen reader begins with what was just made.
            card.focus().unwrap_or_default();
        }
    });
    let codes = receipt_codes.iter().enumerate().map(|(place, code)| {
        let standing = props.registered.standings.get(place).copied();
        let take = {
            let code = code.clone();
            copy.reform(move |()| code.clone())
        };
        html! {
            <li class="code" key={place}>
                <span class="row row--tight">
                    { (words.reporter)(place + 1) }
                    if let Some(standing) = standing { { standing_tag(standing, words) } }
                </span>
                <span class="row">
                    <output class="code__digits" data-test={format!("register-code-{place}")}>{ code.clone() }</output>
                    <Button small=true label={words.copy} onclick={take} test={format!("register-copy-{place}")} />
                </span>
            </li>
        }
    });
    html! {
        <>
            <PageHead title={words.title} />
            <div class="receipt" ref={card} tabindex="-1" data-test="register-done">
                <Panel>
                    <div class="stack stack--loose">
                        <Notice tone={Tone::Green} alert=true>
                            <span class="strong">{ if props.registered.accepted == Some(true) { texts.hints().accepted } else { words.done } }</span>
                        </Notice>
                        if props.registered.accepted == Some(false) { <Notice tone={Tone::Yellow} alert=true>{ texts.hints().not_accepted }</Notice> }
                        <div><span class="quiet">{ words.number }</span><div class="receipt__number" data-test="register-number">{ number.clone() }</div></div>
                        <div class="stack"><h2>{ words.codes }</h2><ul class="stack">{ for codes }</ul></div>
                        <Notice tone={Tone::Yellow}>{ words.codes_once }</Notice>
                        <div class="row">
                            <Button kind={ButtonKind::Primary} label={words.next} key_hint="N" onclick={props.next.clone()} test="register-next" />
                            <RouteLink to={Route::Case { id: *id }} class="button" test="register-open-case">{ words.open_case }</RouteLink>
                        </div>
                    </div>
                </Panel>
            </div>
        </>
    }
}
