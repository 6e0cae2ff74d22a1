//! Rows of the outbox.

use super::Fact;
use crate::{
    db::{Reader, Txn},
    entity::outbox,
    error::Result,
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Set, sea_query::Expr,
};
use uuid::Uuid;

use outbox::Column as C;

pub(super) async fn insert(txn: &Txn, facts: Vec<Fact>, now: i64) -> Result<()> {
    outbox::Entity::insert_many(rows(facts, now))
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

pub(super) fn rows(facts: Vec<Fact>, now: i64) -> impl Iterator<Item = outbox::ActiveModel> {
    facts.into_iter().map(move |fact| outbox::ActiveModel {
        id: Set(fact.id),
        topic: Set(fact.topic),
        case_id: Set(fact.case.0),
        seq: Set(fact.seq),
        payload: Set(fact.payload),
        created_at: Set(now),
        delivered_at: Set(None),
        attempts: Set(0),
        next_at: Set(now),
    })
}

pub(super) async fn waiting(db: &Reader, now: i64, limit: u64) -> Result<Vec<outbox::Model>> {
    let due = C::DeliveredAt.is_null().and(C::NextAt.lte(now));
    let rows = outbox::Entity::find()
        .filter(due)
        .order_by_asc(C::NextAt)
        .order_by_asc(C::Id);
    Ok(rows.limit(limit).all(db).await?)
}

pub(super) async fn delivered(txn: &Txn, ids: &[Uuid], now: i64) -> Result<()> {
    let rows = outbox::Entity::update_many().col_expr(C::DeliveredAt, Expr::value(now));
    rows.filter(C::Id.is_in(ids.iter().copied())).exec(txn).await?;
    Ok(())
}

pub(super) async fn postpone(txn: &Txn, id: Uuid, next_at: i64) -> Result<()> {
    let row = outbox::Entity::update_many()
        .col_expr(C::Attempts, Expr::col(C::Attempts).add(1))
        .col_expr(C::NextAt, Expr::value(next_at));
    row.filter(C::Id.eq(id)).exec(txn).await?;
    Ok(())
}

pub(super) async fn forget_before(txn: &Txn, instant: i64) -> Result<u64> {
    let old = outbox::Entity::delete_many().filter(C::DeliveredAt.lt(instant));
    Ok(old.exec(txn).await?.rows_affected)
}
