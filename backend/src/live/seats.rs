//! How many streams there may be: so many for one person, so many in all.

use crate::error::{Error, Result};
use anju_shared::{ids::UserId, problem::ProblemCode};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Streams of one person: as many windows as anybody looks at, on two machines.
const PER_PERSON: usize = 8;
/// Seconds after which somebody with too many may try again.
const WAIT_SECONDS: u64 = 30;

/// The streams there are, by person.
pub(super) struct Seats {
    most: usize,
    taken: Mutex<HashMap<UserId, usize>>,
}

/// A place for one stream, free again when it is dropped.
pub(super) struct Seat {
    seats: Arc<Seats>,
    user: UserId,
}

impl Seats {
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            taken: Mutex::default(),
        }
    }

    /// A place for a stream of this person.
    ///
    /// # Errors
    /// 429 when the person has too many, 503 when all are taken.
    pub(super) fn take(self: &Arc<Self>, user: UserId) -> Result<Seat> {
        let mut taken = self.taken();
        if taken.values().sum::<usize>() >= self.most {
            return Err(Error::of(ProblemCode::Unavailable));
        }
        let own = taken.entry(user).or_default();
        if *own >= PER_PERSON {
            let retry_after = WAIT_SECONDS;
            return Err(Error::TooMany { retry_after });
        }
        *own += 1;
        metrics::gauge!("anju_live_streams").increment(1.0);
        let seats = self.clone();
        Ok(Seat { seats, user })
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<UserId, usize>> {
        // Counting does not panic, so what was counted is right whatever else happened.
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        metrics::gauge!("anju_live_streams").decrement(1.0);
        let mut taken = self.seats.taken();
        if let Some(own) = taken.get_mut(&self.user) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.user);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn user(n: u128) -> UserId {
        UserId(Uuid::from_u128(n))
    }

    #[test]
    fn one_person_does_not_take_the_places_of_others() {
        let seats = Arc::new(Seats::new(20));
        let own: Vec<_> = (0..PER_PERSON).map(|_| seats.take(user(1)).ok()).collect();
        assert!(own.iter().all(Option::is_some));
        assert!(matches!(seats.take(user(1)), Err(Error::TooMany { .. })));
        assert!(seats.take(user(2)).is_ok());
        drop(own);
        assert!(seats.take(user(1)).is_ok(), "what was left is free again");
        assert!(seats.taken().is_empty());
    }

    #[test]
    fn all_together_have_an_end_too() {
        let seats = Arc::new(Seats::new(2));
        let two = (seats.take(user(1)), seats.take(user(2)));
        let third = seats.take(user(3)).map(drop).map_err(|error| error.code());
        assert_eq!(third, Err(ProblemCode::Unavailable));
        drop(two);
        assert!(seats.take(user(3)).is_ok());
    }
}
