//! 交办台: accepted cases that wait for a unit, each with the unit that is proposed and why; one key confirms.
//!
//! What is confirmed is held for a few seconds, in which it can be taken back; then, or when the page is left, it is
//! sent. Not here: how the proposal comes about (the server's routes by region and industry) and the form for another
//! unit ([`super::cases::detail`]). Start with [`DispatchPage`]; [`hold`] keeps what is confirmed, [`view`] computes.

mod hold;
mod page;
mod rows;
pub mod view;

pub use page::DispatchPage;
