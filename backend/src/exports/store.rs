//! Rows of exports. Whoever makes one holds it for a while and says so again and again; a server that does not is
//! taken to be gone, and another begins anew.

use crate::{
    access::Grant,
    confidential::KeyId,
    db::Txn,
    entity::export::{self, Column as C},
    error::Result,
};
use anju_shared::{
    access::Staff,
    api::{
        cases::CaseFilter,
        exports::{Export, ExportState},
        views::CaseColumn,
    },
    ids::{ExportId, UserId},
    problem::Language,
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// An export that was asked for just now.
pub(super) struct New<'a> {
    pub(super) id: ExportId,
    pub(super) staff: &'a Staff,
    pub(super) query: &'a CaseFilter,
    pub(super) columns: &'a [CaseColumn],
    pub(super) language: Language,
    pub(super) total: u64,
    pub(super) at: Instant,
    pub(super) expires_at: Instant,
}

/// An export with what opens its file.
pub(super) struct Kept {
    pub(super) export: Export,
    pub(super) wrapped_key: Option<Vec<u8>>,
}

/// An export that a server has to make.
pub(super) struct Order {
    pub(super) id: ExportId,
    pub(super) staff: Staff,
    pub(super) query: CaseFilter,
    pub(super) columns: Vec<CaseColumn>,
    pub(super) language: Language,
    pub(super) attempts: i32,
    pub(super) created_at: Instant,
}

/// A claim on an export: by which server, until when.
#[derive(Clone, Copy)]
pub(super) struct Hold {
    pub(super) holder: Uuid,
    pub(super) until: Instant,
}

/// Writes down an order.
pub(super) async fn insert(_: &Grant, txn: &Txn, new: &New<'_>) -> Result<Export> {
    let row = export::Model {
        id: new.id.0,
        user_id: new.staff.user.0,
        staff: json(new.staff)?,
        query: json(new.query)?,
        columns: json(&new.columns)?,
        language: json(&new.language)?,
        state: ExportState::Queued.code().to_owned(),
        attempts: 0,
        holder: None,
        held_until: None,
        done: 0,
        total: i64::try_from(new.total).unwrap_or(i64::MAX),
        size: None,
        wrapped_key: None,
        key_id: None,
        created_at: new.at.unix(),
        expires_at: new.expires_at.unix(),
    };
    export::Entity::insert(export::ActiveModel::from(row.clone()))
        .exec_without_returning(txn)
        .await?;
    Ok(kept(row)?.export)
}

/// The exports of one person, the newest first.
pub(super) async fn of(_: &Grant, db: &impl ConnectionTrait, owner: UserId) -> Result<Vec<Export>> {
    let rows = export::Entity::find()
        .filter(C::UserId.eq(owner.0))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id);
    let kept = rows.all(db).await?.into_iter().map(kept);
    kept.map(|kept| Ok(kept?.export)).collect()
}

/// One export of this person.
pub(super) async fn find(
    _: &Grant,
    db: &impl ConnectionTrait,
    owner: UserId,
    id: ExportId,
) -> Result<Option<Kept>> {
    let row = export::Entity::find_by_id(id.0).filter(C::UserId.eq(owner.0));
    row.one(db).await?.map(kept).transpose()
}

/// Removes one of this person's; false if there is none.
pub(super) async fn delete(_: &Grant, txn: &Txn, owner: UserId, id: ExportId) -> Result<bool> {
    let gone = export::Entity::delete_many()
        .filter(C::Id.eq(id.0))
        .filter(C::UserId.eq(owner.0));
    Ok(gone.exec(txn).await?.rows_affected > 0)
}

