//! What every request may need, put together once at start.

use crate::{
    audit::Recorder,
    auth::{password::Passwords, token::AccessTokens},
    clock::SharedClock,
    confidential::Keyring,
    config::Config,
    db::Db,
    http::{Apps, rate::RateLimits, unknown::KnownPaths},
    ids::SharedIds,
    law::Law,
    live::Live,
    reports::Counter,
    search::Segmenter,
};
use anju_shared::{calendar::Calendar, rules::RuleProfile, workflow::Case};
use metrics_exporter_prometheus::PrometheusHandle;
use std::{path::PathBuf, sync::Arc};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// The server's parts, shared by all requests and jobs.
pub struct State {
    /// The settings.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: SharedClock,
    /// Ids and randomness.
    pub ids: SharedIds,
    /// The keys.
    pub keys: Arc<Keyring>,
    /// Hashing of passwords, as many at once as the machine bears.
    pub passwords: Passwords,
    /// Access tokens.
    pub tokens: AccessTokens,
    /// The rules and the calendar.
    pub law: Law,
    /// The journal of reads and refusals.
    pub recorder: Recorder,
    /// Where reports from outside are handed in.
    pub(crate) counter: Counter,
    /// The streams of those who are told what happens.
    pub(crate) live: Live,
    /// Cuts text into words.
    pub(crate) segmenter: Segmenter,
    /// Buckets by address.
    pub rates: RateLimits,
    /// Admission of queries that scan.
    pub heavy_queries: Semaphore,
    /// The built browser apps.
    pub apps: Apps,
    /// Paths of the API and their methods.
    pub known_paths: KnownPaths,
    /// The OpenAPI document as it is served.
    pub document: actix_web::web::Bytes,
    /// What was counted.
    pub metrics: PrometheusHandle,
    /// This run of this server.
    pub run: Uuid,
}

impl State {
    /// The rules in force for new acceptances; a case keeps those under which it was accepted.
    #[must_use]
    pub fn profile(&self) -> &'static RuleProfile {
        &self.law.regime(self.clock.now().local_date()).profile
    }

    /// The working-day calendar.
    #[must_use]
    pub fn calendar(&self) -> &'static Calendar {
        &self.law.known().calendar
    }

    /// The rules that hold for this case: those under which it was accepted, before that those in force (TJ-23).
    #[must_use]
    pub fn rules_of(&self, case: &Case) -> &'static RuleProfile {
        let accepted = case.acceptance().map(|acceptance| &acceptance.profile);
        accepted
            .and_then(|profile| self.law.version(&profile.id, profile.version))
            .unwrap_or_else(|| self.profile())
    }

    /// Folder of the stored files.
    #[must_use]
    pub fn files_dir(&self) -> PathBuf {
        self.config.data_dir.join("files")
    }
}
