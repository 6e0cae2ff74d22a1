//! Signing in, staying signed in, signing out; and who a request comes from.
//!
//! A sign-in is a session; its refresh tokens are a family of which only the youngest may be used, once. A second use
//! means that somebody has a copy, so the whole session ends. There is no grace for two tabs that renew at the same
//! moment: the browser app asks for one renewal at a time.

use super::{
    delay::Guess,
    duties::Terms,
    store::{self, Ending, accounts, duties},
    token::{ACCESS_SECONDS, OpaqueToken, Subject},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    confidential::HashKind,
    db::Txn,
    error::{Error, Result},
    http::{RequestInfo, rate::RateKind},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation, Staff},
    api::session::{Account, Duty, SignIn, SignedIn},
    ids::{SessionId, UserId},
    problem::ProblemCode,
    time::Instant,
};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Longest sign-in: a working day.
const SESSION_SECONDS: i64 = 12 * 3600;
/// Longest pause between two renewals.
const REFRESH_SECONDS: i64 = 4 * 3600;

/// A sign-in as it is answered: the body, and what goes into the cookie.
pub(super) struct Opened {
    pub(super) answer: SignedIn,
    pub(super) refresh: OpaqueToken,
    /// Seconds for which the cookie is kept.
    pub(super) keep: i64,
}

/// Who a request comes from, and what they must do first.
pub(super) struct Recognised {
    pub(super) actor: Actor,
    pub(super) owes: Option<Duty>,
    /// Until before when what they showed is good.
    pub(super) until: Instant,
}

/// Who is right, and the step of the one-time code by which they showed it.
struct Proved {
    account: Account,
    step: Option<i64>,
}

/// Signs somebody in.
///
/// # Errors
/// 401 whatever was wrong, or because a code is missing after the right password; 429 after too many failures.
pub(super) async fn open(state: &State, info: &RequestInfo, body: SignIn) -> Result<Opened> {
    state.rates.admit(RateKind::SignIns, info.address)?;
    let login = body.login.trim().to_lowercase();
    let guess = Guess::new(&state.keys, &login, info.address);
    let (password, code) = (Zeroizing::new(body.password), body.code.map(Zeroizing::new));
    let checked = check(state, &guess, &login, password, code).await;
    let outcome = checked
        .as_ref()
        .map_or_else(|error| error.code().as_str(), |_| "allowed".to_owned());
    tracing::info!(account = guess.account_mark(), outcome, "sign-in");
    metrics::counter!("anju_sign_ins_total", "outcome" => outcome).increment(1);
    let proved = match checked {
        Ok(proved) => proved,
        Err(error) => {
            let resource = format!("account/{}", guess.account_mark());
            let access = Access::new(state, Actor::Public, Operation::SignIn, resource).within(info);
            return access.refuse(error).await;
        }
    };
    begin(state, info, &guess, proved).await
}

/// Whose password and code this is. Key derivation holds no transaction, and happens whoever is named.
async fn check(
    state: &State,
    guess: &Guess,
    login: &str,
    password: Zeroizing<String>,
    code: Option<Zeroizing<String>>,
) -> Result<Proved> {
    count(state, guess).await?;
    let terms = Terms::of(state);
    let found = store::candidate(state.db.read(), login, state.ids.session(), &terms).await?;
    let (stored, account) = found.map(|found| (found.password_hash, found.account)).unzip();
    let right = state
        .passwords
        .verify(password, stored)
        .await
        .map_err(anyhow::Error::from)?;
    let account = account
        .filter(|_| right)
        .ok_or(Error::of(ProblemCode::BadCredentials))?;
    if !account.has_one_time_code {
        return Ok(Proved { account, step: None });
    }
    let code = code.ok_or(Error::of(ProblemCode::OneTimeCodeRequired))?;
    let step = match duties::code_in_use(state.db.read(), account.id).await? {
        Some(secret) => secret.step(&code, account.id, state)?,
        None => None,
    };
    let step = Some(step.ok_or(Error::of(ProblemCode::BadCredentials))?);
    Ok(Proved { account, step })
}

