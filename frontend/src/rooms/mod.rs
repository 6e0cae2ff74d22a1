//! The rooms of the desk: documents with a program each, `src/bin/anju-*.rs`, so that the linker keeps only the pages
//! that one download is for.
//!
//! Not here: which page is in which room and under which address ([`crate::route`]). A page that several rooms draw
//! belongs into [`crate::features`] or [`crate::shell`] as ever; nothing here knows what stands on it. Each room is one
//! function: the page of an address, or nothing where that is in another room.

pub mod desk;
pub mod dispatch;
pub mod law;
pub mod office;
pub mod papers;
pub mod register;
