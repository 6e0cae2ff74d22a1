//! The public page's side of the server: report without an account, and follow with the receipt code.
//!
//! Start with [`service::follow`]. What a citizen is told, in which words, is pure and stands in
//! `anju_shared::api::public`. Not here: how a report is entered once (`reports`) and becomes a case (`cases`).
//! It has no rows of its own.

pub(crate) mod routes;
mod service;
