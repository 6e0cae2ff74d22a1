//! 办理规则: regimes beside each other, entry by entry, with clause and origin.
//!
//! Not here: what the rules come to (`anju_shared::rules`). Start with
//! [`RulesPage`]; [`view`] computes which columns stand there and where they differ, [`cells`] draws an entry.

mod cells;
mod heads;
mod page;
mod tools;
pub mod view;

pub use page::RulesPage;
