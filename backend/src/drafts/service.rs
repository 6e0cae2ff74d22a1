//! Keeping drafts, giving them back to their writer, forgetting them.

use super::store::{self, Kept, Stored};
use crate::{
    access::{Access, Grant},
    audit::Place,
    confidential::{DataKey, Owner},
    db::Txn,
    error::{Error, Result},
    http::{IfMatch, RequestInfo},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::drafts::{Draft, DraftKey, DraftList, SaveDraft, SavedDraft},
    ids::UserId,
    problem::ProblemCode,
};
use uuid::Uuid;
use zeroize::Zeroizing;

const DAY: i64 = 86_400;

/// The caller's drafts, without what stands in them.
pub(super) async fn list(state: &State, info: &RequestInfo, actor: Actor) -> Result<DraftList> {
    let writer = writer(&actor);
    let access = Access::new(state, actor, Operation::KeepDraft, "drafts").within(info);
    let listed = async |grant: &Grant| store::all(grant, state.db.read(), writer, state.clock.now()).await;
    let kept = access.read(listed).await?;
    let drafts = kept.into_iter().map(|(key, kept)| saved(key, &kept)).collect();
    Ok(DraftList { drafts })
}

/// One of the caller's drafts, with its version.
pub(super) async fn read(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    key: &DraftKey,
) -> Result<(Draft, i64)> {
    let writer = writer(&actor);
    let found = async |grant: &Grant| {
        let found = store::find(grant, state.db.read(), writer, key, state.clock.now()).await?;
        found.ok_or(Error::not_found())
    };
    let Stored {
        kept,
        wrapped_key,
        sealed,
    } = access(state, info, actor, key).read(found).await?;
    let opened = DataKey::unwrap(&wrapped_key, Owner::Drafts(writer), &state.keys)
        .and_then(|data_key| data_key.open_bytes(&place(writer, key), &sealed));
    let opened = opened.map_err(anyhow::Error::from)?;
    let content = std::str::from_utf8(&opened)
        .map_err(anyhow::Error::from)?
        .to_owned();
    let saved = saved(key.as_str().to_owned(), &kept);
    Ok((Draft { saved, content }, kept.version))
}

/// Keeps what stands in a form, if nothing newer is kept already; its new version.
///
/// # Errors
/// 412 when something newer is kept, 409 when too much is, 413 when it is too long.
pub(super) async fn save(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (key, read): (&DraftKey, IfMatch),
    body: SaveDraft,
) -> Result<(SavedDraft, i64)> {
    let writer = writer(&actor);
    let content = Zeroizing::new(body.content);
    let access = access(state, info, actor, key);
    access.admit().await?;
    if content.len() > state.config.drafts.bytes {
        return access.refuse(too_long(state.config.drafts.bytes)).await;
    }
    // A key of its own for each version: what was kept before opens with nothing any more.
    let data_key = DataKey::generate(&*state.ids);
    let wrapped_key = data_key.wrap(Owner::Drafts(writer), &state.keys, &*state.ids);
    let sealed = data_key.seal_bytes(&place(writer, key), content.as_bytes(), &*state.ids);
    let now = state.clock.now();
    let days = i64::try_from(state.config.drafts.days).unwrap_or(1);
    let kept = Kept {
        version: read.0.saturating_add(1),
        saved_at: now,
        expires_at: now.plus(days.saturating_mul(DAY)),
    };
    let stored = Stored {
        kept,
        wrapped_key,
        sealed,
    };
    let written = async |grant: &Grant, txn: &Txn| {
        write(grant, state, txn, (writer, key, read), &stored).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(written).await?;
    Ok((saved(key.as_str().to_owned(), &stored.kept), stored.kept.version))
}

async fn write(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    (writer, key, read): (UserId, &DraftKey, IfMatch),
    stored: &Stored,
) -> Result<()> {
    store::forget_old(grant, txn, writer, state.clock.now()).await?;
    let present = store::version(grant, txn, writer, key).await?;
    read.require(present.unwrap_or(0))?;
    if present.is_some() {
        return store::replace(grant, txn, (writer, key), stored, read.0).await;
    }
    if store::count(grant, txn, writer).await? >= state.config.drafts.each_person as u64 {
        return Err(Error::with(
            ProblemCode::Conflict,
            "草稿过多，请先提交或删除一些",
            "There are too many drafts: send or remove some first",
        ));
    }
    store::insert(grant, txn, (writer, key), stored).await
}

/// Removes one of the caller's drafts; one that is not there is removed already.
pub(super) async fn remove(state: &State, info: &RequestInfo, actor: Actor, key: &DraftKey) -> Result<()> {
    let writer = writer(&actor);
    let removed = async |grant: &Grant, txn: &Txn| {
        store::remove(grant, txn, writer, key).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access(state, info, actor, key).change(removed).await
}

fn access<'a>(state: &'a State, info: &RequestInfo, actor: Actor, key: &DraftKey) -> Access<'a> {
    let resource = format!("draft/{}", key.as_str());
    Access::new(state, actor, Operation::KeepDraft, resource).within(info)
}

/// To what the text is bound: moved to another writer or name it does not open.
fn place(writer: UserId, key: &DraftKey) -> String {
    format!("draft/{writer}/{}", key.as_str())
}

fn saved(key: String, kept: &Kept) -> SavedDraft {
    let &Kept {
        version: _,
        saved_at,
        expires_at,
    } = kept;
    SavedDraft {
        key,
        saved_at,
        expires_at,
    }
}

/// Whose drafts they are; nobody's for whoever is not staff, whom the policy will refuse.
fn writer(actor: &Actor) -> UserId {
    actor.staff().map_or(UserId(Uuid::nil()), |staff| staff.user)
}

fn too_long(bytes: usize) -> Error {
    Error::with(
        ProblemCode::TooLarge,
        format!("草稿最多 {bytes} 字节"),
        format!("A draft has at most {bytes} bytes"),
    )
}
