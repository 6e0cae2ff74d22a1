//! Whose turn it is: what each open case waits for, so that everybody's own work is found and counted at once. And a
//! server's database tells all who listen that a case changed, as `live::Change` reads it.

use crate::{
    db::{Engine, engine_of},
    entity::case_file,
};
use anju_shared::workflow::{Case, turn};
use sea_orm_migration::{
    async_trait::async_trait,
    prelude::*,
    sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _},
};
use uuid::Uuid;

/// Notifications go out when the transaction commits, in the order of commits.
const TELLING: &str = "
create function tell_of_case() returns trigger language plpgsql as $$
begin
    perform pg_notify('anju_case', json_build_object(
        'id', new.id, 'number', new.number, 'version', new.version, 'stage', new.stage,
        'region', new.region, 'unit', new.unit_id, 'source', new.source_client)::text);
    return null;
end $$;
create trigger case_file_is_told after insert or update of version on case_file
    for each row execute function tell_of_case();
";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::apply(
            manager,
            "
-- The action, empty once the case is done; the role whose it is; and who cannot also be the second person.
alter table case_file add column waits_for text not null default '';
alter table case_file add column waits_role text not null default '';
alter table case_file add column waits_not_by UUID;
create index case_file_by_turn
    on case_file (waits_role, due_at, id, waits_for, region, unit_id, waits_not_by) where waits_for <> '';
",
        )
        .await?;
        if engine_of(manager.get_connection()) == Engine::Postgres {
            manager.get_connection().execute_unprepared(TELLING).await?;
        }
        fill(manager.get_connection()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Says of the cases that are there already what they wait for.
async fn fill(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    use case_file::Column as C;
    let closed = ["closed", "declined"];
    let open: Vec<(Uuid, String)> = case_file::Entity::find()
        .select_only()
        .columns([C::Id, C::State])
        .filter(C::Stage.is_not_in(closed))
        .into_tuple()
        .all(db)
        .await?;
    for (id, state) in open {
        let case: Case = serde_json::from_str(&state)
            .map_err(|cause| DbErr::Migration(format!("the state of case {id} does not parse: {cause}")))?;
        let Some(turn) = turn(&case) else { continue };
        let role = turn.role().map(|role| role.code()).unwrap_or_default();
        case_file::Entity::update_many()
            .col_expr(C::WaitsFor, turn.action.code().into())
            .col_expr(C::WaitsRole, role.into())
            .col_expr(C::WaitsNotBy, turn.not_by.map(|user| user.0).into())
            .filter(C::Id.eq(id))
            .exec(db)
            .await?;
    }
    Ok(())
}
