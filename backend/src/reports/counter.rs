//! The counter at which reports from outside are handed in: what comes at the same time is entered together.
//!
//! One task enters, in one transaction, whatever came in while it entered what came before. A lone report waits for
//! nobody; under load the commit, every statement and the wait for the counter of numbers are paid once for many,
//! which is what makes durable creations quick on both engines. No answer leaves before the commit. What cannot be
//! entered harms nobody else: the transaction is undone and each report of it is tried alone.

use super::service::{self, HandedIn};
use crate::{
    access::{Access, Grant},
    cases::Stand,
    db::Inserts,
    error::{Error, Result},
    state::State,
};
use anju_shared::{api::reports::SubmissionReceipt, problem::ProblemCode};
use anyhow::Context as _;
use tokio::sync::{mpsc, oneshot};

/// Reports that wait at most; beyond that the server says that it is busy.
const WAITING: usize = 1_024;
/// Reports in one transaction at most: more would gain little and make the first of them wait for the last.
const TOGETHER: usize = 64;

/// Where reports are handed in.
#[derive(Clone)]
pub(crate) struct Counter {
    queue: mpsc::Sender<Waiting>,
}

/// The work behind a counter. Nothing is entered unless it runs.
pub(crate) struct Entering {
    waiting: mpsc::Receiver<Waiting>,
}

struct Waiting {
    report: HandedIn,
    done: oneshot::Sender<Result<SubmissionReceipt>>,
}

impl Counter {
    /// A counter, and the work behind it, which ends when the last clone of the counter is gone.
    pub(crate) fn new() -> (Self, Entering) {
        let (queue, waiting) = mpsc::channel(WAITING);
        (Self { queue }, Entering { waiting })
    }

    /// Hands a report in; returns when it is durable.
    pub(super) async fn hand_in(&self, report: HandedIn) -> Result<SubmissionReceipt> {
        let (done, entered) = oneshot::channel();
        let queued = self.queue.try_send(Waiting { report, done });
        queued.map_err(|_| Error::of(ProblemCode::Unavailable))?;
        entered.await.map_err(|_| Error::of(ProblemCode::Unavailable))?
    }
}

impl Entering {
    /// Enters what is handed in.
    pub(crate) async fn run(mut self, state: &State) {
        let mut waiting = Vec::with_capacity(TOGETHER);
        let mut numbers = Numbers::default();
        loop {
            if waiting.is_empty() && self.waiting.recv_many(&mut waiting, TOGETHER).await == 0 {
                return;
            }
            while waiting.len() < TOGETHER
                && let Ok(next) = self.waiting.try_recv()
            {
                waiting.push(next);
            }
            // Whoever gave up waiting has been told that nothing happened, or will try again.
            waiting.retain(|one| !one.done.is_closed());
            let together = a_round_number_of(waiting.len());
            let batch = waiting.drain(..together).collect();
            enter_together(state, &mut numbers, batch).await;
        }
    }
}

/// A power of two: of statements for any number of reports, an engine would hardly see the same one twice and would
/// think about each anew, which costs a server more than to carry it out.
const fn a_round_number_of(waiting: usize) -> usize {
    match waiting.checked_ilog2() {
        Some(power) => 1 << power,
        None => 0,
    }
}

/// What is known of the numbers given out, without asking.
#[derive(Default)]
struct Numbers {
    /// After the last report entered here.
    stand: Option<Stand>,
    /// Whether nobody else drew a number between the last two times.
    undisturbed: bool,
}

impl Numbers {
    /// Where they stand, if nobody else seems to draw any.
    fn expected(&self) -> Option<Stand> {
        self.stand.filter(|_| self.undisturbed)
    }

    /// These were given out.
    fn learn(&mut self, receipts: &[SubmissionReceipt]) {
        let (Some(first), Some(last)) = (receipts.first(), receipts.last()) else {
            return;
        };
        self.undisturbed = self
            .stand
            .is_some_and(|stand| stand.is_followed_by(&first.number));
        self.stand = Stand::after(&last.number);
    }
}

async fn enter_together(state: &State, numbers: &mut Numbers, batch: Vec<Waiting>) {
    let (reports, done): (Vec<HandedIn>, Vec<_>) =
        batch.into_iter().map(|one| (one.report, one.done)).unzip();
    let entered = match follow(state, &reports, numbers.expected()).await {
        Ok(Some(receipts)) => Ok(receipts),
        Err(error) if error.code() == ProblemCode::Unavailable => Err(error),
        Ok(None) | Err(_) => enter_all(state, &reports).await,
    };
    match entered {
        Ok(receipts) => {
            numbers.learn(&receipts);
            return receipts
                .into_iter()
                .zip(done)
                .for_each(|(receipt, done)| tell(done, Ok(receipt)));
        }
        // When the database cannot serve, trying each alone would only keep everybody waiting.
        Err(error) if error.code() == ProblemCode::Unavailable && reports.len() > 1 => {
            return done
                .into_iter()
                .for_each(|done| tell(done, Err(Error::of(ProblemCode::Unavailable))));
        }
        Err(_) => numbers.undisturbed = false,
    }
    for (report, done) in reports.iter().zip(done) {
        tell(done, enter_alone(state, report).await);
    }
}

/// Enters them without asking the database for anything, which fails as a whole if anything is not as expected.
async fn follow(
    state: &State,
    reports: &[HandedIn],
    stand: Option<Stand>,
) -> Result<Option<Vec<SubmissionReceipt>>> {
    let Some(stand) = stand else { return Ok(None) };
    let accesses: Vec<Access<'_>> = reports.iter().map(|report| report.access(state)).collect();
    let prepare =
        |grants: &[Grant], inserts: &mut Inserts| service::follow(grants, state, inserts, (reports, stand));
    Access::insert_together(&accesses, prepare).await
}

async fn enter_all(state: &State, reports: &[HandedIn]) -> Result<Vec<SubmissionReceipt>> {
    let accesses: Vec<Access<'_>> = reports.iter().map(|report| report.access(state)).collect();
    Access::change_together(&accesses, async |grants, txn, inserts| {
        service::enter(grants, state, (txn, inserts), reports).await
    })
    .await
}

async fn enter_alone(state: &State, report: &HandedIn) -> Result<SubmissionReceipt> {
    match enter_all(state, std::slice::from_ref(report)).await {
        Ok(entered) => Ok(entered.into_iter().next().context("one report has one receipt")?),
        Err(error) => report.access(state).refuse(error).await,
    }
}

fn tell(done: oneshot::Sender<Result<SubmissionReceipt>>, entered: Result<SubmissionReceipt>) {
    // Whoever hung up meanwhile got no answer, and what was entered stands all the same.
    let _ = done.send(entered);
}
