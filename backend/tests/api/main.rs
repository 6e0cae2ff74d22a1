//! The server from outside, over HTTP, on both engines.
//!
//! Every test runs on SQLite and on PostgreSQL, and every answer is held against the OpenAPI document.
//! Start with [`world`].

mod audit;
mod authorisation;
mod calendar;
mod cases;
mod command_line;
mod confidentiality;
mod database;
mod deadlines;
mod drafts;
mod edge;
mod exports;
mod files;
mod hints;
mod hostile;
mod journal_of_access;
mod liaison;
mod live;
mod load;
mod messages;
mod oauth;
mod outbox;
mod people;
mod procedure;
mod public;
mod reports;
mod revisions;
mod rules;
mod session;
mod sign_in;
mod slow;
mod spa;
mod unavailable;
mod units;
mod views;
mod workbench;
mod world;
