//! Filing a 联络单, and the board of who has and who has not.

use super::store::{self, Filed, Filer};
use crate::{
    access::{Access, Grant},
    audit::Place,
    db::Txn,
    error::{Error, Result},
    http::{IfMatch, RequestInfo},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation, liaison_scope},
    api::liaison::{LiaisonBoard, LiaisonBody, LiaisonRow},
    ids::UnitId,
    liaison::{last_day, standing},
    problem::{Bilingual, ProblemCode, Violation},
    time::{Instant, LegalDate},
};

/// The board of a year, as far as the actor may see it: the office all units, a unit its own.
///
/// # Errors
/// A year that is not.
pub(super) async fn board(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    year: Option<i32>,
) -> Result<LiaisonBoard> {
    let access = Access::new(state, actor, Operation::ReadLiaison, "liaison").within(info);
    let found = async |grant: &Grant| {
        let (now, scope) = (state.clock.now(), liaison_scope(grant.actor()));
        let year = year.unwrap_or(now.local_date().ymd().0);
        let last_day = day(state, year)?;
        let filers = store::filers(grant, state.db.read(), year).await?;
        let seen = filers.into_iter().filter(|filer| scope.covers(filer.unit.id));
        let mut units: Vec<LiaisonRow> = seen.map(|filer| row(state, filer, year, now)).collect();
        units.sort_by_key(|row| row.standing.is_filed());
        Ok(LiaisonBoard {
            year,
            last_day,
            default: state.profile().liaison.default.clone(),
            basis: state.profile().basis(&state.profile().liaison.clause),
            units,
        })
    };
    access.read(found).await
}

/// The sheet of one unit.
///
/// # Errors
/// 404 for a unit that files none, and for one that the actor may not see.
pub(super) async fn read(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (unit, year): (UnitId, Option<i32>),
) -> Result<LiaisonRow> {
    let access = Access::new(state, actor, Operation::ReadLiaison, format!("liaison/{unit}")).within(info);
    let found = async |grant: &Grant| {
        let now = state.clock.now();
        let year = year.unwrap_or(now.local_date().ymd().0);
        day(state, year)?;
        let filer = filer(grant, state.db.read(), (unit, year)).await?;
        Ok(row(state, filer, year, now))
    };
    access.read(found).await
}

/// Files the sheet of a unit, or corrects it.
///
/// # Errors
/// Everything wrong with it at once; 404, 412.
pub(super) async fn file(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (unit, read): (UnitId, IfMatch),
    body: LiaisonBody,
) -> Result<LiaisonRow> {
    let access = filing(state, actor, unit).within(info);
    enter(state, access, (unit, read), body).await
}

/// The access of somebody who files the sheet of a unit.
pub(crate) fn filing(state: &State, actor: Actor, unit: UnitId) -> Access<'_> {
    Access::new(state, actor, Operation::FileLiaison, format!("liaison/{unit}"))
}

/// Enters a sheet.
///
/// # Errors
/// As [`file`].
pub(crate) async fn enter(
    state: &State,
    access: Access<'_>,
    (unit, read): (UnitId, IfMatch),
    body: LiaisonBody,
) -> Result<LiaisonRow> {
    let now = state.clock.now();
    let sheet = match parsed(body, now) {
        Ok(sheet) => sheet,
        Err(wrong) => {
            access.admit().await?;
            return access.refuse(Error::Invalid(wrong)).await;
        }
    };
    let year = sheet.year;
    let access = access.because(year.to_string());
    let filed = async |grant: &Grant, txn: &Txn| {
        let mut filer = filer(grant, txn, (unit, year)).await?;
        let by = grant
            .actor()
            .staff()
            .ok_or(Error::of(ProblemCode::Forbidden))?
            .user;
        let present = filer.filed.as_ref();
        read.require(present.map_or(0, |filed| filed.version))?;
        let filed = Filed {
            sheet: sheet.clone(),
            at: present.map_or(now, |filed| filed.at),
            version: read.0 + 1,
        };
        if !store::file(grant, txn, unit, &filed, by).await? {
            return Err(Error::of(ProblemCode::VersionMoved));
        }
        filer.filed = Some(filed);
        Ok((row(state, filer, year, now), Place::of_new(state.ids.uuid())))
    };
    access.change(filed).await
}

fn parsed(body: LiaisonBody, now: Instant) -> Result<LiaisonBody, Vec<Violation>> {
    let present = now.local_date().ymd().0;
    let off = !(present..=present + 1).contains(&body.year);
    let parsed = body.parse();
    if !off {
        return parsed;
    }
    let (zh, en) = (
        "只能报送本年度或下一年度的联络单",
        "A sheet is filed for this year or the next",
    );
    let mut wrong = parsed.err().unwrap_or_default();
    wrong.insert(0, Violation::new("year", "out_of_range", Bilingual::new(zh, en)));
    Err(wrong)
}

async fn filer(
    grant: &Grant,
    db: &impl sea_orm::ConnectionTrait,
    (unit, year): (UnitId, i32),
) -> Result<Filer> {
    if !liaison_scope(grant.actor()).covers(unit) {
        return Err(Error::not_found());
    }
    let filers = store::filers(grant, db, year).await?;
    let found = filers.into_iter().find(|filer| filer.unit.id == unit);
    found.ok_or_else(Error::not_found)
}

fn day(state: &State, year: i32) -> Result<LegalDate> {
    let day = last_day(&state.profile().liaison, year).filter(|_| (2000..=2100).contains(&year));
    day.ok_or_else(|| {
        let message = Bilingual::new("年度应在2000至2100之间", "A year between 2000 and 2100");
        Error::Invalid(vec![Violation::new("year", "out_of_range", message)])
    })
}

fn row(state: &State, filer: Filer, year: i32, now: Instant) -> LiaisonRow {
    let Filer { unit, kind, filed } = filer;
    let filed_at = filed.as_ref().map(|filed| filed.at);
    LiaisonRow {
        unit,
        kind,
        standing: standing(&state.profile().liaison, year, filed_at, now),
        version: filed.as_ref().map_or(0, |filed| filed.version),
        sheet: filed.map(|filed| filed.sheet),
        filed_at,
    }
}
