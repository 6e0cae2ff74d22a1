//! The index of cases by words: filled for the cases that are there already.
//!
//! One small row a case repeats what lists are narrowed and ordered by, so that a word that stands in most of a
//! hundred thousand cases is counted and ordered without touching their large rows. The terms stand on SQLite in an
//! FTS5 table without content (they are looked for, never read), on PostgreSQL in the row. They are never the text
//! itself: `search::terms` says what they are.

use crate::{
    db::{Engine, engine_of},
    search,
};
use sea_orm_migration::prelude::*;

/// `doc` is what the terms of a case are kept under.
const SQLITE: &str = "
create table case_index (
    doc integer primary key,
    case_id UUID not null unique references case_file (id),
    due_at bigint not null,
    registered_at bigint not null,
    received_at bigint not null,
    unit_id UUID,
    region text not null,
    stage text not null,
    urgency text,
    nature text not null,
    industry text not null,
    channel text not null
);
create virtual table case_terms using fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0'
);
";

/// New terms wait in a list that every search reads through; the shorter it is, the evener the searches.
const POSTGRES: &str = "
create table case_index (
    case_id UUID primary key references case_file (id),
    due_at bigint not null,
    registered_at bigint not null,
    received_at bigint not null,
    unit_id UUID,
    region text not null,
    stage text not null,
    urgency text,
    nature text not null,
    industry text not null,
    channel text not null,
    terms tsvector not null
);
create index case_index_by_terms on case_index using gin (terms) with (gin_pending_list_limit = 256);
create index case_index_by_due on case_index (due_at, case_id);
create index case_index_by_registration on case_index (registered_at, case_id);
create index case_index_by_unit on case_index (unit_id) where unit_id is not null;
";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let statements = match engine_of(connection) {
            Engine::Sqlite => SQLITE,
            Engine::Postgres => POSTGRES,
        };
        super::apply(manager, statements).await?;
        search::store::fill(connection)
            .await
            .map_err(|error| DbErr::Migration(error.for_log()))
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
