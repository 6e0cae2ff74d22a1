//! Drafts of staff: what somebody entered and has not sent, kept by the server for them alone.
//!
//! A draft may hold who reported, so nothing of it is kept in a browser, and at the server it is sealed. What its
//! text means only the form knows that wrote it.

use crate::time::Instant;
use serde::{Deserialize, Serialize};

/// The name that a form gives its draft: words and ids, with dots between them, as `register.018f…` or
/// `case.018f….reply`. It stands in addresses and in the journal of access and therefore holds nothing else: no
/// digits but those of an id.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DraftKey(String);

impl DraftKey {
    /// Most words and ids of a key.
    const PARTS: usize = 4;
    /// Most letters of a word.
    const LONGEST: usize = 32;

    /// The key of this text, if it is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_word = |part: &str| {
            (1..=Self::LONGEST).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        let is_id = |part: &str| part.len() == 36 && uuid::Uuid::try_parse(part).is_ok();
        let fits = text.split('.').all(|part| is_word(part) || is_id(part));
        (fits && text.split('.').count() <= Self::PARTS).then(|| Self(text.to_ascii_lowercase()))
    }

    /// The key as it stands in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for DraftKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected the key of a draft"))
    }
}

/// What a form has in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// The entries, in whatever form the page writes and reads them.
    pub content: String,
}

impl std::fmt::Debug for SaveDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SaveDraft(…)")
    }
}

/// A draft without what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SavedDraft {
    /// The name that its form gave it.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "register.018f0000-0000-7000-8000-000000000000")
    )]
    pub key: String,
    /// When it was saved last.
    pub saved_at: Instant,
    /// When it is removed, unless it is saved again before.
    pub expires_at: Instant,
}

/// A draft.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// Which, and since when.
    #[serde(flatten)]
    pub saved: SavedDraft,
    /// The entries as they were saved.
    pub content: String,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({}, …)", self.saved.key)
    }
}

/// All drafts of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftList {
    /// The drafts, the latest first.
    pub drafts: Vec<SavedDraft>,
}

#[cfg(test)]
mod tests {
    use super::DraftKey;

    #[test]
    fn a_key_holds_words_and_ids_and_nothing_that_could_be_a_secret() {
        let id = "018f0000-0000-7000-8000-000000000000";
        for right in [
            "register",
            &format!("register.{id}"),
            &format!("case.{id}.record_visit"),
        ] {
            assert_eq!(DraftKey::parse(right).as_ref().map(DraftKey::as_str), Some(right));
        }
        for wrong in [
            "",
            "a..b",
            "13812341234",
            "张伟",
            "Register",
            "a.b.c.d.e",
            "a/b",
            "018f",
            "a b",
        ] {
            assert_eq!(DraftKey::parse(wrong), None, "{wrong}");
        }
    }
}
