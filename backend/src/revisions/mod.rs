//! Revisions (修订) of rules and calendar: drafted, simulated, submitted, published by a second person, applied.
//!
//! Start with [`service`]; [`content`] is what a revision says, checked and compared; [`walk`] goes through the cases
//! for a simulation or an application; [`publication`] is how servers take up what was published. Not here: who may do what
//! (`anju_shared::revision`), and how cases are counted again (`cases`).

pub(crate) mod content;
pub(crate) mod publication;
pub(crate) mod routes;
mod service;
mod store;
pub(crate) mod walk;
