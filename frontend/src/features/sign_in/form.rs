//! The form: two fields, a button, and what went wrong.

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
    let words = &texts.sign_in;
    let entered = use_state_eq(|| Entered {
        login: props.login.clone(),
        ..Entered::default()
    });
    let errors = use_state_eq(Errors::default);
    let command = use_command(session::sign_in, Callback::noop());
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
    let set_login = {
        let entered = entered.clone();
        move |login| {
            entered.set(Entered {
                login,
                ..(*entered).clone()
            })
        }
    };
    let set_password = {
        let entered = entered.clone();
        move |password| {
            entered.set(Entered {
                password,
                ..(*entered).clone()
            })
        }
    };
    html! {
        <form class="form" {onsubmit} novalidate=true>
            if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
            <TextInput test="sign-in-login" label={words.login} name="login" autocomplete="username" autofocus={props.login.is_empty()} value={entered.login.clone()}
                onchange={set_login} error={errors.login} required={texts.widgets.required} />
            <TextInput test="sign-in-password" label={words.password} name="password" kind="password" autocomplete="current-password" autofocus={!props.login.is_empty()}
                value={entered.password.clone()} onchange={set_password} error={errors.password} required={texts.widgets.required} />
            <Button test="sign-in-submit" submit=true wide=true kind={ButtonKind::Primary} busy={command.running()}
                label={if command.running() { words.submitting } else { words.submit }} />
        </form>
    }
}
