//! AES-256-GCM over whole short values: `version ‖ nonce ‖ ciphertext and tag`.
//!
//! The nonce is random. That is safe for 2³² values under one key (NIST SP 800-38D, 8.3): a data key seals a
//! handful, and the wrapping key one value for each case and file.

use crate::ids::Ids;
use aes_gcm::{
    Aes256Gcm,
    aead::{Aead, KeyInit, Nonce, Payload},
};
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const NONCE: usize = 12;

/// Why something sealed did not open. It says nothing of the content.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OpenError {
    /// Too short, or written in a version that this program does not know.
    #[error("this is not a sealed value of a known version")]
    Malformed,
    /// Sealed under another master key than the one that is loaded.
    #[error("sealed under another master key ({0})")]
    OtherMasterKey(super::KeyId),
    /// Changed, moved to another record or field, or sealed under another key.
    #[error("the sealed value was changed, moved or sealed under another key")]
    Refused,
}

/// A cipher for this key.
pub(super) fn cipher(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(key.into())
}

/// Seals `plaintext` and binds it to `aad`.
pub(super) fn seal(cipher: &Aes256Gcm, aad: &str, plaintext: &[u8], ids: &dyn Ids) -> Vec<u8> {
    let nonce = ids.bytes::<NONCE>();
    let payload = Payload {
        msg: plaintext,
        aad: aad.as_bytes(),
    };
    let sealed = cipher.encrypt(&Nonce::<Aes256Gcm>::from(nonce), payload);
    let sealed = sealed.expect("AES-GCM takes every text under 64 GB");
    [&[VERSION], nonce.as_slice(), &sealed].concat()
}

/// Opens what [`seal`] made with the same key and `aad`.
pub(super) fn open(cipher: &Aes256Gcm, aad: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (&version, rest) = sealed.split_first().ok_or(OpenError::Malformed)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(OpenError::Malformed)?;
    if version != VERSION {
        return Err(OpenError::Malformed);
    }
    let payload = Payload {
        msg: rest,
        aad: aad.as_bytes(),
    };
    let opened = cipher.decrypt(&Nonce::<Aes256Gcm>::from(*nonce), payload);
    opened.map(Zeroizing::new).map_err(|_| OpenError::Refused)
}
