//! Which regimes there are, and what each says.

use crate::{
    access::Access,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::rules::{RegimeDetail, RegimeList},
    problem::ProblemCode,
    rules::Regime,
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

/// One regime, entry by entry.
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
