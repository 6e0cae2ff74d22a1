//! Rows of accounts, sign-ins, refresh tokens and counted failures.
//!
//! Reading who calls needs no `Grant`: it is what makes the actor to whom one can be given. The same holds for
//! counting tries. Everything that changes an account or a sign-in asks for one.

pub(super) mod accounts;
pub(super) mod duties;

use super::{
    delay::{Failures, Guess},
    duties::{Done, Terms},
};
use crate::{
    access::Grant,
    confidential::KeyedHash,
    db::{Reader, Txn},
    entity::{agreement_acceptance, app_user, one_time_code, refresh_token, session, sign_in_failure, unit},
    error::Result,
};
use anju_shared::{
    access::Role,
    api::{directory::UnitRef, session::Account},
    ids::{SessionId, UnitId, UserId},
    time::Instant,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait, FromQueryResult, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationDef, Select,
    sea_query::{Expr, ExprTrait as _, IntoCondition as _, OnConflict},
};
use uuid::Uuid;

/// An account that somebody tries to sign in to.
pub(super) struct Candidate {
    pub(super) password_hash: String,
    pub(super) account: Account,
}

/// A refresh token as it was presented, with the live sign-in that it belongs to.
pub(super) struct Presented {
    pub(super) account: Account,
    pub(super) session_ends: Instant,
    pub(super) was_used: bool,
}

/// A sign-in that begins.
pub(super) struct NewSession {
    pub(super) id: SessionId,
    pub(super) user: UserId,
    pub(super) begins: Instant,
    pub(super) ends: Instant,
}

/// A refresh token that is handed out.
pub(super) struct NewToken {
    pub(super) hash: KeyedHash,
    pub(super) session: SessionId,
    pub(super) issued: Instant,
    pub(super) ends: Instant,
}

#[derive(FromQueryResult)]
struct PersonRow {
    user_id: Uuid,
    login: String,
    name: String,
    roles: String,
    unit_id: Uuid,
    unit_name: String,
    region: String,
    must_change: bool,
    code_since: Option<i64>,
    agreed_until: Option<i64>,
}

#[derive(FromQueryResult)]
struct CandidateRow {
    #[sea_orm(nested)]
    person: PersonRow,
    password_hash: String,
}

#[derive(FromQueryResult)]
struct PresentedRow {
    #[sea_orm(nested)]
    person: PersonRow,
    session_id: Uuid,
    session_ends: i64,
    used_at: Option<i64>,
}

impl PersonRow {
    fn account(self, session: SessionId, terms: &Terms<'_>) -> Result<Account> {
        let roles: Vec<Role> = serde_json::from_str(&self.roles).map_err(anyhow::Error::from)?;
        let done = Done {
            own_password: !self.must_change,
            one_time_code: self.code_since.is_some(),
            agreed_until: self.agreed_until,
        };
        Ok(Account {
            id: UserId(self.user_id),
            session,
            login: self.login,
            name: self.name,
            unit: UnitRef {
                id: UnitId(self.unit_id),
                name: self.unit_name,
            },
            region: self.region,
            duties: terms.owed(&roles, &done),
            has_one_time_code: done.one_time_code,
            roles,
        })
    }
}

/// Active accounts with their units and what they owe, as they stand now.
fn people(terms: &Terms<'_>) -> Select<app_user::Entity> {
    use agreement_acceptance::Column as A;
    use app_user::Column as U;
    let version = terms.agreement.map_or("", |text| &text.version);
    let accepted = join(U::Id, A::UserId)
        .on_condition(move |_, accepted| Expr::col((accepted, A::Version)).eq(version).into_condition());
    app_user::Entity::find()
        .select_only()
        .column_as(U::Id, "user_id")
        .columns([U::Login, U::Name, U::Roles, U::UnitId, U::MustChange])
        .column_as(one_time_code::Column::ConfirmedAt, "code_since")
        .column_as(A::Until, "agreed_until")
        .join(JoinType::LeftJoin, join(U::Id, one_time_code::Column::UserId))
        .join(JoinType::LeftJoin, accepted)
        .column_as(unit::Column::Name, "unit_name")
        .column_as(unit::Column::Region, "region")
        .join(JoinType::InnerJoin, join(U::UnitId, unit::Column::Id))
        .filter(U::Active.eq(true))
}

