//! The only maker of ids and the only reader of the system's random source.
//!
//! Ids are UUIDs of version 7: they sort by the time they were made, which keeps index pages warm. Only those
//! of files are of version 4, drawn like a secret.
//! Secrets (receipt codes, tokens, salts) are drawn with [`Ids::fill`].

use anju_shared::ids::{
    CaseId, ClientId, EvidenceId, ExportId, FileId, MessageId, ReporterId, RevisionId, SessionId, UnitId,
    UserId, ViewId,
};
use std::sync::Arc;
use uuid::Uuid;

/// Makes ids and draws random bytes.
pub trait Ids: Send + Sync + 'static {
    /// A new id that sorts after the earlier ones.
    fn uuid(&self) -> Uuid;

    /// Fills `target` with bytes that nobody can guess.
    fn fill(&self, target: &mut [u8]);
}

/// A source of ids as it is handed around.
pub type SharedIds = Arc<dyn Ids>;

macro_rules! kinds {
    ($($(#[$doc:meta])* $method:ident -> $kind:ident),+ $(,)?) => {
        impl dyn Ids {
            $($(#[$doc])*
            #[must_use]
            pub fn $method(&self) -> $kind {
                $kind(self.uuid())
            })+

            /// An id for a new file. It is random throughout and tells no time: whoever uploaded without an
            /// account is known again by nothing but the id.
            #[must_use]
            pub fn file(&self) -> FileId {
                FileId(uuid::Builder::from_random_bytes(self.bytes()).into_uuid())
            }

            /// So many random bytes.
            #[must_use]
            pub fn bytes<const N: usize>(&self) -> [u8; N] {
                let mut bytes = [0; N];
                self.fill(&mut bytes);
                bytes
            }
        }
    };
}

kinds! {
    /// An id for a new case.
    case -> CaseId,
    /// An id for a new reporter.
    reporter -> ReporterId,
    /// An id for a new unit.
    unit -> UnitId,
    /// An id for a new member of staff.
    user -> UserId,
    /// An id for a new API client.
    client -> ClientId,
    /// An id for a new sign-in.
    session -> SessionId,
    /// An id for a new item of evidence.
    evidence -> EvidenceId,
    /// An id for a new message.
    message -> MessageId,
    /// An id for a new saved view.
    view -> ViewId,
    /// An id for a new export.
    export -> ExportId,
    /// An id for a new revision.
    revision -> RevisionId,
}

/// Ids from the clock and the system's random source.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemIds;

impl Ids for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn fill(&self, target: &mut [u8]) {
        getrandom::fill(target).expect("the system has a random source");
    }
}

/// Ids and bytes that are the same in every run with the same seed. For tests only.
#[cfg(any(test, feature = "manual-clock"))]
#[derive(Debug)]
pub struct SequentialIds(std::sync::atomic::AtomicU64);

#[cfg(any(test, feature = "manual-clock"))]
impl SequentialIds {
    /// Starts after `seed`.
    #[must_use]
    pub fn from_seed(seed: u64) -> Arc<Self> {
        Arc::new(Self(std::sync::atomic::AtomicU64::new(seed)))
    }

    fn next(&self) -> u64 {
        self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
    }
}

#[cfg(any(test, feature = "manual-clock"))]
impl Ids for SequentialIds {
    fn uuid(&self) -> Uuid {
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&self.next().to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(1_700_000_000_000, &bytes).into_uuid()
    }

    fn fill(&self, target: &mut [u8]) {
        use sha2::Digest as _;
        for chunk in target.chunks_mut(32) {
            let block = sha2::Sha256::digest(self.next().to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequential_ids_sort_in_the_order_they_were_made() {
        let ids = SequentialIds::from_seed(0);
        let made: Vec<Uuid> = (0..2_000).map(|_| ids.uuid()).collect();
        assert!(made.is_sorted());
        assert_eq!(made[0].get_version_num(), 7);
    }

    #[test]
    fn random_bytes_differ_from_call_to_call() {
        let ids: SharedIds = Arc::new(SystemIds);
        assert_ne!(ids.bytes::<32>(), ids.bytes::<32>());
    }
}
