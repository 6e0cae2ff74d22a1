//! Wire types by feature: what travels between the server and its callers.
//!
//! Bodies carry plain strings and `parse()` into domain types, collecting every violation; the browser's forms
//! use the same `parse()`. Not here: decisions, and anything that tells who a reporter is, but for
//! [`cases::OpenedIdentity`], which one audited operation returns.

pub mod audit;
pub mod bulk;
pub mod calendar;
pub mod cases;
pub mod deadlines;
pub mod directory;
pub mod drafts;
pub mod exports;
pub mod files;
pub mod hints;
pub mod liaison;
pub mod live;
pub mod messages;
pub mod people;
pub mod public;
pub mod reports;
pub mod revisions;
pub mod rules;
pub mod session;
pub mod units;
pub mod views;
pub mod workbench;
