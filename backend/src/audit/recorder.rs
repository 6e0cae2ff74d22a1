//! The task that makes entries of reads and refusals durable, many in one transaction.

use super::{Entry, Place, store};
use crate::{
    confidential::{KeyedHash, Keyring},
    db::Db,
    error::{Error, Result},
};
use anju_shared::problem::ProblemCode;
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

/// Entries that wait at most; beyond that the server says that it is busy.
const WAITING: usize = 1_024;
/// Entries in one transaction at most.
const BATCH: usize = 256;

/// Takes entries and says when they are durable.
#[derive(Clone)]
pub struct Recorder {
    queue: mpsc::Sender<Waiting>,
}

struct Waiting {
    entry: Entry,
    done: oneshot::Sender<bool>,
}

impl Recorder {
    /// A recorder and the task that it needs.
    pub(crate) fn new(db: Db, keys: Arc<Keyring>, lane: Uuid) -> (Self, Recording) {
        let (queue, waiting) = mpsc::channel(WAITING);
        (
            Self { queue },
            Recording {
                db,
                keys,
                lane,
                waiting,
            },
        )
    }

    /// Records one access; returns when it is durable.
    ///
    /// # Errors
    /// [`ProblemCode::Unavailable`] when it could not be made durable: then no answer may leave.
    pub async fn record(&self, entry: Entry) -> Result<()> {
        let (done, durable) = oneshot::channel();
        let queued = self.queue.try_send(Waiting { entry, done });
        queued.map_err(|_| Error::of(ProblemCode::Unavailable))?;
        match durable.await {
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(Error::of(ProblemCode::Unavailable)),
        }
    }
}

/// The task behind recorders.
pub(crate) struct Recording {
    db: Db,
    keys: Arc<Keyring>,
    lane: Uuid,
    waiting: mpsc::Receiver<Waiting>,
}

impl Recording {
    /// Works until the last recorder is gone.
    pub(crate) async fn run(mut self) {
        let mut place = Place {
            lane: self.lane,
            seq: 0,
            covers: 0,
            link: [0; 32],
        };
        let mut batch = Vec::with_capacity(BATCH);
        while self.waiting.recv_many(&mut batch, BATCH).await > 0 {
            let (entries, done): (Vec<Entry>, Vec<_>) = batch.drain(..).map(|w| (w.entry, w.done)).unzip();
            let written = write(&self.db, &self.keys, &entries, place).await;
            if let Ok(link) = written {
                place.seq += i64::try_from(entries.len()).unwrap_or_default();
                place.link = link;
            }
            for waiter in done {
                // Whoever hung up meanwhile got no answer, and the entry stands all the same.
                let _ = waiter.send(written.is_ok());
            }
        }
    }
}

async fn write(db: &Db, keys: &Keyring, entries: &[Entry], place: Place) -> Result<KeyedHash> {
    let written = db
        .write(async |txn| store::append_all(txn, keys, entries, place).await)
        .await;
    if let Err(Error::Database(cause)) = &written {
        tracing::error!(
            cause = crate::db::without_values(cause),
            "entries of access could not be written"
        );
    }
    written
}