/// The people of live sign-ins.
fn signed_in(terms: &Terms<'_>) -> Select<app_user::Entity> {
    use session::Column as S;
    people(terms)
        .join(JoinType::InnerJoin, join(app_user::Column::Id, S::UserId))
        .filter(S::RevokedAt.is_null())
        .filter(S::ExpiresAt.gt(terms.now.unix()))
}

fn join<A: sea_orm::ColumnTrait<EntityName = E>, B: sea_orm::ColumnTrait<EntityName = F>, E, F>(
    from: A,
    to: B,
) -> RelationDef
where
    E: EntityTrait<Column = A>,
    F: EntityTrait<Column = B>,
{
    E::belongs_to(F::default()).from(from).to(to).into()
}

/// The account of this user name, if it may sign in; `session` is the sign-in that would begin.
pub(super) async fn candidate(
    db: &Reader,
    login: &str,
    session: SessionId,
    terms: &Terms<'_>,
) -> Result<Option<Candidate>> {
    let found = people(terms)
        .column(app_user::Column::PasswordHash)
        .filter(app_user::Column::Login.eq(login));
    let Some(CandidateRow {
        person,
        password_hash,
    }) = found.into_model().one(db).await?
    else {
        return Ok(None);
    };
    Ok(Some(Candidate {
        password_hash,
        account: person.account(session, terms)?,
    }))
}

/// Whoever signed in so, as they are now; `None` if the sign-in or the account ended.
pub(super) async fn account(
    db: &Reader,
    (session, user): (SessionId, UserId),
    terms: &Terms<'_>,
) -> Result<Option<Account>> {
    let found = signed_in(terms)
        .filter(session::Column::Id.eq(session.0))
        .filter(app_user::Column::Id.eq(user.0));
    let person: Option<PersonRow> = found.into_model().one(db).await?;
    person.map(|person| person.account(session, terms)).transpose()
}

/// The refresh token with this hash, used or not, if its sign-in is live.
pub(super) async fn presented(db: &Reader, hash: &KeyedHash, terms: &Terms<'_>) -> Result<Option<Presented>> {
    use refresh_token::Column as T;
    let found = signed_in(terms)
        .column_as(session::Column::Id, "session_id")
        .column_as(session::Column::ExpiresAt, "session_ends")
        .column(T::UsedAt)
        .join(JoinType::InnerJoin, join(session::Column::Id, T::SessionId))
        .filter(T::Hash.eq(hash.as_slice()))
        .filter(T::ExpiresAt.gt(terms.now.unix()));
    let row: Option<PresentedRow> = found.into_model().one(db).await?;
    let Some(PresentedRow {
        person,
        session_id,
        session_ends,
        used_at,
    }) = row
    else {
        return Ok(None);
    };
    Ok(Some(Presented {
        account: person.account(SessionId(session_id), terms)?,
        session_ends: Instant::from_unix(session_ends),
        was_used: used_at.is_some(),
    }))
}

