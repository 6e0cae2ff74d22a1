//! Rows of saved views.

use crate::{
    access::Grant,
    db::Txn,
    entity::list_view::{self, Column as C},
    error::Result,
};
use anju_shared::{
    api::views::View,
    ids::{UserId, ViewId},
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use serde::Serialize;

/// The views of one person, in their order.
pub(super) async fn of(_: &Grant, db: &impl ConnectionTrait, owner: UserId) -> Result<Vec<View>> {
    let rows = list_view::Entity::find()
        .filter(C::UserId.eq(owner.0))
        .order_by_asc(C::Place)
        .order_by_asc(C::Id);
    rows.all(db).await?.into_iter().map(parse).collect()
}

/// Adds one at this place.
pub(super) async fn insert(
    _: &Grant,
    txn: &Txn,
    owner: UserId,
    (view, place): (&View, usize),
    now: Instant,
) -> Result<()> {
    let row = list_view::ActiveModel {
        user_id: Set(owner.0),
        place: Set(number(place)),
        created_at: Set(now.unix()),
        ..row(view)?
    };
    list_view::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Changes one of this person's; false if there is none.
pub(super) async fn update(_: &Grant, txn: &Txn, owner: UserId, view: &View) -> Result<bool> {
    let changed = list_view::ActiveModel {
        id: NotSet,
        ..row(view)?
    };
    let done = list_view::Entity::update_many()
        .set(changed)
        .filter(C::Id.eq(view.id.0))
        .filter(C::UserId.eq(owner.0))
        .exec(txn)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Removes one of this person's; false if there is none.
pub(super) async fn delete(_: &Grant, txn: &Txn, owner: UserId, id: ViewId) -> Result<bool> {
    let gone = list_view::Entity::delete_many()
        .filter(C::Id.eq(id.0))
        .filter(C::UserId.eq(owner.0));
    Ok(gone.exec(txn).await?.rows_affected > 0)
}

/// Puts one at this place.
pub(super) async fn put(_: &Grant, txn: &Txn, id: ViewId, place: usize) -> Result<()> {
    let moved = list_view::ActiveModel {
        place: Set(number(place)),
        ..Default::default()
    };
    list_view::Entity::update_many()
        .set(moved)
        .filter(C::Id.eq(id.0))
        .exec(txn)
        .await?;
    Ok(())
}

fn row(view: &View) -> Result<list_view::ActiveModel> {
    Ok(list_view::ActiveModel {
        id: Set(view.id.0),
        name: Set(view.name.clone()),
        query: Set(json(&view.query)?),
        columns: Set(json(&view.columns)?),
        ..Default::default()
    })
}

fn parse(row: list_view::Model) -> Result<View> {
    let broken = |what| format!("impossible row: the {what} of view {} do not parse", row.id);
    Ok(View {
        id: ViewId(row.id),
        query: serde_json::from_str(&row.query).with_context(|| broken("filters"))?,
        columns: serde_json::from_str(&row.columns).with_context(|| broken("columns"))?,
        name: row.name,
    })
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

fn number(place: usize) -> i32 {
    i32::try_from(place).unwrap_or(i32::MAX)
}
