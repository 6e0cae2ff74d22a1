//! What explanations are made of: the case with its own rules, the calendar in force.

use crate::{
    access::Access,
    cases::service as cases,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::deadlines::{ClockExplanation, Deadline, DeadlineBody},
    ids::CaseId,
    rules::ClockKind,
};

/// Which period of a case: the case, the kind, the round.
pub(super) type Which = (CaseId, ClockKind, u32);

/// One period of a case, explained by the rules that hold for the case.
///
/// # Errors
/// 404 if the case is not for this actor or has no such period.
pub(super) async fn of_case(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    (id, kind, round): Which,
) -> Result<ClockExplanation> {
    let resource = format!("case/{id}/clocks/{kind}/{round}");
    let access = Access::new(state, actor, Operation::ReadCase, resource).within(info);
    access
        .read(async |grant| {
            let stored = cases::reach(grant, state.db.read(), id).await?;
            let context = cases::context(state, &stored.case, state.clock.now());
            ClockExplanation::of(&stored.case, kind, round, &context).ok_or_else(Error::not_found)
        })
        .await
}

/// Counts any period. It reads nothing but the rules and the calendar, which are for everybody.
///
/// # Errors
/// 422 with every mistake.
pub(super) fn calculate(state: &State, body: &DeadlineBody) -> Result<Deadline> {
    let asked = body.parse(&state.law.known().regimes).map_err(Error::Invalid)?;
    Ok(asked.answer(state.calendar()))
}
