//! What helps while a report is taken down: which earlier ones it may repeat, how urgent it seems and why, and which
//! periods it would set running.
//!
//! Hints decide nothing: the intake officer does. Every hint says on what it rests, and every number and word by
//! which it is found stands in the rule profile. Start with [`compare`] and [`propose`]. Not here: where earlier cases
//! come from, and how text is cut into words.

mod foreseen;
mod likeness;
mod proposal;

pub use foreseen::{Course, Expected, expected, foreseen};
pub use likeness::{Match, Traits, compare, distinctive};
pub use proposal::{Account, propose};

#[cfg(test)]
mod tests;
