//! The secret of somebody's authenticator, sealed.

use sea_orm::entity::prelude::*;

/// The secret of somebody's authenticator, sealed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_code")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// The key of the secret, wrapped.
    pub wrapped_key: Vec<u8>,
    /// The secret, sealed.
    pub secret_sealed: Vec<u8>,
    /// Since when signing in asks for a code.
    pub confirmed_at: Option<i64>,
    /// The step of the last code that was taken.
    pub last_step: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
