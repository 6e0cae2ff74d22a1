//! A member of staff with an account.

use sea_orm::entity::prelude::*;

/// A member of staff with an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "app_user")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name for signing in.
    pub login: String,
    /// Name of the person, as shown to colleagues.
    pub name: String,
    /// The unit of the person.
    pub unit_id: Uuid,
    /// Argon2id, in PHC form.
    pub password_hash: String,
    /// JSON list of role codes.
    pub roles: String,
    /// Whether the account may sign in.
    pub active: bool,
    /// Whether the password must be changed first.
    pub must_change: bool,
    /// Until when the confidentiality agreement runs.
    pub agreement_until: Option<i64>,
    /// When the account was made.
    pub created_at: i64,
    /// Counts up with every change by an administrator.
    pub version: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
