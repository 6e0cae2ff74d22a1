//! Cases one page after the other, in the order of their ids, for whoever looks at all of them.

use super::{Stored, clock_row, event_row, row, stored};
use crate::{
    access::Grant,
    cases::journal::Link,
    entity::{case_file, clock, event},
    error::{Error, Result},
    search,
};
use anju_shared::{
    ids::CaseId,
    problem::ProblemCode,
    time::LegalDate,
    workflow::{Case, Stage},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

/// Which cases are looked at: the open ones, and those that were registered within these days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walked {
    pub(crate) past: Option<(LegalDate, LegalDate)>,
}

impl Walked {
    fn condition(self) -> Condition {
        let open: Vec<&str> = Stage::ALL
            .iter()
            .filter(|stage| stage.is_open())
            .map(|stage| stage.code())
            .collect();
        let open = Condition::any().add(case_file::Column::Stage.is_in(open));
        match self.past {
            None => open,
            Some((from, until)) => {
                let registered = case_file::Column::RegisteredAt;
                let within = Condition::all()
                    .add(registered.gte(from.start().unix()))
                    .add(registered.lt(until.plus(1).start().unix()));
                open.add(within)
            }
        }
    }
}

/// How many they are.
pub(crate) async fn count_walked(_: &Grant, db: &impl ConnectionTrait, walked: Walked) -> Result<u64> {
    let counted = case_file::Entity::find().filter(walked.condition());
    Ok(counted.count(db).await?)
}

/// The states of so many of them after this case, as they are kept.
pub(crate) async fn walked(
    _: &Grant,
    db: &impl ConnectionTrait,
    walked: Walked,
    (after, most): (Option<CaseId>, u64),
) -> Result<Vec<(CaseId, String)>> {
    use case_file::Column as C;
    let rows: Vec<(Uuid, String)> = case_file::Entity::find()
        .select_only()
        .columns([C::Id, C::State])
        .filter(C::Id.gt(after.map_or(Uuid::nil(), |case| case.0)))
        .filter(walked.condition())
        .order_by_asc(C::Id)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, state)| (CaseId(id), state)).collect())
}

/// A case with the rest of its row.
pub(crate) struct Loaded {
    pub(crate) stored: Stored,
    row: case_file::Model,
}

/// Cases by their ids, in the order of these.
pub(crate) async fn load_all(_: &[Grant], db: &impl ConnectionTrait, ids: &[CaseId]) -> Result<Vec<Loaded>> {
    let rows = case_file::Entity::find()
        .filter(case_file::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(case_file::Column::Id)
        .all(db)
        .await?;
    let loaded = |row: case_file::Model| {
        Ok(Loaded {
            stored: stored(row.clone())?,
            row,
        })
    };
    rows.into_iter().map(loaded).collect()
}

/// A case whose periods were counted again, and nothing else of it.
pub(crate) struct Counted<'a> {
    pub(crate) before: &'a Loaded,
    pub(crate) after: Case,
    pub(crate) links: Vec<Link>,
}

/// Writes many cases together, table by table: most of what a few rows cost is the way there and back.
///
/// # Errors
/// `version_moved` if somebody else was faster with one of them.
pub(crate) async fn save_counted(
    grants: &[Grant],
    db: &impl ConnectionTrait,
    counted: &[Counted<'_>],
) -> Result<()> {
    use case_file::Column as C;
    let rows = counted.iter().map(case_row).collect::<Result<Vec<_>>>()?;
    let expected = rows.len() as u64;
    let before_it = Expr::col((case_file::Entity, C::Version)).eq(Expr::col(("excluded", C::Version)).sub(1));
    let over = OnConflict::column(C::Id)
        .update_columns([C::Version, C::DueAt, C::DueClock, C::DuePeriod, C::State, C::Head])
        .action_and_where(before_it)
        .to_owned();
    let written = case_file::Entity::insert_many(rows)
        .on_conflict(over)
        .exec_without_returning(db)
        .await?;
    if written != expected {
        return Err(Error::of(ProblemCode::VersionMoved));
    }
    let links = counted
        .iter()
        .flat_map(|one| one.links.iter().map(|link| event_row(one.after.id, link)));
    event::Entity::insert_many(links.collect::<Result<Vec<_>>>()?)
        .exec_without_returning(db)
        .await?;
    write_clocks(db, counted).await?;
    search::store::follow_due(grants, db, counted.iter().map(|one| one.after.id)).await
}

fn case_row(counted: &Counted<'_>) -> Result<case_file::ActiveModel> {
    let Loaded { stored: _, row: kept } = counted.before;
    let mut row = row(&counted.after, &counted.links)?;
    row.original = Set(kept.original.clone());
    row.wrapped_key = Set(kept.wrapped_key.clone());
    row.key_id = Set(kept.key_id.clone());
    Ok(row)
}

async fn write_clocks(db: &impl ConnectionTrait, counted: &[Counted<'_>]) -> Result<()> {
    use clock::Column as K;
    let changed = counted.iter().flat_map(|one| {
        let pairs = one.before.stored.case.clocks.iter().zip(&one.after.clocks);
        let changed = pairs.filter(|(was, is)| was != is);
        changed.map(|(_, is)| clock_row(&one.after, is))
    });
    let over = OnConflict::columns([K::CaseId, K::Kind, K::Round])
        .update_columns([
            K::StartAt,
            K::DueAt,
            K::LastDay,
            K::Provisional,
            K::Status,
            K::LapsedAt,
        ])
        .to_owned();
    clock::Entity::insert_many(changed)
        .on_conflict(over)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
