//! Reading the journal of access, and verifying the journals: for the audit administrator, and itself recorded.

use super::{query, store::verifications, verify::Progress};
use crate::{
    access::{Access, Grant},
    audit::Place,
    cases,
    db::Txn,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use actix_web::web::Data;
use anju_shared::{
    access::{Actor, Operation},
    api::audit::{AuditFilter, AuditPage, Verification, VerificationList, VerificationState},
    problem::ProblemCode,
};
use std::time::Duration;
use uuid::Uuid;

/// How often a verification says how far it is.
const TELLING: Duration = Duration::from_millis(500);

/// A page of entries. What was looked for is the reason that is recorded.
///
/// # Errors
/// A filter that is none; 503 when too many scan already.
pub(super) async fn list(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    filter: &AuditFilter,
) -> Result<AuditPage> {
    let looked_for = serde_urlencoded::to_string(filter).unwrap_or_default();
    let access = Access::new(state, actor, Operation::ReadAudit, "audit").within(info);
    let found = async |grant: &Grant| {
        let admitted = state.heavy_queries.try_acquire();
        let _admitted = admitted.map_err(|_| Error::of(ProblemCode::Unavailable))?;
        query::page(grant, state.db.read(), filter, &state.keys).await
    };
    access.because(looked_for).read(found).await
}

/// The last verifications.
pub(super) async fn verified(state: &State, info: &RequestInfo, actor: Actor) -> Result<VerificationList> {
    let access = Access::new(state, actor, Operation::VerifyAudit, "verifications").within(info);
    let found = async |grant: &Grant| {
        let items = verifications::last(grant, state.db.read(), state.clock.now()).await?;
        Ok(VerificationList { items })
    };
    access.read(found).await
}

/// How far a verification is, and what it found.
///
/// # Errors
/// 404 if there is none.
pub(super) async fn verification(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    id: Uuid,
) -> Result<Verification> {
    let access = Access::new(state, actor, Operation::VerifyAudit, format!("verification/{id}")).within(info);
    let found = async |grant: &Grant| {
        let found = verifications::one(grant, state.db.read(), id, state.clock.now()).await?;
        found.ok_or_else(Error::not_found)
    };
    access.read(found).await
}

/// Begins a verification, which goes on by itself; one at a time.
///
/// # Errors
/// 409 while another is at work.
pub(super) async fn begin(state: &Data<State>, info: &RequestInfo, actor: Actor) -> Result<Verification> {
    let (id, now) = (state.ids.uuid(), state.clock.now());
    let access = Access::new(state, actor, Operation::VerifyAudit, format!("verification/{id}")).within(info);
    let begun = async |grant: &Grant, txn: &Txn| {
        let by = grant.actor().staff().map_or("", |staff| staff.name.as_str());
        verifications::begin(grant, txn, id, (by, now)).await?;
        let begun = verifications::one(grant, txn, id, now).await?;
        Ok((begun.ok_or_else(Error::not_found)?, Place::of_new(id)))
    };
    let begun = access.change(begun).await?;
    actix_web::rt::spawn(run(state.clone(), id));
    Ok(begun)
}

async fn run(state: Data<State>, id: Uuid) {
    let progress = Progress::default();
    let work = follow(&state, &progress);
    tokio::pin!(work);
    let outcome = loop {
        tokio::select! {
            outcome = &mut work => break outcome,
            () = tokio::time::sleep(TELLING) => tell(&state, id, VerificationState::Running, &progress, &[]).await,
        }
    };
    match outcome {
        Ok(faults) => tell(&state, id, VerificationState::Done, &progress, &faults).await,
        Err(error) => {
            tracing::error!(cause = error.for_log(), "a verification came to no end");
            tell(&state, id, VerificationState::Failed, &progress, &[]).await;
        }
    }
}

/// Follows every chain as it stands at one moment; everything that is broken.
async fn follow(state: &State, progress: &Progress) -> Result<Vec<String>> {
    // What is written meanwhile must not look like a fault.
    let moment = state.db.snapshot().await?;
    progress.expect(super::store::length(&moment).await?);
    let cases = cases::verify_at(&moment, &state.keys, progress).await?;
    let access = super::verify::verify_at(&moment, &state.keys, progress).await?;
    let faults = cases.faults.iter().map(ToString::to_string);
    Ok(faults.chain(access.iter().map(ToString::to_string)).collect())
}

/// A verification that cannot say how far it is goes on; after a while it is taken for dead.
async fn tell(state: &State, id: Uuid, at: VerificationState, progress: &Progress, faults: &[String]) {
    let now = state.clock.now();
    let told = async |txn: &Txn| verifications::tell(txn, id, (at, now), progress, faults).await;
    if let Err(error) = state.db.write(told).await {
        tracing::warn!(
            cause = error.for_log(),
            "a verification could not say how far it is"
        );
    }
}
