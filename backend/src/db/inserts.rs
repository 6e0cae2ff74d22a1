//! Rows of several tables, sent to the engine together: most of what a few rows cost is the way there and back.
//!
//! The embedded engine runs the statements one after the other; a server runs them as parts of one, in which the
//! keys between the tables are checked at the end.

use super::{Engine, engine_of};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, QueryTrait as _, Statement,
    sea_query::{InsertStatement, OnConflict, PostgresQueryBuilder, SqlWriterValues, SqliteQueryBuilder},
};
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

    /// Writes everything. False if something was there already: then the transaction is to be undone.
    pub(crate) async fn send(&mut self, db: &impl ConnectionTrait) -> Result<bool, DbErr> {
        let mut tables = std::mem::take(&mut self.tables);
        tables.extend(self.last.take());
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
