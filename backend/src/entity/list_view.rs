//! A view of the list of cases that somebody saved (视图).

use sea_orm::entity::prelude::*;

/// A view of the list of cases that somebody saved (视图).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "list_view")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub user_id: Uuid,
    /// Where it stands among the others.
    pub place: i32,
    /// Its name.
    pub name: String,
    /// What it is narrowed to, as JSON.
    pub query: String,
    /// The codes of its columns, as JSON.
    pub columns: String,
    /// When it was saved first.
    pub created_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
