//! Words out of a closed list, read by one visitor for all lists: a derived one is compiled for each.

use serde::de::{Deserializer, Error, Visitor};
use std::fmt;

/// The place of a text in the list.
///
/// # Errors
/// What is no text, or not in the list.
pub(crate) fn word<'de, D: Deserializer<'de>>(
    deserializer: D,
    list: &'static [&'static str],
) -> Result<usize, D::Error> {
    deserializer.deserialize_str(Word(list))
}

struct Word(&'static [&'static str]);

impl Visitor<'_> for Word {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.0.join(", "))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<usize, E> {
        let place = self.0.iter().position(|word| *word == text);
        place.ok_or_else(|| E::unknown_variant(text, self.0))
    }
}
