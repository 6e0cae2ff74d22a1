//! The form: user name and password, then the one-time code of whoever has one, and what went wrong.

use super::view::{Entered, Errors};
use crate::{
    hooks::use_command,
    session,
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, TextInput},
};
use yew::prelude::*;

/// Properties of [`SignInForm`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SignInFormProps {
    /// The user name with which it begins.
    #[prop_or_default]
    pub(super) login: String,
}

/// The sign-in form. On success the session changes and the page leads on by itself.
#[component]
pub(super) fn SignInForm(props: &SignInFormProps) -> Html {
    let texts = use_texts();
    let words = texts.sign_in();
    let entered = use_state_eq(|| Entered {
        login: props.login.clone(),
        ..Entered::default()
    });
    let errors = use_state_eq(Errors::default);
    let command = use_command(session::sign_in, Callback::noop());
    let wants_code = command.failure().is_some_and(crate::api::Failure::wants_code);
    {
        let entered = entered.clone();
        use_effect_with(wants_code, move |&wants_code| {
            if wants_code && entered.code.is_none() {
                entered.set(Entered {
                    code: Some(String::new()),
                    ..(*entered).clone()
                });
            }
        });
    }
    let onsubmit = {
        let (entered, errors, run) = (entered.clone(), errors.setter(), command.run.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match entered.parse(texts) {
                Ok(body) => {
                    errors.set(Errors::default());
                    run.emit(body);
                }
                Err(found) => errors.set(found),
            }
        }
    };
    let set = |change: fn(&mut Entered, String)| {
        let entered = entered.clone();
        Callback::from(move |text| {
            let mut changed = (*entered).clone();
            change(&mut changed, text);
            entered.set(changed);
        })
    };
    let back = {
        let (entered, clear) = (entered.clone(), command.clear.clone());
        move |()| {
            clear.emit(());
            entered.set(Entered {
                login: entered.login.clone(),
                ..Entered::default()
            });
        }
    };
    let failure = command.failure().filter(|_| !wants_code);
    html! {
        <form class="form" {onsubmit} novalidate=true>
            if let Some(failure) = failure { <FailureNotice failure={failure.clone()} /> }
            if let Some(code) = &entered.code {
                <p>{ (words.code_for)(&entered.login) }</p>
                <TextInput key="code" test="sign-in-code" label={words.code} name="code" autocomplete="one-time-code" autofocus=true max={7}
                    value={code.clone()} hint={words.code_hint} onchange={set(|entered, code| entered.code = Some(code))}
                    error={errors.code} required={texts.widgets().required} />
            } else {
                <TextInput key="login" test="sign-in-login" label={words.login} name="login" autocomplete="username"
                    autofocus={props.login.is_empty()} value={entered.login.clone()}
                    onchange={set(|entered, login| entered.login = login)} error={errors.login} required={texts.widgets().required} />
                <TextInput key="password" test="sign-in-password" label={words.password} name="password" kind="password"
                    autocomplete="current-password" autofocus={!props.login.is_empty()} value={entered.password.clone()}
                    onchange={set(|entered, password| entered.password = password)} error={errors.password}
                    required={texts.widgets().required} />
            }
            <Button test="sign-in-submit" submit=true wide=true kind={ButtonKind::Primary} busy={command.running()}
                label={if command.running() { words.submitting } else { words.submit }} />
            if entered.code.is_some() { <Button wide=true label={words.back} onclick={back} /> }
        </form>
    }
}
