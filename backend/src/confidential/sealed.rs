//! Identity sealed by type: a field of a reporter that only an audited command opens.

use super::{Keyring, OpenError, cipher};
use crate::ids::Ids;
use aes_gcm::Aes256Gcm;
use anju_shared::{
    ids::{CaseId, FileId, ReporterId, UserId},
    text::{CitizenId, PersonName, PhoneNumber, PostalAddress},
};
use std::{fmt, marker::PhantomData};
use zeroize::Zeroizing;

/// The key of one case or one file. It is stored only wrapped by the [`Keyring`].
pub struct DataKey(Zeroizing<[u8; 32]>);

/// Whose key a data key is. A wrapped key opens for its owner only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// A case: its key seals the identity of its reporters.
    Case(CaseId),
    /// A stored file.
    File(FileId),
    /// The drafts of a member of staff, of which each has a key of its own.
    Drafts(UserId),
    /// The secret of the authenticator of a member of staff.
    OneTimeCode(UserId),
}

impl DataKey {
    /// A new key.
    #[must_use]
    pub fn generate(ids: &dyn Ids) -> Self {
        Self(Zeroizing::new(ids.bytes()))
    }

    /// This key wrapped by the master key and bound to its owner: what is stored.
    #[must_use]
    pub fn wrap(&self, owner: Owner, keyring: &Keyring, ids: &dyn Ids) -> Vec<u8> {
        let sealed = cipher::seal(&keyring.wrap, &owner.aad(), self.0.as_slice(), ids);
        [keyring.id().0.as_slice(), &sealed].concat()
    }

    /// The key that was wrapped for this owner.
    ///
    /// # Errors
    /// [`OpenError`]: wrapped by another master key, for another owner, or changed.
    pub fn unwrap(wrapped: &[u8], owner: Owner, keyring: &Keyring) -> Result<Self, OpenError> {
        let (id, sealed) = wrapped.split_first_chunk::<8>().ok_or(OpenError::Malformed)?;
        if *id != keyring.id().0 {
            return Err(OpenError::OtherMasterKey(super::KeyId(*id)));
        }
        let bytes = cipher::open(&keyring.wrap, &owner.aad(), sealed)?;
        let key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| OpenError::Malformed)?;
        Ok(Self(Zeroizing::new(key)))
    }

    /// Seals any bytes and binds them to their place, as `draft/…`. Identity has a type of its own: [`Sealed`].
    #[must_use]
    pub fn seal_bytes(&self, place: &str, bytes: &[u8], ids: &dyn Ids) -> Vec<u8> {
        cipher::seal(&self.cipher(), place, bytes, ids)
    }

    /// Opens what [`DataKey::seal_bytes`] sealed for this place.
    ///
    /// # Errors
    /// [`OpenError`]: another place, another key, or changed.
    pub fn open_bytes(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        cipher::open(&self.cipher(), place, sealed)
    }

    pub(super) fn cipher(&self) -> Aes256Gcm {
        cipher::cipher(&self.0)
    }
}

impl Owner {
    fn aad(self) -> String {
        match self {
            Self::Case(id) => format!("case/{id}"),
            Self::File(id) => format!("file/{id}"),
            Self::OneTimeCode(id) => format!("one-time-code/{id}"),
            Self::Drafts(id) => format!("drafts/{id}"),
        }
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// A kind of text that tells who a reporter is.
pub trait Identity {
    /// The field's name inside the seal. Changing it shuts everything sealed before.
    const FIELD: &'static str;

    /// The text to seal.
    fn plain(&self) -> &str;
}

macro_rules! identities {
    ($($kind:ident => $field:literal),+ $(,)?) => {$(
        impl Identity for $kind {
            const FIELD: &'static str = $field;

            fn plain(&self) -> &str {
                self.reveal()
            }
        }
    )+};
}

identities! {
    PersonName => "name",
    PhoneNumber => "phone",
    PostalAddress => "address",
    CitizenId => "citizen_id",
}

/// One field of one reporter's identity, encrypted and bound to reporter and field. It cannot be shown,
/// serialised or compared; moved to another row or column it does not open.
pub struct Sealed<T> {
    bytes: Vec<u8>,
    kind: PhantomData<fn() -> T>,
}

/// What was sealed. It is wiped when dropped; it has neither `Display` nor `Serialize`.
pub struct Opened<T> {
    text: Zeroizing<String>,
    kind: PhantomData<fn() -> T>,
}

impl<T: Identity> Sealed<T> {
    /// Seals a field of this reporter with the key of the case.
    #[must_use]
    pub fn seal(value: &T, reporter: ReporterId, key: &DataKey, ids: &dyn Ids) -> Self {
        let bytes = cipher::seal(&key.cipher(), &Self::aad(reporter), value.plain().as_bytes(), ids);
        Self::from_stored(bytes)
    }

    /// What stands in the column of this field.
    #[must_use]
    pub const fn from_stored(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            kind: PhantomData,
        }
    }

    /// What to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Opens the field. To be called by audited commands only.
    ///
    /// # Errors
    /// [`OpenError`]: another reporter's, another field, another key, or changed.
    pub fn open(&self, reporter: ReporterId, key: &DataKey) -> Result<Opened<T>, OpenError> {
        let bytes = cipher::open(&key.cipher(), &Self::aad(reporter), &self.bytes)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| OpenError::Malformed)?;
        Ok(Opened {
            text: Zeroizing::new(text.to_owned()),
            kind: PhantomData,
        })
    }

    fn aad(reporter: ReporterId) -> String {
        format!("reporter/{reporter}/{}", T::FIELD)
    }
}

impl<T> Opened<T> {
    /// The text, for the one answer that was granted it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.text
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(…)")
    }
}

impl<T> fmt::Debug for Opened<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opened(…)")
    }
}

#[cfg(test)]
mod tests;
