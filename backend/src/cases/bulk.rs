//! One command for many cases: foreseen together, carried out one by one.
//!
//! Decides nothing: what is asked becomes the command of each case, and goes the way of any command.

use super::service;
use crate::{
    access::{Access, Grant},
    db::Txn,
    error::{Error, Result},
    http::{IfMatch, RequestInfo, problem},
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{Actor, Operation},
    api::bulk::{BulkAnswer, BulkBody, BulkCase, BulkCommand, BulkOutcome},
    workflow::{Case, Command},
};
use sea_orm::ConnectionTrait;
use std::borrow::Cow;

/// What is asked for: a command, or what becomes one when the case is known.
#[derive(Clone, Copy)]
pub(crate) enum Wish<'a> {
    /// This command.
    One(&'a Command),
    /// The same for many.
    Each(&'a BulkCommand),
}

impl<'a> Wish<'a> {
    /// The command for this case.
    pub(super) async fn of(
        self,
        grant: &Grant,
        state: &State,
        db: &impl ConnectionTrait,
        case: &Case,
    ) -> Result<Cow<'a, Command>> {
        let each = match self {
            Self::One(command) => return Ok(Cow::Borrowed(command)),
            Self::Each(each) => each,
        };
        let matter = &case.intake.matter;
        let asked = (matter.region.as_deref(), matter.industry.as_deref());
        let proposed = match each.needs_proposal() {
            true => units::propose(grant, state, db, asked).await?,
            false => None,
        };
        let command = each.for_case(case, proposed.map(|proposal| proposal.unit.id));
        command.map(Cow::Owned).map_err(Error::Invalid)
    }
}

/// Carries out what is asked for each case, or says what would come of it.
pub(super) async fn issue(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    body: &BulkBody,
) -> Result<BulkAnswer> {
    let access = Access::new(state, actor.clone(), Operation::IssueCommand, "cases/bulk").within(info);
    if let Err(violations) = body.check() {
        return access.refuse(Error::Invalid(violations)).await;
    }
    let cases = if body.preview {
        access
            .read(async |grant| foresee_all(grant, state, info, body).await)
            .await?
    } else {
        access.admit().await?;
        let mut done = Vec::with_capacity(body.cases.len());
        for case in &body.cases {
            let wish = Wish::Each(&body.command);
            let read = (case.id, IfMatch(version(case)));
            let answer = service::issue(state, actor.clone(), info, read, wish).await;
            done.push(outcome(case, info, answer.map(|detail| detail.case().clone())));
        }
        done
    };
    Ok(BulkAnswer {
        preview: body.preview,
        cases,
    })
}

async fn foresee_all(
    grant: &Grant,
    state: &State,
    info: &RequestInfo,
    body: &BulkBody,
) -> Result<Vec<BulkOutcome>> {
    let txn = state.db.snapshot().await?;
    let mut foreseen = Vec::with_capacity(body.cases.len());
    for case in &body.cases {
        let answer = foresee(grant, state, &txn, (case, &body.command)).await;
        foreseen.push(outcome(case, info, answer));
    }
    txn.rollback().await?;
    Ok(foreseen)
}

async fn foresee(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    (case, command): (&BulkCase, &BulkCommand),
) -> Result<Case> {
    let stored = service::reach(grant, txn, case.id).await?;
    IfMatch(version(case)).require(service::version(&stored.case))?;
    let command = Wish::Each(command).of(grant, state, txn, &stored.case).await?;
    let (after, _) = service::foresee(grant, (state, txn), &stored, &command).await?;
    Ok(after)
}

fn version(case: &BulkCase) -> i64 {
    i64::try_from(case.version).unwrap_or(i64::MAX)
}

fn outcome(case: &BulkCase, info: &RequestInfo, answer: Result<Case>) -> BulkOutcome {
    let blank = BulkOutcome {
        id: case.id,
        stage: None,
        version: None,
        unit: None,
        problem: None,
    };
    match answer {
        Ok(after) => BulkOutcome {
            stage: Some(after.stage()),
            version: Some(after.version),
            unit: after
                .handling()
                .map(|handling| handling.assignment.unit_name.clone()),
            ..blank
        },
        Err(error) => {
            if let Error::Internal(_) | Error::Database(_) = error {
                tracing::error!(case = %case.id, cause = error.for_log(), "a row of a bulk command failed");
            }
            BulkOutcome {
                problem: Some(problem::describe(&error, info)),
                ..blank
            }
        }
    }
}
