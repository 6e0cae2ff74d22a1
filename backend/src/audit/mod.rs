//! The journal of access: who asked for what, on what, and what came of it.
//!
//! Every entry is a link of a chain, an HMAC over the link before and the entry. There are two kinds of
//! lanes. A change of a case writes its entry in its own transaction, into the lane of the case, linked to
//! the hash of the event that it caused. Reads and refusals of one run of a server form a lane of their
//! own; a single task writes them in batches, and no answer leaves before its entry is durable.
//!
//! Not here: who may do what (`anju_shared::access`), and the way through which every access goes
//! ([`crate::access`]). Start with [`Entry`]; the audit administrator
//! reads by [`query`] and verifies by [`service`].

mod query;
mod recorder;
pub(crate) mod routes;
mod service;
mod store;
mod verify;

pub use recorder::Recorder;
pub(crate) use recorder::Recording;
pub(crate) use store::{add, append, count_openings};
pub use verify::{Fault, Progress, verify};

use crate::confidential::{KeyedHash, Keyring};
use anju_shared::{
    access::{ActorRef, Operation},
    time::Instant,
};
use serde::Serialize;
use uuid::Uuid;

/// The outcome of what was allowed and done.
pub const ALLOWED: &str = "allowed";

/// One access.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When.
    pub at: Instant,
    /// Who; never a reporter's name.
    pub actor: ActorRef,
    /// What was asked for.
    pub operation: Operation,
    /// On what, as `case/{id}`; never anything personal.
    pub resource: String,
    /// [`ALLOWED`], or the code of the refusal.
    pub outcome: String,
    /// The reason that the caller gave, where one is asked for.
    pub reason: Option<String>,
    /// The request.
    pub request_id: Option<Uuid>,
}

/// Where an entry of a change stands: in the lane of what was changed.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The id of what was changed.
    pub lane: Uuid,
    /// The last event that the change caused; 1 for what has no events.
    pub seq: i64,
    /// How many events the change caused.
    pub covers: i64,
    /// The hash of that event, which the entry is linked to; zeros for what has no events.
    pub link: KeyedHash,
}

impl Place {
    /// The place of something that is made once and has no events, such as a file.
    #[must_use]
    pub const fn of_new(id: Uuid) -> Self {
        Self {
            lane: id,
            seq: 1,
            covers: 0,
            link: [0; 32],
        }
    }
}

/// What the hash of an entry is taken over: its columns in this order.
#[derive(Serialize)]
struct Canonical<'a> {
    lane: Uuid,
    seq: i64,
    at: i64,
    actor: &'a str,
    action: &'a str,
    resource: &'a str,
    outcome: &'a str,
    covers: i64,
    reason: Option<&'a str>,
    request_id: Option<&'a str>,
}

impl Canonical<'_> {
    fn hash(&self, keys: &Keyring, link: &KeyedHash) -> KeyedHash {
        // A struct of texts and numbers always serialises.
        keys.journal_link(link, &serde_json::to_vec(self).unwrap_or_default())
    }
}
