//! Drafts (草稿): what staff entered in a form and have not sent, so that a closed page or a broken line loses nothing.
//!
//! A draft may hold who reported: it is sealed with a key of its own, bound to its writer and its name, given to its
//! writer alone, never logged, and removed when it is sent, taken back or too old. It is no case and no event: nobody
//! else ever learns of it, and its text means nothing here. Start with [`service::save`].

pub(crate) mod routes;
mod service;
mod store;
