//! Totals of cases, kept beside the rows so that a list shows its exact total without a scan.
//!
//! The cubes are explained at `entity::case_tally`. Part of this feature's store.

use crate::{
    db::{Engine, Inserts},
    entity::case_tally::{self, FULL, SMALL},
    error::Result,
};
use anju_shared::workflow::Case;
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait, ExprTrait, Iterable as _, QueryFilter, QuerySelect,
    sea_query::{Expr, Func, OnConflict, Query},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where a case is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub(crate) unit: Uuid,
    pub(crate) region: String,
    pub(crate) stage: String,
    pub(crate) urgency: String,
    pub(crate) industry: String,
    pub(crate) channel: String,
}

impl Cell {
    pub(crate) fn of(case: &Case) -> Self {
        Self {
            unit: case
                .handling()
                .map_or(Uuid::nil(), |handling| handling.assignment.unit.0),
            region: case.intake.matter.region.clone().unwrap_or_default(),
            stage: case.stage().code().to_owned(),
            urgency: case
                .urgency()
                .map(|urgency| urgency.code().to_owned())
                .unwrap_or_default(),
            industry: case.intake.matter.industry.clone().unwrap_or_default(),
            channel: case.intake.channel.clone(),
        }
    }

    /// Where it is counted in the small cube.
    fn small(&self) -> Self {
        Self {
            industry: String::new(),
            channel: String::new(),
            ..self.clone()
        }
    }

    /// The columns of its row in their order, the unit in hexadecimal digits.
    fn json(&self, cube: i32, by: i64) -> Value {
        let unit = self.unit.simple().to_string();
        let Self {
            unit: _,
            region,
            stage,
            urgency,
            industry,
            channel,
        } = self;
        json!([cube, unit, region, stage, urgency, industry, channel, by])
    }

    fn row(self, cube: i32, by: i64) -> case_tally::ActiveModel {
        let Self {
            unit,
            region,
            stage,
            urgency,
            industry,
            channel,
        } = self;
        case_tally::ActiveModel {
            cube: Set(cube),
            unit_id: Set(unit),
            region: Set(region),
            stage: Set(stage),
            urgency: Set(urgency),
            industry: Set(industry),
            channel: Set(channel),
            total: Set(by),
        }
    }
}

/// Adds counts to cells, or takes them away, in both cubes and in one statement.
pub(crate) async fn shift<'a>(
    db: &impl ConnectionTrait,
    changes: impl Iterator<Item = (&'a Cell, i64)>,
) -> Result<()> {
    let changed = sums(changes).into_iter();
    let rows: Vec<_> = changed.map(|((cube, cell), by)| cell.row(cube, by)).collect();
    if !rows.is_empty() {
        case_tally::Entity::insert_many(rows)
            .on_conflict(addition())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Counts new cases with what is inserted for them. All cells go in one value: how many they are differs from time to
/// time, and so would a statement that names each, about which an engine would have to think anew.
pub(crate) fn count<'a>(inserts: &mut Inserts, engine: Engine, cells: impl Iterator<Item = &'a Cell>) {
    let sums = sums(cells.map(|cell| (cell, 1)));
    let (each, unit) = match engine {
        Engine::Sqlite => ("json_each", "unhex(value ->> 1)"),
        Engine::Postgres => ("json_array_elements", "CAST(value ->> 1 AS uuid)"),
    };
    let all: Vec<Value> = sums
        .iter()
        .map(|((cube, cell), by)| cell.json(*cube, *by))
        .collect();
    let all = Expr::value(Value::from(all).to_string());
    let all = match engine {
        Engine::Sqlite => all,
        Engine::Postgres => all.cast_as("json"),
    };
    let mut one = Query::select();
    one.expr(Expr::cust("CAST(value ->> 0 AS integer)"))
        .expr(Expr::cust(unit))
        .exprs((2..7).map(|place| Expr::cust(format!("value ->> {place}"))))
        .expr(Expr::cust("CAST(value ->> 7 AS bigint)"))
        .from_function(Func::cust(each).arg(all), "cell")
        // Without a condition the embedded engine would take what follows for one of a join.
        .and_where(Expr::cust("true"));
    let mut insert = Query::insert();
    insert
        .into_table(case_tally::Entity)
        .columns(case_tally::Column::iter())
        .select_from(one)
        .expect("every column has its expression")
        .on_conflict(addition());
    inserts.add_built(insert, sums.len() as u64);
}

/// What changes in both cubes. Ordered, so that every transaction takes the rows in the same order and none waits
/// for another in a circle; summed up, so that none is taken twice.
fn sums<'a>(changes: impl Iterator<Item = (&'a Cell, i64)>) -> Vec<((i32, Cell), i64)> {
    let mut sums: BTreeMap<(i32, Cell), i64> = BTreeMap::new();
    for (cell, by) in changes {
        *sums.entry((SMALL, cell.small())).or_default() += by;
        *sums.entry((FULL, cell.clone())).or_default() += by;
    }
    sums.into_iter().filter(|(_, by)| *by != 0).collect()
}

/// A cell that is there already gets the count added.
fn addition() -> OnConflict {
    use case_tally::Column as C;
    let sum = Expr::col((case_tally::Entity, C::Total)).add(Expr::col(("excluded", C::Total)));
    OnConflict::columns([
        C::Cube,
        C::UnitId,
        C::Region,
        C::Stage,
        C::Urgency,
        C::Industry,
        C::Channel,
    ])
    .value(C::Total, sum)
    .to_owned()
}

/// The sum of the cells that a condition names; `full` if it names industry or channel.
pub(crate) async fn total(
    db: &impl ConnectionTrait,
    full: bool,
    condition: sea_orm::Condition,
) -> Result<u64> {
    use sea_orm::ColumnTrait as _;
    let sum: Option<Option<i64>> = case_tally::Entity::find()
        .select_only()
        .column_as(Expr::cust("CAST(SUM(total) AS BIGINT)"), "total")
        .filter(case_tally::Column::Cube.eq(if full { FULL } else { SMALL }))
        .filter(condition)
        .into_tuple()
        .one(db)
        .await?;
    Ok(sum
        .flatten()
        .and_then(|sum| u64::try_from(sum).ok())
        .unwrap_or_default())
}

/// The cells whose totals are not these counts, in words.
pub(super) async fn differing(
    db: &impl ConnectionTrait,
    counted: &BTreeMap<Cell, i64>,
) -> Result<Vec<String>> {
    let mut expected: BTreeMap<(i32, Cell), i64> = BTreeMap::new();
    for (cell, count) in counted {
        *expected.entry((SMALL, cell.small())).or_default() += count;
        *expected.entry((FULL, cell.clone())).or_default() += count;
    }
    let mut wrong = Vec::new();
    for row in case_tally::Entity::find().all(db).await? {
        let case_tally::Model {
            cube,
            unit_id,
            region,
            stage,
            urgency,
            industry,
            channel,
            total,
        } = row;
        let cell = Cell {
            unit: unit_id,
            region,
            stage,
            urgency,
            industry,
            channel,
        };
        if expected.remove(&(cube, cell.clone())).unwrap_or_default() != total {
            wrong.push(format!("{cube}: {cell:?}"));
        }
    }
    wrong.extend(expected.keys().map(|(cube, cell)| format!("{cube}: {cell:?}")));
    Ok(wrong)
}