/// Counts a try as failed until it is shown to be right, unless there were too many already.
pub(super) async fn count(state: &State, guess: &Guess) -> Result<()> {
    let now = state.clock.now();
    let counted = async |txn: &Txn| {
        let failures = store::failures(txn, guess).await?;
        let waits = guess.counters().iter().zip(&failures);
        let wait = waits
            .map(|((_, patience), failures)| patience.wait(*failures, now))
            .max();
        if let Some(wait @ 1..) = wait {
            return Err(Error::TooMany {
                retry_after: wait.unsigned_abs(),
            });
        }
        for ((key, _), failures) in guess.counters().iter().zip(&failures) {
            store::count(txn, key, failures.and_one(now)).await?;
        }
        Ok(())
    };
    state.db.write(counted).await
}

async fn begin(state: &State, info: &RequestInfo, guess: &Guess, proved: Proved) -> Result<Opened> {
    let Proved { account, step } = proved;
    let now = state.clock.now();
    let refresh = OpaqueToken::generate(&*state.ids);
    let new = store::NewSession {
        id: account.session,
        user: account.id,
        begins: now,
        ends: now.plus(SESSION_SECONDS),
    };
    let access = access(state, info, account.staff(), Operation::SignIn);
    let begun = async |grant: &Grant, txn: &Txn| {
        // Of two who show the same code at the same moment only one is let in.
        if let Some(step) = step
            && !duties::use_code(grant, txn, new.user, step).await?
        {
            return Err(Error::of(ProblemCode::BadCredentials));
        }
        store::forgive(grant, txn, guess).await?;
        store::add_session(grant, txn, &new).await?;
        hand_out(grant, state, txn, &refresh, (new.id, new.ends)).await?;
        Ok(((), Place::of_new(new.id.0)))
    };
    access.change(begun).await?;
    opened(state, account, refresh, new.ends)
}

