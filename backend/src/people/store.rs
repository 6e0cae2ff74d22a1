//! Rows of accounts, as administrators see and change them. Never a password but the hash that is to be stored.

use crate::{
    access::Grant,
    db::Txn,
    entity::{app_user, session, unit},
    error::Result,
};
use anju_shared::{
    access::Role,
    api::{
        directory::UnitRef,
        people::{PeoplePage, Person, PersonFilter},
    },
    ids::{UnitId, UserId},
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, JoinType,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select, SelectTwo,
    sea_query::{Expr, LikeExpr},
};
use std::collections::HashMap;
use uuid::Uuid;

/// A page of people, by user name.
pub(super) async fn page(
    _: &Grant,
    db: &impl ConnectionTrait,
    filter: &PersonFilter,
    (limit, now): (u32, Instant),
) -> Result<PeoplePage> {
    use app_user::Column as U;
    let found = app_user::Entity::find().filter(narrowed(filter));
    let total = found.clone().count(db).await?;
    let mut rows = found.order_by_asc(U::Login).limit(u64::from(limit) + 1);
    if let Some(after) = &filter.after {
        rows = rows.filter(U::Login.gt(after.as_str()));
    }
    let mut rows = with_unit(rows).all(db).await?;
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let sessions = live_sessions(db, rows.iter().map(|(user, _)| user.id), now).await?;
    let items = rows
        .into_iter()
        .map(|row| person(row, &sessions))
        .collect::<Result<Vec<_>>>()?;
    let next = items.last().filter(|_| more).map(|person| person.login.clone());
    Ok(PeoplePage { items, next, total })
}

/// One person.
pub(super) async fn one(
    _: &Grant,
    db: &impl ConnectionTrait,
    id: UserId,
    now: Instant,
) -> Result<Option<Person>> {
    let Some(row) = with_unit(app_user::Entity::find_by_id(id.0)).one(db).await? else {
        return Ok(None);
    };
    let sessions = live_sessions(db, [id.0].into_iter(), now).await?;
    person(row, &sessions).map(Some)
}

/// Writes what an administrator may change over the version before; says whether that was still the present one.
pub(super) async fn update(_: &Grant, txn: &Txn, person: &Person) -> Result<bool> {
    use app_user::Column as U;
    let roles = serde_json::to_string(&person.roles).map_err(anyhow::Error::from)?;
    let changed = app_user::Entity::update_many()
        .col_expr(U::Name, Expr::value(person.name.clone()))
        .col_expr(U::UnitId, Expr::value(person.unit.id.0))
        .col_expr(U::Roles, Expr::value(roles))
        .col_expr(U::Active, Expr::value(person.active))
        .col_expr(U::Version, Expr::value(person.version))
        .filter(U::Id.eq(person.id.0))
        .filter(U::Version.eq(person.version - 1));
    Ok(changed.exec(txn).await?.rows_affected == 1)
}

/// Stores a first password that must be changed.
pub(super) async fn set_password(_: &Grant, txn: &Txn, id: UserId, hash: &str) -> Result<()> {
    use app_user::Column as U;
    app_user::Entity::update_many()
        .col_expr(U::PasswordHash, Expr::value(hash))
        .col_expr(U::MustChange, Expr::value(true))
        .col_expr(U::Version, Expr::col(U::Version).add(1))
        .filter(U::Id.eq(id.0))
        .exec(txn)
        .await?;
    Ok(())
}

/// Ends every sign-in of a person.
pub(super) async fn end_sessions(_: &Grant, txn: &Txn, id: UserId, now: Instant) -> Result<()> {
    use session::Column as S;
    session::Entity::update_many()
        .col_expr(S::RevokedAt, Expr::value(now.unix()))
        .filter(S::UserId.eq(id.0))
        .filter(S::RevokedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

fn narrowed(filter: &PersonFilter) -> Condition {
    use app_user::Column as U;
    let said = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty());
    let like = said.map(|q| {
        let pattern = |text: &str| {
            let text = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            LikeExpr::new(format!("%{text}%")).escape('\\')
        };
        let column = |column| Expr::col((app_user::Entity, column));
        Condition::any()
            .add(column(U::Name).like(pattern(q)))
            .add(column(U::Login).like(pattern(&q.to_lowercase())))
    });
    Condition::all()
        .add_option(filter.unit.map(|unit| U::UnitId.eq(unit.0)))
        .add_option(filter.active.map(|active| U::Active.eq(active)))
        .add_option(like)
}

fn with_unit(people: Select<app_user::Entity>) -> SelectTwo<app_user::Entity, unit::Entity> {
    let to_unit = app_user::Entity::belongs_to(unit::Entity)
        .from(app_user::Column::UnitId)
        .to(unit::Column::Id);
    people
        .join(JoinType::InnerJoin, to_unit.into())
        .select_also(unit::Entity)
}

async fn live_sessions(
    db: &impl ConnectionTrait,
    people: impl Iterator<Item = Uuid>,
    now: Instant,
) -> Result<HashMap<Uuid, i64>> {
    use session::Column as S;
    let counted = session::Entity::find()
        .select_only()
        .column(S::UserId)
        .column_as(S::Id.count(), "live")
        .filter(S::UserId.is_in(people))
        .filter(S::RevokedAt.is_null())
        .filter(S::ExpiresAt.gt(now.unix()))
        .group_by(S::UserId);
    Ok(counted.into_tuple().all(db).await?.into_iter().collect())
}

fn person(
    (user, unit): (app_user::Model, Option<unit::Model>),
    sessions: &HashMap<Uuid, i64>,
) -> Result<Person> {
    let unit = unit.with_context(|| format!("impossible row: account {} is of no unit", user.id))?;
    let roles: Vec<Role> = serde_json::from_str(&user.roles).map_err(anyhow::Error::from)?;
    Ok(Person {
        id: UserId(user.id),
        login: user.login,
        name: user.name,
        unit: UnitRef {
            id: UnitId(unit.id),
            name: unit.name,
        },
        roles,
        active: user.active,
        must_change: user.must_change,
        sessions: sessions.get(&user.id).copied().unwrap_or_default(),
        created_at: Instant::from_unix(user.created_at),
        version: user.version,
    })
}
