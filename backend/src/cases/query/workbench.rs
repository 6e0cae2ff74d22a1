//! What waits for one person, counted and listed, and the figures of the cases that the person may know of.
//!
//! Everything is counted within one index: that of the turns holds open cases alone, those of the ends and of the
//! registrations are entered at the day. Part of this feature's reading.

use super::{Row, narrowed, rows, stages, summary};
use crate::{
    access::Grant,
    cases::store::tally,
    db::{Engine, engine_of},
    entity::{case_file, case_tally},
    error::Result,
};
use anju_shared::{
    access::Staff,
    api::{
        cases::{CaseFilter, CaseSummary},
        workbench::{Tiles, Waiting},
    },
    calendar::Calendar,
    deadlines::Band,
    time::Instant,
    workflow::{Action, Case},
};
use anyhow::Context as _;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

/// How many cases wait for one action, by urgency.
#[derive(FromQueryResult)]
struct CountRow {
    waits_for: String,
    overdue: i64,
    today: i64,
    soon: i64,
    total: i64,
}

/// A row with the state from which its next action is known.
#[derive(FromQueryResult)]
struct WorkRow {
    #[sea_orm(nested)]
    row: Row,
    state: String,
}

#[derive(FromQueryResult)]
struct DueRow {
    overdue: Option<i64>,
    soon: Option<i64>,
}

/// When lists are looked at, and by which calendar.
#[derive(Clone, Copy)]
pub(crate) struct Moment<'a> {
    pub(crate) now: Instant,
    pub(crate) calendar: &'a Calendar,
}

/// How many cases wait for one action.
pub(crate) struct Count {
    pub(crate) action: Action,
    pub(crate) waiting: Waiting,
    by_band: [i64; 4],
}

impl Count {
    /// How many of them stand under this heading.
    pub(crate) fn of(&self, band: Band) -> u64 {
        let place = Band::ALL.iter().position(|one| *one == band);
        place
            .and_then(|place| self.by_band.get(place))
            .map_or(0, |count| whole(*count))
    }
}

fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

/// All that waits for this member of staff, by what it waits for.
pub(crate) async fn count(
    grant: &Grant,
    db: &impl ConnectionTrait,
    staff: &Staff,
    at: Moment<'_>,
) -> Result<Vec<Count>> {
    let within = |band| number_of(due(at, band));
    let found = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::WaitsFor)
        .column_as(within(Band::Overdue), "overdue")
        .column_as(within(Band::Today), "today")
        .column_as(within(Band::Soon), "soon")
        .column_as(case_file::Column::Id.count(), "total")
        .filter(mine(grant, db, staff))
        .group_by(case_file::Column::WaitsFor)
        .into_model::<CountRow>()
        .all(db)
        .await?;
    found.into_iter().map(counted).collect()
}

fn counted(row: CountRow) -> Result<Count> {
    let CountRow {
        waits_for,
        overdue,
        today,
        soon,
        total,
    } = row;
    let action = Action::ALL
        .iter()
        .copied()
        .find(|action| action.code() == waits_for);
    let action = action.with_context(|| format!("impossible row: a case waits for {waits_for}"))?;
    Ok(Count {
        action,
        waiting: Waiting {
            action,
            total: whole(total),
            overdue: whole(overdue),
        },
        by_band: [overdue, today, soon, total - overdue - today - soon],
    })
}

