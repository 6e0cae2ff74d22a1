//! Rows of the journal of access.

pub(super) mod verifications;

use super::{ALLOWED, Canonical, Entry, Place};
use crate::{
    access::Grant,
    confidential::{KeyedHash, Keyring},
    db::{Inserts, Txn},
    entity::{audit_entry, event},
    error::Result,
};
use anju_shared::access::Operation;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Set, sea_query::Expr,
};
use uuid::Uuid;

/// Writes the entry of a change into the transaction of that change.
///
/// # Errors
/// Those of the database.
pub(crate) async fn append(txn: &Txn, keys: &Keyring, entry: &Entry, place: Place) -> Result<()> {
    let (row, _) = row(keys, entry, place);
    audit_entry::Entity::insert(row)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Adds the entries of changes that are made together, each at its own place.
pub(crate) fn add(inserts: &mut Inserts, keys: &Keyring, entries: impl Iterator<Item = (Entry, Place)>) {
    inserts.add(entries.map(|(entry, place)| row(keys, &entry, place).0));
}

/// Writes entries that follow each other in one lane; answers the hash of the last.
pub(super) async fn append_all(
    txn: &Txn,
    keys: &Keyring,
    entries: &[Entry],
    mut place: Place,
) -> Result<KeyedHash> {
    let rows = entries.iter().map(|entry| {
        place.seq += 1;
        let (row, hash) = row(keys, entry, place);
        place.link = hash;
        row
    });
    let rows: Vec<_> = rows.collect();
    audit_entry::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await?;
    Ok(place.link)
}

fn row(keys: &Keyring, entry: &Entry, place: Place) -> (audit_entry::ActiveModel, KeyedHash) {
    let actor = serde_json::to_string(&entry.actor).unwrap_or_default();
    let request_id = entry.request_id.map(|id| id.to_string());
    let hash = Canonical {
        lane: place.lane,
        seq: place.seq,
        at: entry.at.unix(),
        actor: &actor,
        action: entry.operation.name(),
        resource: &entry.resource,
        outcome: &entry.outcome,
        covers: place.covers,
        reason: entry.reason.as_deref(),
        request_id: request_id.as_deref(),
    }
    .hash(keys, &place.link);
    let row = audit_entry::ActiveModel {
        lane: Set(place.lane),
        seq: Set(place.seq),
        at: Set(entry.at.unix()),
        actor: Set(actor),
        action: Set(entry.operation.name().to_owned()),
        resource: Set(entry.resource.clone()),
        outcome: Set(entry.outcome.clone()),
        covers: Set(place.covers),
        reason: Set(entry.reason.clone()),
        request_id: Set(request_id),
        hash: Set(hash.to_vec()),
    };
    (row, hash)
}

/// Up to `limit` entries after this lane and place, in order.
pub(super) async fn after(
    db: &impl ConnectionTrait,
    lane: Uuid,
    seq: i64,
    limit: u64,
) -> Result<Vec<audit_entry::Model>> {
    use audit_entry::Column as C;
    let later = C::Lane.gt(lane).or(C::Lane.eq(lane).and(C::Seq.gt(seq)));
    let rows = audit_entry::Entity::find()
        .filter(later)
        .order_by_asc(C::Lane)
        .order_by_asc(C::Seq);
    Ok(rows.limit(limit).all(db).await?)
}

/// How many events and entries there are to follow.
pub(super) async fn length(db: &impl ConnectionTrait) -> Result<u64> {
    let events = event::Entity::find().count(db).await?;
    Ok(events + audit_entry::Entity::find().count(db).await?)
}

/// Number and hash of the events of a case, in order; empty for a lane that is no case.
pub(super) async fn events_of(db: &impl ConnectionTrait, case: Uuid) -> Result<Vec<(i64, Vec<u8>)>> {
    use event::Column as C;
    let rows = event::Entity::find()
        .select_only()
        .column(C::Seq)
        .column(C::Hash)
        .filter(C::CaseId.eq(case));
    Ok(rows.order_by_asc(C::Seq).into_tuple().all(db).await?)
}

/// How often what this resource names, the identity of a reporter, was opened.
///
/// # Errors
/// Those of the database.
pub(crate) async fn count_openings(_: &Grant, db: &impl ConnectionTrait, resource: &str) -> Result<u64> {
    use audit_entry::Column as C;
    // Written out and not bound, so that the partial index serves.
    let openings = Expr::cust(format!("action = '{}'", Operation::OpenIdentity.name()));
    let done = openings.and(C::Resource.eq(resource)).and(C::Outcome.eq(ALLOWED));
    Ok(audit_entry::Entity::find().filter(done).count(db).await?)
}
