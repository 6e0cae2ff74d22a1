//! The end of the form: how safe it is, and the buttons. None sends it by Enter in a field: a caller still speaks.

use super::submit::Then;
use crate::{
    hooks::KeptDraft,
    session::use_client,
    shell::DraftNote,
    text::use_texts,
    ui::{Button, ButtonKind, Layer, LayerKind},
};
use anju_shared::time::Instant;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EndProps {
    /// An answer is awaited.
    pub(super) running: bool,
    pub(super) send: Callback<Then>,
    /// There is something to be emptied.
    pub(super) begun: bool,
    pub(super) reset: Callback<Instant>,
    pub(super) kept: KeptDraft,
}

#[component]
pub(super) fn End(props: &EndProps) -> Html {
    let (texts, client) = (use_texts(), use_client());
    let (words, widgets) = (texts.register(), texts.widgets());
    let asking = use_state_eq(|| false);
    let ask = {
        let asking = asking.setter();
        move |()| asking.set(true)
    };
    let cancel = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let confirm = {
        let (asking, reset) = (asking.setter(), props.reset.clone());
        move |()| {
            asking.set(false);
            reset.emit(client.now());
        }
    };
    let foot = html! {
        <>
            <Button label={widgets.cancel} onclick={cancel.clone()} />
            <Button kind={ButtonKind::Danger} label={words.reset} onclick={confirm} test="register-reset-confirm" />
        </>
    };
    let register = props.send.reform(|()| Then::Rest);
    let accept = props.send.reform(|()| Then::Accept);
    html! {
        <>
            <DraftNote kept={props.kept.clone()} />
            <div class="form__end">
                <Button kind={ButtonKind::Quiet} label={words.reset} disabled={!props.begun} onclick={ask} test="register-reset" />
                <Button key_hint="Ctrl ⇧ ↵" busy={props.running} onclick={accept} label={texts.hints().accept} test="register-accept" />
                <Button kind={ButtonKind::Primary} key_hint="Ctrl ↵" busy={props.running} onclick={register}
                    label={if props.running { widgets.sending } else { words.submit }} test="register-submit" />
                if *asking {
                    <Layer kind={LayerKind::Dialog} title={words.reset} close={widgets.close} onclose={cancel} {foot}>
                        <p>{ words.reset_ask }</p>
                    </Layer>
                }
            </div>
        </>
    }
}
