//! That somebody accepted a text of the confidentiality agreement.

use sea_orm::entity::prelude::*;

/// That somebody accepted a text of the confidentiality agreement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_acceptance")]
pub struct Model {
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// Which text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: String,
    /// When.
    pub accepted_at: i64,
    /// Until when that is good.
    pub until: i64,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
