//! Rows of 联络单.

use crate::{
    access::Grant,
    db::{Txn, is_duplicate},
    entity::{liaison, unit},
    error::{Error, Result},
};
use anju_shared::{
    api::{
        directory::{UnitKind, UnitRef},
        liaison::LiaisonBody,
    },
    ids::{UnitId, UserId},
    problem::ProblemCode,
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::Expr,
};
use std::collections::HashMap;

/// A unit that files, with what it filed for a year.
pub(super) struct Filer {
    pub(super) unit: UnitRef,
    pub(super) kind: UnitKind,
    pub(super) filed: Option<Filed>,
}

/// A sheet as it was filed.
pub(super) struct Filed {
    pub(super) sheet: LiaisonBody,
    pub(super) at: Instant,
    pub(super) version: i64,
}

/// Every active unit but the office, by code.
pub(super) async fn filers(_: &Grant, db: &impl ConnectionTrait, year: i32) -> Result<Vec<Filer>> {
    let units = unit::Entity::find()
        .filter(unit::Column::Active.eq(true))
        .filter(unit::Column::Kind.ne(UnitKind::Office.code()))
        .order_by_asc(unit::Column::Code)
        .all(db)
        .await?;
    let sheets = liaison::Entity::find().filter(liaison::Column::Year.eq(year));
    let sheets = sheets
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.unit_id, filed(row)));
    let mut sheets: HashMap<_, _> = sheets.collect();
    let filer = |unit: unit::Model| {
        let kind = UnitKind::parse(&unit.kind);
        Ok(Filer {
            filed: sheets.remove(&unit.id),
            kind: kind.with_context(|| format!("unit {} is of no known kind", unit.id))?,
            unit: UnitRef {
                id: UnitId(unit.id),
                name: unit.name,
            },
        })
    };
    units.into_iter().map(filer).collect()
}

/// Files a sheet over the version before; says whether that was still the present one.
pub(super) async fn file(_: &Grant, txn: &Txn, unit: UnitId, filed: &Filed, by: UserId) -> Result<bool> {
    if filed.version == 1 {
        let inserted = liaison::Entity::insert(row(unit, filed, by))
            .exec_without_returning(txn)
            .await;
        return match inserted {
            Err(error) if is_duplicate(&error) => Err(Error::of(ProblemCode::VersionMoved)),
            other => Ok(other.map(|_| true)?),
        };
    }
    use liaison::Column as L;
    let sheet = &filed.sheet;
    let changed = liaison::Entity::update_many()
        .col_expr(L::Leader, Expr::value(sheet.leader.as_str()))
        .col_expr(L::LeaderPhone, Expr::value(sheet.leader_phone.as_str()))
        .col_expr(L::Section, Expr::value(sheet.section.as_str()))
        .col_expr(L::Chief, Expr::value(sheet.chief.as_str()))
        .col_expr(L::ChiefPhone, Expr::value(sheet.chief_phone.as_str()))
        .col_expr(L::Contact, Expr::value(sheet.contact.as_str()))
        .col_expr(L::ContactPhone, Expr::value(sheet.contact_phone.as_str()))
        .col_expr(L::FiledBy, Expr::value(by.0))
        .col_expr(L::Version, Expr::value(filed.version))
        .filter(L::Year.eq(sheet.year))
        .filter(L::UnitId.eq(unit.0))
        .filter(L::Version.eq(filed.version - 1));
    Ok(changed.exec(txn).await?.rows_affected == 1)
}

fn row(unit: UnitId, filed: &Filed, by: UserId) -> liaison::ActiveModel {
    let sheet = filed.sheet.clone();
    liaison::ActiveModel {
        year: Set(sheet.year),
        unit_id: Set(unit.0),
        leader: Set(sheet.leader),
        leader_phone: Set(sheet.leader_phone),
        section: Set(sheet.section),
        chief: Set(sheet.chief),
        chief_phone: Set(sheet.chief_phone),
        contact: Set(sheet.contact),
        contact_phone: Set(sheet.contact_phone),
        filed_at: Set(filed.at.unix()),
        filed_by: Set(by.0),
        version: Set(filed.version),
    }
}

fn filed(row: liaison::Model) -> Filed {
    let liaison::Model {
        year,
        unit_id: _,
        leader,
        leader_phone,
        section,
        chief,
        chief_phone,
        contact,
        contact_phone,
        filed_at,
        filed_by: _,
        version,
    } = row;
    let sheet = LiaisonBody {
        year,
        leader,
        leader_phone,
        section,
        chief,
        chief_phone,
        contact,
        contact_phone,
    };
    Filed {
        sheet,
        at: Instant::from_unix(filed_at),
        version,
    }
}
