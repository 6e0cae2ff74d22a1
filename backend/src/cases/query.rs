//! The list of cases: paged by key, counted from the tally, never by scanning; or searched by [`words`].
//!
//! Reads rows and nothing else; `store` writes them.

mod words;
pub(crate) mod workbench;

pub(super) use words::{newest, whole};

use self::workbench::Moment;
use super::store::tally;
use crate::{
    access::Grant,
    confidential::Keyring,
    db::{Engine, engine_of},
    entity::{case_file, case_tally, unit},
    error::{Error, Result},
    state::State,
};
use anju_shared::{
    access::CaseScope,
    api::{
        cases::{CaseFilter, CaseOrder, CasePage, CaseSummary},
        directory::UnitRef,
    },
    ids::{CaseId, UnitId},
    problem::{Bilingual, Violation},
    time::Instant,
    workflow::{Clock, Nature, Stage, Urgency},
};
use anyhow::Context as _;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, Select, sea_query::Expr,
};
use uuid::Uuid;

const DEFAULT_ROWS: u32 = 20;
const MOST_ROWS: u32 = 100;

/// A row as the list needs it: without state, original and keys.
#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    number: String,
    version: i64,
    matter: String,
    stage: String,
    urgency: Option<String>,
    nature: String,
    channel: String,
    region: String,
    industry: String,
    unit_id: Option<Uuid>,
    unit_name: Option<String>,
    received_at: i64,
    registered_at: i64,
    due_at: i64,
    due_period: Option<String>,
}

/// A page of the cases that the grant reaches.
pub(crate) async fn page(grant: &Grant, state: &State, filter: &CaseFilter) -> Result<CasePage> {
    some(grant, state, state.db.read(), filter, limit(filter)?).await
}

/// So many rows from the place on that the filter names, and the place after them.
pub(super) async fn some(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    filter: &CaseFilter,
    limit: u32,
) -> Result<CasePage> {
    let keys = &state.keys;
    let at = Moment {
        now: state.clock.now(),
        calendar: state.calendar(),
    };
    let order = filter.order.unwrap_or_default();
    let after = filter.after.as_deref();
    let after = after.map(|text| read_cursor(text, order, keys)).transpose()?;
    let (total, mut found) = match words::asked(grant, state, filter).await? {
        Some(asked) => words::found(grant, db, (filter, &asked, at), (order, after, limit)).await?,
        None => listed(grant, db, (filter, at), (order, after, limit)).await?,
    };
    let more = found.len() > limit as usize;
    found.truncate(limit as usize);
    let next = found
        .last()
        .filter(|_| more)
        .map(|row| write_cursor(row, order, keys));
    let items = found.into_iter().map(summary).collect::<Result<Vec<_>>>()?;
    Ok(CasePage { items, next, total })
}

/// Where a page stands: its order, the last row before it, and how many rows it has.
type Place = (CaseOrder, Option<(i64, Uuid)>, u32);

