//! One token of a rotating family; the session is the family.

use sea_orm::entity::prelude::*;

/// One token of a rotating family; the session is the family.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_token")]
pub struct Model {
    /// Keyed hash of the token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: Vec<u8>,
    /// The family.
    pub session_id: Uuid,
    /// When it was issued.
    pub issued_at: i64,
    /// When it ends.
    pub expires_at: i64,
    /// When it was exchanged; a second use revokes the family.
    pub used_at: Option<i64>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
