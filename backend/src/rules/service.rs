//! Which regimes there are, and what each says.

use crate::{
    access::Access,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        deadlines::RegimePeriods,
        rules::{DivisionEntry, DivisionList, RegimeDetail, RegimeList},
    },
    divisions::{self, Division},
    problem::{Bilingual, ProblemCode, Violation},
    rules::{Regime, RuleProfile},
};

/// Every version of every regime.
pub(super) async fn list(state: &State, info: &RequestInfo, actor: Actor) -> Result<RegimeList> {
    let access = Access::new(state, actor, Operation::ReadDirectory, "regimes").within(info);
    let list = async |_: &_| {
        Ok(RegimeList {
            in_force: state.config.regime.clone(),
            regimes: state
                .law
                .known()
                .regimes
                .all()
                .iter()
                .map(Regime::summary)
                .collect(),
        })
    };
    access.read(list).await
}

/// One regime, entry by entry, in the version of today.
///
/// # Errors
/// 404 if there is none with this id.
pub(super) async fn read(state: &State, info: &RequestInfo, actor: Actor, id: &str) -> Result<RegimeDetail> {
    let found = of(state, id);
    // What was asked for is recorded only where it is one of ours: anything may stand in a path.
    let resource = found.map_or_else(|| "regime".to_owned(), |one| format!("regime/{}", one.id()));
    let access = Access::new(state, actor, Operation::ReadDirectory, resource).within(info);
    access
        .read(async |_| found.map(Regime::detail).ok_or_else(|| unknown(state)))
        .await
}

/// One version of a regime, entry by entry.
///
/// # Errors
/// 404 if this server knows no such version.
pub(super) async fn version(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, version): (&str, u32),
) -> Result<RegimeDetail> {
    let found = state.law.known().regimes.version(id, version);
    let resource = found.map_or_else(
        || "regime".to_owned(),
        |one| format!("regime/{}/versions/{}", one.id(), one.profile.version),
    );
    let access = Access::new(state, actor, Operation::ReadDirectory, resource).within(info);
    access
        .read(async |_| found.map(Regime::detail).ok_or_else(Error::not_found))
        .await
}

/// The division with this code and those within it, or the provinces.
///
/// # Errors
/// 422 if there is no such division.
pub(super) async fn divisions(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    within: Option<&str>,
) -> Result<DivisionList> {
    let access = Access::new(state, actor, Operation::ReadDirectory, "divisions").within(info);
    let found = async |_: &_| {
        let divisions: Vec<DivisionEntry> = match within {
            None => divisions::provinces().map(entry).collect(),
            Some(code) if divisions::is_known(code) => divisions::within(code).iter().map(entry).collect(),
            Some(_) => return Err(no_division()),
        };
        Ok(DivisionList { divisions })
    };
    access.read(found).await
}

fn entry(division: &Division) -> DivisionEntry {
    DivisionEntry {
        code: division.code.to_owned(),
        name: division.name.to_owned(),
        path: divisions::path(division.code).unwrap_or_default(),
    }
}

fn no_division() -> Error {
    let zh = "没有这个区划；省级为 2 位、市级为 4 位、县级为 6 位代码";
    let en = "There is no such division: a province has two digits, a city four, a county six";
    let violation = Violation::new("within", "unknown", Bilingual::new(zh, en));
    Error::Invalid(vec![violation])
}

/// The periods of one regime, as they are today.
///
/// # Errors
/// 404 if there is none with this id.
pub(super) async fn periods(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    id: &str,
) -> Result<RegimePeriods> {
    let found = of(state, id);
    let resource = found.map_or_else(
        || "regime".to_owned(),
        |one| format!("regime/{}/periods", one.id()),
    );
    let access = Access::new(state, actor, Operation::ReadDirectory, resource).within(info);
    access
        .read(async |_| found.map(Regime::periods).ok_or_else(|| unknown(state)))
        .await
}

/// The profile of a regime in this version.
///
/// # Errors
/// 404 if this server knows no such version.
pub(super) async fn profile(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, version): (&str, u32),
) -> Result<&'static RuleProfile> {
    let found = state.law.version(id, version);
    let resource = found.map_or_else(
        || "regime".to_owned(),
        |one| format!("regime/{}/versions/{}", one.id, one.version),
    );
    let access = Access::new(state, actor, Operation::ReadDirectory, resource).within(info);
    access.read(async |_| found.ok_or_else(Error::not_found)).await
}

/// The version that is in force today; of a regime that is still to begin, its first.
fn of(state: &State, id: &str) -> Option<&'static Regime> {
    state.law.known().regimes.on(id, state.clock.now().local_date())
}

fn unknown(state: &State) -> Error {
    let known = state.law.known().regimes.ids().join(", ");
    Error::with(
        ProblemCode::NotFound,
        format!("没有这个规则集；现有 {known}"),
        format!("There is no such regime; there are {known}"),
    )
}
