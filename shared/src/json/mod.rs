//! Reads the answers of the API: any wire type out of a text, by one small piece of code for all of them.
//!
//! It is for the browser, where every kilobyte is waited for: `serde_json` is compiled anew for each type, with the
//! words of every possible error and tables for fractions, and three times over for enums with a tag. Here a text
//! becomes one kind of tree first, and an error says only that it cannot be read. Not for what people or systems send: there the words matter.
//!
//! Start at [`read`]. An enum with a tag says it twice, so that the browser needs no copy of what it holds:
//!
//! ```ignore
//! #[cfg_attr(not(target_arch = "wasm32"), serde(tag = "type", rename_all = "snake_case"))]
//! #[cfg_attr(target_arch = "wasm32", serde(rename = "type", rename_all = "snake_case"))]
//! ```
//!
//! In the browser such an enum can be read (`tree` finds the tag by that name) and must not be written.

mod key;
mod text;
mod tree;
mod word;

pub(crate) use word::word;

use serde::de::DeserializeOwned;

/// The value that this text holds; `None` if it is no JSON or does not hold one.
#[must_use]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(text::parse(text)?).ok()
}

/// The value that an embedded text holds; what is wrong with it is said to those who change it, not in the browser.
///
/// # Errors
/// It cannot be read.
pub(crate) fn read_embedded<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    #[cfg(target_arch = "wasm32")]
    return read(text).ok_or_else(String::new);
    #[cfg(not(target_arch = "wasm32"))]
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests;
