//! 为什么是这一天: every period of a case explained with its clause and its steps, to staff and to the reporter; and the
//! public calculator of any period.
//!
//! Start with [`service::of_case`]. Not here: how a period is counted (`anju_shared::deadlines`), what its explanation
//! holds (`anju_shared::api::deadlines`), which periods a case has (`cases`). It has no rows of its own.

pub(crate) mod routes;
mod service;
