//! Totals of cases, so that a list shows its exact total without counting rows.
//!
//! Every case is counted in two cubes, in the transaction that changes it (one statement: minus one where
//! it was, plus one where it is). Cube [`SMALL`] leaves industry and channel empty, so it has a few
//! thousand rows whatever the number of cases, and answers filters by unit, region, stage and urgency.
//! Cube [`FULL`] fills every dimension, for filters that name an industry or a channel. The total of a
//! list is `SUM(total)` of one cube under the same filter.

use sea_orm::entity::prelude::*;

/// Unit, region, stage and urgency.
pub(crate) const SMALL: i32 = 0;
/// Every dimension.
pub(crate) const FULL: i32 = 1;

/// Totals of cases, so that a list shows its exact total without counting rows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_tally")]
pub struct Model {
    /// Which dimensions are filled; see above.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cube: i32,
    /// Unit, or the nil id for none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit_id: Uuid,
    /// Region.
    #[sea_orm(primary_key, auto_increment = false)]
    pub region: String,
    /// Stage.
    #[sea_orm(primary_key, auto_increment = false)]
    pub stage: String,
    /// Urgency, or empty for none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub urgency: String,
    /// Industry; empty in the small cube.
    #[sea_orm(primary_key, auto_increment = false)]
    pub industry: String,
    /// Channel; empty in the small cube.
    #[sea_orm(primary_key, auto_increment = false)]
    pub channel: String,
    /// How many cases.
    pub total: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
