//! One link of the journal of access.

use sea_orm::entity::prelude::*;

/// One link of the journal of access.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// The case of a write, or the run of a server for reads and refusals.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lane: Uuid,
    /// Place in the lane.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// When.
    pub at: i64,
    /// Who.
    pub actor: String,
    /// What was asked for.
    pub action: String,
    /// On what.
    pub resource: String,
    /// Allowed or refused.
    pub outcome: String,
    /// The reason given or the refusal.
    pub reason: Option<String>,
    /// The request.
    pub request_id: Option<String>,
    /// HMAC over the entry before and this one.
    pub hash: Vec<u8>,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
