//! Signing in: the page, its form, and what the form may send.
//!
//! Not here: what a session is ([`crate::session`]). Start with [`SignInPage`].

mod form;
mod page;
pub mod view;

pub use page::SignInPage;
