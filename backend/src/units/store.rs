//! Rows of units and of the routing table.

use crate::{
    access::Grant,
    db::{Txn, is_duplicate},
    entity::{app_user, case_file, routing, unit},
    error::{Error, Result},
};
use anju_shared::{
    api::directory::{Unit, UnitKind, UnitRef},
    ids::UnitId,
    problem::ProblemCode,
    workflow::Stage,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
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

/// What still hangs on a unit.
pub(super) struct Hanging {
    pub(super) open_cases: u64,
    pub(super) open_accounts: u64,
}

/// Every unit, by code; also those that were retired, if they are wanted.
pub(super) async fn all(_: &Grant, db: &impl ConnectionTrait, retired: bool) -> Result<Vec<Unit>> {
    let mut rows = unit::Entity::find().order_by_asc(unit::Column::Code);
    if !retired {
        rows = rows.filter(unit::Column::Active.eq(true));
    }
    rows.all(db).await?.into_iter().map(parse).collect()
}

/// The open cases that this unit handles, and the open accounts of its people.
pub(super) async fn hanging(_: &Grant, db: &impl ConnectionTrait, id: UnitId) -> Result<Hanging> {
    let open = Stage::ALL
        .iter()
        .filter(|stage| stage.is_open())
        .map(|stage| stage.code());
    let cases = case_file::Entity::find()
        .filter(case_file::Column::UnitId.eq(id.0))
        .filter(case_file::Column::Stage.is_in(open));
    let accounts = app_user::Entity::find()
        .filter(app_user::Column::UnitId.eq(id.0))
        .filter(app_user::Column::Active.eq(true));
    Ok(Hanging {
        open_cases: cases.count(db).await?,
        open_accounts: accounts.count(db).await?,
    })
}

/// Writes a unit over the version before; says whether that was still the present one.
pub(super) async fn update(_: &Grant, txn: &Txn, unit: &Unit) -> Result<bool> {
    use unit::Column as U;
    let changed = unit::Entity::update_many()
        .col_expr(U::Name, Expr::value(unit.name.clone()))
        .col_expr(U::Kind, Expr::value(unit.kind.code()))
        .col_expr(U::Region, Expr::value(unit.region.clone()))
        .col_expr(U::ParentId, Expr::value(unit.parent.map(|parent| parent.0)))
        .col_expr(U::Active, Expr::value(unit.active))
        .col_expr(U::Version, Expr::value(unit.version))
        .filter(U::Id.eq(unit.id.0))
        .filter(U::Version.eq(unit.version - 1));
    Ok(changed.exec(txn).await?.rows_affected == 1)
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
        parent_id: Set(new.parent.map(|parent| parent.0)),
        active: Set(new.active),
        version: Set(new.version),
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
        parent_id,
        active,
        version,
    } = row;
    let kind = UnitKind::parse(&kind).with_context(|| format!("unit {id} is of no known kind"))?;
    Ok(Unit {
        id: UnitId(id),
        code,
        name,
        kind,
        region,
        parent: parent_id.map(UnitId),
        active,
        version,
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
