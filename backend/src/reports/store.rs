//! Rows of answers that are given again when the same request comes again. They are sealed: only who shows the
//! key once more can have one opened.

use crate::{access::Grant, confidential::KeyedHash, db::Inserts, entity::idempotency, error::Result};
use anju_shared::time::Instant;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};

/// A key in use, the request that uses it, and its answer.
pub(super) struct Used<'a> {
    pub(super) key: &'a KeyedHash,
    pub(super) caller: &'a str,
    pub(super) body: &'a KeyedHash,
    pub(super) answer: Vec<u8>,
}

/// Takes keys and keeps their answers. One that is taken undoes the transaction: it belongs to a request that is
/// done, for one under way is waited for.
pub(super) fn take(_: &[Grant], inserts: &mut Inserts, used: Vec<Used<'_>>, now: Instant) {
    inserts.add_unless_there(rows(used, now), idempotency::Column::KeyHash);
}

/// The same where nobody looks whether it took effect: a key that was used before fails everything inserted with it.
pub(super) fn take_or_fail(_: &[Grant], inserts: &mut Inserts, used: Vec<Used<'_>>, now: Instant) {
    inserts.add(rows(used, now));
}

fn rows(used: Vec<Used<'_>>, now: Instant) -> impl Iterator<Item = idempotency::ActiveModel> {
    used.into_iter().map(move |used| idempotency::ActiveModel {
        key_hash: Set(used.key.to_vec()),
        caller: Set(used.caller.to_owned()),
        body_hash: Set(used.body.to_vec()),
        response_sealed: Set(used.answer),
        created_at: Set(now.unix()),
    })
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
