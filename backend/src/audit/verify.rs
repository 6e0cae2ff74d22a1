//! Follows every lane of the journal of access and names what does not fit.

use super::{Canonical, store};
use crate::{
    confidential::{KeyedHash, Keyring},
    db::Db,
    entity::audit_entry,
    error::Result,
};
use sea_orm::ConnectionTrait;
use std::{
    collections::HashMap,
    fmt,
    sync::atomic::{AtomicI64, Ordering},
};
use uuid::Uuid;

const PAGE: u64 = 5_000;

/// Something in the journal of access that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry was changed, or stands where it was not written.
    Changed {
        /// Its lane.
        lane: Uuid,
        /// Its place.
        seq: i64,
    },
    /// Entries are missing after this place.
    Missing {
        /// The lane.
        lane: Uuid,
        /// The last place before the gap.
        after: i64,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { lane, seq } => write!(f, "entry of access {lane}/{seq} is not as it was written"),
            Self::Missing { lane, after } => write!(f, "entries of access are missing after {lane}/{after}"),
        }
    }
}

/// How far a verification is: links followed, of how many.
#[derive(Debug, Default)]
pub struct Progress {
    followed: AtomicI64,
    expected: AtomicI64,
}

impl Progress {
    /// So many links are to be followed.
    pub fn expect(&self, links: u64) {
        let links = i64::try_from(links).unwrap_or(i64::MAX);
        self.expected.store(links, Ordering::Relaxed);
    }

    /// So many more were followed.
    pub fn advance(&self, links: u64) {
        let links = i64::try_from(links).unwrap_or(i64::MAX);
        self.followed.fetch_add(links, Ordering::Relaxed);
    }

    /// Links followed, and how many there are.
    #[must_use]
    pub fn told(&self) -> (i64, i64) {
        (
            self.followed.load(Ordering::Relaxed),
            self.expected.load(Ordering::Relaxed),
        )
    }
}

/// Every fault, in order of lane and place. A tail that was cut off shows only in the lane of a case.
///
/// # Errors
/// Those of the database.
pub async fn verify(db: &Db, keys: &Keyring) -> Result<Vec<Fault>> {
    verify_at(db.read(), keys, &Progress::default()).await
}

/// The same on what a connection sees, telling how far it is.
pub(super) async fn verify_at(
    db: &impl ConnectionTrait,
    keys: &Keyring,
    progress: &Progress,
) -> Result<Vec<Fault>> {
    let (mut faults, mut lane, mut at) = (Vec::new(), None::<Lane>, (Uuid::nil(), -1));
    loop {
        let page = store::after(db, at.0, at.1, PAGE).await?;
        let Some(last) = page.last() else { break };
        at = (last.lane, last.seq);
        progress.advance(page.len() as u64);
        for row in &page {
            if lane.as_ref().is_none_or(|lane| lane.id != row.lane) {
                if let Some(done) = lane.take() {
                    done.finish(&mut faults);
                }
                lane = Some(Lane::open(db, row.lane).await?);
            }
            if let Some(lane) = &mut lane {
                lane.follow(keys, row, &mut faults);
            }
        }
    }
    if let Some(done) = lane {
        done.finish(&mut faults);
    }
    Ok(faults)
}

/// A lane as far as it was followed.
struct Lane {
    id: Uuid,
    seq: i64,
    link: KeyedHash,
    /// Hashes of the case's events; empty for a lane that is no case.
    events: HashMap<i64, Vec<u8>>,
}

impl Lane {
    async fn open(db: &impl ConnectionTrait, id: Uuid) -> Result<Self> {
        let events = store::events_of(db, id).await?.into_iter().collect();
        Ok(Self {
            id,
            seq: 0,
            link: [0; 32],
            events,
        })
    }

    fn follow(&mut self, keys: &Keyring, row: &audit_entry::Model, faults: &mut Vec<Fault>) {
        let first = row.seq - row.covers.max(1) + 1;
        if first != self.seq + 1 {
            faults.push(Fault::Missing {
                lane: self.id,
                after: self.seq,
            });
        }
        let link = match self.events.get(&row.seq) {
            Some(event) => event.as_slice().try_into().unwrap_or([0; 32]),
            None => self.link,
        };
        if Self::hash(keys, row, &link).as_slice() != row.hash.as_slice() {
            faults.push(Fault::Changed {
                lane: self.id,
                seq: row.seq,
            });
        }
        self.seq = row.seq;
        self.link = row.hash.as_slice().try_into().unwrap_or([0; 32]);
    }

    fn hash(keys: &Keyring, row: &audit_entry::Model, link: &KeyedHash) -> KeyedHash {
        Canonical {
            lane: row.lane,
            seq: row.seq,
            at: row.at,
            actor: &row.actor,
            action: &row.action,
            resource: &row.resource,
            outcome: &row.outcome,
            covers: row.covers,
            reason: row.reason.as_deref(),
            request_id: row.request_id.as_deref(),
        }
        .hash(keys, link)
    }

    fn finish(self, faults: &mut Vec<Fault>) {
        if self.events.keys().any(|seq| *seq > self.seq) {
            faults.push(Fault::Missing {
                lane: self.id,
                after: self.seq,
            });
        }
    }
}
