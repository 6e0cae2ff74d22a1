//! Writers of the embedded database that wait for each other share one transaction, and so one
//! synchronisation with the disk.
//!
//! Each has a savepoint of its own: what one undoes does not touch the others. Nobody is told that they
//! succeeded before the shared transaction is committed. It is committed as soon as nobody waits to join,
//! so a writer alone waits for nobody.

use super::{ACQUIRE, AsDbErr, Txn};
use sea_orm::{
    ConnAcquireErr, DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait as _,
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};
use tokio::{
    runtime::Handle,
    sync::{Mutex, MutexGuard, watch},
    time::timeout,
};

/// Members of one transaction at most: the last of them waits for all the others.
const MOST: usize = 32;

/// The writers of one database.
pub(super) struct Group {
    connection: DatabaseConnection,
    open: Mutex<Option<Open>>,
    waiting: AtomicUsize,
}

/// A transaction that may still be joined.
struct Open {
    txn: Txn,
    members: usize,
    outcome: watch::Sender<Option<Result<(), DbErr>>>,
}

impl Group {
    pub(super) const fn of(connection: DatabaseConnection) -> Self {
        Self {
            connection,
            open: Mutex::const_new(None),
            waiting: AtomicUsize::new(0),
        }
    }

    /// Runs `work` under a savepoint and returns when the transaction around it is committed.
    pub(super) async fn write<T, E>(
        self: &Arc<Self>,
        work: &impl AsyncFn(&Txn) -> Result<T, E>,
    ) -> Result<T, E>
    where
        E: From<DbErr> + AsDbErr,
    {
        let mut turn = self.turn().await?;
        let open = turn.open().await?;
        let savepoint = open.txn.begin().await?;
        let worked = work(&savepoint).await;
        let settled = match &worked {
            Ok(_) => savepoint.commit().await,
            Err(_) => savepoint.rollback().await,
        };
        if let Err(cause) = settled {
            // The engine gave up the whole transaction: its other members are told so too.
            turn.open.take();
            return Err(worked.err().unwrap_or(E::from(cause)));
        }
        let mut outcome = open.outcome.subscribe();
        drop(turn);
        let done = worked?;
        let committed = outcome.wait_for(Option::is_some).await;
        let committed = committed.map_or(Err(given_up()), |outcome| {
            outcome.clone().unwrap_or(Err(given_up()))
        });
        committed.map(|()| done).map_err(E::from)
    }

    async fn turn(self: &Arc<Self>) -> Result<Turn<'_>, DbErr> {
        let waiting = Waiting::begin(self);
        let open = timeout(ACQUIRE, self.open.lock()).await;
        let open = open.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?;
        waiting.end();
        Ok(Turn { group: self, open })
    }
}

impl Open {
    async fn begin(connection: &DatabaseConnection) -> Result<Self, DbErr> {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions {
            sqlite_transaction_mode,
            ..Default::default()
        };
        let txn = connection.begin_with_options(options).await?;
        Ok(Self {
            txn,
            members: 0,
            outcome: watch::Sender::new(None),
        })
    }

    async fn commit(self) {
        let Self {
            txn,
            members: _,
            outcome,
        } = self;
        outcome.send_replace(Some(txn.commit().await));
    }
}

/// The one writer whose turn it is. However it ends, the transaction is committed if nobody else will.
struct Turn<'a> {
    group: &'a Group,
    open: MutexGuard<'a, Option<Open>>,
}

impl Turn<'_> {
    async fn open(&mut self) -> Result<&mut Open, DbErr> {
        if self.open.is_none() {
            *self.open = Some(Open::begin(&self.group.connection).await?);
        }
        let open = self.open.as_mut().ok_or_else(given_up)?;
        open.members += 1;
        Ok(open)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let is_full = self.open.as_ref().is_some_and(|open| open.members >= MOST);
        if (is_full || self.group.waiting.load(SeqCst) == 0)
            && let Some(open) = self.open.take()
            && let Ok(runtime) = Handle::try_current()
        {
            // In a task of its own: a caller that hangs up must not undo what others did.
            runtime.spawn(open.commit());
        }
    }
}

/// A writer in the queue. One that hangs up may have been the one that others left the commit to.
struct Waiting<'a> {
    group: &'a Arc<Group>,
    is_over: bool,
}

impl<'a> Waiting<'a> {
    fn begin(group: &'a Arc<Group>) -> Self {
        group.waiting.fetch_add(1, SeqCst);
        Self {
            group,
            is_over: false,
        }
    }

    fn end(mut self) {
        self.is_over = true;
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.group.waiting.fetch_sub(1, SeqCst);
        if !self.is_over
            && let Ok(runtime) = Handle::try_current()
        {
            let group = self.group.clone();
            runtime.spawn(async move {
                let open = group.open.lock().await;
                drop(Turn { group: &group, open });
            });
        }
    }
}

/// The transaction was given up before it was committed.
const fn given_up() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
}
