//! One link of a case's journal.

use sea_orm::entity::prelude::*;

/// One link of a case's journal.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// 1, 2, 3 …
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// Kind of the event.
    pub kind: String,
    /// When.
    pub at: i64,
    /// Who.
    pub actor: String,
    /// The event as canonical JSON.
    pub payload: String,
    /// Digest of caller and command that caused it.
    pub cause: Vec<u8>,
    /// Hash of the event before.
    pub prev: Vec<u8>,
    /// HMAC over `prev` and the event.
    pub hash: Vec<u8>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
