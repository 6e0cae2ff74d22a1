//! Which unit is proposed for a region and an industry.

use sea_orm::entity::prelude::*;

/// Which unit is proposed for a region and an industry.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "routing")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Code of the region, or empty for any.
    pub region: String,
    /// Code of the industry, or empty for any.
    pub industry: String,
    /// The proposed unit.
    pub unit_id: Uuid,
    /// The smallest wins.
    pub priority: i32,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
