//! A stored file (附件).

use sea_orm::entity::prelude::*;

/// A stored file (附件).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The case, once claimed.
    pub case_id: Option<Uuid>,
    /// Who uploaded it.
    pub uploader: String,
    /// Name as given.
    pub name: String,
    /// Type by content.
    pub media_type: String,
    /// Bytes, unencrypted.
    pub size: i64,
    /// Checksum, unencrypted.
    pub sha256: Vec<u8>,
    /// Name in the data folder.
    pub stored_as: String,
    /// Data key of the file, wrapped.
    pub wrapped_key: Vec<u8>,
    /// Which master key wrapped it.
    pub key_id: String,
    /// When it was uploaded.
    pub created_at: i64,
    /// When it was bound to a case; unclaimed ones are purged.
    pub claimed_at: Option<i64>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
