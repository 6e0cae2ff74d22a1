//! The tree of units, listed and changed. A unit is retired, never deleted: cases, people and the journals point to it.

use super::store;
use crate::{
    access::{Access, Grant},
    audit::Place,
    db::Txn,
    error::{Error, Result},
    http::{IfMatch, RequestInfo},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        directory::{Unit, UnitList},
        units::{NewUnit, UnitChange, UnitFilter, would_circle},
    },
    ids::UnitId,
    problem::{Bilingual, ProblemCode, Violation},
};

/// The units, by code.
pub(super) async fn list(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    filter: &UnitFilter,
) -> Result<UnitList> {
    let access = Access::new(state, actor, Operation::ListUnits, "units").within(info);
    let found = async |grant: &Grant| {
        let units = store::all(grant, state.db.read(), filter.retired).await?;
        Ok(UnitList { units })
    };
    access.read(found).await
}

/// One unit, retired or not.
///
/// # Errors
/// 404 if there is none.
pub(super) async fn read(state: &State, info: &RequestInfo, actor: Actor, id: UnitId) -> Result<Unit> {
    let access = Access::new(state, actor, Operation::ListUnits, format!("unit/{id}")).within(info);
    let found = async |grant: &Grant| {
        let units = store::all(grant, state.db.read(), true).await?;
        find(&units, id).cloned().ok_or_else(Error::not_found)
    };
    access.read(found).await
}

/// Sets up a unit.
///
/// # Errors
/// 409 if the code is taken; a unit above that is none.
pub(super) async fn create(state: &State, info: &RequestInfo, actor: Actor, body: NewUnit) -> Result<Unit> {
    let id = state.ids.unit();
    let access = Access::new(state, actor, Operation::ManageUnits, format!("unit/{id}")).within(info);
    let body = match body.parse() {
        Ok(body) => body,
        Err(wrong) => return invalid(access, wrong).await,
    };
    let NewUnit {
        code,
        name,
        kind,
        region,
        parent,
    } = body;
    let unit = Unit {
        id,
        code,
        name,
        kind,
        region,
        parent,
        active: true,
        version: 1,
    };
    let created = async |grant: &Grant, txn: &Txn| {
        let units = store::all(grant, txn, true).await?;
        check_parent(&units, &unit)?;
        store::insert(grant, txn, &unit).await?;
        Ok((unit.clone(), Place::of_new(id.0)))
    };
    access.change(created).await
}

/// Changes a unit, retires it or takes it back.
///
/// # Errors
/// 404, 412; 422 when something still hangs on a unit that is to be retired.
pub(super) async fn change(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read): (UnitId, IfMatch),
    body: UnitChange,
) -> Result<Unit> {
    let access = Access::new(state, actor, Operation::ManageUnits, format!("unit/{id}")).within(info);
    let body = match body.parse() {
        Ok(body) => body,
        Err(wrong) => return invalid(access, wrong).await,
    };
    let access = access.because(if body.active { "active" } else { "retired" });
    let changed = async |grant: &Grant, txn: &Txn| {
        let units = store::all(grant, txn, true).await?;
        let present = find(&units, id).ok_or_else(Error::not_found)?;
        read.require(present.version)?;
        let unit = changed(present, &body);
        if unit.active {
            check_parent(&units, &unit)?;
        } else {
            check_retirement(state, grant, txn, &units, &unit).await?;
        }
        match store::update(grant, txn, &unit).await? {
            true => Ok((unit, Place::of_new(state.ids.uuid()))),
            false => Err(Error::of(ProblemCode::VersionMoved)),
        }
    };
    access.change(changed).await
}

/// Says what is wrong with a body, but only to those who may ask at all.
async fn invalid<T>(access: Access<'_>, wrong: Vec<Violation>) -> Result<T> {
    access.admit().await?;
    access.refuse(Error::Invalid(wrong)).await
}

fn changed(present: &Unit, body: &UnitChange) -> Unit {
    let UnitChange {
        name,
        kind,
        region,
        parent,
        active,
    } = body.clone();
    Unit {
        id: present.id,
        code: present.code.clone(),
        name,
        kind,
        region,
        parent,
        active,
        version: present.version + 1,
    }
}

fn find(units: &[Unit], id: UnitId) -> Option<&Unit> {
    units.iter().find(|unit| unit.id == id)
}

fn check_parent(units: &[Unit], unit: &Unit) -> Result<()> {
    let Some(parent) = unit.parent else { return Ok(()) };
    let wrong = |code, zh, en| Error::Invalid(vec![Violation::new("parent", code, Bilingual::new(zh, en))]);
    if would_circle(units, unit.id, parent) {
        let (zh, en) = ("上级单位不能是本单位或其下级", "A unit cannot stand above itself");
        return Err(wrong("circle", zh, en));
    }
    if !find(units, parent).is_some_and(|parent| parent.active) {
        return Err(wrong(
            "unknown",
            "没有这个上级单位，或已停用",
            "There is no such unit above",
        ));
    }
    Ok(())
}

/// A unit leaves only when nothing hangs on it: no case is ever without a responsible unit (TJ-3.1).
async fn check_retirement(
    state: &State,
    grant: &Grant,
    txn: &Txn,
    units: &[Unit],
    unit: &Unit,
) -> Result<()> {
    let hanging = store::hanging(grant, txn, unit.id).await?;
    let below = units
        .iter()
        .filter(|one| one.active && one.parent == Some(unit.id))
        .count();
    let refused = |code: &str, clause: Option<&str>, zh: String, en: String| {
        Err(Error::Refused {
            code: code.to_owned(),
            detail: Bilingual::new(zh, en),
            basis: clause.map(|clause| Box::new(state.profile().basis(clause))),
            by_role: false,
        })
    };
    match (hanging.open_cases, below, hanging.open_accounts) {
        (0, 0, 0) => Ok(()),
        (0, 0, people) => refused(
            "unit_has_people",
            None,
            format!("尚有 {people} 个启用的账号，请先调动或停用"),
            format!("{people} open accounts are left: move or close them first"),
        ),
        (0, below, _) => refused(
            "unit_has_units",
            None,
            format!("尚有 {below} 个下级单位，请先调整"),
            format!("{below} units stand below: move them first"),
        ),
        (cases, ..) => refused(
            "unit_has_cases",
            Some("TJ-3.1"),
            format!("尚有 {cases} 件举报未办结，不得停用承办单位"),
            format!("{cases} cases are still open: no case is ever without a responsible unit"),
        ),
    }
}
