//! Rows of what people owe and have done: own passwords, one-time codes, accepted agreements.

use crate::{
    access::Grant,
    auth::one_time_code::SealedSecret,
    db::{Reader, Txn},
    entity::{agreement_acceptance, app_user, one_time_code},
    error::Result,
};
use anju_shared::{ids::UserId, time::Instant};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

/// User name and hash of the password. Asked to find out whether it is them, so without a `Grant`.
pub(in crate::auth) async fn credentials(db: &Reader, user: UserId) -> Result<Option<(String, String)>> {
    use app_user::Column as U;
    let found = app_user::Entity::find_by_id(user.0)
        .select_only()
        .columns([U::Login, U::PasswordHash])
        .filter(U::Active.eq(true));
    Ok(found.into_tuple().one(db).await?)
}

/// Keeps the hash of an own password.
pub(in crate::auth) async fn set_password(_: &Grant, txn: &Txn, user: UserId, hash: &str) -> Result<()> {
    use app_user::Column as U;
    let changed = app_user::Entity::update_many()
        .col_expr(U::PasswordHash, Expr::value(hash))
        .col_expr(U::MustChange, Expr::value(false))
        .filter(U::Id.eq(user.0));
    changed.exec(txn).await?;
    Ok(())
}

/// Asks this person for an own password at the next request; says whether there is such an account.
pub(in crate::auth) async fn ask_for_own_password(_: &Grant, txn: &Txn, login: &str) -> Result<bool> {
    use app_user::Column as U;
    let changed = app_user::Entity::update_many().col_expr(U::MustChange, Expr::value(true));
    Ok(changed.filter(U::Login.eq(login)).exec(txn).await?.rows_affected == 1)
}

/// Keeps a secret that is not confirmed yet, in place of an earlier such one; says no if one is confirmed.
pub(in crate::auth) async fn begin_code(
    _: &Grant,
    txn: &Txn,
    user: UserId,
    secret: &SealedSecret,
) -> Result<bool> {
    use one_time_code::Column as C;
    one_time_code::Entity::delete_many()
        .filter(C::UserId.eq(user.0))
        .filter(C::ConfirmedAt.is_null())
        .exec(txn)
        .await?;
    let row = one_time_code::ActiveModel {
        user_id: Set(user.0),
        wrapped_key: Set(secret.wrapped_key.clone()),
        secret_sealed: Set(secret.sealed.clone()),
        confirmed_at: Set(None),
        last_step: Set(secret.last_step),
    };
    let kept = OnConflict::column(C::UserId).do_nothing().to_owned();
    let inserted = one_time_code::Entity::insert_many([row])
        .on_conflict(kept)
        .try_insert()
        .exec_without_returning(txn)
        .await?;
    Ok(matches!(inserted, sea_orm::TryInsertResult::Inserted(1..)))
}

/// The secret that waits to be confirmed.
pub(in crate::auth) async fn code_begun(db: &Reader, user: UserId) -> Result<Option<SealedSecret>> {
    let found =
        one_time_code::Entity::find_by_id(user.0).filter(one_time_code::Column::ConfirmedAt.is_null());
    Ok(found.one(db).await?.map(secret))
}

/// The secret with which this person proves themselves.
pub(in crate::auth) async fn code_in_use(db: &Reader, user: UserId) -> Result<Option<SealedSecret>> {
    let found =
        one_time_code::Entity::find_by_id(user.0).filter(one_time_code::Column::ConfirmedAt.is_not_null());
    Ok(found.one(db).await?.map(secret))
}

fn secret(row: one_time_code::Model) -> SealedSecret {
    SealedSecret {
        wrapped_key: row.wrapped_key,
        sealed: row.secret_sealed,
        last_step: row.last_step,
    }
}

/// Takes the secret into use; its first code is used up by that.
pub(in crate::auth) async fn confirm_code(
    _: &Grant,
    txn: &Txn,
    user: UserId,
    step: i64,
    now: Instant,
) -> Result<()> {
    use one_time_code::Column as C;
    let confirmed = one_time_code::Entity::update_many()
        .col_expr(C::ConfirmedAt, Expr::value(now.unix()))
        .col_expr(C::LastStep, Expr::value(step))
        .filter(C::UserId.eq(user.0));
    confirmed.exec(txn).await?;
    Ok(())
}

/// Uses a code up; says whether this was the first use.
pub(in crate::auth) async fn use_code(_: &Grant, txn: &Txn, user: UserId, step: i64) -> Result<bool> {
    use one_time_code::Column as C;
    let used = one_time_code::Entity::update_many()
        .col_expr(C::LastStep, Expr::value(step))
        .filter(C::UserId.eq(user.0))
        .filter(C::LastStep.lt(step));
    Ok(used.exec(txn).await?.rows_affected == 1)
}

/// Forgets the secret of this account; says whether there was one.
pub(in crate::auth) async fn forget_code(_: &Grant, txn: &Txn, login: &str) -> Result<bool> {
    let found = app_user::Entity::find()
        .filter(app_user::Column::Login.eq(login))
        .one(txn)
        .await?;
    let Some(user) = found else { return Ok(false) };
    let gone = one_time_code::Entity::delete_by_id(user.id).exec(txn).await?;
    Ok(gone.rows_affected == 1)
}

/// Until when this person's acceptance of this text is good.
pub(in crate::auth) async fn accepted_until(
    _: &Grant,
    db: &Reader,
    user: UserId,
    version: &str,
) -> Result<Option<Instant>> {
    let found = agreement_acceptance::Entity::find_by_id((user.0, version.to_owned()));
    Ok(found.one(db).await?.map(|row| Instant::from_unix(row.until)))
}

/// Writes down that this person accepts this text.
pub(in crate::auth) async fn accept(
    _: &Grant,
    txn: &Txn,
    user: UserId,
    version: &str,
    (at, until): (Instant, Instant),
) -> Result<()> {
    use agreement_acceptance::Column as A;
    let row = agreement_acceptance::ActiveModel {
        user_id: Set(user.0),
        version: Set(version.to_owned()),
        accepted_at: Set(at.unix()),
        until: Set(until.unix()),
    };
    let again = OnConflict::columns([A::UserId, A::Version])
        .update_columns([A::AcceptedAt, A::Until])
        .to_owned();
    agreement_acceptance::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
