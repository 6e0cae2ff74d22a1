//! The server of Anju: HTTP, storage, sign-in, identity and audit around the pure core of `anju-shared`.
//!
//! Start with [`app`], which puts the features together; every feature is `mod.rs`, `routes.rs`,
//! `service.rs`, `store.rs`, read in that order.

pub mod clock;
pub mod config;
pub mod db;
mod entity;
pub mod error;
pub mod ids;
mod migration;
