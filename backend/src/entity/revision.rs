//! A new version of rules or calendar on its way (修订).

use sea_orm::entity::prelude::*;

/// A new version of rules or calendar on its way (修订).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Rules or calendar.
    pub kind: String,
    /// Id of the layer; year and division of an arrangement.
    pub name: String,
    /// Version of the layer; place among the arrangements of this name.
    pub number: i32,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: String,
    /// Number of its first day.
    pub in_force_from: i32,
    /// Counts up with every change.
    pub version: i64,
    /// What it says, as JSON.
    pub content: String,
    /// Digest of what it says.
    pub digest: Vec<u8>,
    /// When it was drafted.
    pub created_at: i64,
    /// When it was published.
    pub published_at: Option<i64>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
