//! Facts that others are told after they were committed.
//!
//! A command posts its facts in its own transaction ([`post`]); a job delivers them afterwards, at least
//! once, in the order of their ids. They go to the log and the counters, and to the webhook if one is set.
//! Not here: what is a fact (that is the feature's choice) and anything personal, which is never posted.

mod deliver;
mod store;
mod webhook;

pub(crate) use deliver::{deliver, forget_delivered};

use crate::{
    db::{Inserts, Txn},
    error::Result,
};
use anju_shared::{ids::CaseId, time::Instant};
use uuid::Uuid;

/// Something that happened to a case, as others are told of it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Id, and the order of delivery.
    pub id: Uuid,
    /// Kind, as `case.accepted`.
    pub topic: String,
    /// The case.
    pub case: CaseId,
    /// The event of the case.
    pub seq: i64,
    /// What is told, as JSON; without identities.
    pub payload: String,
}

/// Posts facts with the change that made them.
///
/// # Errors
/// Those of the database.
pub async fn post(txn: &Txn, facts: Vec<Fact>, now: Instant) -> Result<()> {
    if facts.is_empty() {
        return Ok(());
    }
    store::insert(txn, facts, now.unix()).await
}

/// Adds facts to what is inserted with the changes that made them.
pub(crate) fn add(inserts: &mut Inserts, facts: Vec<Fact>, now: Instant) {
    inserts.add(store::rows(facts, now.unix()));
}
