//! Counting the periods of many cases again, and looking at many cases for what a law would change.
//!
//! What changes is decided by the core (`workflow::recounted`, `workflow::foresee_shifts`); here pages of cases are read, and
//! one command is carried out for each case that changes, many of them in one transaction.

use super::{
    fact::fact,
    service::{self, Asked, place, sight},
    store::{self, Counted, Walked},
};
use crate::{
    access::{Access, Grant},
    db::{Inserts, Txn},
    error::{Error, Result},
    live::Change,
    outbox,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    calendar::Calendar,
    ids::CaseId,
    problem::ProblemCode,
    rules::RuleProfile,
    time::{Instant, LegalDate},
    workflow::{Case, Command, Context, Foreseen, Law, Recount, foresee_shifts, recounted},
};
use anyhow::Context as _;
use sea_orm::ConnectionTrait;
use std::sync::Arc;

/// Cases that are changed in one transaction.
const TOGETHER: usize = 100;

/// A law that is looked at before it is one.
#[derive(Clone)]
pub(crate) struct Proposed {
    pub(crate) profile: Option<Arc<RuleProfile>>,
    pub(crate) own: bool,
    pub(crate) calendar: Arc<Calendar>,
    pub(crate) past: Option<(LegalDate, LegalDate)>,
}

/// What was found in a page of cases.
pub(crate) struct Seen {
    /// The last case of the page; none where there are no more.
    pub(crate) last: Option<CaseId>,
    /// How many cases it had.
    pub(crate) cases: u64,
    /// How many of their periods were looked at.
    pub(crate) clocks: u64,
    /// What would become of them.
    pub(crate) found: Vec<(Case, Vec<Foreseen>)>,
}

/// How many cases a walk looks at.
pub(crate) async fn total(
    grant: &Grant,
    db: &impl ConnectionTrait,
    past: Option<(LegalDate, LegalDate)>,
) -> Result<u64> {
    store::count_walked(grant, db, Walked { past }).await
}

/// What a proposed law would change in the next page of cases.
pub(crate) async fn foresee(
    grant: &Grant,
    state: &State,
    proposed: &Proposed,
    (after, most): (Option<CaseId>, u64),
) -> Result<Seen> {
    let walked = Walked { past: proposed.past };
    let page = store::walked(grant, state.db.read(), walked, (after, most)).await?;
    let (proposed, now) = (proposed.clone(), state.clock.now());
    // Hundreds of cases are parsed and counted: nobody waits behind that.
    let looked = tokio::task::spawn_blocking(move || look(&page, &proposed, now)).await;
    looked.context("a page of cases could not be looked at")?
}

fn look(page: &[(CaseId, String)], proposed: &Proposed, now: Instant) -> Result<Seen> {
    let law = Law {
        profile: proposed.profile.as_deref(),
        own: proposed.own,
        calendar: &proposed.calendar,
    };
    each(page, |case| {
        foresee_shifts(case, &law, proposed.past, now).collect()
    })
}

/// A page of cases, and what becomes of the periods of each.
fn each(page: &[(CaseId, String)], shifts: impl Fn(&Case) -> Vec<Foreseen>) -> Result<Seen> {
    let mut seen = Seen {
        last: page.last().map(|(id, _)| *id),
        cases: page.len() as u64,
        clocks: 0,
        found: Vec::new(),
    };
    for (id, state) in page {
        let case: Case = serde_json::from_str(state)
            .with_context(|| format!("impossible row: the state of case {id} does not parse"))?;
        seen.clocks += case.clocks.len() as u64;
        let shifts = shifts(&case);
        if !shifts.is_empty() {
            seen.found.push((case, shifts));
        }
    }
    Ok(seen)
}

/// Counts the periods of the next page of open cases again by the law in force, and says what became of them.
pub(crate) async fn apply(
    grant: &Grant,
    state: &State,
    because: &Recount,
    (after, most): (Option<CaseId>, u64),
) -> Result<Seen> {
    let page = store::walked(grant, state.db.read(), Walked { past: None }, (after, most)).await?;
    let now = state.clock.now();
    let (profile, calendar) = (state.profile(), state.calendar());
    let looked = tokio::task::spawn_blocking(move || changing(&page, profile, calendar, now)).await;
    let seen = looked.context("a page of cases could not be counted again")??;
    for part in seen.found.chunks(TOGETHER) {
        let ids: Vec<CaseId> = part.iter().map(|(case, _)| case.id).collect();
        match together(state, because, &ids).await {
            // Somebody changed one of them meanwhile: each alone, so that one does not stop the others.
            Err(error) if is_passing(&error) => {
                for id in ids {
                    alone(state, because, id).await?;
                }
            }
            outcome => outcome?,
        }
    }
    Ok(seen)
}

/// The cases that come out otherwise, with the periods that do. A case that is not accepted is under the rules in force,
/// any other under its own, which do not change.
fn changing(
    page: &[(CaseId, String)],
    profile: &'static RuleProfile,
    calendar: &'static Calendar,
    now: Instant,
) -> Result<Seen> {
    let context = Context {
        profile,
        calendar,
        now,
    };
    each(page, |case| match recounted(case, &context).is_empty() {
        true => Vec::new(),
        false => {
            let law = Law {
                profile: case.acceptance().is_none().then_some(profile),
                own: true,
                calendar,
            };
            foresee_shifts(case, &law, None, now).collect()
        }
    })
}

async fn together(state: &State, because: &Recount, ids: &[CaseId]) -> Result<()> {
    let accesses: Vec<Access<'_>> = ids.iter().map(|id| access(state, *id)).collect();
    let command = Command::Recount(because.clone());
    let work = async |grants: &[Grant], txn: &Txn, _: &mut Inserts| {
        let loaded = store::load_all(grants, txn, ids).await?;
        if loaded.len() != grants.len() {
            return Err(Error::of(ProblemCode::VersionMoved));
        }
        let mut counted = Vec::with_capacity(loaded.len());
        for (grant, before) in grants.iter().zip(&loaded) {
            let (after, links) = service::foresee(grant, (state, txn), &before.stored, &command).await?;
            counted.push(Counted { before, after, links });
        }
        store::save_counted(grants, txn, &counted).await?;
        let facts = counted.iter().map(|one| fact(state, &one.after, &one.links));
        outbox::post(txn, facts.collect(), state.clock.now()).await?;
        let done = grants.iter().zip(&counted).map(|(grant, one)| {
            grant.tell(Change::of(&one.after, sight(&one.after)));
            ((), place(&one.after, &one.links))
        });
        Ok(done.collect())
    };
    Access::change_together(&accesses, work).await?;
    Ok(())
}

/// One case; what somebody else was faster with is looked at again by the next walk.
async fn alone(state: &State, because: &Recount, id: CaseId) -> Result<()> {
    let command = Command::Recount(because.clone());
    let outcome = service::issue_now(state, || access(state, id), id, Asked::plain(&command)).await;
    match outcome {
        Err(error) if is_passing(&error) => Ok(()),
        other => other.map(drop),
    }
}

fn access(state: &State, id: CaseId) -> Access<'_> {
    Access::new(
        state,
        Actor::System,
        Operation::IssueCommand,
        format!("case/{id}"),
    )
}

/// Whether the case moved on, or nothing is left to be counted again.
fn is_passing(error: &Error) -> bool {
    matches!(error.code(), ProblemCode::VersionMoved | ProblemCode::Refused)
}
