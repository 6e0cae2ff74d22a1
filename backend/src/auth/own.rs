//! What people do to their own account: show once more that it is theirs, and change its password.

use super::{
    delay::Guess,
    duties::Terms,
    password::faults,
    service::{self, of_staff, unauthenticated},
    store::{self, Ending, duties},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    db::Txn,
    error::{Error, Result},
    http::{RequestInfo, rate::RateKind},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::session::{Account, ChangePassword},
    ids::UserId,
    problem::{Bilingual, Violation},
};
use zeroize::Zeroizing;

/// Whose password was right.
pub(super) struct Owner {
    pub(super) login: String,
}

/// Shows by the password that whoever sits there is who signed in. Tries are counted as those of signing in are.
///
/// # Errors
/// 422 about `field` if it is wrong, 429 after too many.
pub(super) async fn prove(
    state: &State,
    info: &RequestInfo,
    user: UserId,
    password: Zeroizing<String>,
    field: &str,
) -> Result<Owner> {
    count(state, info, user).await?;
    let found = duties::credentials(state.db.read(), user).await?;
    let (login, stored) = found.unzip();
    let right = state.passwords.verify(password, stored).await;
    match login.filter(|_| matches!(right, Ok(true))) {
        Some(login) => Ok(Owner { login }),
        None => {
            right.map_err(anyhow::Error::from)?;
            let message = Bilingual::new("密码不正确", "This password is not correct");
            Err(Error::Invalid(vec![Violation::new(
                field,
                "wrong_password",
                message,
            )]))
        }
    }
}

/// Counts a try as failed until [`forgive`] takes it back.
pub(super) async fn count(state: &State, info: &RequestInfo, user: UserId) -> Result<()> {
    state.rates.admit(RateKind::SignIns, info.address)?;
    service::count(state, &guess(state, info, user)).await
}

/// The tries of this person from here were right in the end.
pub(super) async fn forgive(
    grant: &Grant,
    state: &State,
    info: &RequestInfo,
    txn: &Txn,
    user: UserId,
) -> Result<()> {
    store::forgive(grant, txn, &guess(state, info, user)).await
}

/// Counted apart from signing in: a blank stands in no user name.
fn guess(state: &State, info: &RequestInfo, user: UserId) -> Guess {
    Guess::new(&state.keys, &format!("own {user}"), info.address)
}

/// Replaces the password, and ends every other sign-in of this person.
///
/// # Errors
/// 422 with what the old or the new one lacks, 429 after too many tries.
pub(super) async fn change_password(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    body: ChangePassword,
) -> Result<Account> {
    let (session, user) = of_staff(&actor);
    let access = Access::new(state, actor, Operation::ChangePassword, format!("user/{user}")).within(info);
    access.admit().await?;
    let hashed = match checked(state, info, user, body).await {
        Ok(hashed) => hashed,
        Err(error) => return access.refuse(error).await,
    };
    let changed = async |grant: &Grant, txn: &Txn| {
        duties::set_password(grant, txn, user, &hashed).await?;
        store::end(grant, txn, Ending::Others(user, session), state.clock.now()).await?;
        forgive(grant, state, info, txn, user).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(changed).await?;
    let account = store::account(state.db.read(), (session, user), &Terms::of(state)).await?;
    account.ok_or_else(unauthenticated)
}

/// The hash of the new password, if both will do. What the new one lacks is said before the old one is looked at.
async fn checked(state: &State, info: &RequestInfo, user: UserId, body: ChangePassword) -> Result<String> {
    let (old, new) = (Zeroizing::new(body.old), Zeroizing::new(body.new));
    let known = duties::credentials(state.db.read(), user).await?;
    let (login, _) = known.ok_or_else(unauthenticated)?;
    let lacks = faults(&new, &login).into_iter();
    let mut violations: Vec<_> = lacks
        .map(|fault| Violation::new("new", fault.code(), fault.message()))
        .collect();
    if old == new {
        let message = Bilingual::new(
            "新密码须与原密码不同",
            "The new password must differ from the old one",
        );
        violations.push(Violation::new("new", "password_unchanged", message));
    }
    if !violations.is_empty() {
        return Err(Error::Invalid(violations));
    }
    prove(state, info, user, old, "old").await?;
    let hashed = state.passwords.hash(new, &*state.ids).await;
    Ok(hashed.map_err(anyhow::Error::from)?)
}
