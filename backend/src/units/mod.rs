//! Units (单位): who they are, and which of them a report is proposed to by region and industry (TJ-8.1); and the
//! rules by which they work, for everybody to read.
//!
//! Not here: the tree's people (`auth::account`), what a unit does with a case (`anju_shared::workflow`), the rules
//! themselves (`anju_shared::rules`). Start with [`service::propose`]; the tree is
//! changed in [`tree`].

pub(crate) mod routes;
pub(crate) mod service;
mod store;
mod tree;
