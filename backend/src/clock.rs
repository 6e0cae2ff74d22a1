//! The only reader of the clock.
//!
//! Everything that needs the time is handed an [`Instant`] or this trait; nothing asks the machine.
//! Tests move a [`ManualClock`] by hand, so a period of 60 days passes in no time at all.

use anju_shared::time::Instant;
use std::sync::Arc;

/// Tells the time, to the second.
pub trait Clock: Send + Sync + 'static {
    /// The present instant.
    fn now(&self) -> Instant;
}

/// A clock as it is handed around.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> Instant {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        // Before 1970 the machine's clock is wrong, and the epoch is the nearest sane answer.
        let seconds = since.map_or(0, |elapsed| elapsed.as_secs());
        Instant::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is moved. For tests only.
#[cfg(any(test, feature = "manual-clock"))]
#[derive(Debug)]
pub struct ManualClock(std::sync::atomic::AtomicI64);

#[cfg(any(test, feature = "manual-clock"))]
impl ManualClock {
    /// Stands at `start`.
    #[must_use]
    pub fn at(start: Instant) -> Arc<Self> {
        Arc::new(Self(std::sync::atomic::AtomicI64::new(start.unix())))
    }

    /// Moves on by so many seconds.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, std::sync::atomic::Ordering::SeqCst);
    }

    /// Jumps to `instant`.
    pub fn set(&self, instant: Instant) {
        self.0.store(instant.unix(), std::sync::atomic::Ordering::SeqCst);
    }
}

#[cfg(any(test, feature = "manual-clock"))]
impl Clock for ManualClock {
    fn now(&self) -> Instant {
        Instant::from_unix(self.0.load(std::sync::atomic::Ordering::SeqCst))
    }
}