/// Exchanges a refresh token for the next one and a new access token.
///
/// # Errors
/// 401 if the token is unknown, expired or of an ended sign-in; and if it was used before, which ends the sign-in.
pub(super) async fn renew(state: &State, info: &RequestInfo, cookie: Option<&str>) -> Result<Opened> {
    let now = state.clock.now();
    let token = cookie.and_then(OpaqueToken::parse).ok_or_else(unauthenticated)?;
    let hash = token.hash(HashKind::RefreshToken, &state.keys);
    let presented = store::presented(state.db.read(), &hash, &Terms::of(state))
        .await?
        .ok_or_else(unauthenticated)?;
    let (account, ends) = (presented.account, presented.session_ends);
    let refresh = OpaqueToken::generate(&*state.ids);
    let rotated = async |grant: &Grant, txn: &Txn| {
        // Of two at the same moment only one gets through; what was read before may be out of date.
        if presented.was_used || !store::use_token(grant, txn, &hash, now).await? {
            return Err(Error::of(ProblemCode::Conflict));
        }
        hand_out(grant, state, txn, &refresh, (account.session, ends)).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    match access(state, info, account.staff(), Operation::UseSession)
        .change(rotated)
        .await
    {
        Ok(()) => opened(state, account, refresh, ends),
        Err(error) if error.code() == ProblemCode::Conflict => {
            end_stolen(state, info, account.session).await?;
            Err(unauthenticated())
        }
        Err(error) => Err(error),
    }
}

async fn end_stolen(state: &State, info: &RequestInfo, session: SessionId) -> Result<()> {
    tracing::warn!(session = %session, "a refresh token was used twice; the sign-in has been ended");
    let access = Access::new(state, Actor::System, Operation::SignOut, resource(session)).within(info);
    end(
        state,
        access.because("a refresh token was used twice"),
        Ending::One(session),
    )
    .await
}

/// Ends this sign-in.
///
/// # Errors
/// 401 and 403 for whoever is not staff.
pub(super) async fn close(state: &State, info: &RequestInfo, actor: Actor) -> Result<()> {
    let (session, _) = of_staff(&actor);
    let access = Access::new(state, actor, Operation::SignOut, resource(session)).within(info);
    end(state, access, Ending::One(session)).await
}

/// Ends every sign-in of this person.
///
/// # Errors
/// 401 and 403 for whoever is not staff.
pub(super) async fn close_all(state: &State, info: &RequestInfo, actor: Actor) -> Result<()> {
    let (_, user) = of_staff(&actor);
    let access = Access::new(state, actor, Operation::SignOut, format!("user/{user}/sessions")).within(info);
    end(state, access, Ending::All(user)).await
}

/// Who is signed in, with everything that the browser shows of them.
///
/// # Errors
/// 401 and 403 for whoever is not staff.
pub(super) async fn read(state: &State, info: &RequestInfo, actor: Actor) -> Result<Account> {
    let (session, user) = of_staff(&actor);
    let access = Access::new(state, actor, Operation::UseSession, resource(session)).within(info);
    let found = async |_: &Grant| {
        let found = store::account(state.db.read(), (session, user), &Terms::of(state)).await?;
        found.ok_or_else(unauthenticated)
    };
    access.read(found).await
}

async fn end(state: &State, access: Access<'_>, ending: Ending) -> Result<()> {
    let now = state.clock.now();
    let ended = async |grant: &Grant, txn: &Txn| {
        store::end(grant, txn, ending, now).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(ended).await
}

/// Who a request with this `Authorization` header comes from, as they are now, and until before when it says so.
///
/// # Errors
/// 401 for everything that is not a good token of somebody who is still known.
pub(super) async fn recognise(state: &State, authorization: &str) -> Result<Recognised> {
    let (scheme, token) = authorization.split_once(' ').ok_or_else(unauthenticated)?;
    let now = state.clock.now();
    let claims = state
        .tokens
        .read(token.trim(), now)
        .ok()
        .filter(|_| scheme.eq_ignore_ascii_case("bearer"));
    let claims = claims.ok_or_else(unauthenticated)?;
    let until = Instant::from_unix(claims.exp);
    let db = state.db.read();
    let recognised = match claims.subject {
        Subject::User { sub, sid } => {
            store::account(db, (sid, sub), &Terms::of(state))
                .await?
                .map(|account| Recognised {
                    actor: Actor::Staff(account.staff()),
                    owes: account.duties.first().copied(),
                    until,
                })
        }
        Subject::Client { sub, scope } => accounts::client(db, sub).await?.map(|client| Recognised {
            actor: super::client::actor(&client, &scope),
            owes: None,
            until,
        }),
    };
    recognised.ok_or_else(unauthenticated)
}

/// Somebody who does not say who they are, or not truly.
pub(super) fn unauthenticated() -> Error {
    Error::of(ProblemCode::Unauthenticated)
}

async fn hand_out(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    token: &OpaqueToken,
    (session, session_ends): (SessionId, Instant),
) -> Result<()> {
    let issued = state.clock.now();
    let hash = token.hash(HashKind::RefreshToken, &state.keys);
    let ends = issued.plus(REFRESH_SECONDS).min(session_ends);
    store::add_token(
        grant,
        txn,
        &store::NewToken {
            hash,
            session,
            issued,
            ends,
        },
    )
    .await
}

fn opened(state: &State, account: Account, refresh: OpaqueToken, session_ends: Instant) -> Result<Opened> {
    let now = state.clock.now();
    let subject = Subject::User {
        sub: account.id,
        sid: account.session,
    };
    let access_token = state.tokens.issue(subject, now).map_err(anyhow::Error::from)?;
    let expires_in = u32::try_from(ACCESS_SECONDS).unwrap_or_default();
    let keep = session_ends.since(now).min(REFRESH_SECONDS);
    Ok(Opened {
        answer: SignedIn {
            access_token,
            expires_in,
            account,
        },
        refresh,
        keep,
    })
}

fn access<'a>(state: &'a State, info: &RequestInfo, staff: Staff, operation: Operation) -> Access<'a> {
    let resource = resource(staff.session);
    Access::new(state, Actor::Staff(staff), operation, resource).within(info)
}

fn resource(session: SessionId) -> String {
    format!("session/{session}")
}

/// The sign-in and the person; ids of nobody for whoever is not staff, whom the policy will refuse.
pub(super) fn of_staff(actor: &Actor) -> (SessionId, UserId) {
    let nobody = (SessionId(Uuid::nil()), UserId(Uuid::nil()));
    actor.staff().map_or(nobody, |staff| (staff.session, staff.user))
}
