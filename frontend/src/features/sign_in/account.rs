//! 我的账号: who one is here, and what one can do to the own account.

use super::{one_time_code::OneTimeCodeForm, password::PasswordForm};
use crate::{
    api::session::close_sessions,
    hooks::use_command,
    session::{use_client, use_session},
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, Fact, Facts, PageHead, Panel},
};
use anju_shared::problem::Language;
use yew::prelude::*;

/// The page of the own account.
#[component]
pub fn AccountPage() -> Html {
    let (texts, session, client) = (use_texts(), use_session(), use_client());
    let words = texts.sign_in();
    let everywhere = use_command(
        |client, ()| close_sessions(&client),
        Callback::from(move |()| client.close()),
    );
    let Some(account) = session.account() else {
        return Html::default();
    };
    let roles = account.roles.iter().map(|role| match texts.language {
        Language::Zh => role.zh(),
        Language::En => role.en(),
    });
    let roles = roles.collect::<Vec<_>>().join(words.between);
    let facts = vec![
        Fact::text(words.name, Some(&account.name), ""),
        Fact::text(words.login, Some(&account.login), ""),
        Fact::text(words.unit, Some(&account.unit.name), ""),
        Fact::text(words.roles, Some(&roles), ""),
    ];
    html! {
        <>
            <PageHead title={words.account} />
            <div class="columns columns--two">
                <div class="stack">
                    <Panel title={words.account_self}><Facts {facts} /></Panel>
                    <Panel title={words.enrol}>
                        if account.has_one_time_code { <p>{ words.has_code }</p> } else { <OneTimeCodeForm /> }
                    </Panel>
                </div>
                <div class="stack">
                    <Panel title={words.change_password}><PasswordForm /></Panel>
                    <Panel title={texts.frame().sign_out_everywhere}>
                        <div class="stack">
                            <p>{ words.everywhere_more }</p>
                            if let Some(failure) = everywhere.failure() { <FailureNotice failure={failure.clone()} /> }
                            <Button kind={ButtonKind::Danger} label={texts.frame().sign_out_everywhere} busy={everywhere.running()}
                                onclick={everywhere.run.clone()} test="sign-out-everywhere" />
                        </div>
                    </Panel>
                </div>
            </div>
        </>
    }
}
