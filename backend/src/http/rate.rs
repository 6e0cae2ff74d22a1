//! How often one address may call: token buckets in memory, one set for each kind of call.

use crate::{
    config::{Rate, Rates},
    error::{Error, Result},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

/// The kinds of calls that are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateKind {
    /// Anything.
    General,
    /// Reports by people without an account.
    Reports,
    /// Files by people without an account.
    Uploads,
    /// Questions by receipt code.
    Receipts,
    /// Periods that the calculator counts.
    Deadlines,
    /// Sign-ins and token requests.
    SignIns,
}

/// The buckets.
pub struct RateLimits {
    general: DefaultKeyedRateLimiter<IpAddr>,
    reports: DefaultKeyedRateLimiter<IpAddr>,
    uploads: DefaultKeyedRateLimiter<IpAddr>,
    receipts: DefaultKeyedRateLimiter<IpAddr>,
    deadlines: DefaultKeyedRateLimiter<IpAddr>,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
}

impl RateLimits {
    /// Full buckets of these sizes.
    #[must_use]
    pub fn new(rates: &Rates) -> Self {
        let buckets = |rate: Rate| {
            let burst = NonZeroU32::new(rate.burst).unwrap_or(NonZeroU32::MIN);
            let refill = Duration::from_secs(60) / rate.per_minute.max(1);
            let quota =
                Quota::with_period(refill).map_or(Quota::per_second(burst), |quota| quota.allow_burst(burst));
            RateLimiter::keyed(quota)
        };
        Self {
            general: buckets(rates.general),
            reports: buckets(rates.reports),
            uploads: buckets(rates.uploads),
            receipts: buckets(rates.receipts),
            deadlines: buckets(rates.deadlines),
            sign_ins: buckets(rates.sign_ins),
        }
    }

    /// Counts one call from this address.
    ///
    /// # Errors
    /// [`Error::TooMany`] with the seconds until the next one is let in.
    pub fn admit(&self, kind: RateKind, address: IpAddr) -> Result<()> {
        let limiter = self.of(kind);
        limiter.check_key(&network(address)).map_err(|not_until| {
            let wait = not_until.wait_time_from(limiter.clock().now());
            metrics::counter!("anju_rate_limited_total", "kind" => format!("{kind:?}")).increment(1);
            Error::TooMany {
                retry_after: wait.as_secs() + 1,
            }
        })
    }

    /// Forgets addresses whose buckets are full again.
    pub fn forget_idle(&self) {
        for kind in [
            RateKind::General,
            RateKind::Reports,
            RateKind::Uploads,
            RateKind::Receipts,
            RateKind::Deadlines,
            RateKind::SignIns,
        ] {
            self.of(kind).retain_recent();
            self.of(kind).shrink_to_fit();
        }
    }

    const fn of(&self, kind: RateKind) -> &DefaultKeyedRateLimiter<IpAddr> {
        match kind {
            RateKind::General => &self.general,
            RateKind::Reports => &self.reports,
            RateKind::Uploads => &self.uploads,
            RateKind::Receipts => &self.receipts,
            RateKind::Deadlines => &self.deadlines,
            RateKind::SignIns => &self.sign_ins,
        }
    }
}

/// One subscriber of IPv6 has a whole /64, so it counts as one address.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() & !u128::from(u64::MAX))),
        four @ IpAddr::V4(_) => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(per_minute: u32, burst: u32) -> RateLimits {
        let rate = Rate { per_minute, burst };
        RateLimits::new(&Rates {
            general: rate,
            reports: rate,
            uploads: rate,
            receipts: rate,
            deadlines: rate,
            sign_ins: rate,
        })
    }

    #[test]
    fn the_eleventh_try_of_a_minute_waits() {
        let limits = limits(10, 10);
        let address = IpAddr::from([192, 0, 2, 1]);
        for _ in 0..10 {
            assert!(limits.admit(RateKind::Receipts, address).is_ok());
        }
        let refused = limits.admit(RateKind::Receipts, address);
        assert!(
            matches!(refused, Err(Error::TooMany { retry_after: 1..=6 })),
            "{refused:?}"
        );
        assert!(
            limits
                .admit(RateKind::Receipts, IpAddr::from([192, 0, 2, 2]))
                .is_ok(),
            "another address"
        );
        assert!(limits.admit(RateKind::General, address).is_ok(), "another kind");
    }

    #[test]
    fn a_whole_subscriber_of_ipv6_is_one_address() {
        let limits = limits(1, 1);
        let address = |text: &str| text.parse().expect("an address");
        assert!(limits.admit(RateKind::General, address("2001:db8::1")).is_ok());
        assert!(limits.admit(RateKind::General, address("2001:db8::2")).is_err());
        assert!(
            limits
                .admit(RateKind::General, address("2001:db8:0:1::1"))
                .is_ok()
        );
    }
}
