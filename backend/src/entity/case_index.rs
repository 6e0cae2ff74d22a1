//! What of a case a search narrows and orders by, in a small row; the terms are not for Rust to read.

use sea_orm::entity::prelude::*;

/// What of a case a search narrows and orders by.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_index")]
pub struct Model {
    /// The case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// As in `case_file`.
    pub due_at: i64,
    /// As in `case_file`.
    pub registered_at: i64,
    /// As in `case_file`.
    pub received_at: i64,
    /// As in `case_file`.
    pub unit_id: Option<Uuid>,
    /// As in `case_file`.
    pub region: String,
    /// As in `case_file`.
    pub stage: String,
    /// As in `case_file`.
    pub urgency: Option<String>,
    /// As in `case_file`.
    pub nature: String,
    /// As in `case_file`.
    pub industry: String,
    /// As in `case_file`.
    pub channel: String,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
