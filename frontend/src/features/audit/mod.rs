//! 审计: who saw what, when and why, and whether the journals are whole. For the audit administrator.
//!
//! Not here: who may read it (`anju_shared::access`). Start with [`AuditPage`]; [`view`] computes what an address and
//! a row say.

mod chains;
mod page;
pub mod view;

pub use page::AuditPage;
