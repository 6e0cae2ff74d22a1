//! Messages between the handling side and reporters (消息): their words, which are kept sealed, and the two ways on
//! the wire for staff.
//!
//! That something was said is an event of the case and stands in its state; whether it may be said, the procedure
//! decides. Start with [`service::send`] and [`service::open`]. Not here: how a reporter writes by receipt code
//! (`public`).

pub(crate) mod routes;
pub(crate) mod service;
mod store;
