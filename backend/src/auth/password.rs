//! Passwords: Argon2id on blocking threads, a few at a time, and the policy for new ones.

use crate::ids::Ids;
use anju_shared::problem::Bilingual;
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::phc::PasswordHash,
};
use std::sync::Arc;
use tokio::{sync::Semaphore, task};
use zeroize::Zeroizing;

/// Memory in KiB, passes and lanes of Argon2id: the first choice of OWASP's password storage cheat sheet. One
/// derivation holds 19 MiB, which is why only a few run at once.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// A well-formed hash that belongs to nobody: an unknown user costs the same work as a wrong password. A test
/// holds it to [`COST`].
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$YW5qdSBub2JvZHkgc2FsdA$bm9ib2R5IGhhcyB0aGlzIHBhc3N3b3JkLCBub2JvZHk";

/// Longest password in characters: longer ones only make the server work.
const LONGEST: usize = 128;

/// Fewest characters and kinds of characters of a new password (GB/T 22239-2019, 8.1.4.1; the numbers are common
/// hardening values).
const SHORTEST: usize = 10;
const KINDS: usize = 3;

/// What a new password lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordFault {
    /// Fewer characters than asked for.
    TooShort,
    /// More characters than are taken.
    TooLong,
    /// Too few of: small letters, capitals, digits, other characters.
    TooUniform,
    /// It contains the user name.
    ContainsUserName,
}

/// A password could not be worked on: the stored hash is no hash, or the server is stopping.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The stored hash cannot be read, or a new one not be made.
    #[error("password hash: {0}")]
    Hash(#[from] argon2::password_hash::Error),
    /// The derivation did not run to its end.
    #[error("password derivation was interrupted")]
    Interrupted,
}

/// Derives and compares, so many at a time.
#[derive(Clone, Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
}

impl Passwords {
    /// At most `at_once` derivations run at the same time; the others wait without a thread.
    #[must_use]
    pub fn new(at_once: usize) -> Self {
        Self {
            permits: Arc::new(Semaphore::new(at_once)),
        }
    }

    /// The hash to store for a new password (a PHC string).
    ///
    /// # Errors
    /// [`PasswordError`].
    pub async fn hash(&self, password: Zeroizing<String>, ids: &dyn Ids) -> Result<String, PasswordError> {
        let salt = ids.bytes::<16>();
        self.run(move || {
            let hash: PasswordHash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether this is the password behind the stored hash. Without a hash (no such user) the answer is no, after
    /// the same work.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub async fn verify(
        &self,
        password: Zeroizing<String>,
        stored: Option<String>,
    ) -> Result<bool, PasswordError> {
        self.run(move || {
            let known = stored.is_some();
            let stored = stored.unwrap_or_else(|| NOBODY.to_owned());
            let hash = PasswordHash::new(&stored).map_err(argon2::password_hash::Error::from)?;
            match argon2()?.verify_password(password.as_bytes(), &hash) {
                Ok(()) => Ok(known),
                Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
                Err(fault) => Err(fault.into()),
            }
        })
        .await
    }

    /// Runs `work` on a blocking thread once it is its turn. The permit stays with the work, so that callers who
    /// give up do not let more in.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| PasswordError::Interrupted)?;
        let done = task::spawn_blocking(move || {
            let result = work();
            drop(permit);
            result
        });
        done.await.map_err(|_| PasswordError::Interrupted)?
    }
}

fn argon2() -> Result<Argon2<'static>, PasswordError> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(argon2::password_hash::Error::from)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Everything that a new password lacks; nothing if it will do.
#[must_use]
pub fn faults(password: &str, user_name: &str) -> Vec<PasswordFault> {
    let length = password.chars().count();
    let other = |c: char| !(c.is_lowercase() || c.is_uppercase() || c.is_numeric());
    let kinds: [fn(char) -> bool; 4] = [char::is_lowercase, char::is_uppercase, char::is_numeric, other];
    let found = kinds.iter().filter(|kind| password.contains(**kind)).count();
    let names_user = !user_name.is_empty() && password.to_lowercase().contains(&user_name.to_lowercase());
    [
        (length < SHORTEST, PasswordFault::TooShort),
        (length > LONGEST, PasswordFault::TooLong),
        (found < KINDS, PasswordFault::TooUniform),
        (names_user, PasswordFault::ContainsUserName),
    ]
    .into_iter()
    .filter_map(|(holds, fault)| holds.then_some(fault))
    .collect()
}

impl PasswordFault {
    /// A stable code for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "password_too_short",
            Self::TooLong => "password_too_long",
            Self::TooUniform => "password_too_uniform",
            Self::ContainsUserName => "password_contains_user_name",
        }
    }

    /// What is wrong and what would be right.
    #[must_use]
    pub fn message(self) -> Bilingual {
        match self {
            Self::TooShort => Bilingual::new(
                format!("密码至少{SHORTEST}个字符。"),
                format!("A password has at least {SHORTEST} characters."),
            ),
            Self::TooLong => Bilingual::new(
                format!("密码最多{LONGEST}个字符。"),
                format!("A password has at most {LONGEST} characters."),
            ),
            Self::TooUniform => Bilingual::new(
                format!("密码应含小写字母、大写字母、数字、其他字符中的至少{KINDS}类。"),
                format!(
                    "A password has at least {KINDS} of: small letters, capitals, digits, other characters."
                ),
            ),
            Self::ContainsUserName => Bilingual::new(
                "密码不得包含用户名。",
                "A password must not contain the user name.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
