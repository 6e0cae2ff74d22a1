//! 规则集: the regimes side by side, every entry with its clauses and its origin; and the divisions of the nation, which
//! their authorities and regions are compared with.
//!
//! Start with [`service`]. Not here: the profile in force that forms choose from (`units`), and what the rules say
//! (`anju_shared::rules`). Regimes come with the program, so there is nothing to store.

pub(crate) mod routes;
mod service;
