//! The sealed words of a message (消息).

use sea_orm::entity::prelude::*;

/// The sealed words of a message (消息).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    /// Id, as the state of the case names it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The case.
    pub case_id: Uuid,
    /// The words, sealed with the data key of the case.
    pub words_sealed: Vec<u8>,
    /// Keyed hash of the key with which it was sent.
    pub key_hash: Option<Vec<u8>>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
