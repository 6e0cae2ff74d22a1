//! The one path for writing: whole transactions, in any number at once, never a lost one.

use crate::world::on_every_engine;
use anju_backend::error::{Error, Result};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::time::Duration;

/// A counter kept in a row of the leases, which nothing else touches in these tests.
async fn increment(db: &impl ConnectionTrait) -> Result<()> {
    db.execute_unprepared("UPDATE job_lease SET until = until + 1 WHERE name = 'counter'")
        .await?;
    Ok(())
}

async fn counted(db: &impl ConnectionTrait, backend: DbBackend) -> i64 {
    let asked = "SELECT until AS counted FROM job_lease WHERE name = 'counter'";
    let row = db
        .query_one_raw(Statement::from_string(backend, asked))
        .await
        .expect("an answer");
    row.expect("the counter")
        .try_get("", "counted")
        .expect("a number")
}

fn backend(db: &anju_backend::db::Db) -> DbBackend {
    db.read().get_database_backend()
}

#[test]
fn sixty_four_writers_at_once_lose_nothing() {
    on_every_engine(async |world| {
        let db = &world.server.state().db;
        let begin = "INSERT INTO job_lease (name, holder, until) VALUES ('counter', 'test', 0)";
        db.write(async |txn| Ok::<_, Error>(txn.execute_unprepared(begin).await?))
            .await
            .expect("a counter");
        let writers = (0..64).map(|_| db.write(async |txn| increment(txn).await));
        for outcome in futures_util::future::join_all(writers).await {
            outcome.expect("written");
        }
        assert_eq!(counted(db.read(), backend(db)).await, 64);
    });
}

#[test]
fn what_fails_or_is_abandoned_leaves_nothing_behind() {
    on_every_engine(async |world| {
        let db = &world.server.state().db;
        let begin = "INSERT INTO job_lease (name, holder, until) VALUES ('counter', 'test', 0)";
        db.write(async |txn| Ok::<_, Error>(txn.execute_unprepared(begin).await?))
            .await
            .expect("a counter");
        let failed: Result<()> = db
            .write(async |txn| {
                increment(txn).await?;
                Err(Error::not_found())
            })
            .await;
        assert!(failed.is_err());
        let abandoned = db.write(async |txn| {
            increment(txn).await?;
            std::future::pending::<Result<()>>().await
        });
        let waited = tokio::time::timeout(Duration::from_millis(200), abandoned).await;
        assert!(waited.is_err());
        db.write(async |txn| increment(txn).await)
            .await
            .expect("the next one is served");
        assert_eq!(counted(db.read(), backend(db)).await, 1);
    });
}

#[test]
fn a_writer_that_fails_or_hangs_up_does_not_disturb_those_beside_it() {
    on_every_engine(async |world| {
        let db = &world.server.state().db;
        let begin = "INSERT INTO job_lease (name, holder, until) VALUES ('counter', 'test', 0)";
        db.write(async |txn| Ok::<_, Error>(txn.execute_unprepared(begin).await?))
            .await
            .expect("a counter");
        let writers = (0..60_u64).map(|number| async move {
            let work = db.write(async |txn| {
                increment(txn).await?;
                if number % 3 == 1 {
                    Err(Error::not_found())
                } else {
                    Ok(())
                }
            });
            // Every third hangs up somewhere between waiting for its turn and its commit.
            let patience = if number % 3 == 2 { number / 3 } else { 10_000 };
            tokio::time::timeout(Duration::from_millis(patience), work).await
        });
        let outcomes = futures_util::future::join_all(writers).await;
        let told: i64 = outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Ok(Ok(()))))
            .count() as i64;
        assert!(told >= 20, "{told}");
        let unknown = outcomes.iter().filter(|outcome| outcome.is_err()).count() as i64;
        // Whoever hung up may have been written all the same; whoever was told is.
        db.write(async |txn| increment(txn).await)
            .await
            .expect("the next one is served");
        let counted = counted(db.read(), backend(db)).await - 1;
        assert!(
            (told..=told + unknown).contains(&counted),
            "{counted} of {told} and {unknown}"
        );
    });
}

#[test]
fn readers_of_the_embedded_database_cannot_write() {
    on_every_engine(async |world| {
        let db = &world.server.state().db;
        if backend(db) == DbBackend::Sqlite {
            assert!(increment(db.read()).await.is_err());
        }
    });
}

#[test]
fn a_second_start_finds_the_schema_complete() {
    on_every_engine(async |world| {
        let db = &world.server.state().db;
        assert!(db.pending_migrations().await.expect("an answer").is_empty());
        db.migrate().await.expect("nothing to do");
    });
}