/// The first of those that wait under this heading for one of these actions, what is due first before.
pub(crate) async fn list(
    grant: &Grant,
    db: &impl ConnectionTrait,
    staff: &Staff,
    (at, band): (Moment<'_>, Band),
    (actions, limit): (&[Action], u32),
) -> Result<Vec<(CaseSummary, Case)>> {
    let codes = actions.iter().map(|action| action.code());
    let found = rows()
        .column(case_file::Column::State)
        .filter(mine(grant, db, staff))
        .filter(case_file::Column::WaitsFor.is_in(codes))
        .filter(due(at, band))
        .order_by_asc(case_file::Column::DueAt)
        .order_by_asc(case_file::Column::Id)
        .limit(u64::from(limit))
        .into_model::<WorkRow>()
        .all(db)
        .await?;
    let parsed = found.into_iter().map(|WorkRow { row, state }| {
        let case: Case = serde_json::from_str(&state)
            .with_context(|| format!("impossible row: the state of case {} does not parse", row.number))?;
        Ok((summary(row)?, case))
    });
    parsed.collect()
}

/// The figures of the cases that the grant reaches.
pub(crate) async fn tiles(grant: &Grant, db: &impl ConnectionTrait, at: Moment<'_>) -> Result<Tiles> {
    use case_file::Column as C;
    let (scope, everything) = (grant.scope(), CaseFilter::default());
    let reached = || narrowed(&scope, &everything, |name| column(db, name));
    let today = case_file::Entity::find()
        .select_only()
        .column_as(C::Id.count(), "today")
        .filter(C::RegisteredAt.gte(at.now.local_date().start().unix()))
        .filter(reached());
    let today: Option<i64> = today.into_tuple().one(db).await?;
    let (_, latest) = Band::Soon.ends(at.calendar, at.now);
    let soon_too = Condition::any()
        .add(due(at, Band::Today))
        .add(due(at, Band::Soon));
    let ends = case_file::Entity::find()
        .select_only()
        .column_as(number_of(due(at, Band::Overdue)), "overdue")
        .column_as(number_of(soon_too), "soon")
        .filter(C::DueAt.lte(latest.map_or(i64::MAX, Instant::unix)))
        .filter(reached());
    let ends = ends.into_model::<DueRow>().one(db).await?;
    let open = case_tally::Column::Stage.is_in(stages(true));
    let counted = |name| Expr::col((case_tally::Entity, name));
    let open = tally::total(db, false, narrowed(&scope, &everything, counted).add(open)).await?;
    let DueRow { overdue, soon } = ends.unwrap_or(DueRow {
        overdue: None,
        soon: None,
    });
    Ok(Tiles {
        today: whole(today.unwrap_or_default()),
        open,
        soon: whole(soon.unwrap_or_default()),
        overdue: whole(overdue.unwrap_or_default()),
    })
}

/// How many rows of those that are found this holds for.
fn number_of(condition: Condition) -> Expr {
    Expr::expr(Expr::case(condition, 1).finally(0)).sum()
}

/// What waits for this person: of their roles, in the cases that they may know of, and not for a second person after
/// them.
fn mine(grant: &Grant, db: &impl ConnectionTrait, staff: &Staff) -> Condition {
    use case_file::Column as C;
    let roles = staff.roles.iter().map(|role| role.code());
    let another = Condition::any()
        .add(C::WaitsNotBy.is_null())
        .add(C::WaitsNotBy.ne(staff.user.0));
    Condition::all()
        // As the index says it.
        .add(Expr::cust("case_file.waits_for <> ''"))
        .add(C::WaitsRole.is_in(roles))
        .add(narrowed(&grant.scope(), &CaseFilter::default(), |name| {
            column(db, name)
        }))
        .add(another)
}

/// A column of the scope. The embedded engine keeps no statistics and would look up every case of a unit, closed or
/// not; the sign hides it from the search for an index.
fn column(db: &impl ConnectionTrait, name: &'static str) -> Expr {
    match engine_of(db) {
        Engine::Sqlite => Expr::cust(format!("+case_file.{name}")),
        Engine::Postgres => Expr::col((case_file::Entity, name)),
    }
}

fn due(at: Moment<'_>, band: Band) -> Condition {
    let column = case_file::Column::DueAt;
    let (after, through) = band.ends(at.calendar, at.now);
    let after = after.map(|after| column.gt(after.unix()));
    let through = through.map(|through| column.lte(through.unix()));
    after
        .into_iter()
        .chain(through)
        .fold(Condition::all(), Condition::add)
}
