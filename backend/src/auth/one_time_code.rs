//! One-time codes (动态口令, RFC 6238): six digits that an authenticator makes of the time and a secret. The secret is
//! sealed, and each code is good once.

use super::{
    duties::Terms,
    own, qr,
    service::{of_staff, unauthenticated},
    store::{self, duties},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    confidential::{DataKey, Owner},
    db::Txn,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::session::{Account, ConfirmOneTimeCode, EnrolOneTimeCode, NewOneTimeCode},
    ids::UserId,
    problem::{Bilingual, ProblemCode, Violation},
    time::Instant,
};
use anyhow::Context as _;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

/// Bytes of a secret: the key length that RFC 4226 recommends.
const SECRET: usize = 20;

/// A secret as it is stored.
pub(super) struct SealedSecret {
    pub(super) wrapped_key: Vec<u8>,
    pub(super) sealed: Vec<u8>,
    /// The step of the last code that was taken.
    pub(super) last_step: i64,
}

impl SealedSecret {
    fn seal(secret: &[u8], user: UserId, state: &State) -> Self {
        let key = DataKey::generate(&*state.ids);
        Self {
            wrapped_key: key.wrap(Owner::OneTimeCode(user), &state.keys, &*state.ids),
            sealed: key.seal_bytes(&place(user), secret, &*state.ids),
            last_step: 0,
        }
    }

    /// The step of which this is the code, if it is one that was not taken yet.
    ///
    /// # Errors
    /// When the secret does not open.
    pub(super) fn step(&self, code: &str, user: UserId, state: &State) -> Result<Option<i64>> {
        let secret = DataKey::unwrap(&self.wrapped_key, Owner::OneTimeCode(user), &state.keys)
            .and_then(|key| key.open_bytes(&place(user), &self.sealed))
            .map_err(anyhow::Error::from)?;
        let step = step(&secret, code, state.clock.now());
        Ok(step.filter(|step| *step > self.last_step))
    }
}

fn place(user: UserId) -> String {
    format!("one-time-code/{user}")
}

fn step(secret: &[u8], code: &str, now: Instant) -> Option<i64> {
    let now = u64::try_from(now.unix()).ok()?;
    let digits: Zeroizing<String> = Zeroizing::new(code.chars().filter(|c| !c.is_whitespace()).collect());
    let step = generator(secret).check(&digits, now)?;
    i64::try_from(step).ok()
}

/// Six digits of SHA-1 every 30 seconds, one step early or late: what every authenticator knows.
fn generator(secret: &[u8]) -> Totp {
    Builder::new().with_secret(secret).build_noncompliant()
}

/// Begins to set up a code; the secret is shown once.
///
/// # Errors
/// 422 for a wrong password, 409 if there is a code already: an administrator takes it away first.
pub(super) async fn enrol(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    body: EnrolOneTimeCode,
) -> Result<NewOneTimeCode> {
    let (_, user) = of_staff(&actor);
    let access = access(state, info, actor, user);
    access.admit().await?;
    let owner = match own::prove(state, info, user, Zeroizing::new(body.password), "password").await {
        Ok(owner) => owner,
        Err(error) => return access.refuse(error).await,
    };
    let secret = Zeroizing::new(state.ids.bytes::<SECRET>());
    let sealed = SealedSecret::seal(secret.as_slice(), user, state);
    let begun = async |grant: &Grant, txn: &Txn| {
        if !duties::begin_code(grant, txn, user, &sealed).await? {
            return Err(Error::of(ProblemCode::Conflict));
        }
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(begun).await?;
    let secret = Secret::from(secret.as_slice()).to_base32();
    let login: String = form_urlencoded::byte_serialize(owner.login.as_bytes()).collect();
    let uri = format!("otpauth://totp/Anju:{login}?secret={secret}&issuer=Anju");
    let qr = qr::picture(&uri).context("the address of a secret fits no QR code")?;
    Ok(NewOneTimeCode { secret, uri, qr })
}

/// Takes the code into use, once it is shown to be right.
///
/// # Errors
/// 422 for a wrong code, 429 after too many.
pub(super) async fn confirm(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    body: &ConfirmOneTimeCode,
) -> Result<Account> {
    let (session, user) = of_staff(&actor);
    let access = access(state, info, actor, user);
    access.admit().await?;
    let begun = duties::code_begun(state.db.read(), user).await?;
    let step = match &begun {
        Some(secret) => secret.step(&body.code, user, state)?,
        None => None,
    };
    let guessed = own::count(state, info, user).await;
    let checked = guessed.and_then(|()| step.ok_or_else(wrong_code));
    let step = match checked {
        Ok(step) => step,
        Err(error) => return access.refuse(error).await,
    };
    let confirmed = async |grant: &Grant, txn: &Txn| {
        duties::confirm_code(grant, txn, user, step, state.clock.now()).await?;
        own::forgive(grant, state, info, txn, user).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(confirmed).await?;
    let account = store::account(state.db.read(), (session, user), &Terms::of(state)).await?;
    account.ok_or_else(unauthenticated)
}

fn access<'a>(state: &'a State, info: &RequestInfo, actor: Actor, user: UserId) -> Access<'a> {
    Access::new(state, actor, Operation::EnrolOneTimeCode, format!("user/{user}")).within(info)
}

fn wrong_code() -> Error {
    let message = Bilingual::new("动态口令不正确", "This code is not correct");
    Error::Invalid(vec![Violation::new("code", "wrong_code", message)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_one_of_rfc_6238_and_good_for_its_neighbours_only() {
        // RFC 6238, appendix B, cut to six digits.
        let secret = b"12345678901234567890";
        for (at, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            let at = Instant::from_unix(at);
            assert_eq!(step(secret, code, at), Some(at.unix() / 30));
            assert_eq!(step(secret, code, at.plus(30)), Some(at.unix() / 30));
            assert_eq!(step(secret, code, at.plus(90)), None);
        }
        assert!(step(secret, "287 082", Instant::from_unix(59)).is_some());
        for wrong in ["", "287083", "28708", "2870822", "字字字字字字"] {
            assert_eq!(step(secret, wrong, Instant::from_unix(59)), None, "{wrong}");
        }
    }
}
