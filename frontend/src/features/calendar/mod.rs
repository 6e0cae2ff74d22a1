//! 日历: a year of working days at a glance, and a new arrangement on its way to a revision.
//!
//! Not here: what a day is and what a file says (`anju_shared::calendar`, the server). Start with [`CalendarPage`];
//! [`view`] computes what is drawn, `import` is the drawer in which a file is looked at.

mod import;
mod page;
mod preview;
pub mod view;

pub use page::CalendarPage;
