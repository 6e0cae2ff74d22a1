//! A fact to deliver after commit.

use sea_orm::entity::prelude::*;

/// A fact to deliver after commit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Kind of fact.
    pub topic: String,
    /// The case.
    pub case_id: Uuid,
    /// The event of the case.
    pub seq: i64,
    /// What is delivered; never identity.
    pub payload: String,
    /// When.
    pub created_at: i64,
    /// When it was taken.
    pub delivered_at: Option<i64>,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next.
    pub next_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
