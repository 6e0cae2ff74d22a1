//! Rows of several tables, sent to the engine together: most of what a few rows cost is the way there and back.
//!
//! The embedded engine runs the statements one after the other; a server runs them as parts of one, in which the
//! keys between the tables are checked at the end.

use super::{Engine, engine_of};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, QueryTrait as _, RuntimeErr, Statement,
    sea_query::{InsertStatement, OnConflict, PostgresQueryBuilder, SqlWriterValues, SqliteQueryBuilder},
    sqlx::{self, AssertSqlSafe, Sqlite, SqlitePool, pool::PoolConnection},
};
use sea_query_sqlx::SqlxValues;
use std::fmt::Write as _;

/// What is to be inserted.
#[derive(Default)]
pub(crate) struct Inserts {
    tables: Vec<(InsertStatement, u64)>,
    /// Rows that may be there already, and how many they are.
    last: Option<(InsertStatement, u64)>,
}

impl Inserts {
    /// Adds rows of one table, which are then written after those that were added before.
    pub(crate) fn add<A: ActiveModelTrait>(&mut self, rows: impl IntoIterator<Item = A>) {
        self.tables.extend(statement(rows, None));
    }

    /// Adds a statement that inserts so many rows, for what the mapper has no words for.
    pub(crate) fn add_built(&mut self, insert: InsertStatement, rows: u64) {
        self.tables.push((insert, rows));
    }

    /// Adds counts to rows of one table, which are made where they are not there yet.
    pub(crate) fn count<A: ActiveModelTrait>(
        &mut self,
        rows: impl IntoIterator<Item = A>,
        conflict: OnConflict,
    ) {
        self.tables.extend(statement(rows, Some(conflict)));
    }

    /// Adds rows of one table that are passed over where they are there already; to be done for one table only.
    pub(crate) fn add_unless_there<A: ActiveModelTrait>(
        &mut self,
        rows: impl IntoIterator<Item = A>,
        key: <A::Entity as EntityTrait>::Column,
    ) {
        let nothing = OnConflict::column(key).do_nothing().to_owned();
        self.last = statement(rows, Some(nothing));
    }

    /// Writes everything in a transaction of its own: to the embedded engine begin, rows and commit go together, where
    /// each by itself would wake its thread and be waited for.
    pub(super) async fn send_whole(&mut self, pool: &SqlitePool) -> Result<(), DbErr> {
        let (sql, values) = one_after_the_other(&self.take());
        let whole = AssertSqlSafe(format!("BEGIN IMMEDIATE;{sql}COMMIT"));
        let mut held = Held::of(pool).await?;
        let done = sqlx::query_with(whole, SqlxValues(values))
            .execute(&mut *held.connection)
            .await;
        held.is_whole = match done {
            Ok(_) => true,
            Err(_) => sqlx::query("ROLLBACK")
                .execute(&mut *held.connection)
                .await
                .is_ok(),
        };
        done.map(drop).map_err(failed)
    }

    /// Writes everything. False if something was there already: then the transaction is to be undone.
    pub(crate) async fn send(&mut self, db: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let tables = self.take();
        let Some((_, of_last)) = tables.last() else {
            return Ok(true);
        };
        let (expected, (sql, values)) = match engine_of(db) {
            Engine::Sqlite => (
                tables.iter().map(|(_, rows)| rows).sum(),
                one_after_the_other(&tables),
            ),
            Engine::Postgres => (*of_last, as_parts_of_one(&tables)),
        };
        let statement = Statement {
            sql,
            values: Some(values),
            db_backend: db.get_database_backend(),
        };
        Ok(db.execute_raw(statement).await?.rows_affected() == expected)
    }

    fn take(&mut self) -> Vec<(InsertStatement, u64)> {
        let mut tables = std::mem::take(&mut self.tables);
        tables.extend(self.last.take());
        tables
    }
}

/// The connection that writes, which may be in a transaction that nobody else knows of: unless that is over, it is
/// closed and not given back, and the engine undoes what was begun.
struct Held {
    connection: PoolConnection<Sqlite>,
    is_whole: bool,
}