/// Begins a sign-in.
pub(super) async fn add_session(_: &Grant, txn: &Txn, new: &NewSession) -> Result<()> {
    let row = session::ActiveModel {
        id: Set(new.id.0),
        user_id: Set(new.user.0),
        created_at: Set(new.begins.unix()),
        expires_at: Set(new.ends.unix()),
        revoked_at: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Remembers a refresh token that is handed out.
pub(super) async fn add_token(_: &Grant, txn: &Txn, new: &NewToken) -> Result<()> {
    let row = refresh_token::ActiveModel {
        hash: Set(new.hash.to_vec()),
        session_id: Set(new.session.0),
        issued_at: Set(new.issued.unix()),
        expires_at: Set(new.ends.unix()),
        used_at: Set(None),
    };
    refresh_token::Entity::insert(row)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Uses a refresh token up; says whether this was the first use.
pub(super) async fn use_token(_: &Grant, txn: &Txn, hash: &KeyedHash, now: Instant) -> Result<bool> {
    use refresh_token::Column as T;
    let used = refresh_token::Entity::update_many()
        .col_expr(T::UsedAt, Expr::value(now.unix()))
        .filter(T::Hash.eq(hash.as_slice()))
        .filter(T::UsedAt.is_null());
    Ok(used.exec(txn).await?.rows_affected == 1)
}

/// Which sign-ins end.
#[derive(Clone, Copy)]
pub(super) enum Ending {
    /// This one.
    One(SessionId),
    /// All of this person.
    All(UserId),
    /// All of this person but this one.
    Others(UserId, SessionId),
}

/// Ends sign-ins, and with them every token that belongs to them.
pub(super) async fn end(_: &Grant, txn: &Txn, ending: Ending, now: Instant) -> Result<()> {
    use session::Column as S;
    let whose = match ending {
        Ending::One(session) => S::Id.eq(session.0),
        Ending::All(user) => S::UserId.eq(user.0),
        Ending::Others(user, kept) => S::UserId.eq(user.0).and(S::Id.ne(kept.0)),
    };
    let ended = session::Entity::update_many().col_expr(S::RevokedAt, Expr::value(now.unix()));
    ended
        .filter(whose)
        .filter(S::RevokedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// How often each counter of a guess has failed, in their order. Nobody else can count until the transaction ends.
pub(super) async fn failures(txn: &Txn, guess: &Guess) -> Result<Vec<Failures>> {
    use sign_in_failure::{ActiveModel, Column as C, Entity};
    let none = |key: &KeyedHash| ActiveModel {
        key_hash: Set(key.to_vec()),
        failures: Set(0),
        last_at: Set(0),
    };
    // A row that is not there yet could not be locked.
    let rows = Entity::insert_many(guess.counters().iter().map(|(key, _)| none(key)));
    let kept = OnConflict::column(C::KeyHash).do_nothing().to_owned();
    rows.on_conflict(kept)
        .try_insert()
        .exec_without_returning(txn)
        .await?;
    let keys = guess.counters().iter().map(|(key, _)| key.to_vec());
    let found = Entity::find()
        .filter(C::KeyHash.is_in(keys))
        .order_by_asc(C::KeyHash)
        .lock_exclusive();
    let found = found.all(txn).await?.into_iter();
    Ok(found
        .map(|row| Failures {
            number: row.failures,
            last_at: row.last_at,
        })
        .collect())
}

/// Writes a counter that [`failures`] has locked.
pub(super) async fn count(txn: &Txn, key: &KeyedHash, failures: Failures) -> Result<()> {
    use sign_in_failure::{Column as C, Entity};
    let counted = Entity::update_many()
        .col_expr(C::Failures, Expr::value(failures.number))
        .col_expr(C::LastAt, Expr::value(failures.last_at));
    counted.filter(C::KeyHash.eq(key.as_slice())).exec(txn).await?;
    Ok(())
}

/// Forgets what this account failed from this address, and takes it off the counts that it is part of.
pub(super) async fn forgive(_: &Grant, txn: &Txn, guess: &Guess) -> Result<()> {
    let failures = failures(txn, guess).await?;
    let counters = || guess.counters().iter().map(|(key, _)| key).zip(&failures);
    let forgiven = counters()
        .find(|(key, _)| *key == guess.pair())
        .map_or(0, |(_, failures)| failures.number);
    for (key, failures) in counters() {
        count(txn, key, failures.less(forgiven)).await?;
    }
    Ok(())
}
