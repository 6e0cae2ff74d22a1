//! What a revision would do to one period of one case.

use sea_orm::entity::prelude::*;

/// What a revision would do to one period of one case.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision_effect")]
pub struct Model {
    /// The revision.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: Uuid,
    /// 1, 2, 3 …
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// The case.
    pub case_id: Uuid,
    /// Its number.
    pub number: String,
    /// Its region.
    pub region: String,
    /// Kind of the period.
    pub clock: String,
    /// Which start of it.
    pub round: i32,
    /// Open, kept or past.
    pub grouped: String,
    /// In which way it changes.
    pub shift: String,
    /// When it ends so far, as JSON.
    pub before: String,
    /// When it would end, as JSON.
    pub after: String,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
