//! Rows of answers that are given again when the same request comes again. They are sealed: only who shows the
//! key once more can have one opened.

use crate::{access::Grant, confidential::KeyedHash, entity::idempotency, error::Result};
use anju_shared::time::Instant;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QuerySelect as _, sea_query::OnConflict,
};

/// A key in use, the request that uses it, and its answer.
pub(super) struct Used<'a> {
    pub(super) key: &'a KeyedHash,
    pub(super) caller: &'a str,
    pub(super) body: &'a KeyedHash,
    pub(super) answer: Vec<u8>,
}

/// Takes keys and keeps their answers. False if one is taken: by a request that is done, for one under way is
/// waited for. Then the transaction is to be undone.
pub(super) async fn take(
    _: &[Grant],
    db: &impl ConnectionTrait,
    used: Vec<Used<'_>>,
    now: Instant,
) -> Result<bool> {
    let wanted = used.len() as u64;
    if wanted == 0 {
        return Ok(true);
    }
    let rows = used.into_iter().map(|used| idempotency::ActiveModel {
        key_hash: Set(used.key.to_vec()),
        caller: Set(used.caller.to_owned()),
        body_hash: Set(used.body.to_vec()),
        response_sealed: Set(used.answer),
        created_at: Set(now.unix()),
    });
    let nothing = OnConflict::column(idempotency::Column::KeyHash)
        .do_nothing()
        .to_owned();
    let taken = idempotency::Entity::insert_many(rows)
        .on_conflict(nothing)
        .exec_without_returning(db)
        .await?;
    Ok(taken == wanted)
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
