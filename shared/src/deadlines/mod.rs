//! Periods: when they end, why then, and how urgent that is (`docs/deadlines.md`, rules 1–10).
//!
//! Pure arithmetic on a [`Calendar`](crate::calendar::Calendar). It knows no procedure: which period runs
//! from which event is said by the rule profile, and which clocks are running by the workflow.
//!
//! Start at [`due`]; [`explain`] tells the same result step by step, [`days`] draws it, [`lamp`] colours it,
//! [`mod@line`] is the text protocol of the command line.

mod band;
mod count;
mod days;
mod explain;
mod lamp;
pub mod line;
mod period;
mod phrase;
mod step;
mod text;

pub use band::Band;
pub use count::{Count, Due, Pause, due};
pub use days::{DayRole, DayRun, Month, days, months};
pub use explain::{explain, explain_under};
pub use lamp::{Lamp, lamp, remaining, yellow_from};
pub use period::{Period, Unit};
pub use step::{ClosedRun, Step, Why};

#[cfg(test)]
mod tests;
