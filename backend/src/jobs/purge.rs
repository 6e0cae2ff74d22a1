//! Cleaning: what nobody will ask for again.

use crate::{
    db::Txn,
    entity::{draft, file, idempotency, session, sign_in_failure},
    error::Result,
    exports::service as exports,
    files::service as files,
    outbox,
    state::State,
};
use anju_shared::time::Instant;
use sea_orm::{ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

/// How long the answer to a repeated request is kept.
const ANSWERS: i64 = 86_400;
/// How long an uploaded file waits to be bound to a case.
const UPLOADS: i64 = 86_400;
/// How long ended sign-ins are kept, for questions about them.
const SESSIONS: i64 = 30 * 86_400;
const FILES_AT_ONCE: u64 = 500;

/// Removes old answers, ended sign-ins, old drafts, forgotten uploads, exports whose time is over, and delivered facts.
///
/// # Errors
/// Those of the database.
pub(super) async fn purge(state: &State) -> Result<()> {
    let now = state.clock.now().unix();
    state.db.write(async |txn| rows(txn, now).await).await?;
    uploads(state, now - UPLOADS).await?;
    exports::forget_expired(state).await?;
    files::forget_unfinished(state, Instant::from_unix(now - UPLOADS)).await?;
    outbox::forget_delivered(state).await
}

async fn rows(txn: &Txn, now: i64) -> Result<()> {
    let answers = idempotency::Column::CreatedAt.lt(now - ANSWERS);
    idempotency::Entity::delete_many()
        .filter(answers)
        .exec(txn)
        .await?;
    let old = draft::Column::ExpiresAt.lte(now);
    draft::Entity::delete_many().filter(old).exec(txn).await?;
    let ended = session::Column::ExpiresAt.lt(now - SESSIONS);
    session::Entity::delete_many().filter(ended).exec(txn).await?;
    let forgotten = sign_in_failure::Column::LastAt.lt(now - SESSIONS);
    sign_in_failure::Entity::delete_many()
        .filter(forgotten)
        .exec(txn)
        .await?;
    Ok(())
}

/// Rows first: a file without a row is only lost space, a row without a file would be a broken promise.
async fn uploads(state: &State, before: i64) -> Result<()> {
    use file::Column as C;
    let stale = || C::ClaimedAt.is_null().and(C::CreatedAt.lt(before));
    let found = file::Entity::find()
        .select_only()
        .column(C::Id)
        .column(C::StoredAs)
        .filter(stale());
    let found: Vec<(Uuid, String)> = found
        .limit(FILES_AT_ONCE)
        .into_tuple()
        .all(state.db.read())
        .await?;
    for (id, stored_as) in found {
        // Asked again in the transaction: it may have been bound to a case meanwhile.
        let gone = state
            .db
            .write(async |txn| {
                let row = file::Entity::delete_many().filter(C::Id.eq(id)).filter(stale());
                Ok::<_, crate::error::Error>(row.exec(txn).await?.rows_affected > 0)
            })
            .await?;
        if gone && let Err(cause) = tokio::fs::remove_file(state.files_dir().join(&stored_as)).await {
            tracing::warn!(file = %id, cause = cause.to_string(), "a forgotten upload could not be removed");
        }
    }
    Ok(())
}
