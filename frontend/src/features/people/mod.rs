//! 单位与人员, 联络单: the tree of units, the people in them and their roles, and whom each unit named.
//!
//! Not here: who may do what (`anju_shared::access` says so, to the server too). Start with [`PeoplePage`]; [`view`]
//! computes what a form asks for and sends, [`form`] draws it.

mod form;
mod liaison;
mod page;
mod tree;
pub mod view;

pub use liaison::LiaisonPage;
pub use page::PeoplePage;
