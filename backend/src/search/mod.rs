//! Search (检索): which cases contain the words that somebody asks for, on either engine.
//!
//! The server itself cuts Chinese text into words ([`segmenter`]); the engines only keep and join lists of them: SQLite
//! in an FTS5 table, PostgreSQL in a `tsvector` with a GIN index. What goes in, and what must not, is decided in
//! [`terms`], the file to start with. [`store`] writes in the transaction of the case, [`query`] reads.
//! Not here: what a list shows of what is found (`cases`).

pub(crate) mod query;
mod segmenter;
pub(crate) mod store;
mod terms;

pub(crate) use segmenter::{Segmenter, Words};
pub(crate) use terms::{Asked, Terms};
