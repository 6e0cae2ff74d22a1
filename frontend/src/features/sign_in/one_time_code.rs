//! Setting up a one-time code: the password once more, the secret for the authenticator, and a first code.

use super::view::{grouped, is_code, plain};
use crate::{
    api::{
        Failure, field_errors,
        session::{confirm_one_time_code, enrol_one_time_code},
    },
    hooks::use_command,
    session::use_client,
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, TextInput, ToastKind, use_toaster},
};
use anju_shared::api::session::{ConfirmOneTimeCode, EnrolOneTimeCode, NewOneTimeCode};
use yew::prelude::*;

/// Both steps. The session learns of the code by itself.
#[component]
pub(super) fn OneTimeCodeForm() -> Html {
    let (texts, toaster, client) = (use_texts(), use_toaster(), use_client());
    let words = texts.sign_in();
    let entered = use_state_eq(String::new);
    let found = use_state_eq(|| None::<&'static str>);
    let secret = use_state_eq(|| None::<NewOneTimeCode>);
    let begun = {
        let (secret, entered) = (secret.setter(), entered.setter());
        Callback::from(move |new| {
            entered.set(String::new());
            secret.set(Some(new));
        })
    };
    let begin = use_command(
        |client, password: String| enrol_one_time_code(&client, &EnrolOneTimeCode { password }),
        begun,
    );
    let done = Callback::from(move |_| {
        toaster.say(ToastKind::Done, words.enrolled);
        super::learn(&client);
    });
    let confirm = use_command(
        |client, code: String| confirm_one_time_code(&client, &ConfirmOneTimeCode { code }),
        done,
    );
    let onsubmit = {
        let (entered, found, secret) = (entered.clone(), found.setter(), secret.is_some());
        let (begin, confirm) = (begin.run.clone(), confirm.run.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let code = plain(&entered);
            let error = match secret {
                true => (!is_code(&code)).then_some(words.code_missing),
                false => entered.is_empty().then_some(words.password_missing),
            };
            found.set(error);
            match (error, secret) {
                (Some(_), _) => {}
                (None, true) => confirm.emit(code),
                (None, false) => begin.emit((*entered).clone()),
            }
        }
    };
    let failure = begin.failure().or(confirm.failure());
    let told = failure.map(field_errors).unwrap_or_default();
    let error = found.map(str::to_owned).or_else(|| told.into_values().next());
    let unsaid = failure.filter(|failure| failure_is_whole(failure));
    let onchange = {
        let entered = entered.setter();
        move |text| entered.set(text)
    };
    let value = (*entered).clone();
    html! {
        <form class="form" {onsubmit} novalidate=true>
            if let Some(failure) = unsaid { <FailureNotice failure={failure.clone()} /> }
            if let Some(secret) = &*secret {
                <p>{ words.secret_more }</p>
                <img class="qr" alt={words.qr} src={format!("data:image/svg+xml,{}", js_sys::encode_uri_component(&secret.qr))} data-test="code-qr" />
                <p class="code__digits secret" data-test="code-secret">{ grouped(&secret.secret) }</p>
                <p><a href={secret.uri.clone()}>{ words.open_authenticator }</a></p>
                <TextInput key="code" test="code-first" label={words.code} hint={words.code_hint} autocomplete="one-time-code" autofocus=true
                    max={7} {value} {onchange} {error} required={texts.widgets().required} />
            } else {
                <TextInput key="password" test="code-password" label={words.password} kind="password" autocomplete="current-password"
                    {value} {onchange} {error} required={texts.widgets().required} />
            }
            <Button test="code-submit" submit=true wide=true kind={ButtonKind::Primary} busy={begin.running() || confirm.running()}
                label={if secret.is_some() { words.confirm_code } else { words.enrol }} />
        </form>
    }
}

/// Whether it is about more than the field.
fn failure_is_whole(failure: &Failure) -> bool {
    failure
        .problem()
        .is_none_or(|problem| problem.violations.is_empty())
}
