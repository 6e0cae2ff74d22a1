//! Cases (举报件): registered, listed, opened, acted upon.
//!
//! Start with [`entering`], where a report becomes a case, and [`service`], where `issue` carries out one command ([`bulk`]: one for
//! many cases). The decisions
//! themselves are pure and stand in `anju_shared::workflow`; [`journal`] chains what they decide.
//! Not here: how reports reach the desk from outside (`reports`), files, sign-in.

pub(crate) mod alike;
mod bulk;
pub(crate) mod entering;
mod fact;
pub(crate) mod identity;
pub(crate) mod journal;
pub(crate) mod query;
pub(crate) mod recount;
pub(crate) mod routes;
pub(crate) mod service;
pub(crate) mod store;

pub(crate) use store::Stand;
pub(crate) use store::verify_at;
pub use store::{Fault, Verified, verify};
