//! Rows of files. The bytes lie in the data folder.

use crate::{access::Grant, confidential::BlobSummary, db::Txn, entity::file, error::Result};
use anju_shared::{
    api::messages::AttachedFile,
    ids::{CaseId, FileId},
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _,
};
use std::collections::HashMap;

/// A file that was uploaded just now.
pub(super) struct NewFile {
    pub(super) id: FileId,
    pub(super) uploader: String,
    pub(super) name: String,
    pub(super) media_type: &'static str,
    pub(super) content: BlobSummary,
    pub(super) stored_as: String,
    pub(super) wrapped_key: Vec<u8>,
    pub(super) key_id: String,
    pub(super) at: Instant,
}

/// A file of a case.
pub(super) struct KeptFile {
    pub(super) name: String,
    pub(super) media_type: String,
    pub(super) size: u64,
    pub(super) stored_as: String,
    pub(super) wrapped_key: Vec<u8>,
}

/// Writes down a file that belongs to no case yet.
pub(super) async fn insert(_: &Grant, txn: &Txn, new: &NewFile) -> Result<()> {
    let row = file::ActiveModel {
        id: Set(new.id.0),
        case_id: NotSet,
        uploader: Set(new.uploader.clone()),
        name: Set(new.name.clone()),
        media_type: Set(new.media_type.to_owned()),
        size: Set(i64::try_from(new.content.size).unwrap_or(i64::MAX)),
        sha256: Set(new.content.sha256.to_vec()),
        stored_as: Set(new.stored_as.clone()),
        wrapped_key: Set(new.wrapped_key.clone()),
        key_id: Set(new.key_id.clone()),
        created_at: Set(new.at.unix()),
        claimed_at: NotSet,
    };
    file::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Binds those of these files that are free to a case; answers how many.
pub(super) async fn claim(
    _: &Grant,
    db: &impl ConnectionTrait,
    free: Free<'_>,
    case: CaseId,
    at: Instant,
) -> Result<u64> {
    let claimed = file::ActiveModel {
        case_id: Set(Some(case.0)),
        claimed_at: Set(Some(at.unix())),
        ..Default::default()
    };
    let done = file::Entity::update_many()
        .set(claimed)
        .filter(free.condition())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// How many bytes of this uploader's files wait to be named.
pub(super) async fn waiting(_: &Grant, db: &impl ConnectionTrait, uploader: &str) -> Result<u64> {
    // PostgreSQL adds up to a number without bounds.
    let total = file::Column::Size.sum().cast_as("bigint");
    let found = file::Entity::find()
        .select_only()
        .column_as(total, "total")
        .filter(file::Column::Uploader.eq(uploader))
        .filter(file::Column::ClaimedAt.is_null())
        .into_tuple::<Option<i64>>()
        .one(db)
        .await?;
    Ok(u64::try_from(found.flatten().unwrap_or_default()).unwrap_or_default())
}

/// How many of these files are free.
pub(super) async fn count_free(_: &Grant, db: &impl ConnectionTrait, free: Free<'_>) -> Result<u64> {
    Ok(file::Entity::find().filter(free.condition()).count(db).await?)
}

/// Files that this uploader brought and nobody has named yet.
#[derive(Clone, Copy)]
pub(super) struct Free<'a> {
    pub(super) files: &'a [FileId],
    pub(super) uploader: &'a str,
}

impl Free<'_> {
    fn condition(self) -> Condition {
        Condition::all()
            .add(file::Column::Id.is_in(self.files.iter().map(|file| file.0)))
            .add(file::Column::Uploader.eq(self.uploader))
            .add(file::Column::ClaimedAt.is_null())
    }
}

/// These files of a case, by their ids.
pub(super) async fn attached(
    _: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
    files: &[FileId],
) -> Result<HashMap<FileId, AttachedFile>> {
    let rows = file::Entity::find()
        .filter(file::Column::CaseId.eq(case.0))
        .filter(file::Column::Id.is_in(files.iter().map(|file| file.0)))
        .all(db)
        .await?;
    let named = rows.into_iter().map(|row| {
        let id = FileId(row.id);
        let file = AttachedFile {
            id,
            name: row.name,
            media_type: row.media_type,
            size: u64::try_from(row.size).context("impossible row: a file of negative size")?,
        };
        Ok((id, file))
    });
    named.collect()
}

/// A file of this case.
pub(super) async fn find(
    _: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
    id: FileId,
) -> Result<Option<KeptFile>> {
    let found = file::Entity::find_by_id(id.0)
        .filter(file::Column::CaseId.eq(case.0))
        .one(db)
        .await?;
    let kept = |row: file::Model| -> Result<KeptFile> {
        Ok(KeptFile {
            size: u64::try_from(row.size).context("impossible row: a file of negative size")?,
            name: row.name,
            media_type: row.media_type,
            stored_as: row.stored_as,
            wrapped_key: row.wrapped_key,
        })
    };
    found.map(kept).transpose()
}
