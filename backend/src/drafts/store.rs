//! Rows of drafts: sealed texts, each of one writer. A draft that is too old is not there, even before it is removed.

use crate::{
    access::Grant,
    db::{Reader, Txn, is_duplicate},
    entity::draft,
    error::{Error, Result},
};
use anju_shared::{api::drafts::DraftKey, ids::UserId, problem::ProblemCode, time::Instant};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

/// What is known of a draft without opening it.
pub(super) struct Kept {
    pub(super) version: i64,
    pub(super) saved_at: Instant,
    pub(super) expires_at: Instant,
}

/// A draft as it is stored.
pub(super) struct Stored {
    pub(super) kept: Kept,
    pub(super) wrapped_key: Vec<u8>,
    pub(super) sealed: Vec<u8>,
}

/// Every draft of this writer, the latest first.
pub(super) async fn all(_: &Grant, db: &Reader, writer: UserId, now: Instant) -> Result<Vec<(String, Kept)>> {
    use draft::Column as D;
    let found = draft::Entity::find()
        .select_only()
        .columns([D::Name, D::Version, D::SavedAt, D::ExpiresAt])
        .filter(D::UserId.eq(writer.0))
        .filter(D::ExpiresAt.gt(now.unix()))
        .order_by_desc(D::SavedAt)
        .order_by_asc(D::Name);
    let rows: Vec<(String, i64, i64, i64)> = found.into_tuple().all(db).await?;
    let kept = |version, saved_at, expires_at| Kept {
        version,
        saved_at: Instant::from_unix(saved_at),
        expires_at: Instant::from_unix(expires_at),
    };
    Ok(rows
        .into_iter()
        .map(|(name, version, saved_at, expires_at)| (name, kept(version, saved_at, expires_at)))
        .collect())
}

/// This draft of this writer.
pub(super) async fn find(
    _: &Grant,
    db: &Reader,
    writer: UserId,
    key: &DraftKey,
    now: Instant,
) -> Result<Option<Stored>> {
    let found = draft::Entity::find()
        .filter(this(writer, key))
        .filter(draft::Column::ExpiresAt.gt(now.unix()));
    Ok(found.one(db).await?.map(|row| Stored {
        kept: Kept {
            version: row.version,
            saved_at: Instant::from_unix(row.saved_at),
            expires_at: Instant::from_unix(row.expires_at),
        },
        wrapped_key: row.wrapped_key,
        sealed: row.content_sealed,
    }))
}

/// The version that is kept.
pub(super) async fn version(_: &Grant, txn: &Txn, writer: UserId, key: &DraftKey) -> Result<Option<i64>> {
    let found = draft::Entity::find()
        .select_only()
        .column(draft::Column::Version)
        .filter(this(writer, key));
    Ok(found.into_tuple().one(txn).await?)
}

/// How many this writer keeps.
pub(super) async fn count(_: &Grant, txn: &Txn, writer: UserId) -> Result<u64> {
    let own = draft::Entity::find().filter(draft::Column::UserId.eq(writer.0));
    Ok(own.count(txn).await?)
}

/// Keeps a new one.
///
/// # Errors
/// 412 if another request kept one under this name at the same moment.
pub(super) async fn insert(
    _: &Grant,
    txn: &Txn,
    (writer, key): (UserId, &DraftKey),
    new: &Stored,
) -> Result<()> {
    let row = draft::ActiveModel {
        user_id: Set(writer.0),
        name: Set(key.as_str().to_owned()),
        version: Set(new.kept.version),
        wrapped_key: Set(new.wrapped_key.clone()),
        content_sealed: Set(new.sealed.clone()),
        saved_at: Set(new.kept.saved_at.unix()),
        expires_at: Set(new.kept.expires_at.unix()),
    };
    let taken = |error: DbErr| match is_duplicate(&error) {
        true => Error::of(ProblemCode::VersionMoved),
        false => error.into(),
    };
    draft::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map(drop)
        .map_err(taken)
}

/// Keeps this in place of the version that was read.
///
/// # Errors
/// 412 if that is not kept any more.
pub(super) async fn replace(
    _: &Grant,
    txn: &Txn,
    (writer, key): (UserId, &DraftKey),
    new: &Stored,
    read: i64,
) -> Result<()> {
    use draft::Column as D;
    let replaced = draft::Entity::update_many()
        .col_expr(D::Version, Expr::value(new.kept.version))
        .col_expr(D::WrappedKey, Expr::value(new.wrapped_key.clone()))
        .col_expr(D::ContentSealed, Expr::value(new.sealed.clone()))
        .col_expr(D::SavedAt, Expr::value(new.kept.saved_at.unix()))
        .col_expr(D::ExpiresAt, Expr::value(new.kept.expires_at.unix()))
        .filter(this(writer, key))
        .filter(D::Version.eq(read));
    match replaced.exec(txn).await?.rows_affected {
        1 => Ok(()),
        _ => Err(Error::of(ProblemCode::VersionMoved)),
    }
}

/// Removes this one.
pub(super) async fn remove(_: &Grant, txn: &Txn, writer: UserId, key: &DraftKey) -> Result<()> {
    draft::Entity::delete_many()
        .filter(this(writer, key))
        .exec(txn)
        .await?;
    Ok(())
}

/// Removes those of this writer that are too old.
pub(super) async fn forget_old(_: &Grant, txn: &Txn, writer: UserId, now: Instant) -> Result<()> {
    let old = draft::Column::UserId
        .eq(writer.0)
        .and(draft::Column::ExpiresAt.lte(now.unix()));
    draft::Entity::delete_many().filter(old).exec(txn).await?;
    Ok(())
}

fn this(writer: UserId, key: &DraftKey) -> Expr {
    let own = draft::Column::UserId.eq(writer.0);
    own.and(draft::Column::Name.eq(key.as_str()))
}
