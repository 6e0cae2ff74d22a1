//! Cases: the list of those that the signed-in person may know of, and one case with what may be done, and
//! its papers.
//!
//! Not here: entering a new one ([`super::register`]). Start with [`list::CasesPage`].

pub mod detail;
pub mod list;
pub mod papers;
