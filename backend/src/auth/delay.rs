//! The growing delay against guessing: how long to wait after so many failures.
//!
//! Failures are counted for three things, each known by a keyed hash only: one account tried from one address,
//! everything tried from one address, and one account tried from anywhere. The last is capped so low that nobody
//! can lock the true owner out from elsewhere. A try is counted before it is looked at, so that many at once
//! get no more than many in a row; a success takes back what its pair was counted.

use crate::{
    confidential::{HashKind, KeyedHash, Keyring},
    http::rate::network,
};
use anju_shared::time::Instant;
use std::net::IpAddr;

/// Seconds of peace after which failures are forgotten.
const FORGOTTEN_AFTER: i64 = 86_400;

/// How many failures are free, and the longest wait in seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    free: i32,
    longest: i64,
}

/// One account from one address: three typing errors cost nothing.
const PAIR: Patience = Patience {
    free: 3,
    longest: 900,
};
/// One address: an office with many desks may stand behind it.
const ADDRESS: Patience = Patience {
    free: 30,
    longest: 300,
};
/// One account from anywhere.
const ACCOUNT: Patience = Patience { free: 10, longest: 5 };

/// What one try is counted under.
pub(super) struct Guess {
    /// In an order that is the same for all, so that two tries never wait for each other.
    counters: Vec<(KeyedHash, Patience)>,
    pair: KeyedHash,
    account: KeyedHash,
}

/// Failures in a row as stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Failures {
    pub(super) number: i32,
    pub(super) last_at: i64,
}

impl Guess {
    pub(super) fn new(keys: &Keyring, login: &str, address: IpAddr) -> Self {
        let address = network(address);
        let hash = |text: String| keys.keyed_hash(HashKind::SignIn, &text);
        // No address holds a blank, so no two of these texts are the same.
        let pair = hash(format!("pair {address} {login}"));
        let account = hash(format!("account {login}"));
        let mut counters = vec![
            (pair, PAIR),
            (hash(format!("address {address}")), ADDRESS),
            (account, ACCOUNT),
        ];
        counters.sort_unstable_by_key(|(key, _)| *key);
        Self {
            counters,
            pair,
            account,
        }
    }

    pub(super) fn counters(&self) -> &[(KeyedHash, Patience)] {
        &self.counters
    }

    /// The counter of this account from this address, which a success forgets.
    pub(super) const fn pair(&self) -> &KeyedHash {
        &self.pair
    }

    /// What the log and the journal of access call the account before it is known to exist.
    pub(super) fn account_mark(&self) -> String {
        hex::encode(&self.account[..6])
    }
}

impl Patience {
    /// Seconds until the next try is looked at; 0 if it is looked at now.
    pub(super) fn wait(self, failures: Failures, now: Instant) -> i64 {
        let beyond = failures.current(now) - self.free;
        if beyond <= 0 {
            return 0;
        }
        let wait = 1_i64
            .checked_shl(beyond.unsigned_abs() - 1)
            .filter(|wait| *wait > 0);
        let wait = wait.map_or(self.longest, |wait| wait.min(self.longest));
        (failures.last_at + wait - now.unix()).max(0)
    }
}

impl Failures {
    /// After one more.
    pub(super) fn and_one(self, now: Instant) -> Self {
        Self {
            number: self.current(now).saturating_add(1),
            last_at: now.unix(),
        }
    }

    /// Without so many of them.
    pub(super) fn less(self, forgiven: i32) -> Self {
        Self {
            number: self.number.saturating_sub(forgiven).max(0),
            ..self
        }
    }

    fn current(self, now: Instant) -> i32 {
        if now.unix() - self.last_at > FORGOTTEN_AFTER {
            0
        } else {
            self.number
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const NOW: Instant = Instant::from_unix(1_800_000_000);

    fn waits(patience: Patience, numbers: impl IntoIterator<Item = i32>) -> Vec<i64> {
        let failed_now = |number| Failures {
            number,
            last_at: NOW.unix(),
        };
        numbers
            .into_iter()
            .map(|number| patience.wait(failed_now(number), NOW))
            .collect()
    }

    #[test]
    fn every_failure_beyond_the_free_ones_doubles_the_wait() {
        assert_eq!(waits(PAIR, [0, 3, 4, 5, 6, 7, 13]), [0, 0, 1, 2, 4, 8, 512]);
        assert_eq!(waits(PAIR, [14, 70, i32::MAX]), [900, 900, 900]);
    }

    #[test]
    fn the_owner_of_an_account_never_waits_long_for_what_others_did_elsewhere() {
        assert_eq!(waits(ACCOUNT, [10, 11, 14, 100_000]), [0, 1, 5, 5]);
    }

    #[test]
    fn a_wait_passes_with_time_and_failures_are_forgotten_after_a_day() {
        let failures = Failures {
            number: 8,
            last_at: NOW.unix(),
        };
        assert_eq!(PAIR.wait(failures, NOW.plus(6)), 10);
        assert_eq!(PAIR.wait(failures, NOW.plus(16)), 0);
        assert_eq!(failures.and_one(NOW.plus(86_400)).number, 9);
        assert_eq!(failures.and_one(NOW.plus(86_401)).number, 1);
    }

    #[test]
    fn what_is_counted_is_known_by_its_hash_only() {
        let keys = Keyring::from_master(&[1; 32]);
        let guess = |login: &str, last| Guess::new(&keys, login, IpAddr::V4(Ipv4Addr::new(192, 0, 2, last)));
        let (here, there, other) = (guess("zhang.wei", 1), guess("zhang.wei", 2), guess("li.na", 1));
        assert_eq!(here.account, there.account);
        assert_ne!(here.pair, there.pair);
        assert_ne!(here.account_mark(), other.account_mark());
        let shared = |a: &Guess, b: &Guess| {
            a.counters
                .iter()
                .filter(|(key, _)| b.counters.iter().any(|(k, _)| k == key))
                .count()
        };
        assert_eq!((shared(&here, &there), shared(&here, &other)), (1, 1));
    }
}
