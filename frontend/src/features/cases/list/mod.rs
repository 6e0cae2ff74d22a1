//! The list of cases: by urgency, narrowed by what stands in the address, paged by the server; saved views, one command
//! for many ([`bulk`]), exports.
//!
//! Not here: one case ([`super`]), and what a period is (`anju_shared::deadlines`). Start with [`CasesPage`];
//! everything computed stands in [`view`].

mod bulk;
mod columns;
mod exports;
mod filters;
mod keep;
pub(crate) mod keys;
mod page;
pub(crate) mod rows;
pub(crate) mod search;
pub mod view;
mod views;

pub use page::CasesPage;
