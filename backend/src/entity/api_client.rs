//! A third-party system with an account.

use sea_orm::entity::prelude::*;

/// A third-party system with an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_client")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Public name in client credentials.
    pub client_id: String,
    /// Name for people.
    pub name: String,
    /// Hash of the secret.
    pub secret_hash: String,
    /// JSON list of scope codes.
    pub scopes: String,
    /// Whether it may get tokens.
    pub active: bool,
    /// When it was made.
    pub created_at: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
