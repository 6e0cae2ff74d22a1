//! What stands in the form, what of it is sent, what is still missing, and which periods will run. Pure.

pub mod class;
mod draft;
mod field;
mod hints;
mod person;

pub use anju_shared::hints::{Course, Expected, expected};
pub use draft::{Draft, Edit};
pub use field::{Field, Trait};
pub use hints::{because, likeness};
pub use person::{Person, Standing};

use std::collections::BTreeMap;

/// What is wrong, by field as the API names it.
pub type Faults = BTreeMap<String, String>;

/// What was typed, unless it is blank.
fn filled(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests;
