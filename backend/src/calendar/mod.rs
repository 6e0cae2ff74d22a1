//! 工作日日历: which days are worked, for everybody who counts, and what a file with a new arrangement would change.
//!
//! Start with [`service`]. Not here: what an arrangement may say (`anju_shared::calendar`), and how one is drafted,
//! published and applied (`revisions`). Nothing is stored here.

pub(crate) mod routes;
mod service;
