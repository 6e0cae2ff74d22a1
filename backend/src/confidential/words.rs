//! What was said between the handling side and a reporter, sealed by type: it may tell who somebody is.

use super::{DataKey, OpenError, cipher};
use crate::ids::Ids;
use anju_shared::ids::MessageId;
use std::fmt;

/// The words of one message, encrypted with the key of the case and bound to the message. They cannot be shown,
/// serialised or compared; moved to another message they do not open.
pub struct SealedWords(Vec<u8>);

impl SealedWords {
    /// Seals the words of this message.
    #[must_use]
    pub fn seal(words: &str, message: MessageId, key: &DataKey, ids: &dyn Ids) -> Self {
        Self(cipher::seal(&key.cipher(), &aad(message), words.as_bytes(), ids))
    }

    /// What stands in the column.
    #[must_use]
    pub const fn from_stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// What to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Opens the words for an answer that was granted them.
    ///
    /// # Errors
    /// [`OpenError`]: another message's, another key, or changed.
    pub fn open(&self, message: MessageId, key: &DataKey) -> Result<String, OpenError> {
        let bytes = cipher::open(&key.cipher(), &aad(message), &self.0)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| OpenError::Malformed)?;
        Ok(text.to_owned())
    }
}

fn aad(message: MessageId) -> String {
    format!("message/{message}")
}

impl fmt::Debug for SealedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedWords(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SequentialIds;

    #[test]
    fn words_open_for_their_message_with_the_key_of_the_case_and_for_no_other() {
        let ids = SequentialIds::from_seed(7);
        let ids: &dyn Ids = &*ids;
        let (key, other) = (DataKey::generate(ids), DataKey::generate(ids));
        let (message, another) = (ids.message(), ids.message());
        let sealed = SealedWords::seal("东侧那条通道", message, &key, ids);
        assert_eq!(sealed.open(message, &key).as_deref(), Ok("东侧那条通道"));
        assert_eq!(sealed.open(another, &key), Err(OpenError::Refused));
        assert_eq!(sealed.open(message, &other), Err(OpenError::Refused));
        let found = sealed
            .as_bytes()
            .windows(9)
            .any(|bytes| bytes == "东侧那".as_bytes());
        assert!(!found, "nothing can be read");
        assert_eq!(format!("{sealed:?}"), "SealedWords(…)");
    }
}
