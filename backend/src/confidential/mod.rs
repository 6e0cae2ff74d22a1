//! What must not be read by whoever finds the database, a backup or a log: keys, sealed identity, keyed
//! hashes, files at rest (TJ-19, MEM-10: who reported is a working secret).
//!
//! One master key is the root. From it [`Keyring`] derives a key for each purpose; a [`DataKey`] per case and
//! per file is wrapped by it. [`Sealed`] holds one field of one reporter's identity, bound to both, and opens to
//! [`Opened`]; [`SealedWords`] holds what was said in one message; [`BlobWriter`] and [`BlobReader`] do the same for files of any size, chunk by chunk.
//!
//! It decides nothing: who may open what, and that opening is recorded with a reason, stands in
//! `shared::access` and `audit`. It stores nothing but files. Start with [`Keyring`].

mod blob;
mod cipher;
mod keyring;
mod master;
mod receipt;
mod sealed;
mod words;

pub use blob::{BlobError, BlobReader, BlobSummary, BlobWriter, UNFINISHED};
pub use cipher::OpenError;
pub use keyring::{HashKind, KeyId, Keyring};
pub use master::KeyError;
pub use receipt::draw_receipt_code;
pub use sealed::{DataKey, Identity, Opened, Owner, Sealed};
pub use words::SealedWords;

/// A keyed hash: what is stored in place of a secret that must be found again.
pub type KeyedHash = [u8; 32];
