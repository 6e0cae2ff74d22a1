//! Rows of the index: one of columns by which lists are narrowed and ordered, and the terms beside it or in it.
//!
//! The rows of a case are large, and a search may pass over a hundred thousand of them; these are small. What stands
//! in them is explained at `migration::m07_search`.

use super::{Words, terms::Terms};
use crate::{
    access::Grant,
    db::{Engine, Inserts, engine_of},
    entity::{case_file, case_index},
    error::Result,
};
use anju_shared::{
    api::reports::Original,
    ids::CaseId,
    time::Instant,
    workflow::{Case, Clock, Nature},
};
use anyhow::Context as _;
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IdenStatic as _, Iterable as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _, Query},
};
use uuid::Uuid;

/// Cases of which a fill reads the state at once.
const AT_ONCE: u64 = 200;

/// Adds cases with their terms to what is inserted.
pub(crate) fn add(_: &[&Grant], inserts: &mut Inserts, engine: Engine, cases: &[(&Case, &Terms)]) {
    insert(inserts, engine, cases);
}

/// Brings the row of a case up to date after a command.
pub(crate) async fn follow(_: &Grant, db: &impl ConnectionTrait, before: &Case, after: &Case) -> Result<()> {
    let is = row(after);
    if row(before) == is {
        return Ok(());
    }
    case_index::Entity::update_many()
        .set(case_index::ActiveModel {
            case_id: NotSet,
            ..is
        })
        .filter(case_index::Column::CaseId.eq(after.id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Brings the soonest ends of cases up to date whose periods were counted again.
pub(crate) async fn follow_due(
    _: &[Grant],
    db: &impl ConnectionTrait,
    cases: impl Iterator<Item = CaseId>,
) -> Result<()> {
    let present = Query::select()
        .column(case_file::Column::DueAt)
        .from(case_file::Entity)
        .and_where(
            Expr::col((case_file::Entity, case_file::Column::Id))
                .eq(Expr::col((case_index::Entity, case_index::Column::CaseId))),
        )
        .to_owned();
    case_index::Entity::update_many()
        .col_expr(
            case_index::Column::DueAt,
            Expr::SubQuery(None, Box::new(present.into())),
        )
        .filter(case_index::Column::CaseId.is_in(cases.map(|case| case.0)))
        .exec(db)
        .await?;
    Ok(())
}

/// The row that belongs to a case.
pub(crate) fn row(case: &Case) -> case_index::ActiveModel {
    let matter = &case.intake.matter;
    case_index::ActiveModel {
        case_id: Set(case.id.0),
        due_at: Set(case
            .next_duty()
            .and_then(Clock::runs_to)
            .map_or(case_file::NO_DUTY, Instant::unix)),
        registered_at: Set(case.intake.registered_at.unix()),
        received_at: Set(case.intake.received_at.unix()),
        unit_id: Set(case.handling().map(|handling| handling.assignment.unit.0)),
        region: Set(matter.region.clone().unwrap_or_default()),
        stage: Set(case.stage().code().to_owned()),
        urgency: Set(case.urgency().map(|urgency| urgency.code().to_owned())),
        nature: Set(case.nature().map(Nature::code).unwrap_or_default().to_owned()),
        industry: Set(matter.industry.clone().unwrap_or_default()),
        channel: Set(case.intake.channel.clone()),
    }
}

/// On SQLite the terms stand in a table of their own, under the number of the row; on PostgreSQL in the row.
fn insert(inserts: &mut Inserts, engine: Engine, cases: &[(&Case, &Terms)]) {
    if cases.is_empty() {
        return;
    }
    let count = cases.len() as u64;
    let mut insert = Query::insert();
    match engine {
        Engine::Sqlite => {
            inserts.add(cases.iter().map(|(case, _)| row(case)));
            insert.into_table("case_terms").columns(["rowid", "terms"]);
            for (case, terms) in cases {
                let doc =
                    Expr::cust_with_values("(SELECT doc FROM case_index WHERE case_id = ?)", [case.id.0]);
                insert.values_panic([doc, Expr::value(terms.to_text())]);
            }
        }
        Engine::Postgres => {
            let columns = case_index::Column::iter().map(|column| column.as_str());
            insert.into_table("case_index").columns(columns.chain(["terms"]));
            for (case, terms) in cases {
                let row = row(case);
                let values = case_index::Column::iter().filter_map(|column| row.get(column).into_value());
                let terms = Expr::value(terms.to_text()).cast_as("tsvector");
                insert.values_panic(values.map(Expr::value).chain([terms]));
            }
        }
    }
    inserts.add_built(insert, count);
}

/// Makes the rows of cases that were entered before there was an index. For the migration alone, which nobody asked
/// for: their reporters are sealed and stay so.
pub(crate) async fn fill(db: &impl ConnectionTrait) -> Result<()> {
    let (mut words, mut after) = (None, Uuid::nil());
    loop {
        let page: Vec<(Uuid, String, String)> = case_file::Entity::find()
            .select_only()
            .columns([
                case_file::Column::Id,
                case_file::Column::State,
                case_file::Column::Original,
            ])
            .filter(case_file::Column::Id.gt(after))
            .order_by_asc(case_file::Column::Id)
            .limit(AT_ONCE)
            .into_tuple()
            .all(db)
            .await?;
        let Some((last, _, _)) = page.last() else {
            return Ok(());
        };
        after = *last;
        let words = words.get_or_insert_with(Words::load);
        let cases = page
            .iter()
            .map(|row| parsed(words, row))
            .collect::<Result<Vec<_>>>()?;
        let cases: Vec<(&Case, &Terms)> = cases.iter().map(|(case, terms)| (case, terms)).collect();
        let mut inserts = Inserts::default();
        insert(&mut inserts, engine_of(db), &cases);
        inserts.send(db).await?;
    }
}

fn parsed(words: &Words, (id, state, original): &(Uuid, String, String)) -> Result<(Case, Terms)> {
    let case: Case = serde_json::from_str(state)
        .with_context(|| format!("impossible row: the state of case {id} does not parse"))?;
    let original: Original = serde_json::from_str(original)
        .with_context(|| format!("impossible row: the original of case {id} does not parse"))?;
    let terms = Terms::of(words, &case.intake, &original, &[]).with_number(&case.number);
    Ok((case, terms))
}
