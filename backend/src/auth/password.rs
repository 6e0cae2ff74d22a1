//! Passwords: Argon2id on blocking threads, a few at a time, and the policy for new ones.

use crate::ids::Ids;
use anju_shared::problem::Bilingual;
use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Output, ParamsString, PasswordHash, Salt},
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

/// What everybody tries first, in small letters, one a line.
const COMMON: &str = include_str!("password/common.txt");
/// A password needs this many characters besides such a word.
const BESIDES: usize = 6;

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
    /// It is hardly more than one that everybody tries first.
    TooCommon,
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
        self.run(move || Ok(make(&password, &salt)?.to_string())).await
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
            let stored = PasswordHash::new(&stored).map_err(argon2::password_hash::Error::from)?;
            Ok(is_behind(&password, &stored)? && known)
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

fn make(password: &str, salt: &[u8]) -> argon2::password_hash::Result<PasswordHash> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, Some(Params::DEFAULT_OUTPUT_LEN))?;
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let shown = ParamsString::try_from(&params)?;
    let salt = Salt::new(salt)?;
    let hash = derive(&Argon2::new(algorithm, version, params), password, &salt)?;
    Ok(PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: shown,
        salt: Some(salt),
        hash: Some(hash),
    })
}

fn is_behind(password: &str, stored: &PasswordHash) -> argon2::password_hash::Result<bool> {
    let invalid = || argon2::password_hash::Error::EncodingInvalid;
    let (salt, expected) = stored.salt.zip(stored.hash).ok_or_else(invalid)?;
    let algorithm = Algorithm::try_from(stored.algorithm.as_str())?;
    let version = stored.version.map_or(Ok(Version::V0x13), Version::try_from)?;
    let derived = derive(
        &Argon2::new(algorithm, version, Params::try_from(stored)?),
        password,
        &salt,
    )?;
    // Compared in constant time, as the type does.
    Ok(derived == expected)
}

/// Derives in memory that comes from the system and goes back to it at once. An allocator keeps blocks of up to
/// 32 MiB for the thread that freed them (mallopt(3), `M_MMAP_THRESHOLD`), and so every thread that ever derived
/// would hold 19 MiB for ever; so more is reserved than that. What is not touched is not there.
fn derive(argon2: &Argon2<'_>, password: &str, salt: &[u8]) -> argon2::password_hash::Result<Output> {
    const RESERVED: usize = 33 << 20;
    let mut blocks = Vec::with_capacity(RESERVED / Block::SIZE);
    blocks.resize(argon2.params().block_count(), Block::default());
    let mut derived = [0; Output::MAX_LENGTH];
    let length = argon2.params().output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
    let derived = derived
        .get_mut(..length)
        .ok_or(argon2::password_hash::Error::OutputSize)?;
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, derived, &mut blocks)?;
    Ok(Output::new(derived)?)
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
        (is_common(password), PasswordFault::TooCommon),
    ]
    .into_iter()
    .filter_map(|(holds, fault)| holds.then_some(fault))
    .collect()
}

/// Whether little is left of it without a word that everybody tries, signs that stand for letters read as these.
fn is_common(password: &str) -> bool {
    let plain = password.to_lowercase();
    let read: String = plain
        .chars()
        .map(|c| match c {
            '@' => 'a',
            '$' => 's',
            '0' => 'o',
            '!' => 'i',
            '3' => 'e',
            c => c,
        })
        .collect();
    let length = plain.chars().count();
    COMMON.lines().any(|word| {
        let little = length < word.chars().count() + BESIDES;
        little && (plain.contains(word) || read.contains(word))
    })
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
            Self::TooCommon => "password_too_common",
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
            Self::TooCommon => Bilingual::new(
                "密码过于常见，请换一个不易猜到的。",
                "This password is among the first that everybody tries.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
