//! The check is the record: nothing is read or written without a [`Grant`], and no grant exists without
//! an entry in the journal of access.
//!
//! Who may do what is decided in `anju_shared::access`; here it is asked, obeyed and written down. Start
//! with [`Access::read`] and [`Access::change`].

use crate::{
    audit::{self, ALLOWED, Entry, Place},
    db::{Inserts, Txn},
    error::{Error, Result},
    http::RequestInfo,
    live::Change,
    state::State,
};
use anju_shared::{
    access::{Actor, CaseScope, CaseSight, Denial, Operation, Resource, case_scope, may},
    problem::ProblemCode,
};
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// Permission to touch rows, for one operation of one actor. Every function of a `store` asks for one.
pub struct Grant {
    actor: Actor,
    operation: Operation,
    told: Mutex<Vec<Change>>,
}

impl Grant {
    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The cases that the actor may know of.
    #[must_use]
    pub fn scope(&self) -> CaseScope {
        case_scope(&self.actor)
    }

    /// Whether the operation reaches this case. To be asked as soon as the case is loaded.
    ///
    /// # Errors
    /// 404 when the actor may not even know of it.
    pub fn covers(&self, case: &CaseSight) -> Result<()> {
        may(&self.actor, self.operation, &Resource::Case(case)).map_err(denied)
    }

    /// Tells whoever looks at the case that it changed, once the change is committed.
    pub(crate) fn tell(&self, change: Change) {
        self.told().push(change);
    }

    fn told(&self) -> MutexGuard<'_, Vec<Change>> {
        // A list that is only pushed to and taken from is whole at every moment.
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One access, before it is known whether it is allowed.
pub struct Access<'a> {
    state: &'a State,
    actor: Actor,
    operation: Operation,
    resource: String,
    reason: Option<String>,
    request_id: Option<Uuid>,
}

impl<'a> Access<'a> {
    /// What this actor asks for, on what: `case/{id}`, `cases`; never anything personal.
    #[must_use]
    pub fn new(state: &'a State, actor: Actor, operation: Operation, resource: impl Into<String>) -> Self {
        Self {
            state,
            actor,
            operation,
            resource: resource.into(),
            reason: None,
            request_id: None,
        }
    }

    /// In this request.
    #[must_use]
    pub const fn within(mut self, info: &RequestInfo) -> Self {
        self.request_id = Some(info.id);
        self
    }

    /// For this reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Says beforehand whether the policy allows it at all, so that nothing is taken in from somebody who may
    /// not. A refusal is recorded; what is allowed is recorded when it is done.
    ///
    /// # Errors
    /// The denial.
    pub async fn admit(&self) -> Result<()> {
        let Err(denial) = self.grant() else { return Ok(()) };
        self.state.recorder.record(self.entry(refusal(&denial))).await?;
        Err(denial)
    }

    /// Reads: runs `work` if the policy allows, and returns its result when the access is recorded.
    ///
    /// # Errors
    /// The denial, those of `work`, and 503 when the access could not be recorded.
    pub async fn read<T>(self, work: impl AsyncFnOnce(&Grant) -> Result<T>) -> Result<T> {
        let outcome = match self.grant() {
            Ok(grant) => work(&grant).await,
            Err(denial) => Err(denial),
        };
        let said = outcome.as_ref().err().map_or(ALLOWED.to_owned(), refusal);
        self.state.recorder.record(self.entry(said)).await?;
        outcome
    }

    /// Changes: runs `work` in one transaction, which takes up the entry at the place that `work` names.
    /// What is refused or fails is undone, and the attempt is recorded in a transaction of its own.
    ///
    /// # Errors
    /// The denial, those of `work`, and those of the database.
    pub async fn change<T>(self, work: impl AsyncFn(&Grant, &Txn) -> Result<(T, Place)>) -> Result<T> {
        let outcome = match self.grant() {
            Ok(grant) => self.commit(&grant, &work).await,
            Err(denial) => Err(denial),
        };
        if let Err(error) = &outcome {
            self.state.recorder.record(self.entry(refusal(error))).await?;
        }
        outcome
    }

