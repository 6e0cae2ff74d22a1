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
    /// `allowed`, or the code of the refusal.
    pub outcome: String,
    /// How many events of a case this entry answers for; 0 where there is none.
    pub covers: i64,
    /// The reason that the caller gave.
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
