//! Many callers at once, and what their times add up to.

use std::{
    io,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

/// What many callers at once reached.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measured {
    /// Pieces of work done a second.
    pub(crate) rate: f64,
    /// Time of one in the middle.
    pub(crate) median: Duration,
    /// Time that 99 of 100 stay within.
    pub(crate) p99: Duration,
    /// How many were done.
    pub(crate) done: u64,
    /// How many failed.
    pub(crate) failed: u64,
}

impl Measured {
    /// From the time of each piece of work.
    pub(crate) fn of(mut times: Vec<Duration>, failed: u64, elapsed: Duration) -> Self {
        times.sort_unstable();
        let at = |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
        Self {
            rate: times.len() as f64 / elapsed.as_secs_f64(),
            median: at(50).copied().unwrap_or_default(),
            p99: at(99).copied().unwrap_or_default(),
            done: times.len() as u64,
            failed,
        }
    }

    /// The one in the middle by rate; failures are added up.
    pub(crate) fn middle(mut all: Vec<Self>) -> Self {
        all.sort_by(|a, b| a.rate.total_cmp(&b.rate));
        let failed = all.iter().map(|one| one.failed).sum();
        let middle = all.get(all.len() / 2).copied().unwrap_or_default();
        Self { failed, ..middle }
    }
}

/// Lets so many callers work side by side for a time. Each is made by `caller`; each call of what it returns is
/// one piece of work and says whether it succeeded.
pub(crate) fn together<W>(
    callers: usize,
    time: Duration,
    caller: impl Fn(usize) -> io::Result<W> + Sync,
) -> io::Result<Measured>
where
    W: FnMut() -> io::Result<bool>,
{
    let start = Barrier::new(callers + 1);
    let one = |number| -> io::Result<(Vec<Duration>, u64)> {
        let work = caller(number);
        // Whoever could not be made must come to the start all the same, or the others wait for ever.
        start.wait();
        let (mut work, mut times, mut failed) = (work?, Vec::new(), 0);
        let begun = Instant::now();
        while begun.elapsed() < time {
            let piece = Instant::now();
            match work()? {
                true => times.push(piece.elapsed()),
                false => failed += 1,
            }
        }
        Ok((times, failed))
    };
    thread::scope(|scope| {
        let callers: Vec<_> = (0..callers)
            .map(|number| {
                scope.spawn({
                    let one = &one;
                    move || one(number)
                })
            })
            .collect();
        start.wait();
        let begun = Instant::now();
        let (mut times, mut failed) = (Vec::new(), 0);
        for caller in callers {
            let (of_one, failed_of_one) = caller
                .join()
                .map_err(|_| io::Error::other("a caller panicked"))??;
            times.extend(of_one);
            failed += failed_of_one;
        }
        Ok(Measured::of(times, failed, begun.elapsed()))
    })
}

/// So often, one after the other.
pub(crate) fn one_by_one(times: usize, mut work: impl FnMut() -> io::Result<bool>) -> io::Result<Measured> {
    let (mut taken, mut failed, begun) = (Vec::with_capacity(times), 0, Instant::now());
    for _ in 0..times {
        let piece = Instant::now();
        match work()? {
            true => taken.push(piece.elapsed()),
            false => failed += 1,
        }
    }
    Ok(Measured::of(taken, failed, begun.elapsed()))
}

pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
