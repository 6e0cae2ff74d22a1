//! The last number given out in a division on a day.

use sea_orm::entity::prelude::*;

/// The last number given out in a division on a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_number")]
pub struct Model {
    /// Code of the administrative division.
    #[sea_orm(primary_key, auto_increment = false)]
    pub division: String,
    /// Day as `yyyyMMdd`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: i32,
    /// The last number.
    pub last: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
