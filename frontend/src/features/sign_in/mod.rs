//! Signing in: the page, its form, and what the form may send.
//!
//! Not here: what a session is ([`crate::session`]). Start with [`SignInPage`].

mod again;
mod form;
mod page;
pub mod view;

pub use again::SignInAgain;
pub use page::SignInPage;
