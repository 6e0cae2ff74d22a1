//! What runs without being asked: delivery, cleaning, upkeep.
//!
//! Every job may run at any time, twice, or on several servers: work on the database is done by the one
//! that holds the job's [`lease`]. What a job does stands in its feature; here stands only when it runs.
//! Start with [`JOBS`].

mod lease;
mod purge;

use crate::{
    cases,
    error::Result,
    exports, outbox,
    revisions::{self, publication},
    state::State,
};
use futures_util::future::LocalBoxFuture;
use lease::Lease;
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;

/// Something that runs every so often.
pub(crate) struct Job {
    /// Its name, in the log and as a lease.
    pub(crate) name: &'static str,
    /// How often.
    pub(crate) every: Duration,
    /// Whether one server at a time does it for all, rather than each for itself.
    pub(crate) alone: bool,
    /// What it does.
    pub(crate) run: for<'a> fn(&'a State) -> LocalBoxFuture<'a, Result<()>>,
}

/// All jobs.
pub(crate) const JOBS: &[Job] = &[
    Job {
        name: "outbox",
        every: Duration::from_secs(2),
        alone: true,
        run: |state| Box::pin(outbox::deliver(state)),
    },
    // What has fallen due is recorded within seconds; a period of 15 minutes is the shortest there is.
    Job {
        name: "lateness",
        every: Duration::from_secs(10),
        alone: true,
        run: |state| Box::pin(cases::service::sweep(state)),
    },
    Job {
        name: "exports",
        every: Duration::from_secs(2),
        alone: true,
        run: |state| Box::pin(exports::work::work(state)),
    },
    // A server takes up what was published elsewhere before it starts a period by what no longer holds.
    Job {
        name: "publications",
        every: Duration::from_secs(2),
        alone: false,
        run: |state| Box::pin(publication::take_up(state)),
    },
    Job {
        name: "revisions",
        every: Duration::from_secs(2),
        alone: true,
        run: |state| Box::pin(revisions::walk::work(state)),
    },
    Job {
        name: "purge",
        every: Duration::from_secs(600),
        alone: true,
        run: |state| Box::pin(purge::purge(state)),
    },
    Job {
        name: "upkeep",
        every: Duration::from_secs(30),
        alone: false,
        run: |state| Box::pin(upkeep(state)),
    },
];

/// Runs the jobs until told to stop; the job under way is finished first. A job that panics ends alone: the
/// others, and the recorder on the same thread, go on.
pub(crate) async fn run(state: Arc<State>, stop: watch::Receiver<bool>) {
    // Without jobs of the house, what a server owes itself goes on.
    let wanted: Vec<&Job> = JOBS
        .iter()
        .filter(|job| state.config.jobs || !job.alone)
        .collect();
    let each = wanted.iter().map(|&job| {
        let (state, stop) = (state.clone(), stop.clone());
        tokio::task::spawn_local(async move { repeat(job, &state, stop).await })
    });
    for (job, ended) in wanted.iter().zip(futures_util::future::join_all(each).await) {
        if ended.is_err() {
            tracing::error!(job = job.name, "a job panicked and does not run any more");
        }
    }
}

/// Runs every job once, whoever holds its lease. For tests that moved the clock.
///
/// # Errors
/// The first failure.
#[cfg(any(test, feature = "manual-clock"))]
pub(crate) async fn run_all_once(state: &State) -> Result<()> {
    for job in JOBS {
        (job.run)(state).await?;
    }
    Ok(())
}

async fn repeat(job: &Job, state: &State, mut stop: watch::Receiver<bool>) {
    let mut lease = Lease::of(job, state.run);
    let mut ticks = tokio::time::interval(job.every);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stop.changed() => return,
            _ = ticks.tick() => {}
        }
        let outcome = match lease.hold(state).await {
            Ok(true) => (job.run)(state).await,
            Ok(false) => Ok(()),
            Err(error) => Err(error),
        };
        if let Err(error) = outcome {
            metrics::counter!("anju_job_failures_total", "job" => job.name).increment(1);
            tracing::error!(
                job = job.name,
                cause = error.for_log(),
                "a job failed and will be tried again"
            );
        }
    }
}

async fn upkeep(state: &State) -> Result<()> {
    state.rates.forget_idle();
    state.metrics.run_upkeep();
    state.segmenter.rest();
    Ok(())
}
