//! Rows of sealed words.

use crate::{
    access::Grant,
    confidential::{KeyedHash, SealedWords},
    db::{Txn, is_duplicate},
    entity::message,
    error::{Error, Result},
};
use anju_shared::{
    ids::{CaseId, MessageId},
    problem::ProblemCode,
};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use std::collections::HashMap;

/// The words of a new message.
pub(super) struct NewWords<'a> {
    pub(super) id: MessageId,
    pub(super) case: CaseId,
    pub(super) words: SealedWords,
    pub(super) key: Option<&'a KeyedHash>,
}

/// Keeps words.
///
/// # Errors
/// `conflict` if the key is taken.
pub(super) async fn insert(_: &Grant, txn: &Txn, new: &NewWords<'_>) -> Result<()> {
    let row = message::ActiveModel {
        id: Set(new.id.0),
        case_id: Set(new.case.0),
        words_sealed: Set(new.words.as_bytes().to_vec()),
        key_hash: Set(new.key.map(Vec::from)),
    };
    match message::Entity::insert(row).exec_without_returning(txn).await {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(Error::of(ProblemCode::Conflict)),
        Err(error) => Err(error.into()),
    }
}

/// The sealed words of a case.
pub(super) async fn of_case(
    _: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<HashMap<MessageId, SealedWords>> {
    let rows = message::Entity::find()
        .filter(message::Column::CaseId.eq(case.0))
        .all(db)
        .await?;
    let words = |row: message::Model| (MessageId(row.id), SealedWords::from_stored(row.words_sealed));
    Ok(rows.into_iter().map(words).collect())
}

/// The message that was sent with this key.
pub(super) async fn by_key(
    _: &Grant,
    db: &impl ConnectionTrait,
    key: &KeyedHash,
) -> Result<Option<(CaseId, MessageId)>> {
    let found = message::Entity::find()
        .filter(message::Column::KeyHash.eq(key.to_vec()))
        .one(db)
        .await?;
    Ok(found.map(|row| (CaseId(row.case_id), MessageId(row.id))))
}
