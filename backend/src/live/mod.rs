//! What is told while it happens: that a case changed, to the staff who may know of the case (工作台自动更新).
//!
//! A command says what is to be told on its grant ([`crate::access::Grant::tell`]); it is told once it is committed.
//! The embedded engine belongs to one server, which tells its own streams ([`Live::told`]). Servers that share a
//! PostgreSQL tell each other: the transaction notifies, and its commit reaches every server that listens ([`store`]),
//! this one too. Start with [`service`], where a stream is made. Not here: what a case says; whoever is told asks
//! for it, and is then asked who they are.

pub(crate) mod routes;
mod seats;
mod service;
mod store;

pub(crate) use store::Listening;

use crate::db::Engine;
use anju_shared::{
    access::CaseSight,
    api::live::CaseChange,
    ids::{CaseId, ClientId, UnitId},
    workflow::{Case, Stage},
};
use seats::Seats;
use serde::{Deserialize, Serialize};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::broadcast;

/// Messages that a stream may be behind; beyond that its reader is told to ask for everything again.
const BEHIND: usize = 1_024;

/// A case that changed, with what decides who may be told; as the trigger of the database writes it, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Change {
    id: CaseId,
    number: String,
    version: u64,
    stage: Stage,
    region: String,
    unit: Option<UnitId>,
    source: Option<ClientId>,
}

impl Change {
    /// Of a case as it stands after the change.
    pub(crate) fn of(case: &Case, sight: CaseSight) -> Self {
        let CaseSight { region, unit, source } = sight;
        Self {
            id: case.id,
            number: case.number.clone(),
            version: case.version,
            stage: case.stage(),
            region,
            unit,
            source,
        }
    }

    fn sight(&self) -> CaseSight {
        CaseSight {
            region: self.region.clone(),
            unit: self.unit,
            source: self.source,
        }
    }

    fn shown(&self) -> CaseChange {
        CaseChange {
            id: self.id,
            number: self.number.clone(),
            version: self.version,
            stage: self.stage,
        }
    }
}

/// What goes to every stream, which passes on what its reader may know.
#[derive(Clone)]
enum Told {
    Case(Arc<Change>),
    /// Something may have been missed.
    All,
    /// The server stops.
    Farewell,
}

/// The streams of this server.
pub(crate) struct Live {
    telling: broadcast::Sender<Told>,
    seats: Arc<Seats>,
    closed: AtomicBool,
    /// Whether what is committed is told by the database and not by whoever committed it.
    by_database: bool,
}

impl Live {
    /// With room for so many streams.
    pub(crate) fn new(engine: Engine, streams: usize) -> Self {
        Self {
            telling: broadcast::Sender::new(BEHIND),
            seats: Arc::new(Seats::new(streams)),
            closed: AtomicBool::new(false),
            by_database: engine == Engine::Postgres,
        }
    }

    /// These changes are committed.
    pub(crate) fn told(&self, changes: Vec<Change>) {
        if !self.by_database {
            changes.into_iter().for_each(|change| self.pass_on(change));
        }
    }

    /// Ends every stream, and lets none begin: the server stops.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.send(Told::Farewell);
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    fn pass_on(&self, change: Change) {
        self.send(Told::Case(Arc::new(change)));
    }

    fn ask_again(&self) {
        self.send(Told::All);
    }

    fn send(&self, told: Told) {
        // Without a stream there is nobody to tell.
        let _ = self.telling.send(told);
    }
}
