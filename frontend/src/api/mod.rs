//! The server, as the app sees it: one function per operation of the API, named as its operation id, in a
//! file per feature.
//!
//! Not here: what is done with the answers (hooks and pages), and the rules of the session
//! ([`crate::session`]). Start with [`Client`], then [`Call`].

pub mod audit;
pub mod calendar;
mod call;
pub mod case;
pub mod cases;
mod client;
pub mod drafts;
mod failure;
pub mod files;
pub mod liaison;
pub mod lists;
pub mod live;
mod lock;
pub mod people;
pub mod reach;
pub mod reports;
pub mod revisions;
pub mod rules;
pub mod session;
pub mod units;
pub mod workbench;

pub use call::{Asked, Call, ReceivedFile, Versioned};
pub use client::{Client, SessionChange};
pub use failure::{Failure, field_errors};

/// Where the API begins. With the paths in the files of this module the only place with its URLs.
pub const BASE: &str = "/api/v1";
