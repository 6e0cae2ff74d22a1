//! Walking through the cases: for a simulation, to see what a revision would change; for an application, to change it.
//!
//! A walk is cut into pages. How far it is, and what it found, is written down with each, so that another server goes on
//! where one stopped.

use super::{
    content::Content,
    service,
    store::{self, Done, Effects, Hold, Order, Purpose},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    cases::recount::{self, Proposed, Seen},
    db::Txn,
    error::{Error, Result},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::revisions::{EffectGroup, RevisionEffect, SimulationBody},
    ids::RevisionId,
    problem::ProblemCode,
    revision::{RevisionAction, RevisionState},
    time::LegalDate,
    workflow::{Case, Foreseen, Recount},
};
use std::sync::Arc;

/// Cases of a page.
const PAGE: u64 = 500;
/// For how long a server holds a walk without a word, in seconds.
const HELD: i64 = 120;
/// Seconds after a publication from which on every server counts by it: several times what one needs to take it up.
const SETTLED: i64 = 10;
/// How often a walk is taken up before it is given up.
const ATTEMPTS: i32 = 5;

/// Orders the application of what begins to hold, and goes every walk that waits.
pub(crate) async fn work(state: &State) -> Result<()> {
    begin(state).await?;
    while let Some(order) = claim(state).await? {
        let outcome = match order.attempts > ATTEMPTS {
            true => Err(Error::of(ProblemCode::Conflict)),
            false => walk(state, order.clone()).await,
        };
        match outcome {
            Ok(()) => metrics::counter!("anju_revision_walks_total").increment(1),
            Err(error) => {
                tracing::error!(revision = %order.revision, cause = error.for_log(), "a walk through the cases failed");
                state
                    .db
                    .write(async |txn| store::fail(txn, &order, hold(state)).await)
                    .await?;
            }
        }
    }
    Ok(())
}

fn access(state: &State, id: RevisionId) -> Access<'_> {
    Access::new(
        state,
        Actor::System,
        Operation::RecountCases,
        format!("revision/{id}"),
    )
}

fn hold(state: &State) -> Hold {
    Hold {
        holder: state.run,
        until: state.clock.now().plus(HELD),
    }
}

/// What is published and begins to hold is to be applied.
async fn begin(state: &State) -> Result<()> {
    let now = state.clock.now();
    for id in store::to_apply(state.db.read(), (now.plus(-SETTLED), now.local_date())).await? {
        let ordered = async |grant: &Grant, txn: &Txn| {
            let kept = store::find(grant, txn, id).await?.ok_or_else(Error::not_found)?;
            let run = store::run(grant, txn, (id, Purpose::Apply), &kept.digest).await?;
            if run.is_none() {
                let what = (kept.digest.as_slice(), SimulationBody::default());
                store::order(grant, txn, (id, Purpose::Apply), what, state.clock.now()).await?;
            }
            Ok(((), Place::of_new(state.ids.uuid())))
        };
        // Once it is ordered there is nothing to be done here, and nothing to be recorded.
        if !store::is_ordered(state.db.read(), id).await? {
            access(state, id).change(ordered).await?;
        }
    }
    Ok(())
}

async fn claim(state: &State) -> Result<Option<Order>> {
    let now = state.clock.now();
    state
        .db
        .write(async |txn| store::claim(txn, now, hold(state)).await)
        .await
}

async fn walk(state: &State, order: Order) -> Result<()> {
    let (id, purpose) = (order.revision, order.purpose);
    let went = access(state, id)
        .because(purpose.code())
        .read(async |grant| go(grant, state, order.clone()).await)
        .await?;
    let Some(order) = went else { return Ok(()) };
    let finished = state
        .db
        .write(async |txn| store::finish(txn, &order, hold(state)).await)
        .await?;
    match (finished, purpose) {
        (true, Purpose::Apply) => applied(state, id).await,
        _ => Ok(()),
    }
}

