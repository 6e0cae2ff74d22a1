//! The session ended while somebody was at work: they sign in over their page, which keeps everything they typed, and
//! what they had asked for goes on.

use super::form::SignInForm;
use crate::{
    hooks::use_regard,
    route::{Route, use_go},
    session::{use_client, use_session},
    text::use_texts,
    ui::{Button, Layer, Notice},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Nothing while the session lives; a dialog when it has ended. Another person who signs in there is led away.
#[component]
pub fn SignInAgain() -> Html {
    let (session, go) = (use_session(), use_go());
    let person = session.account().map(|account| account.id);
    let before = use_mut_ref(|| None);
    use_effect_with(person, move |person| {
        if let Some(person) = *person
            && before
                .replace(Some(person))
                .is_some_and(|before| before != person)
        {
            go.emit(Route::Home);
        }
    });
    match session.account().filter(|_| session.ended) {
        Some(account) => html! { <Dialog login={account.login.clone()} leave={session.leave.clone()} /> },
        None => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DialogProps {
    /// Whose session it was.
    login: String,
    leave: Callback<()>,
}

#[component]
fn Dialog(props: &DialogProps) -> Html {
    let (texts, client) = (use_texts(), use_client());
    let words = texts.sign_in();
    // They may have signed in at another window meanwhile.
    let look = use_callback(client, |(), client| {
        let client = client.clone();
        spawn_local(async move { client.look_again().await });
    });
    use_regard(look);
    html! {
        <Layer title={words.again} close={texts.widgets().close} fixed=true>
            <div class="stack" data-test="sign-in-again">
                <Notice>{ words.again_more }</Notice>
                <SignInForm login={props.login.clone()} />
                <Button label={words.leave} onclick={props.leave.clone()} test="sign-in-leave" />
            </div>
        </Layer>
    }
}
