//! Rows of units and of the routing table.

use crate::{
    access::Grant,
    db::{Txn, is_duplicate},
    entity::{routing, unit},
    error::{Error, Result},
};
use anju_shared::{
    api::directory::{Unit, UnitKind, UnitRef},
    ids::UnitId,
    problem::ProblemCode,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

/// In a route: whatever the region or industry is.
pub(super) const ANY: &str = "";

/// A route that fits a place, with the unit to which it leads.
pub(super) struct Route {
    pub(super) by_region: bool,
    pub(super) by_industry: bool,
    pub(super) unit: UnitRef,
}

/// Every active unit, by code.
pub(super) async fn all(_: &Grant, db: &impl ConnectionTrait) -> Result<Vec<Unit>> {
    let rows = unit::Entity::find()
        .filter(unit::Column::Active.eq(true))
        .order_by_asc(unit::Column::Code);
    rows.all(db).await?.into_iter().map(parse).collect()
}

/// The active unit with this id.
pub(super) async fn active(_: &Grant, db: &impl ConnectionTrait, id: UnitId) -> Result<Option<UnitRef>> {
    let row = unit::Entity::find_by_id(id.0)
        .filter(unit::Column::Active.eq(true))
        .one(db)
        .await?;
    Ok(row.map(name))
}

/// The active unit with this code.
pub(super) async fn with_code(_: &Grant, db: &impl ConnectionTrait, code: &str) -> Result<Option<UnitRef>> {
    let row = unit::Entity::find()
        .filter(unit::Column::Code.eq(code))
        .filter(unit::Column::Active.eq(true));
    Ok(row.one(db).await?.map(name))
}

/// Routes that fit this region and industry and lead to an active unit, by priority.
pub(super) async fn routes(
    _: &Grant,
    db: &impl ConnectionTrait,
    region: &str,
    industry: &str,
) -> Result<Vec<Route>> {
    use routing::Column as R;
    let to_unit = routing::Entity::belongs_to(unit::Entity)
        .from(R::UnitId)
        .to(unit::Column::Id);
    let rows = routing::Entity::find()
        .join(sea_orm::JoinType::InnerJoin, to_unit.into())
        .select_also(unit::Entity)
        .filter(R::Region.is_in([region, ANY]))
        .filter(R::Industry.is_in([industry, ANY]))
        .filter(unit::Column::Active.eq(true))
        .order_by_asc(R::Priority)
        .order_by_asc(R::Id);
    let rows = rows
        .all(db)
        .await?
        .into_iter()
        .filter_map(|(route, unit)| Some((route, unit?)));
    let parse = |(route, unit): (routing::Model, unit::Model)| Route {
        by_region: route.region != ANY,
        by_industry: route.industry != ANY,
        unit: name(unit),
    };
    Ok(rows.map(parse).collect())
}

/// Adds a unit.
///
/// # Errors
/// 409 if the code is taken.
pub(super) async fn insert(_: &Grant, txn: &Txn, new: &Unit) -> Result<()> {
    let row = unit::ActiveModel {
        id: Set(new.id.0),
        code: Set(new.code.clone()),
        name: Set(new.name.clone()),
        kind: Set(new.kind.code().to_owned()),
        region: Set(new.region.clone()),
        parent_id: Set(None),
        active: Set(true),
    };
    unit::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map(drop)
        .map_err(taken)
}

/// Adds a route.
pub(super) async fn insert_route(
    _: &Grant,
    txn: &Txn,
    id: Uuid,
    (region, industry): (&str, &str),
    unit: UnitId,
) -> Result<()> {
    let row = routing::ActiveModel {
        id: Set(id),
        region: Set(region.to_owned()),
        industry: Set(industry.to_owned()),
        unit_id: Set(unit.0),
        priority: Set(0),
    };
    routing::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

fn name(row: unit::Model) -> UnitRef {
    UnitRef {
        id: UnitId(row.id),
        name: row.name,
    }
}

fn parse(row: unit::Model) -> Result<Unit> {
    let unit::Model {
        id,
        code,
        name,
        kind,
        region,
        parent_id: _,
        active: _,
    } = row;
    let kind = UnitKind::parse(&kind).with_context(|| format!("unit {id} is of no known kind"))?;
    Ok(Unit {
        id: UnitId(id),
        code,
        name,
        kind,
        region,
    })
}

fn taken(error: DbErr) -> Error {
    if is_duplicate(&error) {
        return Error::with(
            ProblemCode::Conflict,
            "该单位代码已被使用",
            "This code of a unit is taken",
        );
    }
    error.into()
}
