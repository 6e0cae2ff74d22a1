//! The confidentiality agreement (TJ-17): its text as a file of the authority, who has accepted it, and until when.

use super::{
    duties::Terms,
    service::{of_staff, unauthenticated},
    store::{self, duties},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    db::Txn,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::session::{AcceptAgreement, Account, Agreement},
    ids::UserId,
    problem::{Bilingual, ProblemCode},
};
use serde::Deserialize;
use std::sync::LazyLock;

/// Seconds of a month, as a term counts it: 12 of them are a year.
const MONTH: i64 = 365 * 86_400 / 12;

/// A text that is accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgreementText {
    pub(super) version: String,
    months: u32,
    title: Bilingual,
    paragraphs: Vec<Bilingual>,
}

static TJ: LazyLock<AgreementText> =
    LazyLock::new(|| toml::from_str(include_str!("agreement/TJ.toml")).expect("a test reads this file"));

impl AgreementText {
    /// The text of the authority whose rules are in force.
    pub(super) fn of(profile: &str) -> Option<&'static Self> {
        (profile == "TJ").then(|| &*TJ)
    }
}

/// The text, and until when the caller has accepted it.
///
/// # Errors
/// 404 where no agreement is asked for.
pub(super) async fn read(state: &State, info: &RequestInfo, actor: Actor) -> Result<Agreement> {
    let (_, user) = of_staff(&actor);
    let access = Access::new(state, actor, Operation::AcceptAgreement, "agreement").within(info);
    access.admit().await?;
    let text = asked_for(state)?;
    let until =
        async |grant: &Grant| duties::accepted_until(grant, state.db.read(), user, &text.version).await;
    let accepted_until = access.read(until).await?;
    Ok(Agreement {
        version: text.version.clone(),
        title: text.title.clone(),
        paragraphs: text.paragraphs.clone(),
        months: text.months,
        accepted_until,
    })
}

/// Records that the caller accepts the text that they read.
///
/// # Errors
/// 409 when another text is in force by now.
pub(super) async fn accept(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    body: &AcceptAgreement,
) -> Result<Account> {
    let (session, user) = of_staff(&actor);
    let access = Access::new(state, actor, Operation::AcceptAgreement, "agreement").within(info);
    access.admit().await?;
    let text = asked_for(state)?;
    if body.version != text.version {
        return access.refuse(Error::of(ProblemCode::Conflict)).await;
    }
    let now = state.clock.now();
    let until = now.plus(i64::from(text.months) * MONTH);
    let accepted = async |grant: &Grant, txn: &Txn| {
        duties::accept(grant, txn, user, &text.version, (now, until)).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(accepted).await?;
    let account = store::account(state.db.read(), (session, user), &Terms::of(state)).await?;
    account.ok_or_else(unauthenticated)
}

/// Records that somebody accepted the text on paper, or in a demonstration.
///
/// # Errors
/// Those of the database.
pub(super) async fn record(state: &State, user: UserId) -> Result<()> {
    let Some(text) = AgreementText::of(&state.config.regime) else {
        return Ok(());
    };
    let now = state.clock.now();
    let until = now.plus(i64::from(text.months) * MONTH);
    let recorded = async |grant: &Grant, txn: &Txn| {
        duties::accept(grant, txn, user, &text.version, (now, until)).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    let access = Access::new(
        state,
        Actor::System,
        Operation::Administer,
        format!("user/{user}"),
    );
    access.change(recorded).await
}

fn asked_for(state: &State) -> Result<&'static AgreementText> {
    Terms::of(state).agreement.ok_or(Error::not_found())
}

#[cfg(test)]
mod tests {
    use super::AgreementText;

    #[test]
    fn tj_17_the_agreement_can_be_read_in_both_languages() {
        let text = AgreementText::of("TJ").expect("the authority has one");
        assert!(!text.version.is_empty() && text.months > 0);
        assert!(
            text.paragraphs
                .iter()
                .all(|one| !one.zh.is_empty() && one.en.is_ascii())
        );
        assert!(AgreementText::of("elsewhere").is_none());
    }
}
