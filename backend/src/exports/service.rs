//! What is done with exports: asked for, looked at, fetched, forgotten. Those of others are unknown.

use super::store::{self, Kept, New};
use crate::{
    access::{Access, Grant},
    audit::Place,
    cases::service as cases,
    confidential::{DataKey, Owner},
    error::{Error, Result},
    http::{Download, Named, RequestInfo},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation, Staff},
    api::{
        exports::{Export, ExportBody, MOST_ROWS},
        views::CaseColumn,
    },
    ids::{ExportId, FileId},
    problem::{Bilingual, ProblemCode, Violation},
    time::Instant,
};
use anyhow::Context as _;
use std::path::PathBuf;

/// How long an export is kept, in seconds.
const KEPT: i64 = 86_400;
/// Exports of one person that may be under way at once.
const UNDER_WAY: usize = 2;
/// Exports of one person that are kept at most.
const MOST_KEPT: usize = 20;
/// The type of what is exported.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Takes an order. Why it may be refused is told before anything is written.
pub(super) async fn request(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    body: &ExportBody,
) -> Result<Export> {
    let (id, now) = (state.ids.export(), state.clock.now());
    let query = body.query.without_page();
    let access = Access::new(state, actor, Operation::ExportCases, format!("export/{id}")).within(info);
    access
        .change(async |grant, txn| {
            let staff = staff(grant)?;
            admit(&store::of(grant, txn, staff.user).await?)?;
            let total = cases::listed(grant, state, txn, &query, 1).await?.total;
            if total > MOST_ROWS {
                return Err(too_many_rows(total));
            }
            let new = New {
                id,
                staff,
                query: &query,
                columns: &CaseColumn::tidy(&body.columns),
                language: info.language,
                total,
                at: now,
                expires_at: now.plus(KEPT),
            };
            let export = store::insert(grant, txn, &new).await?;
            Ok((export, Place::of_new(id.0)))
        })
        .await
}

/// The own exports, the newest first.
pub(super) async fn list(state: &State, actor: Actor, info: &RequestInfo) -> Result<Vec<Export>> {
    Access::new(state, actor, Operation::ExportCases, "exports")
        .within(info)
        .read(async |grant| store::of(grant, state.db.read(), staff(grant)?.user).await)
        .await
}

/// How far one of them is.
pub(super) async fn read(state: &State, actor: Actor, info: &RequestInfo, id: ExportId) -> Result<Export> {
    Access::new(state, actor, Operation::ExportCases, format!("export/{id}"))
        .within(info)
        .read(async |grant| Ok(own(state, grant, id).await?.export))
        .await
}

/// Opens the file of one of them.
pub(super) async fn open(state: &State, actor: Actor, info: &RequestInfo, id: ExportId) -> Result<Download> {
    Access::new(state, actor, Operation::ExportCases, format!("export/{id}/file"))
        .within(info)
        .read(async |grant| {
            let Kept { export, wrapped_key } = own(state, grant, id).await?;
            let (Some(wrapped_key), Some(size)) = (wrapped_key, export.size) else {
                return Err(not_ready());
            };
            let key = DataKey::unwrap(&wrapped_key, Owner::File(FileId(id.0)), &state.keys);
            let key = key.context("the data key of an export does not open")?;
            let named = Named {
                name: file_name(export.created_at),
                media_type: XLSX.to_owned(),
                size,
            };
            Download::open(&path(state, id), &key, named).await
        })
        .await
}

/// Forgets one of them.
pub(super) async fn delete(state: &State, actor: Actor, info: &RequestInfo, id: ExportId) -> Result<()> {
    Access::new(state, actor, Operation::ExportCases, format!("export/{id}"))
        .within(info)
        .change(async |grant, txn| {
            let owner = staff(grant)?.user;
            match store::delete(grant, txn, owner, id).await? {
                true => Ok(((), Place::of_new(state.ids.uuid()))),
                false => Err(Error::not_found()),
            }
        })
        .await?;
    remove_file(state, id).await;
    Ok(())
}

/// Forgets those whose time is over.
pub(crate) async fn forget_expired(state: &State) -> Result<()> {
    let now = state.clock.now();
    for id in store::expired(state.db.read(), now).await? {
        state.db.write(async |txn| store::forget(txn, id).await).await?;
        remove_file(state, id).await;
    }
    Ok(())
}

/// Where the file of an export lies.
pub(super) fn path(state: &State, id: ExportId) -> PathBuf {
    state.files_dir().join(id.0.simple().to_string())
}

/// Without its row nobody can reach it; one that cannot be removed is lost space.
pub(super) async fn remove_file(state: &State, id: ExportId) {
    match tokio::fs::remove_file(path(state, id)).await {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(export = %id, cause = cause.to_string(), "the file of an export could not be removed");
        }
        _ => {}
    }
}

async fn own(state: &State, grant: &Grant, id: ExportId) -> Result<Kept> {
    let kept = store::find(grant, state.db.read(), staff(grant)?.user, id).await?;
    kept.ok_or_else(Error::not_found)
}

/// Only staff export anything.
fn staff(grant: &Grant) -> Result<&Staff> {
    grant.actor().staff().ok_or_else(Error::not_found)
}

fn admit(kept: &[Export]) -> Result<()> {
    let under_way = kept.iter().filter(|export| export.state.is_under_way()).count();
    if under_way >= UNDER_WAY {
        return Err(Error::with(
            ProblemCode::Conflict,
            format!("您已有 {under_way} 个导出正在生成，请等待完成或取消"),
            format!("{under_way} of your exports are under way; wait for them or cancel one"),
        ));
    }
    if kept.len() >= MOST_KEPT {
        return Err(Error::with(
            ProblemCode::Conflict,
            format!("最多保留 {MOST_KEPT} 个导出，请先删除"),
            format!("At most {MOST_KEPT} exports are kept; delete one first"),
        ));
    }
    Ok(())
}

fn too_many_rows(total: u64) -> Error {
    let message = Bilingual::new(
        format!("共 {total} 件，一次最多导出 {MOST_ROWS} 件，请缩小筛选范围"),
        format!("{total} cases; at most {MOST_ROWS} can be exported at once: narrow the list"),
    );
    Error::Invalid(vec![Violation::new("query", "too_many_rows", message)])
}

fn not_ready() -> Error {
    Error::with(
        ProblemCode::Conflict,
        "导出尚未生成完毕",
        "The export is not ready",
    )
}

/// As 举报件-20261122-0957.xlsx.
fn file_name(at: Instant) -> String {
    let ((year, month, day), (hour, minute, _)) = (at.local_date().ymd(), at.local_time());
    format!("举报件-{year}{month:02}{day:02}-{hour:02}{minute:02}.xlsx")
}
