//! 修订: a new version of the rules, or of the calendar, from its draft to its effect.
//!
//! Not here: who may do what (`anju_shared::revision`), which fields the rules have (`anju_shared::rules::form`), and
//! whether they fit together (the server says so). Start with [`RevisionPage`]; [`view`] computes, [`entries`] lists a
//! section, [`drawer`] edits an entry, [`aside`] checks, simulates and publishes.

mod aside;
mod changes;
mod drawer;
mod effects;
mod entries;
mod input;
mod list;
mod page;
mod run;
mod start;
pub mod view;

pub use list::RevisionsPage;
pub use page::RevisionPage;
