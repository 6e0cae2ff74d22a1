//! 文书: the papers of one case, to read and to print, in a room of their own.
//!
//! Not here: the way to them from the case ([`super::detail`] lists them by [`list`]), and why a period ends when it does,
//! which lies over the case too. Start with [`PapersPage`]; [`view`] computes what each says.

pub mod list;
mod page;
pub mod view;

pub use page::{PapersPage, PapersPageProps};
