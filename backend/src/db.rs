//! The database: one path for writing, a small pool for reading, on either engine.
//!
//! - SQLite: write-ahead log with full synchronisation. One connection writes, one transaction after
//!   the other; four others read and cannot write.
//! - PostgreSQL: one bounded pool with a time limit on every statement, and one connection for what is
//!   inserted without asking for anything. A transaction that met a deadlock or a serialization failure is
//!   run once more.
//!
//! Not here: any statement about the domain. Those stand in the `store.rs` of their feature.

mod fault;

pub use fault::is_duplicate;
pub(crate) use fault::{is_unavailable, without_values};

mod inserts;

pub(crate) use inserts::Inserts;

use crate::{config::DatabaseUrl, migration::Migrator};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use sea_orm_migration::MigratorTrait;
use std::time::Duration;

/// How long a request waits for a connection before it is told to come back.
const ACQUIRE: Duration = Duration::from_secs(2);
/// Longest time of one statement on PostgreSQL.
const STATEMENT: Duration = Duration::from_secs(10);
const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

/// The two engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, 15 or later.
    Postgres,
}

/// A transaction that writes.
pub type Txn = DatabaseTransaction;
/// Connections that read.
pub type Reader = DatabaseConnection;

/// The database. Cloning shares its connections.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    /// For [`Db::insert`]. To a server always the same connection, which knows the statements: a pool takes its
    /// connections in turns, and each would have to learn all of them.
    inserter: DatabaseConnection,
}

impl Db {
    /// Connects; an embedded database is made if it is not there.
    ///
    /// # Errors
    /// When the file or the server cannot be reached.
    pub async fn connect(url: &DatabaseUrl) -> Result<Self, DbErr> {
        if url.sqlite_path().is_some() {
            let writer = sqlite(url, 1, false).await?;
            let reader = sqlite(url, SQLITE_READERS, true).await?;
            return Ok(Self {
                engine: Engine::Sqlite,
                inserter: writer.clone(),
                writer,
                reader,
            });
        }
        let pool =
            Database::connect(postgres(url, POSTGRES_CONNECTIONS).min_connections(1).to_owned()).await?;
        Ok(Self {
            engine: Engine::Postgres,
            writer: pool.clone(),
            reader: pool,
            // Opened by whoever inserts first, so that its answers come to that thread and not by way of another.
            inserter: Database::connect(postgres(url, 1).connect_lazy(true).to_owned()).await?,
        })
    }

    /// Which engine this is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Connections for reading.
    #[must_use]
    pub const fn read(&self) -> &Reader {
        &self.reader
    }

    /// Runs `work` in one transaction: committed if it succeeds, undone if it fails or is abandoned.
    ///
    /// On PostgreSQL `work` may run a second time, so it must not change anything but the transaction.
    ///
    /// # Errors
    /// Those of `work`, and those of the database at begin and commit.
    pub async fn write<T, E>(&self, work: impl AsyncFn(&Txn) -> Result<T, E>) -> Result<T, E>
    where
        E: From<DbErr> + AsDbErr,
    {
        match self.attempt(&work).await {
            Err(error) if error.as_db_err().is_some_and(fault::lost_a_race) => self.attempt(&work).await,
            outcome => outcome,
        }
    }

    async fn attempt<T, E>(&self, work: &impl AsyncFn(&Txn) -> Result<T, E>) -> Result<T, E>
    where
        E: From<DbErr> + AsDbErr,
    {
        let txn = self.begin().await?;
        match work(&txn).await {
            Ok(done) => {
                txn.commit().await?;
                Ok(done)
            }
            Err(error) => {
                txn.rollback().await?;
                Err(error)
            }
        }
    }

    async fn begin(&self) -> Result<Txn, DbErr> {
        match self.engine {
            // The lock is taken at the begin, so that no reading turns into writing halfway.
            Engine::Sqlite => {
                let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
                let options = TransactionOptions {
                    sqlite_transaction_mode,
                    ..Default::default()
                };
                self.writer.begin_with_options(options).await
            }
            Engine::Postgres => self.begin_on_a_good_connection().await,
        }
    }

    /// Nothing is done yet where a begin fails. When a server went away, each of the pool's connections may be a spoilt
    /// one: it is given up and the next is taken, at last one that is newly made.
    async fn begin_on_a_good_connection(&self) -> Result<Txn, DbErr> {
        for _ in 0..POSTGRES_CONNECTIONS {
            match self.writer.begin().await {
                Err(error) if fault::lost_its_connection(&error) => {}
                begun => return begun,
            }
        }
        self.writer.begin().await
    }

    /// Inserts what asks the database for nothing before, all or none. To a server it is one statement, which is a
    /// transaction of its own.
    ///
    /// # Errors
    /// Those of the engine.
    pub(crate) async fn insert(&self, mut inserts: Inserts) -> Result<(), DbErr> {
        match self.engine {
            Engine::Sqlite => {
                let pool = self.inserter.get_sqlite_connection_pool();
                inserts.send_whole(pool).await
            }
            Engine::Postgres => inserts.send(&self.inserter).await.map(drop),
        }
    }

