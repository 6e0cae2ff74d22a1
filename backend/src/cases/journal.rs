//! The journal of a case: each event sealed to the one before by a keyed hash over its canonical form.
//!
//! The canonical form is the stored text itself, byte for byte, so no later version of a serialiser can
//! change what was signed. Who has the database but not the master key cannot forge a link.

use crate::confidential::{HashKind, KeyedHash, Keyring};
use anju_shared::{
    access::{Actor, ActorRef},
    time::Instant,
    workflow::{Command, Event, Recorded},
};

/// The hash before the first event.
pub(crate) const GENESIS: KeyedHash = [0; 32];

/// One event with its place in the chain.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) recorded: Recorded,
    pub(crate) payload: String,
    pub(crate) cause: [u8; 32],
    pub(crate) prev: KeyedHash,
    pub(crate) hash: KeyedHash,
}

/// What the new events of one command have in common.
pub(crate) struct Entry {
    /// Number of events so far.
    pub(crate) version: u64,
    /// Hash of the last of them.
    pub(crate) head: KeyedHash,
    /// Now.
    pub(crate) at: Instant,
    /// By whom.
    pub(crate) by: ActorRef,
    /// Digest of caller and command.
    pub(crate) cause: [u8; 32],
}

/// Chains new events to the journal.
pub(crate) fn chain(events: Vec<Event>, entry: &Entry, keyring: &Keyring) -> anyhow::Result<Vec<Link>> {
    let mut head = entry.head;
    let mut links = Vec::with_capacity(events.len());
    for (seq, event) in (entry.version + 1..).zip(events) {
        let recorded = Recorded {
            seq,
            at: entry.at,
            by: entry.by.clone(),
            event,
        };
        let payload = serde_json::to_string(&recorded)?;
        let hash = link(&head, &payload, &entry.cause, keyring);
        links.push(Link {
            recorded,
            payload,
            cause: entry.cause,
            prev: head,
            hash,
        });
        head = hash;
    }
    Ok(links)
}

/// The hash of an event after `prev`.
pub(crate) fn link(prev: &KeyedHash, payload: &str, cause: &[u8], keyring: &Keyring) -> KeyedHash {
    let mut canonical = Vec::with_capacity(payload.len() + 1 + cause.len());
    canonical.extend_from_slice(payload.as_bytes());
    canonical.push(0);
    canonical.extend_from_slice(cause);
    keyring.journal_link(prev, &canonical)
}

/// By what a repeated command is recognised: the same caller, the same words. Without the key nobody can guess at
/// the words.
pub(crate) fn cause(actor: &Actor, command: &Command, keyring: &Keyring) -> anyhow::Result<KeyedHash> {
    let (actor, command) = (
        serde_json::to_string(&actor.reference())?,
        serde_json::to_string(command)?,
    );
    Ok(keyring.keyed_hash(HashKind::Cause, &format!("{actor}\0{command}")))
}
