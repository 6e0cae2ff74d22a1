//! Rows of answers that are given again when the same request comes again. They are sealed: only who shows the
//! key once more can have one opened.

use crate::{access::Grant, confidential::KeyedHash, entity::idempotency, error::Result};
use anju_shared::time::Instant;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QuerySelect as _, sea_query::OnConflict,
};

/// A key in use, and the request that uses it.
pub(super) struct Used<'a> {
    pub(super) key: &'a KeyedHash,
    pub(super) caller: &'a str,
    pub(super) body: &'a KeyedHash,
}

/// Takes a key. False if it is taken: by a request that is done, for one under way is waited for.
pub(super) async fn take(
    _: &Grant,
    db: &impl ConnectionTrait,
    used: &Used<'_>,
    now: Instant,
) -> Result<bool> {
    let row = idempotency::ActiveModel {
        key_hash: Set(used.key.to_vec()),
        caller: Set(used.caller.to_owned()),
        body_hash: Set(used.body.to_vec()),
        response_sealed: Set(Vec::new()),
        created_at: Set(now.unix()),
    };
    let nothing = OnConflict::column(idempotency::Column::KeyHash)
        .do_nothing()
        .to_owned();
    let taken = idempotency::Entity::insert(row)
        .on_conflict(nothing)
        .exec_without_returning(db)
        .await?;
    Ok(taken == 1)
}

/// Keeps the answer with its key.
pub(super) async fn keep_answer(
    _: &Grant,
    db: &impl ConnectionTrait,
    key: &KeyedHash,
    sealed: Vec<u8>,
) -> Result<()> {
    let row = idempotency::ActiveModel {
        response_sealed: Set(sealed),
        ..Default::default()
    };
    let this = idempotency::Column::KeyHash.eq(key.to_vec());
    idempotency::Entity::update_many()
        .set(row)
        .filter(this)
        .exec(db)
        .await?;
    Ok(())
}

/// Hash of the body and sealed answer of the request that used this key.
pub(super) async fn answer(
    _: &Grant,
    db: &impl ConnectionTrait,
    key: &KeyedHash,
) -> Result<Option<(Vec<u8>, Vec<u8>)>> {
    let rows = idempotency::Entity::find()
        .select_only()
        .columns([idempotency::Column::BodyHash, idempotency::Column::ResponseSealed])
        .filter(idempotency::Column::KeyHash.eq(key.to_vec()));
    Ok(rows.into_tuple().one(db).await?)
}
