//! The schema, one file an area, applied in order and never changed once released.
//!
//! Not here: the rows as Rust sees them (`entity`). Written as SQL because a schema is read more often
//! than it is written; the two engines differ only in three words, which [`apply`] fills in: the
//! types `UUID` and `BYTES`, and `BY_KEY` for small rows that the embedded engine keeps in the index of their key
//! instead of beside it: a page less to write for each. Instants are whole seconds since 1970 in `bigint`; documents are canonical JSON
//! in `text`, kept byte for byte because hashes run over them.

mod m01_organisation;
mod m02_sign_in;
mod m03_cases;
mod m04_files;
mod m05_journal;
mod m06_jobs;
mod m07_search;
mod m08_talk;
mod m09_people;
mod m10_lists;
mod m11_drafts;
mod m12_turns;
mod m13_sign_in;
mod m14_revisions;

use crate::db::{Engine, engine_of};
use sea_orm_migration::prelude::*;

/// The list of migrations.
pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m01_organisation::Migration),
            Box::new(m02_sign_in::Migration),
            Box::new(m03_cases::Migration),
            Box::new(m04_files::Migration),
            Box::new(m05_journal::Migration),
            Box::new(m06_jobs::Migration),
            Box::new(m07_search::Migration),
            Box::new(m08_talk::Migration),
            Box::new(m09_people::Migration),
            Box::new(m10_lists::Migration),
            Box::new(m11_drafts::Migration),
            Box::new(m12_turns::Migration),
            Box::new(m13_sign_in::Migration),
            Box::new(m14_revisions::Migration),
        ]
    }
}

/// Runs statements in the engine's own words.
async fn apply(manager: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let [uuid, bytes, by_key] = match engine_of(connection) {
        Engine::Sqlite => ["blob", "blob", "without rowid"],
        Engine::Postgres => ["uuid", "bytea", ""],
    };
    connection
        .execute_unprepared(
            &statements
                .replace(" UUID", &format!(" {uuid}"))
                .replace(" BYTES", &format!(" {bytes}"))
                .replace("BY_KEY", by_key),
        )
        .await?;
    Ok(())
}

/// A migration that only runs statements.
macro_rules! statements {
    ($sql:literal) => {
        #[derive(sea_orm_migration::prelude::DeriveMigrationName)]
        pub(super) struct Migration;

        #[sea_orm_migration::async_trait::async_trait]
        impl sea_orm_migration::MigrationTrait for Migration {
            async fn up(
                &self,
                manager: &sea_orm_migration::SchemaManager,
            ) -> Result<(), sea_orm_migration::sea_orm::DbErr> {
                super::apply(manager, $sql).await
            }

            // Half a schema would be worse than none, so SQLite too runs a migration in a transaction.
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }
        }
    };
}
use statements;
