//! Saved views of the list of cases (视图): everybody keeps their own.
//!
//! Not here: the list itself (`cases`), and what a query may name (`anju_shared::api::cases`). Start with [`service`].

pub(crate) mod routes;
mod service;
mod store;
