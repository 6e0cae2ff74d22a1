//! Files (附件): uploaded first, encrypted as they come in, and bound to a case by the report or the item of
//! evidence that names them. What nobody names within a day is forgotten (`jobs`).
//!
//! Start with [`service::keep`] and [`service::claim`]. [`parts`] takes a file out of a request, [`kind`] knows
//! by its content what it is. Not here: encryption (`confidential`), and who may read which file of a case, which
//! `cases` knows.

mod blob;
mod kind;
mod name;
mod parts;
pub(crate) mod routes;
pub(crate) mod service;
mod store;
