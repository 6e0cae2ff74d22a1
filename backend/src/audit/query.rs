//! The journal of access, read from its end by time, person, operation and case. Paged by key; reads rows and nothing
//! else.

use super::ALLOWED;
use crate::{
    access::Grant,
    confidential::Keyring,
    entity::{audit_entry, case_file},
    error::{Error, Result},
};
use anju_shared::{
    access::{ActorRef, Operation},
    api::audit::{AuditEntry, AuditFilter, AuditPage},
    ids::UserId,
    problem::{Bilingual, Violation},
    time::Instant,
};
use anyhow::Context as _;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use std::collections::HashMap;
use uuid::Uuid;

const DEFAULT_ROWS: u32 = 50;
const MOST_ROWS: u32 = 100;
/// Characters of `case/` and an id: by so much of a resource it is found.
const OF_RESOURCE: usize = 41;

/// A page of entries, the latest first.
pub(super) async fn page(
    _: &Grant,
    db: &impl ConnectionTrait,
    filter: &AuditFilter,
    keys: &Keyring,
) -> Result<AuditPage> {
    use audit_entry::Column as A;
    let limit = limit(filter)?;
    let Some(narrowed) = narrowed(db, filter).await? else {
        return Ok(AuditPage {
            items: Vec::new(),
            next: None,
        });
    };
    let mut rows = audit_entry::Entity::find()
        .filter(narrowed)
        .order_by_desc(A::At)
        .order_by_desc(A::Lane)
        .order_by_desc(A::Seq)
        .limit(u64::from(limit) + 1);
    if let Some(after) = &filter.after {
        rows = rows.filter(before(read_cursor(after, keys)?));
    }
    let mut rows = rows.all(db).await?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| write_cursor(row, keys));
    let numbers = case_numbers(db, &rows).await?;
    let items = rows
        .into_iter()
        .map(|row| entry(row, &numbers))
        .collect::<Result<_>>()?;
    Ok(AuditPage { items, next })
}

fn limit(filter: &AuditFilter) -> Result<u32> {
    let limit = filter.limit.unwrap_or(DEFAULT_ROWS);
    match (1..=MOST_ROWS).contains(&limit) {
        true => Ok(limit),
        false => Err(wrong(
            "limit",
            "out_of_range",
            ("每页 1 至 100 行", "1 to 100 rows a page"),
        )),
    }
}

/// What the filter lets through; nothing if it names a case that there is not.
async fn narrowed(db: &impl ConnectionTrait, filter: &AuditFilter) -> Result<Option<Condition>> {
    use audit_entry::Column as A;
    let operation = match &filter.operation {
        Some(name) => Some(Operation::parse(name).ok_or_else(|| {
            let message = ("没有这种操作", "There is no such operation");
            wrong("operation", "unknown", message)
        })?),
        None => None,
    };
    let case = match filter
        .case
        .as_deref()
        .map(str::trim)
        .filter(|number| !number.is_empty())
    {
        Some(number) => match case_id(db, number).await? {
            Some(id) => Some(id),
            None => return Ok(None),
        },
        None => None,
    };
    let refused = filter.refused.map(|refused| match refused {
        true => A::Outcome.ne(ALLOWED),
        false => A::Outcome.eq(ALLOWED),
    });
    let condition = Condition::all()
        .add_option(filter.person.map(of_person))
        .add_option(operation.map(|operation| A::Action.eq(operation.name())))
        .add_option(case.map(of_case))
        .add_option(refused)
        .add_option(filter.from.map(|day| A::At.gte(day.start().unix())))
        .add_option(filter.to.map(|day| A::At.lt(day.plus(1).start().unix())));
    Ok(Some(condition))
}

/// The text of an actor who is staff begins with the account: so long as the index says.
fn of_person(person: UserId) -> Expr {
    Expr::cust("substr(actor, 1, 60)").eq(format!("{{\"kind\":\"staff\",\"user\":\"{person}"))
}

fn of_case(case: Uuid) -> Expr {
    Expr::cust(format!("substr(resource, 1, {OF_RESOURCE})")).eq(format!("case/{case}"))
}

