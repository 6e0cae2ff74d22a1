//! Which units there are, and which of them a place points to.

use super::store::{self, ANY, Route};
use crate::{
    access::{Access, Grant},
    audit::Place,
    db::Txn,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        cases::UnitProposal,
        directory::{Unit, UnitKind},
    },
    ids::UnitId,
    problem::{Bilingual, ProblemCode},
    rules::{Entry, RuleProfile, entry},
};
use sea_orm::ConnectionTrait;

/// A unit that is set up.
pub struct NewUnit<'a> {
    /// Short stable code.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What kind.
    pub kind: UnitKind,
    /// Division code of its region; for the office, the whole division.
    pub region: &'a str,
}

/// The rules in force for new acceptances.
pub(super) async fn rules(state: &State, info: &RequestInfo, actor: Actor) -> Result<&'static RuleProfile> {
    let access = Access::new(state, actor, Operation::ReadDirectory, "rules").within(info);
    access.read(async |_| Ok(state.profile())).await
}

/// The name of this unit, if it still gets work.
pub(crate) async fn active_name(
    grant: &Grant,
    db: &impl ConnectionTrait,
    unit: UnitId,
) -> Result<Option<String>> {
    Ok(store::active(grant, db, unit).await?.map(|unit| unit.name))
}

/// The unit with this code.
///
/// # Errors
/// 404 if no unit that gets work has it.
pub(crate) async fn with_code(grant: &Grant, db: &impl ConnectionTrait, code: &str) -> Result<UnitId> {
    let unknown = || {
        Error::with(
            ProblemCode::NotFound,
            format!("没有代码为 {code} 的单位"),
            format!("There is no unit with the code {code}"),
        )
    };
    Ok(store::with_code(grant, db, code).await?.ok_or_else(unknown)?.id)
}

/// The unit to which region and industry point (TJ-8.1): first by both, then by industry, then by region, then whoever
/// takes what nobody else takes. The dispatcher may decide otherwise.
pub(crate) async fn propose(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    (region, industry): (Option<&str>, Option<&str>),
) -> Result<Option<UnitProposal>> {
    let (region, industry) = (region.unwrap_or(ANY), industry.unwrap_or(ANY));
    let routes = store::routes(grant, db, region, industry).await?;
    // Of equals the first, which has the smallest priority.
    let narrowest = routes
        .into_iter()
        .min_by_key(|route| (!route.by_industry, !route.by_region));
    Ok(narrowest.map(|route| {
        let reason = reason(&route, state.profile(), region, industry);
        UnitProposal {
            unit: route.unit,
            reason,
        }
    }))
}

fn reason(route: &Route, profile: &RuleProfile, region: &str, industry: &str) -> Bilingual {
    let region = word(&profile.regions, region);
    let industry = word(&profile.industries, industry);
    let (zh, en) = match (route.by_region, route.by_industry) {
        (true, true) => (
            format!("区域为{}，行业为{}", region.zh, industry.zh),
            format!("By region ({}) and industry ({})", region.en, industry.en),
        ),
        (false, true) => (
            format!("行业为{}", industry.zh),
            format!("By industry ({})", industry.en),
        ),
        (true, false) => (
            format!("区域为{}", region.zh),
            format!("By region ({})", region.en),
        ),
        (false, false) => (
            "该区域和行业未另行指定单位".to_owned(),
            "No unit is named for this region and industry".to_owned(),
        ),
    };
    Bilingual::new(zh, en)
}

/// What the dictionary calls this code; the code itself if it no longer stands there.
fn word(dictionary: &[Entry], code: &str) -> Bilingual {
    entry(dictionary, code).map_or_else(
        || Bilingual::new(code, code),
        |entry| Bilingual::new(&entry.zh, &entry.en),
    )
}

/// Sets up a unit.
///
/// # Errors
/// 409 if the code is taken.
pub async fn add_unit(state: &State, new: NewUnit<'_>) -> Result<UnitId> {
    let id = state.ids.unit();
    let NewUnit {
        code,
        name,
        kind,
        region,
    } = new;
    let unit = Unit {
        id,
        code: code.to_owned(),
        name: name.to_owned(),
        kind,
        region: region.to_owned(),
        parent: None,
        active: true,
        version: 1,
    };
    let added = async |grant: &Grant, txn: &Txn| {
        store::insert(grant, txn, &unit).await?;
        Ok(((), Place::of_new(id.0)))
    };
    let resource = format!("unit/{id}");
    Access::new(state, Actor::System, Operation::Administer, resource)
        .change(added)
        .await?;
    Ok(id)
}

/// Sends what has this region and industry to a unit; `None` stands for any.
///
/// # Errors
/// 404 if there is no such unit.
pub async fn add_route(
    state: &State,
    region: Option<&str>,
    industry: Option<&str>,
    unit_code: &str,
) -> Result<()> {
    let place = (region.unwrap_or(ANY), industry.unwrap_or(ANY));
    let id = state.ids.uuid();
    let added = async |grant: &Grant, txn: &Txn| {
        let unit = with_code(grant, txn, unit_code).await?;
        store::insert_route(grant, txn, id, place, unit).await?;
        Ok(((), Place::of_new(id)))
    };
    let resource = format!("route/{id}");
    Access::new(state, Actor::System, Operation::Administer, resource)
        .change(added)
        .await
}