impl Held {
    async fn of(pool: &SqlitePool) -> Result<Self, DbErr> {
        let connection = pool.acquire().await.map_err(failed)?;
        let is_whole = false;
        Ok(Self { connection, is_whole })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if !self.is_whole {
            self.connection.close_on_drop();
        }
    }
}

fn failed(cause: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(cause.into()))
}

fn statement<A: ActiveModelTrait>(
    rows: impl IntoIterator<Item = A>,
    conflict: Option<OnConflict>,
) -> Option<(InsertStatement, u64)> {
    let rows: Vec<A> = rows.into_iter().collect();
    let count = rows.len() as u64;
    let mut insert = A::Entity::insert_many(rows);
    if let Some(conflict) = conflict {
        insert = insert.on_conflict(conflict);
    }
    (count > 0).then(|| (insert.into_query(), count))
}

type Built = (String, sea_orm::sea_query::Values);

fn one_after_the_other(tables: &[(InsertStatement, u64)]) -> Built {
    let mut sql = SqlWriterValues::new("?", false);
    for (insert, _) in tables {
        insert.build_collect_into(SqliteQueryBuilder, &mut sql);
        // Writing into memory does not fail.
        let _ = write!(sql, ";");
    }
    sql.into_parts()
}

fn as_parts_of_one(tables: &[(InsertStatement, u64)]) -> Built {
    let mut sql = SqlWriterValues::new("$", true);
    let before_last = tables.len().saturating_sub(1);
    for (place, (insert, _)) in tables.iter().enumerate() {
        let _ = match place {
            _ if place == before_last => write!(sql, " "),
            0 => write!(sql, "WITH t0 AS ("),
            _ => write!(sql, ", t{place} AS ("),
        };
        insert.build_collect_into(PostgresQueryBuilder, &mut sql);
        if place < before_last {
            let _ = write!(sql, ")");
        }
    }
    sql.into_parts()
}

#[cfg(test)]
mod tests {
    use super::Inserts;
    use crate::{config::DatabaseUrl, db::Db, entity::idempotency};
    use sea_orm::{ActiveValue::Set, EntityTrait as _, PaginatorTrait as _};
    use std::time::Duration;

    async fn embedded(folder: &tempfile::TempDir) -> Db {
        let url = format!("sqlite://{}/anju.sqlite", folder.path().display());
        let url = DatabaseUrl::parse(&url).expect("an address");
        let db = Db::connect(&url).await.expect("a database");
        db.migrate().await.expect("its schema");
        db
    }

    /// One statement for each key.
    fn inserts(keys: &[u8]) -> Inserts {
        let mut inserts = Inserts::default();
        for key in keys {
            inserts.add([idempotency::ActiveModel {
                key_hash: Set(vec![*key]),
                caller: Set("public".to_owned()),
                body_hash: Set(vec![0]),
                response_sealed: Set(vec![0]),
                created_at: Set(0),
            }]);
        }
        inserts
    }

    async fn kept(db: &Db) -> u64 {
        idempotency::Entity::find()
            .count(db.read())
            .await
            .expect("a number")
    }

    #[tokio::test]
    async fn what_cannot_be_inserted_as_a_whole_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = embedded(&folder).await;
        db.insert(inserts(&[1])).await.expect("inserted");
        let doubled = db.insert(inserts(&[2, 1])).await.expect_err("the key is there");
        assert!(crate::db::is_duplicate(&doubled), "{doubled}");
        assert_eq!(kept(&db).await, 1);
        db.insert(inserts(&[2, 3]))
            .await
            .expect("the next ones are served");
        assert_eq!(kept(&db).await, 3);
    }

    #[tokio::test]
    async fn whoever_hangs_up_while_inserting_leaves_all_or_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = embedded(&folder).await;
        for round in 0..20 {
            let keys = [4 * round, 4 * round + 1, 4 * round + 2];
            let patience = Duration::from_micros(u64::from(round) * 40);
            // Whether it is in time does not matter.
            let _ = tokio::time::timeout(patience, db.insert(inserts(&keys))).await;
            assert_eq!(kept(&db).await % 3, u64::from(round) % 3);
            db.insert(inserts(&[4 * round + 3]))
                .await
                .expect("the next one is served");
        }
    }
}
