//! The keys derived from the master key, one for each purpose.

use super::{KeyedHash, OpenError, cipher};
use crate::ids::Ids;
use aes_gcm::Aes256Gcm;
use anju_shared::receipt::ReceiptCode;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// Salt of every derivation. A new scheme of keys would take a new one.
const SALT: &[u8] = b"anju v1";

/// The keys of this installation, one for each purpose. The master key itself is not kept.
pub struct Keyring {
    id: KeyId,
    keyed_hash: Hmac<Sha256>,
    journal: Hmac<Sha256>,
    cursor: Hmac<Sha256>,
    receipt: Hmac<Sha256>,
    token: Zeroizing<[u8; 32]>,
    replay: Zeroizing<[u8; 32]>,
    pub(super) wrap: Aes256Gcm,
}

/// A short fingerprint of a master key, stored with what it wrapped so that the key can be changed later.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyId(pub(super) [u8; 8]);

/// What a keyed hash is taken of. The same text of two kinds has two hashes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HashKind {
    /// A person's name, in its look-up form.
    Name,
    /// A telephone number, in its look-up form.
    Phone,
    /// A citizen identity number.
    CitizenId,
    /// An `Idempotency-Key`: only its hash is stored, so that a stored answer stays shut.
    IdempotencyKey,
    /// The body of a request with such a key: it may name a person.
    RequestBody,
    /// A refresh token.
    RefreshToken,
    /// The secret of an API client.
    ClientSecret,
    /// The words of a report as they came: whoever sees the case could guess at a hash without a key.
    Original,
    /// The words of a message, for the same reason.
    Message,
    /// A command, by which its repetition is known: it may hold words.
    Cause,
    /// What somebody who signs in names: the log and the counters of failures know it by its hash only.
    SignIn,
}

impl Keyring {
    /// Derives the keys from a master key.
    #[must_use]
    pub fn from_master(master: &[u8; 32]) -> Self {
        let derive = Hkdf::<Sha256>::new(Some(SALT), master);
        let key = |label: &str| expand(&derive, label.as_bytes());
        let mut id = [0; 8];
        id.copy_from_slice(&key("key-id")[..8]);
        Self {
            id: KeyId(id),
            keyed_hash: mac(&key("keyed-hash")),
            journal: mac(&key("journal")),
            cursor: mac(&key("cursor")),
            receipt: mac(&key("receipt")),
            token: key("token"),
            replay: key("replay"),
            wrap: cipher::cipher(&key("wrap")),
        }
    }

    /// The fingerprint of the master key.
    #[must_use]
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// The hash under which a text of this kind is stored and found again.
    #[must_use]
    pub fn keyed_hash(&self, kind: HashKind, normalised: &str) -> KeyedHash {
        tag(
            &self.keyed_hash,
            &[kind.label().as_bytes(), &[0], normalised.as_bytes()],
        )
    }

    /// The hash under which a receipt code is stored and found again.
    #[must_use]
    pub fn receipt_hash(&self, code: &ReceiptCode) -> KeyedHash {
        tag(&self.receipt, &[code.digits().as_bytes()])
    }

    /// The next link of a case's journal: the hash of the link before and of the event's canonical form. The
    /// first event follows 32 zero bytes.
    #[must_use]
    pub fn journal_link(&self, previous: &KeyedHash, canonical: &[u8]) -> KeyedHash {
        tag(&self.journal, &[previous, canonical])
    }

    /// The tag that shows that a paging cursor was made here.
    #[must_use]
    pub fn cursor_tag(&self, cursor: &[u8]) -> KeyedHash {
        tag(&self.cursor, &[cursor])
    }

    /// Whether `tag` is the tag of this cursor. Takes the same time for every wrong one.
    #[must_use]
    pub fn is_cursor_tag(&self, cursor: &[u8], tag: &[u8]) -> bool {
        self.cursor_tag(cursor).as_slice().ct_eq(tag).into()
    }

    /// The key that signs access tokens.
    #[must_use]
    pub(crate) fn token_key(&self) -> &[u8; 32] {
        &self.token
    }

    /// Seals an answer so that only who presents the same `Idempotency-Key` again can have it opened: the key
    /// is derived from both, and of the caller's only a hash is stored.
    #[must_use]
    pub fn seal_replay(&self, idempotency_key: &str, aad: &str, answer: &[u8], ids: &dyn Ids) -> Vec<u8> {
        cipher::seal(&self.replay_cipher(idempotency_key), aad, answer, ids)
    }

    /// Opens what [`Keyring::seal_replay`] sealed.
    ///
    /// # Errors
    /// [`OpenError`]: another key or `aad`, or it was changed.
    pub fn open_replay(
        &self,
        idempotency_key: &str,
        aad: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        cipher::open(&self.replay_cipher(idempotency_key), aad, sealed)
    }

    fn replay_cipher(&self, idempotency_key: &str) -> Aes256Gcm {
        let derive = Hkdf::<Sha256>::new(Some(SALT), self.replay.as_slice());
        cipher::cipher(&expand(&derive, idempotency_key.as_bytes()))
    }
}

impl HashKind {
    const fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
            Self::CitizenId => "citizen-id",
            Self::IdempotencyKey => "idempotency-key",
            Self::RequestBody => "request-body",
            Self::RefreshToken => "refresh-token",
            Self::ClientSecret => "client-secret",
            Self::Original => "original",
            Self::Message => "message",
            Self::Cause => "cause",
            Self::SignIn => "sign-in",
        }
    }
}

fn expand(derive: &Hkdf<Sha256>, info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    derive
        .expand(info, key.as_mut_slice())
        .expect("HKDF gives up to 255 blocks");
    key
}

/// HMAC-SHA256 with its key taken in. A key shorter than a block is, by definition, one with zeros behind it.
fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    Hmac::new((&*block).into())
}

fn tag(mac: &Hmac<Sha256>, parts: &[&[u8]]) -> KeyedHash {
    let mut mac = mac.clone();
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring({})", self.id)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

#[cfg(test)]
mod tests;
