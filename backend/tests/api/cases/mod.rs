//! Cases from outside: the way from registration to closing, who sees what, versions, the list, lateness.

mod bulk;
mod extension;
mod identity;
mod journey;
mod lateness;
mod list;
mod panel;
mod pause;
mod search;
mod sight;
mod story;
pub(crate) mod verification;
mod versions;
