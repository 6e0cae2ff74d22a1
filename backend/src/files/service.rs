//! What is done with files: kept, bound to a case, handed out.

use super::{
    blob::{self, Blob},
    kind::{Kind, Recogniser},
    name,
    parts::{Part, Parts, wrong},
    store::{self, Free, KeptFile, NewFile},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    cases::service as cases,
    confidential::{BlobSummary, BlobWriter, DataKey, Owner},
    error::{Error, Result},
    http::{Download, Named, RequestInfo},
    state::State,
};
use anju_shared::{
    access::{Actor, ActorRef, Operation},
    api::{files::StoredFile, messages::AttachedFile},
    ids::{CaseId, FileId},
    problem::ProblemCode,
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Takes in a file, encrypted from the first byte that touches the disk.
pub(crate) async fn keep(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    mut parts: Parts,
) -> Result<StoredFile> {
    let id = state.ids.file();
    let uploader = uploader(&actor.reference());
    let of_public = matches!(actor, Actor::Public);
    let access = Access::new(state, actor, Operation::Upload, format!("file/{id}")).within(info);
    access.admit().await?;
    let key = DataKey::generate(&*state.ids);
    let blob = Blob::at(state, id);
    let received = receive(state, &blob, &key, &mut parts).await?;
    let new = NewFile {
        id,
        uploader,
        name: name::tidy(received.name.as_deref(), received.kind),
        media_type: received.kind.media_type,
        content: received.content,
        stored_as: blob.name.clone(),
        wrapped_key: key.wrap(Owner::File(id), &state.keys, &*state.ids),
        key_id: state.keys.id().to_string(),
        at: state.clock.now(),
    };
    access
        .change(async |grant, txn| {
            if of_public {
                require_room(grant, txn, state, &new).await?;
            }
            store::insert(grant, txn, &new).await?;
            Ok(((), Place::of_new(id.0)))
        })
        .await?;
    blob.keep();
    Ok(StoredFile {
        id,
        name: new.name,
        media_type: new.media_type.to_owned(),
        size: new.content.size,
        sha256: hex::encode(new.content.sha256),
    })
}

/// Files that nobody names are kept for a day: whoever sends many, from however many addresses, fills no disk.
async fn require_room(grant: &Grant, db: &impl ConnectionTrait, state: &State, new: &NewFile) -> Result<()> {
    let waiting = store::waiting(grant, db, &new.uploader).await?;
    if waiting.saturating_add(new.content.size) <= state.config.limits.unclaimed_bytes as u64 {
        return Ok(());
    }
    tracing::warn!(waiting, "files that nobody has named yet fill their room");
    Err(Error::with(
        ProblemCode::Unavailable,
        "等待提交的附件过多，暂时不能上传。可以先提交举报，稍后补充材料，或者拨打举报热线",
        "Too many files wait to be sent with a report. Report first and add files later, or call the hotline",
    ))
}

/// Binds files that this caller uploaded, and that nobody named before, to a case. False unless every one of
/// them was free: then the caller undoes the transaction. A row that refers to the case must exist already.
pub(crate) async fn claim(
    grant: &Grant,
    db: &impl ConnectionTrait,
    files: &[FileId],
    case: CaseId,
    now: Instant,
) -> Result<bool> {
    if files.is_empty() {
        return Ok(true);
    }
    let uploader = uploader(&grant.actor().reference());
    let claimed = store::claim(
        grant,
        db,
        Free {
            files,
            uploader: &uploader,
        },
        case,
        now,
    )
    .await?;
    Ok(claimed == files.len() as u64)
}

/// Whether this caller uploaded every one of these files and nobody named one of them before.
pub(crate) async fn are_free(grant: &Grant, db: &impl ConnectionTrait, files: &[FileId]) -> Result<bool> {
    if files.is_empty() {
        return Ok(true);
    }
    let uploader = uploader(&grant.actor().reference());
    let free = store::count_free(
        grant,
        db,
        Free {
            files,
            uploader: &uploader,
        },
    )
    .await?;
    Ok(free == files.len() as u64)
}

/// These files of a case, by their ids.
pub(crate) async fn attached(
    grant: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
    files: &[FileId],
) -> Result<HashMap<FileId, AttachedFile>> {
    if files.is_empty() {
        return Ok(HashMap::new());
    }
    store::attached(grant, db, case, files).await
}

/// Opens a file of a case for somebody who may see it.
pub(crate) async fn open(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    (case, id): (CaseId, FileId),
) -> Result<Download> {
    let access = Access::new(
        state,
        actor,
        Operation::Download,
        format!("case/{case}/file/{id}"),
    )
    .within(info);
    access
        .read(async |grant| {
            let db = state.db.read();
            cases::reach_file(grant, db, case, id).await?;
            let kept = store::find(grant, db, case, id)
                .await?
                .ok_or_else(Error::not_found)?;
            let KeptFile {
                name,
                media_type,
                size,
                stored_as,
                wrapped_key,
            } = kept;
            let key = DataKey::unwrap(&wrapped_key, Owner::File(id), &state.keys);
            let key = key.context("the data key of a file does not open")?;
            let named = Named {
                name,
                media_type,
                size,
            };
            Download::open(&state.files_dir().join(stored_as), &key, named).await
        })
        .await
}

/// Removes what killed servers left half written before this instant.
pub(crate) async fn forget_unfinished(state: &State, before: Instant) -> Result<()> {
    let forgotten = blob::forget_unfinished(&state.files_dir(), before).await;
    let forgotten = forgotten.context("the folder of the files cannot be cleaned")?;
    if forgotten > 0 {
        tracing::info!(forgotten, "files that were never finished are gone");
    }
    Ok(())
}

/// Who uploaded a file, as its row says it. All of the public is one: there, whoever knows the id, which
/// nobody can guess, is the one who uploaded it.
fn uploader(actor: &ActorRef) -> String {
    match actor {
        ActorRef::Staff {
            user,
            name: _,
            unit: _,
        } => format!("staff/{user}"),
        ActorRef::Client { client } => format!("client/{client}"),
        ActorRef::Public | ActorRef::Reporter => "public".to_owned(),
        ActorRef::System => "system".to_owned(),
    }
}

struct Received {
    name: Option<String>,
    kind: &'static Kind,
    content: BlobSummary,
}

async fn receive(state: &State, blob: &Blob, key: &DataKey, parts: &mut Parts) -> Result<Received> {
    let mut part = parts.file().await?;
    let name = part.name();
    let (kind, content) = write(state, blob, key, &mut part).await?;
    drop(part);
    parts.end().await?;
    Ok(Received { name, kind, content })
}

async fn write(
    state: &State,
    blob: &Blob,
    key: &DataKey,
    part: &mut Part,
) -> Result<(&'static Kind, BlobSummary)> {
    let folder = state.files_dir();
    tokio::fs::create_dir_all(&folder)
        .await
        .context("the folder of the files cannot be made")?;
    let mut writer = BlobWriter::create(&blob.path, key, &*state.ids)
        .await
        .context("a file cannot be stored")?;
    let mut recogniser = Recogniser::default();
    while let Some(chunk) = part.chunk().await? {
        recogniser.push(&chunk)?;
        writer.push(&chunk).await.context("a file cannot be stored")?;
    }
    if writer.size() == 0 {
        return Err(wrong("empty", "文件是空的", "The file is empty"));
    }
    let kind = recogniser.finish()?;
    Ok((kind, writer.finish().await.context("a file cannot be stored")?))
}
