//! One folder a feature, named as the feature is named everywhere else: pages compose, `view.rs` computes
//! (pure, natively tested), forms use the same `parse()` as the server.
//!
//! Not here: what is drawn the same everywhere ([`crate::ui`]) and the frame ([`crate::shell`]).

pub mod approvals;
pub mod audit;
pub mod calendar;
pub mod cases;
pub mod dispatch;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod not_found;
pub mod people;
pub mod register;
pub mod revisions;
pub mod rules;
pub mod sign_in;
pub mod workbench;
