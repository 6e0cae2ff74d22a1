//! 工作台: what waits for the person who is signed in, by urgency, with the next step as a button. It follows what
//! happens by itself.
//!
//! Not here: whose turn it is (`anju_shared::workflow::turn`), and the forms of the steps ([`super::cases::detail`]).
//! Start with [`WorkbenchPage`]; [`view`] computes, [`bench`] draws the rows, for the page of decisions too.

pub(crate) mod bench;
mod page;
mod rows;
pub mod view;

pub use page::WorkbenchPage;
pub(crate) use rows::heading;