async fn case_id(db: &impl ConnectionTrait, number: &str) -> Result<Option<Uuid>> {
    let found = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::Id)
        .filter(case_file::Column::Number.eq(number));
    Ok(found.into_tuple().one(db).await?)
}

async fn case_numbers(
    db: &impl ConnectionTrait,
    rows: &[audit_entry::Model],
) -> Result<HashMap<Uuid, String>> {
    let found = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::Id)
        .column(case_file::Column::Number)
        .filter(case_file::Column::Id.is_in(rows.iter().filter_map(case_of)));
    Ok(found.into_tuple().all(db).await?.into_iter().collect())
}

fn case_of(row: &audit_entry::Model) -> Option<Uuid> {
    let id = row.resource.get(..OF_RESOURCE)?.strip_prefix("case/")?;
    Uuid::parse_str(id).ok()
}

/// The entries before a key, compared as a whole, so that the engine begins there.
fn before((at, lane, seq): (i64, Uuid, i64)) -> Expr {
    use audit_entry::Column as A;
    let key = [A::At, A::Lane, A::Seq].map(|column| Expr::col((audit_entry::Entity, column)));
    Expr::tuple(key).lt(Expr::tuple([
        Expr::value(at),
        Expr::value(lane),
        Expr::value(seq),
    ]))
}

fn write_cursor(row: &audit_entry::Model, keys: &Keyring) -> String {
    let mut cursor = Vec::with_capacity(64);
    cursor.extend_from_slice(&row.at.to_be_bytes());
    cursor.extend_from_slice(row.lane.as_bytes());
    cursor.extend_from_slice(&row.seq.to_be_bytes());
    let tag = keys.cursor_tag(&cursor);
    cursor.extend_from_slice(&tag);
    URL_SAFE_NO_PAD.encode(cursor)
}

fn read_cursor(text: &str, keys: &Keyring) -> Result<(i64, Uuid, i64)> {
    let bad = || {
        let message = ("请使用上一页给出的 next", "Use `next` of the page before");
        wrong("after", "bad_cursor", message)
    };
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| bad())?;
    let (cursor, tag) = bytes.split_at_checked(32).ok_or_else(bad)?;
    if !keys.is_cursor_tag(cursor, tag) {
        return Err(bad());
    }
    let number = |part: &[u8]| part.try_into().map(i64::from_be_bytes).map_err(|_| bad());
    let lane = Uuid::from_slice(&cursor[8..24]).map_err(|_| bad())?;
    Ok((number(&cursor[..8])?, lane, number(&cursor[24..])?))
}

fn entry(row: audit_entry::Model, numbers: &HashMap<Uuid, String>) -> Result<AuditEntry> {
    let case_number = case_of(&row).and_then(|id| numbers.get(&id).cloned());
    let place = || {
        format!(
            "impossible row: the actor of entry {}/{} does not parse",
            row.lane, row.seq
        )
    };
    let actor: ActorRef = serde_json::from_str(&row.actor).with_context(place)?;
    Ok(AuditEntry {
        lane: row.lane,
        seq: row.seq,
        at: Instant::from_unix(row.at),
        actor,
        operation: row.action,
        resource: row.resource,
        case_number,
        outcome: row.outcome,
        reason: row.reason,
        request_id: row.request_id,
    })
}

fn wrong(field: &str, code: &'static str, (zh, en): (&str, &str)) -> Error {
    Error::Invalid(vec![Violation::new(field, code, Bilingual::new(zh, en))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::ids::UnitId;

    #[test]
    fn the_first_60_characters_of_a_member_of_staff_name_the_account() {
        let user = UserId(Uuid::from_u128(7));
        let actor = ActorRef::Staff {
            user,
            name: "张伟".to_owned(),
            unit: UnitId(Uuid::from_u128(8)),
        };
        let text = serde_json::to_string(&actor).expect("a text");
        assert_eq!(&text[..60], format!("{{\"kind\":\"staff\",\"user\":\"{user}"));
        assert_eq!(format!("case/{user}").len(), OF_RESOURCE);
    }
}