    /// A transaction in which several reads see the same state.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn snapshot(&self) -> Result<Txn, DbErr> {
        match self.engine {
            Engine::Sqlite => self.reader.begin().await,
            Engine::Postgres => {
                let isolation = Some(sea_orm::IsolationLevel::RepeatableRead);
                self.reader
                    .begin_with_config(isolation, Some(AccessMode::ReadOnly))
                    .await
            }
        }
    }

    /// Brings the schema up to date; safe when several servers start at once.
    ///
    /// # Errors
    /// When a migration fails; those before it stay applied.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        if self.engine == Engine::Sqlite {
            return Migrator::up(&self.writer, None).await;
        }
        // The lock is the transaction's, so it is let go whatever happens.
        let guard = self.writer.begin().await?;
        guard
            .execute_unprepared("SELECT pg_advisory_xact_lock(4733250)")
            .await?;
        Migrator::up(&self.writer, None).await?;
        guard.commit().await
    }

    /// Names of the migrations that are not applied yet.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, DbErr> {
        let pending = Migrator::get_pending_migrations(&self.writer).await?;
        Ok(pending
            .iter()
            .map(|migration| migration.name().to_owned())
            .collect())
    }

    /// Lets the engine look at what it holds, so that it finds good ways at once after many rows came in. A server
    /// does so by itself in time; the embedded engine has nothing to gain.
    ///
    /// # Errors
    /// Those of the engine.
    pub async fn take_stock(&self) -> Result<(), DbErr> {
        if self.engine == Engine::Postgres {
            self.writer.execute_unprepared("ANALYZE").await?;
        }
        Ok(())
    }

    /// Whether both paths answer.
    ///
    /// # Errors
    /// When one does not.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reader.execute_unprepared("SELECT 1").await?;
        if self.engine == Engine::Sqlite {
            self.writer.ping().await
        } else {
            Ok(())
        }
    }

    /// Closes all connections after their work is done.
    ///
    /// # Errors
    /// When one cannot be closed.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.reader.close_by_ref().await?;
        self.inserter.close_by_ref().await?;
        self.writer.close_by_ref().await
    }
}

/// An error that may be one of the database.
pub trait AsDbErr {
    /// The error of the database, if it is one.
    fn as_db_err(&self) -> Option<&DbErr>;
}

impl AsDbErr for DbErr {
    fn as_db_err(&self) -> Option<&DbErr> {
        Some(self)
    }
}

impl AsDbErr for crate::error::Error {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Database(cause) => Some(cause),
            _ => None,
        }
    }
}

async fn sqlite(url: &DatabaseUrl, connections: u32, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    if let Some(folder) = url.sqlite_path().as_deref().and_then(std::path::Path::parent) {
        std::fs::create_dir_all(folder)
            .map_err(|cause| DbErr::Custom(format!("{}: {cause}", folder.display())))?;
    }
    let mut options = quiet(url);
    // An embedded connection is never lost, so it is neither tested nor renewed.
    options
        .max_connections(connections)
        .min_connections(1)
        .test_before_acquire(false);
    options.idle_timeout(None).max_lifetime(None);
    options.map_sqlx_sqlite_opts(move |sqlite: SqliteConnectOptions| {
        let sqlite = sqlite
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(ACQUIRE)
            .statement_cache_capacity(200)
            .pragma("temp_store", "memory");
        if read_only {
            return sqlite.pragma("query_only", "on").pragma("cache_size", "-4000");
        }
        // Most pages of a commit are the same as those of the one before, so the longer they are gathered before
        // they are moved into the file, the fewer are moved: 32 MB, read through in a moment after a power cut.
        sqlite
            .pragma("cache_size", "-8000")
            .pragma("wal_autocheckpoint", "8000")
    });
    Database::connect(options).await
}

fn postgres(url: &DatabaseUrl, connections: u32) -> ConnectOptions {
    let mut options = quiet(url);
    options.max_connections(connections);
    options.statement_timeout(STATEMENT).set_application_name("anju");
    options
        .test_before_acquire(false)
        .test_before_acquire_if_idle_for(Duration::from_secs(10));
    // Reports that are entered together come in several numbers, each with a statement of its own.
    options.map_sqlx_postgres_opts(|postgres| postgres.statement_cache_capacity(400));
    options
}

/// Statements hold sealed and personal columns, so they are never logged.
fn quiet(url: &DatabaseUrl) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.reveal());
    options.sqlx_logging(false).record_stmt_in_spans(false);
    options
        .acquire_timeout(ACQUIRE)
        .connect_timeout(Duration::from_secs(5));
    options
}

/// The backend of a connection as one of the two engines.
pub(crate) fn engine_of(connection: &impl ConnectionTrait) -> Engine {
    match connection.get_database_backend() {
        DbBackend::Sqlite => Engine::Sqlite,
        _ => Engine::Postgres,
    }
}
