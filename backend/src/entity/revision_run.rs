//! A walk through the cases for a revision: its simulation, or its application.

use sea_orm::entity::prelude::*;

/// A walk through the cases for a revision: its simulation, or its application.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision_run")]
pub struct Model {
    /// The revision.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: Uuid,
    /// Simulate or apply.
    #[sea_orm(primary_key, auto_increment = false)]
    pub purpose: String,
    /// How far it is.
    pub state: String,
    /// Digest of what is looked at.
    pub digest: Vec<u8>,
    /// Number of the first day of the past period.
    pub past_from: Option<i32>,
    /// Number of its last day.
    pub past_until: Option<i32>,
    /// How often it was begun.
    pub attempts: i32,
    /// Which server walks.
    pub holder: Option<String>,
    /// When another may take over.
    pub held_until: Option<i64>,
    /// The last case that was looked at.
    pub place: Option<Uuid>,
    /// Cases looked at.
    pub done: i64,
    /// Cases to look at.
    pub total: i64,
    /// What it came to so far, as JSON.
    pub figures: String,
    /// When it was asked for.
    pub asked_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
