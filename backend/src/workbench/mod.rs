//! 工作台: what waits for the person who asks, by urgency, with what is to be done next.
//!
//! Start with [`service`]. Not here: whose turn it is (`anju_shared::workflow::turn`), how cases are read
//! (`cases::query`), and that the page is told of changes (`live`).

pub(crate) mod routes;
mod service;
