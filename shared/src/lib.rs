//! The pure core of Anju: procedure, deadlines, access policy, rule profiles and wire types.
//!
//! Performs no I/O, reads no clock, makes no id, and compiles to WebAssembly: the server enforces with it and
//! the browser draws with it. Start with [`workflow`]; periods are counted in [`deadlines`] by the numbers of
//! [`rules`]; who may know what stands in [`access`].

pub mod access;
pub mod api;
pub mod calendar;
pub mod deadlines;
#[cfg(feature = "divisions")]
pub mod divisions;
pub mod hints;
pub mod ids;
pub mod json;
pub mod liaison;
pub mod problem;
pub mod receipt;
pub mod revision;
pub mod rules;
pub mod text;
pub mod time;
pub mod workflow;
