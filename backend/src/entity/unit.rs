//! A unit of the organisation tree (单位).

use sea_orm::entity::prelude::*;

/// A unit of the organisation tree (单位).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unit")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Short stable code, as `TJ-HG-01`.
    pub code: String,
    /// Name as people know it.
    pub name: String,
    /// Office, street, park or department.
    pub kind: String,
    /// Code of its region.
    pub region: String,
    /// The unit above.
    pub parent_id: Option<Uuid>,
    /// Whether it still gets work.
    pub active: bool,
    /// Counts up with every change.
    pub version: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
