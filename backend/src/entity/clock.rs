//! One running, stopped or lapsed period of a case (时限).

use sea_orm::entity::prelude::*;

/// One running, stopped or lapsed period of a case (时限).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "clock")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Kind of the period.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    /// 1 at first, then one more each time it is armed again.
    #[sea_orm(primary_key, auto_increment = false)]
    pub round: i32,
    /// When counting starts.
    pub start_at: i64,
    /// Exclusive end.
    pub due_at: i64,
    /// Number of the last day, for periods in days.
    pub last_day: Option<i32>,
    /// Whether a year without official arrangement is touched.
    pub provisional: bool,
    /// As recorded: running, paused, overdue, met, missed, ended. What is paused does not fall due.
    pub status: String,
    /// When its passing was recorded.
    pub lapsed_at: Option<i64>,
    /// When its duty was done.
    pub stopped_at: Option<i64>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
