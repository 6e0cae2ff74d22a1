//! How often rules or calendars were published.

use sea_orm::entity::prelude::*;

/// How often rules or calendars were published.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub struct Model {
    /// 1: there is one row.
    #[sea_orm(primary_key, auto_increment = false)]
    pub only_row: i32,
    /// How often.
    pub count: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
