//! Changing the own password.

use super::view::password_errors;
use crate::{
    api::{field_errors, session::change_password},
    hooks::use_command,
    session::use_client,
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, TextInput, ToastKind, use_toaster},
};
use anju_shared::api::session::ChangePassword;
use yew::prelude::*;

/// The password until now, and the new one twice. The session learns of the change by itself.
#[component]
pub(super) fn PasswordForm() -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    let words = texts.sign_in();
    let entered = use_state_eq(|| [const { String::new() }; 3]);
    let found = use_state_eq(|| [None; 3]);
    let client = use_client();
    let done = {
        let (entered, client) = (entered.setter(), client.clone());
        Callback::from(move |_| {
            entered.set([const { String::new() }; 3]);
            toaster.say(ToastKind::Done, words.changed);
            super::learn(&client);
        })
    };
    let command = use_command(
        |client, body: ChangePassword| change_password(&client, &body),
        done,
    );
    let onsubmit = {
        let (entered, found, run) = (entered.clone(), found.setter(), command.run.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let [old, new, again] = &*entered;
            let errors = password_errors(old, new, again, texts);
            found.set(errors);
            if errors == [None; 3] {
                let (old, new) = (old.clone(), new.clone());
                run.emit(ChangePassword { old, new });
            }
        }
    };
    let told = command.failure().map(field_errors).unwrap_or_default();
    let field = |at: usize, test: &'static str, label, autocomplete: &'static str| {
        let entered = entered.clone();
        let error = found[at].map(str::to_owned);
        let error = error.or_else(|| ["old", "new"].get(at).and_then(|name| told.get(*name)).cloned());
        let value = entered[at].clone();
        let onchange = move |text| {
            let mut changed = (*entered).clone();
            changed[at] = text;
            entered.set(changed);
        };
        html! { <TextInput {test} {label} kind="password" {autocomplete} {value} {onchange} {error} required={texts.widgets().required} /> }
    };
    html! {
        <form class="form" {onsubmit} novalidate=true>
            if let Some(failure) = command.failure().filter(|_| told.is_empty()) { <FailureNotice failure={failure.clone()} /> }
            { field(0, "password-old", words.old, "current-password") }
            { field(1, "password-new", words.new, "new-password") }
            <p class="quiet">{ words.new_hint }</p>
            { field(2, "password-again", words.new_again, "new-password") }
            <Button test="password-submit" submit=true wide=true kind={ButtonKind::Primary} busy={command.running()} label={words.change_password} />
        </form>
    }
}
