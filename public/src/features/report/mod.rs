//! 我要举报: four short steps, then the receipt code.
//!
//! [`state`] is what the page knows, and pure; [`send`] sends it, [`page`] puts it together, the other files draw one
//! part each. Not here: what a report must look like (`crate::draft`, and behind it the server's own rules).

mod check;
mod done;
mod page;
mod picture;
mod send;
mod state;
mod steps;

pub(crate) use page::ReportPage;
