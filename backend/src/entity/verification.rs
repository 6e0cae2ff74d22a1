//! One verification of the journals.

use sea_orm::entity::prelude::*;

/// One verification of the journals.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "verification")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When it began.
    pub begun_at: i64,
    /// Name of who began it.
    pub begun_by: String,
    /// Running, done or failed.
    pub state: String,
    /// Events and entries followed.
    pub checked: i64,
    /// Events and entries at the beginning.
    pub total: i64,
    /// Broken places.
    pub faults: i64,
    /// The first of them.
    pub first_fault: Option<String>,
    /// When its server was last heard of.
    pub seen_at: i64,
    /// When it ended.
    pub ended_at: Option<i64>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
