//! Who reported: sealed at registration, opened by one audited operation with a reason.

use crate::{
    confidential::{DataKey, HashKind, KeyedHash, Keyring, OpenError, Sealed, draw_receipt_code},
    ids::Ids,
};
use anju_shared::{
    api::{cases::OpenedIdentity, reports::Identity},
    ids::ReporterId,
    text::{CitizenId, PersonName, PhoneNumber, PostalAddress},
    workflow::{Capacity, NewReporter},
};

/// A reporter as the database holds them.
pub(crate) struct SealedReporter {
    pub(crate) id: ReporterId,
    pub(crate) capacity: Capacity,
    pub(crate) real_name: bool,
    pub(crate) wants_paper: bool,
    pub(crate) name: Option<Sealed<PersonName>>,
    pub(crate) phone: Option<Sealed<PhoneNumber>>,
    pub(crate) address: Option<Sealed<PostalAddress>>,
    pub(crate) citizen_id: Option<Sealed<CitizenId>>,
    pub(crate) name_masked: Option<String>,
    pub(crate) phone_masked: Option<String>,
    pub(crate) name_hash: Option<KeyedHash>,
    pub(crate) phone_hash: Option<KeyedHash>,
    pub(crate) citizen_id_hash: Option<KeyedHash>,
    pub(crate) receipt_hash: KeyedHash,
}

/// What is sealed, and the receipt code that is shown once and then forgotten.
pub(crate) struct Drawn {
    pub(crate) reporter: SealedReporter,
    pub(crate) receipt_code: String,
}

/// Seals a reporter with the key of the case and draws their receipt code.
pub(crate) fn seal(identity: &Identity, key: &DataKey, keys: &Keyring, ids: &dyn Ids) -> Drawn {
    let id = ids.reporter();
    let code = draw_receipt_code(ids);
    let Identity {
        capacity,
        name,
        phone,
        address,
        citizen_id,
        wants_paper,
    } = identity;
    let reporter = SealedReporter {
        id,
        capacity: capacity.unwrap_or(Capacity::Public),
        real_name: identity.is_real_name(),
        wants_paper: *wants_paper,
        name: name.as_ref().map(|value| Sealed::seal(value, id, key, ids)),
        phone: phone.as_ref().map(|value| Sealed::seal(value, id, key, ids)),
        address: address.as_ref().map(|value| Sealed::seal(value, id, key, ids)),
        citizen_id: citizen_id.as_ref().map(|value| Sealed::seal(value, id, key, ids)),
        name_masked: name.as_ref().map(PersonName::masked),
        phone_masked: phone.as_ref().map(PhoneNumber::masked),
        name_hash: name
            .as_ref()
            .map(|value| keys.keyed_hash(HashKind::Name, &value.lookup_form())),
        phone_hash: phone
            .as_ref()
            .map(|value| keys.keyed_hash(HashKind::Phone, &value.lookup_form())),
        citizen_id_hash: citizen_id
            .as_ref()
            .map(|value| keys.keyed_hash(HashKind::CitizenId, value.reveal())),
        receipt_hash: keys.receipt_hash(&code),
    };
    Drawn {
        reporter,
        receipt_code: code.to_string(),
    }
}

impl SealedReporter {
    /// What of the reporter the core may know.
    pub(crate) const fn outline(&self) -> NewReporter {
        NewReporter {
            id: self.id,
            capacity: self.capacity,
            real_name: self.real_name,
            wants_paper: self.wants_paper,
        }
    }

    /// Opens everything that is sealed. To be called by the audited operation only.
    ///
    /// # Errors
    /// [`OpenError`] if a field was changed, moved, or sealed with another key.
    pub(crate) fn open(&self, key: &DataKey) -> Result<OpenedIdentity, OpenError> {
        Ok(OpenedIdentity {
            name: opened(self.name.as_ref(), self.id, key)?,
            phone: opened(self.phone.as_ref(), self.id, key)?,
            address: opened(self.address.as_ref(), self.id, key)?,
            citizen_id: opened(self.citizen_id.as_ref(), self.id, key)?,
        })
    }
}

fn opened<T: crate::confidential::Identity>(
    sealed: Option<&Sealed<T>>,
    reporter: ReporterId,
    key: &DataKey,
) -> Result<Option<String>, OpenError> {
    sealed
        .map(|sealed| sealed.open(reporter, key).map(|text| text.reveal().to_owned()))
        .transpose()
}
