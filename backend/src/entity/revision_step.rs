//! Something that was done to a revision.

use sea_orm::entity::prelude::*;

/// Something that was done to a revision.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision_step")]
pub struct Model {
    /// The revision.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: Uuid,
    /// 1, 2, 3 …
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i32,
    /// What.
    pub action: String,
    /// By whom; nobody where Anju itself did it.
    pub user_id: Option<Uuid>,
    /// The name at that time.
    pub name: Option<String>,
    /// When.
    pub at: i64,
    /// Why, where somebody said so.
    pub reasons: Option<String>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
