//! The list of cases: by urgency, narrowed by what stands in the address, paged by the server.
//!
//! Not here: one case ([`super`]), and what a period is (`anju_shared::deadlines`). Start with [`CasesPage`];
//! everything computed stands in [`view`].

mod filters;
pub(crate) mod keys;
mod page;
pub(crate) mod rows;
pub mod view;

pub use page::CasesPage;
