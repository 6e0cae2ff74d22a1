//! Demonstration data: an invented district with its units and people, and published reports retold.
//!
//! The reports are real cases that authorities published; names, telephone numbers and addresses of
//! reporters are invented. Every step of a case is decided by the real procedure. Start with [`first_start`];
//! [`fill`] makes many plausible cases for trying out sizes. Not here: anything that production needs.

mod fill;
mod liaison;
mod organisation;
mod reports;
mod script;

pub use fill::fill;
pub use organisation::{Demonstration, PASSWORD};

use crate::{error::Result, state::State};

/// The rules of the invented district: its streets and words are theirs.
pub const REGIME: &str = "TJ";

/// Fills an empty installation; does nothing where somebody has an account already.
///
/// # Errors
/// Those of the database.
pub async fn first_start(state: &State) -> Result<Option<Demonstration>> {
    let Some(organisation) = organisation::set_up(state).await? else {
        return Ok(None);
    };
    liaison::file(state, &organisation).await?;
    reports::enter_all(state, &organisation).await?;
    Ok(Some(organisation))
}
