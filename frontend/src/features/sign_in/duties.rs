//! What somebody owes before they work: one page after the other, in place of every other page.

use super::{
    agreement::AgreementForm, one_time_code::OneTimeCodeForm, page::GateFrame, password::PasswordForm,
};
use crate::{
    session::use_session,
    text::use_texts,
    ui::{Button, Notice},
};
use anju_shared::api::session::Duty;
use yew::prelude::*;

/// Properties of [`Gate`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GateProps {
    /// What is behind it.
    #[prop_or_default]
    pub children: Html,
}

/// Opens to whoever owes nothing.
#[component]
pub fn Gate(props: &GateProps) -> Html {
    let (session, words) = (use_session(), &use_texts().sign_in);
    let Some(duty) = session
        .account()
        .and_then(|account| account.duties.first().copied())
    else {
        return props.children.clone();
    };
    let (title, why, form) = match duty {
        Duty::ChangePassword => (
            words.change_password,
            words.change_why,
            html! { <PasswordForm /> },
        ),
        Duty::EnrolOneTimeCode => (words.enrol, words.enrol_why, html! { <OneTimeCodeForm /> }),
        Duty::AcceptAgreement => (words.agreement, words.agreement_why, html! { <AgreementForm /> }),
    };
    html! {
        <GateFrame {title}>
            <div class="stack" data-test="duty">
                <Notice>{ why }</Notice>
                { form }
                <Button label={words.sign_out} onclick={session.sign_out.clone()} />
            </div>
        </GateFrame>
    }
}
