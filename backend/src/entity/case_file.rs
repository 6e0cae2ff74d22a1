//! One report and everything done about it (举报件).
//!
//! Columns repeat what lists filter, sort and show; [`Model::state`] is the truth that commands fold.

use sea_orm::entity::prelude::*;

/// [`Model::due_at`] of a case without a running duty; sorts last.
pub(crate) const NO_DUTY: i64 = i64::MAX;

/// One report and everything done about it (举报件).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_file")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Case number, without gaps in its division and day.
    pub number: String,
    /// Number of events in the journal; `ETag`.
    pub version: i64,
    /// Stage of the procedure.
    pub stage: String,
    /// Urgency, once accepted.
    pub urgency: Option<String>,
    /// Hazard, accident or violation.
    pub nature: String,
    /// How it came in.
    pub channel: String,
    /// Code of the region.
    pub region: String,
    /// Code of the industry.
    pub industry: String,
    /// The unit that answers for it.
    pub unit_id: Option<Uuid>,
    /// The reported enterprise.
    pub enterprise: String,
    /// The matter in one line, without identity.
    pub matter: String,
    /// When it came in.
    pub received_at: i64,
    /// When it was entered.
    pub registered_at: i64,
    /// The soonest running duty, or [`NO_DUTY`].
    pub due_at: i64,
    /// Kind of the period of that duty.
    pub due_clock: Option<String>,
    /// That period whole, as JSON, for the list.
    pub due_period: Option<String>,
    /// The action that it waits for; empty once it is done.
    pub waits_for: String,
    /// The role whose action that is; empty once it is done.
    pub waits_role: String,
    /// Who cannot also be the second person.
    pub waits_not_by: Option<Uuid>,
    /// When it was closed.
    pub closed_at: Option<i64>,
    /// The API client it came from.
    pub source_client: Option<Uuid>,
    /// The rule profile pinned at acceptance.
    pub profile: Option<String>,
    /// The folded case as canonical JSON.
    pub state: String,
    /// The words of the report as they came, as JSON.
    pub original: String,
    /// Hash of the last event.
    pub head: Vec<u8>,
    /// Data key of the case, wrapped.
    pub wrapped_key: Vec<u8>,
    /// Which master key wrapped it.
    pub key_id: String,
}

/// No joins through the mapper: stores name the rows they read.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
