//! Which cases contain what is asked for: how many, and which of them stand on a page.
//!
//! Reads the index and nothing else. Both ways stay quick whether a word stands in one case or in all of them.

use super::terms::Asked;
use crate::{
    access::Grant,
    db::{Engine, engine_of},
    entity::case_index,
    error::Result,
};
use anyhow::Context as _;
use sea_orm::{
    Condition, ConnectionTrait, ExprTrait as _, FromQueryResult, Order,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

/// Where a page begins and how long it is.
pub(crate) struct Window {
    /// The column by which it is ordered, and in which direction; then by the id.
    pub(crate) by: case_index::Column,
    pub(crate) order: Order,
    /// The last row of the page before.
    pub(crate) after: Option<(i64, Uuid)>,
    pub(crate) limit: u64,
}

#[derive(FromQueryResult)]
struct Count {
    total: i64,
}

#[derive(FromQueryResult)]
struct Found {
    case_id: Uuid,
}

/// How many cases there are within `narrowed`, a condition on `case_index`.
pub(crate) async fn total(
    _: &Grant,
    db: &impl ConnectionTrait,
    asked: &Asked,
    narrowed: Condition,
) -> Result<u64> {
    let engine = engine_of(db);
    let mut select = from(engine);
    select
        .expr_as(Expr::cust("CAST(COUNT(*) AS BIGINT)"), "total")
        .and_where(contains(engine, asked, true))
        .cond_where(narrowed);
    let count = Count::find_by_statement(db.get_database_backend().build(&select));
    let counted = count.one(db).await?.context("a count has one row")?;
    Ok(u64::try_from(counted.total).unwrap_or_default())
}

/// A page of those cases, in order. `broad` if what is asked for stands in a good part of all cases.
///
/// The embedded engine goes through what contains it and keeps the first rows of the order. A server does so too
/// while they are few; when they are many, the next that does is met soon on the way along the order. Left to itself
/// it would choose by how often a word stands in general, and sometimes walk past all cases for one.
pub(crate) async fn page(
    _: &Grant,
    db: &impl ConnectionTrait,
    (asked, broad): (&Asked, bool),
    narrowed: Condition,
    window: Window,
) -> Result<Vec<Uuid>> {
    let engine = engine_of(db);
    let walks = broad && engine == Engine::Postgres;
    let column = |column| Expr::col((case_index::Entity, column));
    let key = || match walks {
        true => column(window.by),
        // What is added hides the column from the search for an index.
        false => column(window.by).add(0),
    };
    let id = || column(case_index::Column::CaseId);
    let mut select = from(engine);
    select
        .column((case_index::Entity, case_index::Column::CaseId))
        .and_where(contains(engine, asked, !walks))
        .cond_where(narrowed)
        .order_by_expr(key(), window.order.clone())
        .order_by_expr(id(), window.order.clone())
        .limit(window.limit);
    if let Some((at, last)) = window.after {
        let (here, there) = (
            Expr::tuple([key(), id()]),
            Expr::tuple([Expr::value(at), Expr::value(last)]),
        );
        select.and_where(match window.order {
            Order::Desc => here.lt(there),
            _ => here.gt(there),
        });
    }
    let found = Found::find_by_statement(db.get_database_backend().build(&select));
    Ok(found.all(db).await?.into_iter().map(|row| row.case_id).collect())
}

/// The terms first, then the rows that they name: the embedded engine keeps to that order when it is told so.
fn from(engine: Engine) -> SelectStatement {
    let mut select = Query::select();
    match engine {
        Engine::Sqlite => select
            .from("case_terms")
            .cross_join(case_index::Entity)
            .and_where(Expr::cust("case_index.doc = case_terms.rowid"))
            .take(),
        Engine::Postgres => select.from(case_index::Entity).take(),
    }
}

fn contains(engine: Engine, asked: &Asked, by_index: bool) -> Expr {
    match (engine, by_index) {
        (Engine::Sqlite, _) => {
            Expr::cust_with_values("case_terms MATCH ?", [asked.expression(('"', " AND ", " OR "))])
        }
        (Engine::Postgres, true) => {
            let asked = asked.expression(('\'', " & ", " | "));
            Expr::cust_with_values("case_index.terms @@ CAST($1 AS tsquery)", [asked])
        }
        // The function behind the operator: no index knows it.
        (Engine::Postgres, false) => {
            let asked = asked.expression(('\'', " & ", " | "));
            Expr::cust_with_values("ts_match_vq(case_index.terms, CAST($1 AS tsquery))", [asked])
        }
    }
}