/// Goes page by page; `None` if the walk is not wanted any more or another server has it.
async fn go(grant: &Grant, state: &State, mut order: Order) -> Result<Option<Order>> {
    let kept = store::find(grant, state.db.read(), order.revision)
        .await?
        .ok_or_else(Error::not_found)?;
    if kept.digest != order.digest {
        // The draft was changed since; what it said then is not kept.
        state
            .db
            .write(async |txn| store::fail(txn, &order, hold(state)).await)
            .await?;
        return Ok(None);
    }
    let content = service::content(&kept)?;
    let because = Recount {
        revision: order.revision,
        title: kept.summary.title.clone(),
    };
    let proposed = match order.purpose {
        Purpose::Simulate => Some(proposed(state, &content, order.past)?),
        Purpose::Apply => None,
    };
    let past = proposed.as_ref().and_then(|one| one.past);
    order.total = recount::total(grant, state.db.read(), past).await?;
    loop {
        let page = (order.place, PAGE);
        let seen = match &proposed {
            Some(proposed) => recount::foresee(grant, state, proposed, page).await?,
            None => recount::apply(grant, state, &because, page).await?,
        };
        let Some(last) = seen.last else {
            return Ok(Some(order));
        };
        let first = order.figures.open.all() + order.figures.kept.all() + order.figures.past.all() + 1;
        order.place = Some(last);
        order.done += seen.cases;
        let effects = Effects {
            first,
            found: counted(&mut order, seen),
        };
        let wanted = state
            .db
            .write(async |txn| {
                let ours = store::advance(txn, &order, hold(state)).await?;
                if ours && order.purpose == Purpose::Simulate {
                    effects.keep(txn, order.revision).await?;
                }
                Ok::<_, Error>(ours)
            })
            .await?;
        if !wanted {
            return Ok(None);
        }
    }
}

/// The law that a revision proposes.
fn proposed(state: &State, content: &Content, past: SimulationBody) -> Result<Proposed> {
    let (regimes, calendar) = content
        .over(state.law.known())
        .map_err(|wrong| anyhow::anyhow!("a revision does not fit any more: {}", wrong.join("; ")))?;
    let profile = match content {
        Content::Layer(layer) => regimes
            .version(&layer.id, layer.version)
            .map(|one| one.profile.clone()),
        Content::Calendar(_) => None,
    };
    let own = match content {
        Content::Layer(layer) => layer.id == state.config.regime,
        Content::Calendar(_) => true,
    };
    Ok(Proposed {
        profile: profile.map(Arc::new),
        own,
        calendar: Arc::new(calendar),
        past: past.from.zip(past.until) as Option<(LegalDate, LegalDate)>,
    })
}

/// The effects of a page, counted.
fn counted(order: &mut Order, seen: Seen) -> Vec<(RevisionEffect, String)> {
    order.figures.clocks += seen.clocks;
    let mut found = Vec::new();
    for (case, shifts) in &seen.found {
        for shift in shifts {
            let group = match (shift.kept, shift.before.is_open()) {
                (false, _) => EffectGroup::Open,
                (true, true) => EffectGroup::Kept,
                (true, false) => EffectGroup::Past,
            };
            let figures = match group {
                EffectGroup::Open => &mut order.figures.open,
                EffectGroup::Kept => &mut order.figures.kept,
                EffectGroup::Past => &mut order.figures.past,
            };
            figures.count(shift.shift);
            found.push((effect(case, shift, group), region(case)));
        }
    }
    found
}

fn effect(case: &Case, shift: &Foreseen, group: EffectGroup) -> RevisionEffect {
    RevisionEffect {
        case: case.id,
        number: case.number.clone(),
        clock: shift.before.kind,
        round: shift.before.round,
        group,
        shift: shift.shift,
        before: shift.before.due,
        after: shift.after.due,
    }
}

fn region(case: &Case) -> String {
    case.intake.matter.region.clone().unwrap_or_default()
}

/// Every period that runs is counted by it now.
async fn applied(state: &State, id: RevisionId) -> Result<()> {
    let done = async |grant: &Grant, txn: &Txn| {
        let kept = store::find(grant, txn, id).await?.ok_or_else(Error::not_found)?;
        let by = grant.actor().reference();
        let done = Done {
            action: RevisionAction::Apply,
            by: &by,
            at: state.clock.now(),
            reasons: None,
        };
        store::advance_state(
            grant,
            txn,
            (id, kept.summary.version),
            RevisionState::Applied,
            &done,
        )
        .await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access(state, id).change(done).await
}