/// How many cases there are, and the rows of a page, with one more if there are more.
async fn listed(
    grant: &Grant,
    db: &impl ConnectionTrait,
    (filter, at): (&CaseFilter, Moment<'_>),
    (order, after, limit): Place,
) -> Result<(u64, Vec<Row>)> {
    let total = total(grant, db, filter, at).await?;
    let mut query = select(grant, db, (filter, at), total).await?;
    query = query.limit(u64::from(limit) + 1);
    if let Some((key, id)) = after {
        query = query.filter(beyond(order, key, id));
    }
    Ok((total, query.into_model().all(db).await?))
}

/// The rows that a filter lets through, in its order; `total` is how many they are.
async fn select(
    grant: &Grant,
    db: &impl ConnectionTrait,
    (filter, at): (&CaseFilter, Moment<'_>),
    total: u64,
) -> Result<Select<case_file::Entity>> {
    let scope = grant.scope();
    let walks = walks(db, &scope, filter, total).await?;
    // The sign hides a column from the search for an index.
    let column = |name| match walks {
        true => Expr::cust(format!("+case_file.{name}")),
        false => Expr::col((case_file::Entity, name)),
    };
    let query = rows()
        .filter(narrowed(&scope, filter, column))
        .filter(beside_the_tally(filter, at, column));
    Ok(match filter.order.unwrap_or_default() {
        CaseOrder::Due => query
            .order_by_asc(case_file::Column::DueAt)
            .order_by_asc(case_file::Column::Id),
        CaseOrder::Newest => query
            .order_by_desc(case_file::Column::RegisteredAt)
            .order_by_desc(case_file::Column::Id),
    })
}

/// Rows as the list shows them, with the name of their unit.
fn rows() -> Select<case_file::Entity> {
    case_file::Entity::find()
        .select_only()
        .columns([
            case_file::Column::Id,
            case_file::Column::Number,
            case_file::Column::Version,
            case_file::Column::Matter,
            case_file::Column::Stage,
            case_file::Column::Urgency,
            case_file::Column::Nature,
            case_file::Column::Channel,
            case_file::Column::Region,
            case_file::Column::Industry,
            case_file::Column::UnitId,
            case_file::Column::ReceivedAt,
            case_file::Column::RegisteredAt,
            case_file::Column::DueAt,
            case_file::Column::DuePeriod,
        ])
        .column_as(unit::Column::Name, "unit_name")
        .join(JoinType::LeftJoin, to_unit())
}

fn to_unit() -> RelationDef {
    case_file::Entity::belongs_to(unit::Entity)
        .from(case_file::Column::UnitId)
        .to(unit::Column::Id)
        .into()
}

fn limit(filter: &CaseFilter) -> Result<u32> {
    let limit = filter.limit.unwrap_or(DEFAULT_ROWS);
    if (1..=MOST_ROWS).contains(&limit) {
        return Ok(limit);
    }
    let message = Bilingual::new(
        format!("每页 1 至 {MOST_ROWS} 行"),
        format!("1 to {MOST_ROWS} rows a page"),
    );
    Err(Error::Invalid(vec![Violation::new(
        "limit",
        "out_of_range",
        message,
    )]))
}

/// The exact number of cases: from the tally, or, where the filter names what the tally does not tell apart, counted
/// within an index that holds every column that filters name.
async fn total(grant: &Grant, db: &impl ConnectionTrait, filter: &CaseFilter, at: Moment<'_>) -> Result<u64> {
    let scope = grant.scope();
    if is_beside_the_tally(filter) {
        let column = |name| Expr::col((case_file::Entity, name));
        let counted: Option<i64> = case_file::Entity::find()
            .select_only()
            .column_as(Expr::cust("COUNT(*)"), "total")
            .filter(narrowed(&scope, filter, column))
            .filter(beside_the_tally(filter, at, column))
            .into_tuple()
            .one(db)
            .await?;
        return Ok(counted
            .and_then(|count| u64::try_from(count).ok())
            .unwrap_or_default());
    }
    let full = filter.industry.is_some() || filter.channel.is_some();
    let column = |name| Expr::col((case_tally::Entity, name));
    tally::total(db, full, narrowed(&scope, filter, column)).await
}

fn is_beside_the_tally(filter: &CaseFilter) -> bool {
    filter.nature.is_some() || filter.due.is_some() || filter.from.is_some() || filter.to.is_some()
}

/// What a filter lets through by what the tally does not tell apart: nature, the end of the soonest duty, the day of
/// registration.
fn beside_the_tally(filter: &CaseFilter, at: Moment<'_>, column: impl Fn(&'static str) -> Expr) -> Condition {
    let nature = filter.nature.map(|nature| column("nature").eq(nature.code()));
    let (after, until) = filter
        .due
        .map_or((None, None), |band| band.ends(at.calendar, at.now));
    let after = after.map(|after| column("due_at").gt(after.unix()));
    let until = until.map(|until| column("due_at").lte(until.unix()));
    let from = filter
        .from
        .map(|day| column("registered_at").gte(day.start().unix()));
    let to = filter
        .to
        .map(|day| column("registered_at").lt(day.plus(1).start().unix()));
    [nature, after, until, from, to]
        .into_iter()
        .flatten()
        .fold(Condition::all(), Condition::add)
}

/// Whether the rows are found by walking along the order and passing over what the filter leaves out. The embedded
/// engine keeps no statistics of values: it takes an index of the filter even where nearly every case passes it, and
/// then sorts them all. The tally knows better. A server keeps statistics and decides for itself.
async fn walks(
    db: &impl ConnectionTrait,
    scope: &CaseScope,
    filter: &CaseFilter,
    total: u64,
) -> Result<bool> {
    const WORTH_IT: u64 = 50;
    let (stage, open, unit) = (
        filter.stage.is_some(),
        filter.open.is_some(),
        filter.unit.is_some(),
    );
    let ranged = filter.due.is_some() || filter.from.is_some() || filter.to.is_some();
    let is_indexed = stage || open || unit || ranged || matches!(scope, CaseScope::Unit(_));
    if !is_indexed || engine_of(db) == Engine::Postgres {
        return Ok(false);
    }
    let everything = tally::total(db, false, Condition::all()).await?;
    Ok(total.saturating_mul(WORTH_IT) >= everything)
}

/// What filter and scope let through; the tally names its dimensions as the cases name their columns.
fn narrowed(scope: &CaseScope, filter: &CaseFilter, column: impl Fn(&'static str) -> Expr) -> Condition {
    let equals = [
        ("stage", filter.stage.map(|stage| stage.code().to_owned())),
        ("urgency", filter.urgency.map(|urgency| urgency.code().to_owned())),
        ("region", filter.region.clone()),
        ("industry", filter.industry.clone()),
        ("channel", filter.channel.clone()),
    ];
    let open = filter.open.map(|open| column("stage").is_in(stages(open)));
    let unit = filter.unit.map(|unit| column("unit_id").eq(unit.0));
    let condition = match scope {
        CaseScope::Unit(unit) => Condition::all().add(column("unit_id").eq(unit.0)),
        CaseScope::Region(prefix) => within(&column, prefix),
        CaseScope::Nothing | CaseScope::Source(_) => Condition::all().add(Expr::cust("1 = 0")),
    };
    let equals = equals
        .into_iter()
        .filter_map(|(name, value)| Some(column(name).eq(value?)));
    open.into_iter()
        .chain(unit)
        .chain(equals)
        .fold(Condition::all().add(condition), Condition::add)
}

fn stages(open: bool) -> Vec<&'static str> {
    Stage::ALL
        .iter()
        .filter(|stage| stage.is_open() == open)
        .map(|stage| stage.code())
        .collect()
}

/// Regions below a division, and cases whose region is not known yet.
fn within(column: impl Fn(&'static str) -> Expr, prefix: &str) -> Condition {
    let region = || column("region");
    // Codes are digits, so everything below a prefix lies before the prefix followed by a colon.
    let below = Condition::all()
        .add(region().gte(prefix))
        .add(region().lt(format!("{prefix}:")));
    Condition::any().add(region().eq("")).add(below)
}

/// The rows after a key, compared as a whole: so the engine begins there, however many share the first part of it,
/// as all do that nobody owes anything on.
fn beyond(order: CaseOrder, key: i64, id: Uuid) -> Expr {
    use case_file::Column as C;
    let column = |column| Expr::col((case_file::Entity, column));
    let whole = |first| Expr::tuple([column(first), column(C::Id)]);
    let key = Expr::tuple([Expr::value(key), Expr::value(id)]);
    match order {
        CaseOrder::Due => whole(C::DueAt).gt(key),
        CaseOrder::Newest => whole(C::RegisteredAt).lt(key),
    }
}

fn write_cursor(row: &Row, order: CaseOrder, keys: &Keyring) -> String {
    let (order, key) = match order {
        CaseOrder::Due => (0_u8, row.due_at),
        CaseOrder::Newest => (1, row.registered_at),
    };
    let mut cursor = vec![order];
    cursor.extend_from_slice(&key.to_be_bytes());
    cursor.extend_from_slice(row.id.as_bytes());
    let tag = keys.cursor_tag(&cursor);
    cursor.extend_from_slice(&tag);
    URL_SAFE_NO_PAD.encode(cursor)
}

fn read_cursor(text: &str, order: CaseOrder, keys: &Keyring) -> Result<(i64, Uuid)> {
    let wrong = || {
        let message = Bilingual::new(
            "请使用上一页给出的 next，且不要改变排序",
            "Use `next` of the page before, with the same order",
        );
        Error::Invalid(vec![Violation::new("after", "bad_cursor", message)])
    };
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
    let (cursor, tag) = bytes.split_at_checked(25).ok_or_else(wrong)?;
    if !keys.is_cursor_tag(cursor, tag) || cursor[0] != order as u8 {
        return Err(wrong());
    }
    let key = cursor[1..9]
        .try_into()
        .map(i64::from_be_bytes)
        .map_err(|_| wrong())?;
    let id = Uuid::from_slice(&cursor[9..]).map_err(|_| wrong())?;
    Ok((key, id))
}

fn summary(row: Row) -> Result<CaseSummary> {
    let number = row.number;
    let clock: Option<Clock> = row
        .due_period
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .with_context(|| format!("impossible row: the period of case {number} does not parse"))?;
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    Ok(CaseSummary {
        id: CaseId(row.id),
        version: u64::try_from(row.version)
            .with_context(|| format!("impossible row: the version of case {number} is negative"))?,
        title: row.matter,
        stage: Stage::parse(&row.stage)
            .with_context(|| format!("impossible row: the stage of case {number} is unknown"))?,
        urgency: row.urgency.as_deref().and_then(Urgency::parse),
        nature: Nature::parse(&row.nature),
        channel: row.channel,
        region: filled(row.region),
        industry: filled(row.industry),
        unit: row
            .unit_id
            .zip(row.unit_name)
            .map(|(id, name)| UnitRef { id: UnitId(id), name }),
        received_at: Instant::from_unix(row.received_at),
        registered_at: Instant::from_unix(row.registered_at),
        clock,
        number,
    })
}
