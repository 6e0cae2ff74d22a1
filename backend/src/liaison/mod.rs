//! The 联络单 of units (D2-4.5): filed by each unit every year; the board shows who has not, and who answers then.
//!
//! Not here: by which day and with which default (the rule profile), and how a unit stands
//! (`anju_shared::liaison`). Start with [`service`].

pub(crate) mod routes;
pub(crate) mod service;
mod store;
