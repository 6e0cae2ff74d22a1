//! Rows as Rust sees them, one file a table; the schema itself stands in `migration`.
//!
//! Only `store.rs` and `query.rs` of a feature import this. Start with `case_file`.

#![expect(unreachable_pub, reason = "sea-orm's macros make their items pub")]

pub(crate) mod agreement_acceptance;
pub(crate) mod api_client;
pub(crate) mod app_user;
pub(crate) mod audit_entry;
pub(crate) mod case_file;
pub(crate) mod case_index;
pub(crate) mod case_number;
pub(crate) mod case_tally;
pub(crate) mod clock;
pub(crate) mod draft;
pub(crate) mod event;
pub(crate) mod export;
pub(crate) mod file;
pub(crate) mod idempotency;
pub(crate) mod job_lease;
pub(crate) mod liaison;
pub(crate) mod list_view;
pub(crate) mod message;
pub(crate) mod one_time_code;
pub(crate) mod outbox;
pub(crate) mod publication;
pub(crate) mod refresh_token;
pub(crate) mod reporter;
pub(crate) mod revision;
pub(crate) mod revision_effect;
pub(crate) mod revision_run;
pub(crate) mod revision_step;
pub(crate) mod routing;
pub(crate) mod session;
pub(crate) mod sign_in_failure;
pub(crate) mod unit;
pub(crate) mod verification;
