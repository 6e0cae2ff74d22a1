//! What the page of one case shows, computed from the case, the rules and the time. Pure, tested natively.
//!
//! Not here: markup. Start with [`panel`] (what may be done) and [`form`] (how an action is asked for).

mod choices;
pub mod clocks;
pub mod command;
pub mod draft;
pub mod foreseen;
pub mod form;
pub mod matter;
pub mod merge;
pub mod panel;
pub mod report;
pub mod sheet;
pub mod steps;
pub mod story;
pub mod talks;
pub mod words;

#[cfg(test)]
pub(in crate::features::cases) mod sample;
