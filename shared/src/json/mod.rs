//! Reads the answers of the API: any wire type out of a text, by one small piece of code for all of them.
//!
//! It is for the browser, where every kilobyte is waited for: `serde_json` is compiled anew for each type, with the
//! words of every possible error, and three times over for enums with a tag. Here a text becomes one kind of tree
//! first, and an error says only that it cannot be read. Not for what people or systems send: there the words matter.
//!
//! Start at [`read`]. An enum with a tag says it twice, so that the browser needs no copy of what it holds:
//!
//! ```ignore
//! #[cfg_attr(not(target_arch = "wasm32"), serde(tag = "type", rename_all = "snake_case"))]
//! #[cfg_attr(target_arch = "wasm32", serde(rename = "type", rename_all = "snake_case"))]
//! ```
//!
//! In the browser such an enum can be read (`tree` finds the tag by that name) and must not be written.

mod tree;
mod word;

pub(crate) use word::word;

use serde::de::DeserializeOwned;
use tree::Tree;

/// The value that this text holds; `None` if it is no JSON or does not hold one.
#[must_use]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let value = serde_json::from_str(text).ok()?;
    T::deserialize(Tree(value)).ok()
}

#[cfg(test)]
mod tests;
