//! What the engine itself reaches: rows of the same number and size, written with the same settings.
//!
//! Both ways of writing them are measured: a statement for every row, and all rows in one statement. Creations are
//! compared with each, and both ratios are told. What a creation does besides (updating totals and the counter of
//! numbers, keeping some twenty indexes: together some fifty pages of the embedded engine's log) is not
//! given to the raw rows.

use super::{
    engine::runtime,
    measure::{self, Measured},
};
use anju_backend::{
    config::DatabaseUrl,
    db::{Db, Engine, Txn},
};
use sea_orm::{ConnectionTrait as _, DbErr, Statement, Value};
use std::{
    io,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// Rows and bytes of one creation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weight {
    pub(crate) rows: usize,
    pub(crate) bytes: usize,
}

/// How raw rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    RowByRow,
    OneStatement,
}

/// A database with one bare table.
pub(crate) struct Raw {
    url: DatabaseUrl,
    db: Db,
    weight: Weight,
    next: AtomicU64,
}

impl Raw {
    pub(crate) fn new(url: &str, weight: Weight) -> io::Result<Self> {
        let url = DatabaseUrl::parse(url).map_err(io::Error::other)?;
        let runtime = runtime()?;
        let db = runtime.block_on(Db::connect(&url)).map_err(io::Error::other)?;
        let bytes = if db.engine() == Engine::Sqlite {
            "blob"
        } else {
            "bytea"
        };
        let table = format!("create table raw (id bigint primary key, body {bytes} not null)");
        let made = async |txn: &Txn| txn.execute_unprepared(&table).await.map(drop);
        runtime
            .block_on(db.write::<_, DbErr>(made))
            .map_err(io::Error::other)?;
        Ok(Self {
            url,
            db,
            weight,
            next: AtomicU64::new(1),
        })
    }

    /// Lets so many write side by side for a time, one transaction each. Writers share the embedded engine's one
    /// connection, which is its quickest way, and have one each to a server.
    pub(crate) fn together(&self, writers: usize, time: Duration, way: Way) -> io::Result<Measured> {
        let body = vec![0x5a_u8; self.weight.bytes / self.weight.rows];
        let statement = self.statement(if way == Way::RowByRow { 1 } else { self.weight.rows });
        measure::together(writers, time, |_| {
            let runtime = runtime()?;
            let db = match self.db.engine() {
                Engine::Sqlite => self.db.clone(),
                Engine::Postgres => runtime
                    .block_on(Db::connect(&self.url))
                    .map_err(io::Error::other)?,
            };
            let (body, statement) = (&body, &statement);
            Ok(move || {
                let written = async |txn: &Txn| self.write(txn, statement, body, way).await;
                let written = runtime.block_on(db.write::<_, DbErr>(written));
                written.map(|()| true).map_err(io::Error::other)
            })
        })
    }

    async fn write(&self, txn: &Txn, statement: &str, body: &[u8], way: Way) -> Result<(), DbErr> {
        let rows = self.weight.rows as u64;
        let first = self.next.fetch_add(rows, Ordering::Relaxed);
        let values = |id| {
            [
                Value::from(i64::try_from(id).unwrap_or_default()),
                Value::from(body.to_vec()),
            ]
        };
        let at_once = if way == Way::RowByRow { 1 } else { rows };
        for begin in (first..first + rows).step_by(usize::try_from(at_once).unwrap_or(1)) {
            let values: Vec<Value> = (begin..begin + at_once).flat_map(values).collect();
            let statement = Statement::from_sql_and_values(txn.get_database_backend(), statement, values);
            txn.execute_raw(statement).await?;
        }
        Ok(())
    }

    fn statement(&self, rows: usize) -> String {
        let rows: Vec<String> = match self.db.engine() {
            Engine::Sqlite => (0..rows).map(|_| "(?, ?)".to_owned()).collect(),
            Engine::Postgres => (0..rows)
                .map(|row| format!("(${}, ${})", 2 * row + 1, 2 * row + 2))
                .collect(),
        };
        format!("insert into raw (id, body) values {}", rows.join(", "))
    }
}

/// What there is in the tables of an embedded database: rows, and bytes in their columns.
pub(crate) fn weigh(url: &str) -> io::Result<Weight> {
    let url = DatabaseUrl::parse(url).map_err(io::Error::other)?;
    let weighed = runtime()?.block_on(async { add_up(&Db::connect(&url).await?).await });
    let (rows, bytes) = weighed.map_err(io::Error::other)?;
    let size = |number| usize::try_from(number).unwrap_or_default();
    Ok(Weight {
        rows: size(rows),
        bytes: size(bytes),
    })
}

async fn add_up(db: &Db) -> Result<(i64, i64), DbErr> {
    let ask = async |sql: String| {
        db.read()
            .query_all_raw(Statement::from_string(sea_orm::DbBackend::Sqlite, sql))
            .await
    };
    let mut sum = (0, 0);
    for table in ask("select name from sqlite_master where type = 'table'".to_owned()).await? {
        let table: String = table.try_get("", "name")?;
        let columns = ask(format!("select name from pragma_table_info('{table}')")).await?;
        let columns = columns.iter().map(|column| column.try_get("", "name"));
        let columns = columns.collect::<Result<Vec<String>, _>>()?;
        let length = |name: &String| format!("ifnull(length(cast(\"{name}\" as blob)), 0)");
        let lengths: Vec<String> = columns.iter().map(length).collect();
        let counted = format!(
            "select count(*) as n, ifnull(sum({}), 0) as b from \"{table}\"",
            lengths.join(" + ")
        );
        for row in ask(counted).await? {
            sum.0 += row.try_get::<i64>("", "n")?;
            sum.1 += row.try_get::<i64>("", "b")?;
        }
    }
    Ok(sum)
}
