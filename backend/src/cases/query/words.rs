//! The list narrowed by words: which cases they are stands in the index (`search`), what they are in their rows.

use super::{Place, Row, beside_the_tally, narrowed, rows, summary, workbench::Moment};
use crate::{
    access::Grant,
    cases::store::tally,
    entity::{case_file, case_index},
    error::{Error, Result},
    search::{
        Asked,
        query::{self as index, Window},
    },
    state::State,
};
use anju_shared::{
    access::{Operation, Resource, may},
    api::{
        cases::{CaseFilter, CaseOrder, CaseSummary},
        reports::Original,
    },
    problem::{Bilingual, Violation},
    time::Instant,
    workflow::Case,
};
use anyhow::Context as _;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, Order, QueryFilter as _,
    QuerySelect as _, sea_query::Expr,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Longest text that is searched for.
const LONGEST: usize = 100;
/// What stands in one of so many cases is met soon on the way along the order.
const BROAD: u64 = 5;

/// What is asked for, if anything is.
pub(super) async fn asked(grant: &Grant, state: &State, filter: &CaseFilter) -> Result<Option<Asked>> {
    let Some(text) = filter.q.as_deref().filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    if text.chars().count() > LONGEST {
        let message = Bilingual::new(
            format!("最多 {LONGEST} 个字符"),
            format!("At most {LONGEST} characters"),
        );
        return Err(Error::Invalid(vec![Violation::new("q", "too_long", message)]));
    }
    // Who may not read the words of reports must not learn by searching what stands in them (TJ-20).
    let told = may(grant.actor(), Operation::ReadOriginal, &Resource::Everything).is_ok();
    let words = state.segmenter.words().await?;
    Ok(Some(Asked::parse(&words, text, told)))
}

/// How many cases contain it, and the rows of a page, with one more if there are more.
pub(super) async fn found(
    grant: &Grant,
    db: &impl ConnectionTrait,
    (filter, asked, at): (&CaseFilter, &Asked, Moment<'_>),
    (order, after, limit): Place,
) -> Result<(u64, Vec<Row>)> {
    if asked.is_empty() {
        return Ok((0, Vec::new()));
    }
    let column = |name| Expr::col((case_index::Entity, name));
    let narrowed = || narrowed(&grant.scope(), filter, column).add(beside_the_tally(filter, at, column));
    let total = index::total(grant, db, asked, narrowed()).await?;
    let everything = tally::total(db, false, Condition::all()).await?;
    let (by, order) = match order {
        CaseOrder::Due => (case_index::Column::DueAt, Order::Asc),
        CaseOrder::Newest => (case_index::Column::RegisteredAt, Order::Desc),
    };
    let window = Window {
        by,
        order,
        after,
        limit: u64::from(limit) + 1,
    };
    let broad = total.saturating_mul(BROAD) >= everything;
    let found = index::page(grant, db, (asked, broad), narrowed(), window).await?;
    Ok((total, named(db, &found).await?))
}

/// The rows of these cases, in this order.
async fn named(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Row>> {
    let rows = rows().filter(case_file::Column::Id.is_in(ids.iter().copied()));
    let rows: Vec<Row> = rows.into_model().all(db).await?;
    let mut rows: HashMap<Uuid, Row> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// The newest cases that contain what is asked for, if given only those received since.
pub(in crate::cases) async fn newest(
    grant: &Grant,
    db: &impl ConnectionTrait,
    asked: &Asked,
    since: Option<Instant>,
    limit: u64,
) -> Result<Vec<Uuid>> {
    let column = |name| Expr::col((case_index::Entity, name));
    let since = since.map(|since| case_index::Column::ReceivedAt.gte(since.unix()));
    let narrowed = narrowed(&grant.scope(), &CaseFilter::default(), column).add_option(since);
    let window = Window {
        by: case_index::Column::RegisteredAt,
        order: Order::Desc,
        after: None,
        limit,
    };
    index::page(grant, db, (asked, false), narrowed, window).await
}

/// These cases whole: their rows of the list, their states and the words of their reports.
pub(in crate::cases) async fn whole(
    _: &Grant,
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<(CaseSummary, Case, Original)>> {
    let texts: Vec<(Uuid, String, String)> = case_file::Entity::find()
        .select_only()
        .columns([
            case_file::Column::Id,
            case_file::Column::State,
            case_file::Column::Original,
        ])
        .filter(case_file::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut texts: HashMap<Uuid, (String, String)> = texts
        .into_iter()
        .map(|(id, state, original)| (id, (state, original)))
        .collect();
    let mut cases = Vec::with_capacity(ids.len());
    for row in named(db, ids).await? {
        let Some((state, original)) = texts.remove(&row.id) else {
            continue;
        };
        let place = || format!("impossible row: case {} does not parse", row.number);
        let case = serde_json::from_str(&state).with_context(place)?;
        let original = serde_json::from_str(&original).with_context(place)?;
        cases.push((summary(row)?, case, original));
    }
    Ok(cases)
}
