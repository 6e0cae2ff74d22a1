//! What somebody entered in a form and has not sent, sealed.

use sea_orm::entity::prelude::*;

/// What somebody entered in a form and has not sent, sealed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    /// Who entered it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// The name that its form gave it: words and ids.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Counts how often it was saved.
    pub version: i64,
    /// The key of the text, wrapped.
    pub wrapped_key: Vec<u8>,
    /// The text, sealed.
    pub content_sealed: Vec<u8>,
    /// When it was saved last.
    pub saved_at: i64,
    /// When it is removed.
    pub expires_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