    /// Changes that were asked for at the same time, in one transaction: all or none. Each has its own grant, and
    /// its own entry at the place that `work` names for it. What `work` puts into the inserts is written after it. Nothing is recorded of a failure, because it is not
    /// yet anybody's: the caller tries each alone then, by [`Access::change`].
    ///
    /// # Errors
    /// The first denial, those of `work`, a conflict where a row was there already, and those of the database.
    pub(crate) async fn change_together<T>(
        accesses: &[Self],
        work: impl AsyncFn(&[Grant], &Txn, &mut Inserts) -> Result<Vec<(T, Place)>>,
    ) -> Result<Vec<T>> {
        let Some(Self { state, .. }) = accesses.first() else {
            return Ok(Vec::new());
        };
        let grants = accesses.iter().map(Self::grant).collect::<Result<Vec<_>>>()?;
        let attempt = async |txn: &Txn| {
            grants.iter().for_each(|grant| grant.told().clear());
            let mut inserts = Inserts::default();
            let done = work(&grants, txn, &mut inserts).await?;
            let (done, places): (Vec<T>, Vec<Place>) = done.into_iter().unzip();
            let entries = accesses.iter().map(|access| access.entry(ALLOWED.to_owned()));
            audit::add(&mut inserts, &state.keys, entries.zip(places));
            if !inserts.send(txn).await? {
                return Err(Error::of(ProblemCode::Conflict));
            }
            Ok(done)
        };
        let done = state.db.write(attempt).await?;
        state.live.told(told_by(&grants));
        Ok(done)
    }

    /// The same for changes that ask the database for nothing before: `prepare` puts all rows into the inserts, each of
    /// which must fail by itself where it may not be. `None` if it cannot be tried.
    ///
    /// # Errors
    /// The first denial, those of `prepare`, and those of the database: then nothing was changed.
    pub(crate) async fn insert_together<T>(
        accesses: &[Self],
        prepare: impl FnOnce(&[Grant], &mut Inserts) -> Result<Option<Vec<(T, Place)>>>,
    ) -> Result<Option<Vec<T>>> {
        let Some(Self { state, .. }) = accesses.first() else {
            return Ok(None);
        };
        let grants = accesses.iter().map(Self::grant).collect::<Result<Vec<_>>>()?;
        let mut inserts = Inserts::default();
        let Some(done) = prepare(&grants, &mut inserts)? else {
            return Ok(None);
        };
        let (done, places): (Vec<T>, Vec<Place>) = done.into_iter().unzip();
        let entries = accesses.iter().map(|access| access.entry(ALLOWED.to_owned()));
        audit::add(&mut inserts, &state.keys, entries.zip(places));
        state.db.insert(inserts).await?;
        state.live.told(told_by(&grants));
        Ok(Some(done))
    }

    /// Records that what was asked for came to nothing before any row was touched, and hands the cause back.
    ///
    /// # Errors
    /// `cause`, or 503 when the access could not be recorded.
    pub async fn refuse<T>(self, cause: Error) -> Result<T> {
        self.state.recorder.record(self.entry(refusal(&cause))).await?;
        Err(cause)
    }

    async fn commit<T>(
        &self,
        grant: &Grant,
        work: &impl AsyncFn(&Grant, &Txn) -> Result<(T, Place)>,
    ) -> Result<T> {
        let entry = self.entry(ALLOWED.to_owned());
        let attempt = async |txn: &Txn| {
            grant.told().clear();
            let (done, place) = work(grant, txn).await?;
            audit::append(txn, &self.state.keys, &entry, place).await?;
            Ok::<_, Error>(done)
        };
        let done = self.state.db.write(attempt).await?;
        self.state.live.told(told_by(std::slice::from_ref(grant)));
        Ok(done)
    }

    fn grant(&self) -> Result<Grant> {
        may(&self.actor, self.operation, &Resource::Everything).map_err(denied)?;
        Ok(Grant {
            actor: self.actor.clone(),
            operation: self.operation,
            told: Mutex::default(),
        })
    }

    fn entry(&self, outcome: String) -> Entry {
        Entry {
            at: self.state.clock.now(),
            actor: self.actor.reference(),
            operation: self.operation,
            resource: self.resource.clone(),
            outcome,
            reason: self.reason.clone(),
            request_id: self.request_id,
        }
    }
}

/// What is to be told of what was done under these grants.
fn told_by(grants: &[Grant]) -> Vec<Change> {
    grants
        .iter()
        .flat_map(|grant| std::mem::take(&mut *grant.told()))
        .collect()
}

/// The code under which the journal keeps a refusal: that of the law before that of the wire.
fn refusal(error: &Error) -> String {
    match error {
        Error::Refused { code, .. } => code.clone(),
        other => other.code().as_str(),
    }
}

fn denied(denial: Denial) -> Error {
    Error::of(match denial {
        Denial::SignInFirst => ProblemCode::Unauthenticated,
        Denial::Unknown => ProblemCode::NotFound,
        Denial::Forbidden => ProblemCode::Forbidden,
    })
}
