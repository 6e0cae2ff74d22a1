//! What somebody owes before they work, which they do before anything else ([`super::Gate`] leads here).

use super::{
    agreement::AgreementForm,
    one_time_code::OneTimeCodeForm,
    page::{GateFrame, SignInPage},
    password::PasswordForm,
};
use crate::{
    route::{LeadOn, Wanted},
    session::use_session,
    text::use_texts,
    ui::{Button, Notice},
};
use anju_shared::api::session::Duty;
use yew::prelude::*;
use yew_router::prelude::*;

/// One duty after the other; then it leads to where one wanted to go.
#[component]
pub fn DutiesPage() -> Html {
    let (session, words, location) = (use_session(), use_texts().sign_in(), use_location());
    let Some(account) = session.account() else {
        return html! { <SignInPage /> };
    };
    let Some(duty) = account.duties.first().copied() else {
        let query = location.as_ref().map_or("", |location| location.query_str());
        let Wanted { route, query } = Wanted::from_query(query);
        return html! { <LeadOn to={route} {query} /> };
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
