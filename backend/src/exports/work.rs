//! Making the files, one after the other: rows are read in pages under the grant of whoever asked, written on a thread of
//! its own so that nothing waits behind it, and encrypted before they touch the disk under a name.

use super::{
    service::{path, remove_file},
    sheet::{self, Sheet},
    store::{self, Finished, Hold, Order},
};
use crate::{
    access::{Access, Grant},
    cases::service as cases,
    confidential::{BlobSummary, BlobWriter, DataKey, Owner},
    error::{Error, Result},
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{Actor, Operation},
    api::cases::CaseSummary,
    ids::{ExportId, FileId},
    problem::ProblemCode,
};
use anyhow::Context as _;
use tokio::sync::mpsc;

/// Rows read at once.
const PAGE: u32 = 1_000;
/// Pages that wait to be written at most.
const AHEAD: usize = 4;
/// For how long a server holds an export without a word, in seconds.
const HELD: i64 = 120;
/// How often an export is begun before it is given up.
const ATTEMPTS: i32 = 3;

/// Makes every export that waits. What one server left unfinished, the next begins anew.
pub(crate) async fn work(state: &State) -> Result<()> {
    while let Some(order) = claim(state).await? {
        let id = order.id;
        if order.attempts > ATTEMPTS {
            give_up(state, id).await?;
            continue;
        }
        match make(state, &order).await {
            Ok(()) => metrics::counter!("anju_exports_total").increment(1),
            // Nobody wants it any more, or another server has it.
            Err(error) if error.code() == ProblemCode::Conflict => {}
            Err(error) => {
                tracing::error!(export = %id, cause = error.for_log(), "an export failed");
                give_up(state, id).await?;
            }
        }
    }
    Ok(())
}

fn hold(state: &State) -> Hold {
    Hold {
        holder: state.run,
        until: state.clock.now().plus(HELD),
    }
}

async fn claim(state: &State) -> Result<Option<Order>> {
    let now = state.clock.now();
    state
        .db
        .write(async |txn| store::claim(txn, now, hold(state)).await)
        .await
}

async fn give_up(state: &State, id: ExportId) -> Result<()> {
    state
        .db
        .write(async |txn| store::fail(txn, id, hold(state)).await)
        .await?;
    remove_file(state, id).await;
    Ok(())
}

/// Makes one file, on behalf of whoever asked for it.
async fn make(state: &State, order: &Order) -> Result<()> {
    let actor = Actor::Staff(order.staff.clone());
    let resource = format!("export/{}/rows", order.id);
    let file = Access::new(state, actor, Operation::ExportCases, resource)
        .read(async |grant| fill(grant, state, order).await)
        .await?;
    let kept = state
        .db
        .write(async |txn| store::finish(txn, order.id, hold(state), &file).await)
        .await?;
    if !kept {
        remove_file(state, order.id).await;
    }
    Ok(())
}

async fn fill(grant: &Grant, state: &State, order: &Order) -> Result<Finished> {
    let unit = units::active_name(grant, state.db.read(), order.staff.unit).await?;
    let sheet = Sheet {
        columns: order.columns.clone(),
        language: order.language,
        profile: state.profile(),
        calendar: state.calendar(),
        by: order.staff.name.clone(),
        unit: unit.unwrap_or_default(),
        at: order.created_at,
    };
    let (pages, waiting) = mpsc::channel(AHEAD);
    let writing = tokio::task::spawn_blocking(move || sheet::write(&sheet, waiting));
    let read = read(grant, state, order, &pages).await;
    drop(pages);
    // A writer that failed has stopped listening: its reason comes first.
    let content = writing.await.context("an export could not be written")??;
    let rows = read?;
    let key = DataKey::generate(&*state.ids);
    let summary = encrypt(state, order.id, &key, &content).await?;
    Ok(Finished {
        rows,
        size: summary.size,
        wrapped_key: key.wrap(Owner::File(FileId(order.id.0)), &state.keys, &*state.ids),
        key_id: state.keys.id(),
    })
}

/// Reads page after page, all of the same state, and says how far it is.
async fn read(
    grant: &Grant,
    state: &State,
    order: &Order,
    pages: &mpsc::Sender<Vec<CaseSummary>>,
) -> Result<u64> {
    let txn = state.db.snapshot().await?;
    let (mut query, mut done) = (order.query.clone(), 0);
    loop {
        let page = cases::listed(grant, state, &txn, &query, PAGE).await?;
        done += page.items.len() as u64;
        if pages.send(page.items).await.is_err() {
            break;
        }
        let wanted = state
            .db
            .write(async |txn| store::advance(txn, order.id, done, hold(state)).await)
            .await?;
        if !wanted {
            return Err(Error::of(ProblemCode::Conflict));
        }
        match page.next {
            Some(next) => query.after = Some(next),
            None => break,
        }
    }
    txn.rollback().await?;
    Ok(done)
}

async fn encrypt(state: &State, id: ExportId, key: &DataKey, content: &[u8]) -> Result<BlobSummary> {
    let folder = state.files_dir();
    tokio::fs::create_dir_all(&folder)
        .await
        .context("the folder of the files cannot be made")?;
    let path = path(state, id);
    // Left by a server that went away while it wrote.
    let _ = tokio::fs::remove_file(path.with_added_extension(crate::confidential::UNFINISHED)).await;
    let mut writer = BlobWriter::create(&path, key, &*state.ids)
        .await
        .context("an export cannot be stored")?;
    writer.push(content).await.context("an export cannot be stored")?;
    Ok(writer.finish().await.context("an export cannot be stored")?)
}