/// Those whose time is over.
pub(super) async fn expired(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<ExportId>> {
    let ids: Vec<Uuid> = export::Entity::find()
        .select_only()
        .column(C::Id)
        .filter(C::ExpiresAt.lte(now.unix()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(ExportId).collect())
}

/// Removes the row of an export whose time is over.
pub(super) async fn forget(txn: &Txn, id: ExportId) -> Result<()> {
    export::Entity::delete_by_id(id.0).exec(txn).await?;
    Ok(())
}

/// Takes the export that waits longest, or whose server is gone.
pub(super) async fn claim(txn: &Txn, now: Instant, hold: Hold) -> Result<Option<Order>> {
    let free = || {
        let abandoned = Condition::all()
            .add(C::State.eq(ExportState::Running.code()))
            .add(C::HeldUntil.lte(now.unix()));
        Condition::any()
            .add(C::State.eq(ExportState::Queued.code()))
            .add(abandoned)
    };
    let waiting = export::Entity::find()
        .filter(free())
        .order_by_asc(C::CreatedAt)
        .one(txn)
        .await?;
    let Some(row) = waiting else { return Ok(None) };
    let taken = export::Entity::update_many()
        .set(export::ActiveModel {
            state: Set(ExportState::Running.code().to_owned()),
            done: Set(0),
            ..held(hold)
        })
        .col_expr(C::Attempts, Expr::col(C::Attempts).add(1))
        .filter(C::Id.eq(row.id))
        .filter(free())
        .exec(txn)
        .await?;
    match taken.rows_affected {
        0 => Ok(None),
        _ => order(row).map(Some),
    }
}

/// Says how far it is; false if it is no longer this server's, or wanted.
pub(super) async fn advance(txn: &Txn, id: ExportId, done: u64, hold: Hold) -> Result<bool> {
    let row = export::ActiveModel {
        done: Set(i64::try_from(done).unwrap_or(i64::MAX)),
        ..held(hold)
    };
    update(txn, id, hold, row).await
}

/// What a finished file needs to be opened.
pub(super) struct Finished {
    pub(super) rows: u64,
    pub(super) size: u64,
    pub(super) wrapped_key: Vec<u8>,
    pub(super) key_id: KeyId,
}

/// The file lies there; false if nobody wants it any more.
pub(super) async fn finish(txn: &Txn, id: ExportId, hold: Hold, file: &Finished) -> Result<bool> {
    let rows = i64::try_from(file.rows).unwrap_or(i64::MAX);
    let row = export::ActiveModel {
        state: Set(ExportState::Ready.code().to_owned()),
        done: Set(rows),
        total: Set(rows),
        size: Set(Some(i64::try_from(file.size).unwrap_or(i64::MAX))),
        wrapped_key: Set(Some(file.wrapped_key.clone())),
        key_id: Set(Some(file.key_id.to_string())),
        holder: Set(None),
        held_until: Set(None),
        ..Default::default()
    };
    update(txn, id, hold, row).await
}

/// It cannot be made.
pub(super) async fn fail(txn: &Txn, id: ExportId, hold: Hold) -> Result<bool> {
    let row = export::ActiveModel {
        state: Set(ExportState::Failed.code().to_owned()),
        holder: Set(None),
        held_until: Set(None),
        ..Default::default()
    };
    update(txn, id, hold, row).await
}

async fn update(txn: &Txn, id: ExportId, hold: Hold, row: export::ActiveModel) -> Result<bool> {
    let done = export::Entity::update_many()
        .set(row)
        .filter(C::Id.eq(id.0))
        .filter(C::State.eq(ExportState::Running.code()))
        .filter(C::Holder.eq(hold.holder.to_string()))
        .exec(txn)
        .await?;
    Ok(done.rows_affected > 0)
}

fn held(hold: Hold) -> export::ActiveModel {
    export::ActiveModel {
        holder: Set(Some(hold.holder.to_string())),
        held_until: Set(Some(hold.until.unix())),
        ..Default::default()
    }
}

fn kept(row: export::Model) -> Result<Kept> {
    let number = |number: i64| u64::try_from(number).unwrap_or_default();
    let state = ExportState::parse(&row.state)
        .with_context(|| format!("impossible row: the state of export {} is unknown", row.id))?;
    let export = Export {
        id: ExportId(row.id),
        state,
        done: number(row.done),
        total: number(row.total),
        size: row.size.map(number),
        created_at: Instant::from_unix(row.created_at),
        expires_at: Instant::from_unix(row.expires_at),
    };
    Ok(Kept {
        export,
        wrapped_key: row.wrapped_key,
    })
}

fn order(row: export::Model) -> Result<Order> {
    Ok(Order {
        id: ExportId(row.id),
        staff: parse(&row.staff, row.id)?,
        query: parse(&row.query, row.id)?,
        columns: parse(&row.columns, row.id)?,
        language: parse(&row.language, row.id)?,
        attempts: row.attempts + 1,
        created_at: Instant::from_unix(row.created_at),
    })
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

fn parse<T: DeserializeOwned>(text: &str, id: Uuid) -> Result<T> {
    let parsed = serde_json::from_str(text);
    Ok(parsed.with_context(|| format!("impossible row: export {id} does not parse"))?)
}
