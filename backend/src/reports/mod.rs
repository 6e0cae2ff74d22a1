//! Reports from outside: handed in once however often they are sent, and asked after by who sent them.
//!
//! Start with [`service::submit`], which also the public page uses (`public`). Not here: what becomes of a
//! report, which is a case from its first moment (`cases`).

mod counter;
mod hints;
pub(crate) mod routes;
pub(crate) mod service;
mod store;

pub(crate) use counter::{Counter, Entering};
