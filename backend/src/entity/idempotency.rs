//! An answer to repeat when the same request comes again.

use sea_orm::entity::prelude::*;

/// An answer to repeat when the same request comes again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
pub struct Model {
    /// Keyed hash of caller and key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key_hash: Vec<u8>,
    /// Who.
    pub caller: String,
    /// Keyed hash of key and body.
    pub body_hash: Vec<u8>,
    /// The answer, always one of success; empty while the request is under way.
    pub response_sealed: Vec<u8>,
    /// When.
    pub created_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
