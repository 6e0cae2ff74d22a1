//! The procedure (办理程序) as a handful of pure functions.
//!
//! * [`permit`]: may this be done now, and if not, why and under which article?
//! * [`decide`]: command → events, or a refusal.
//! * [`evolve`]: state + event → state; total.
//! * [`available`]: every action with its permission or refusal, in menu order.
//! * [`turn`]: which action the case waits for, and so whose turn it is.
//!
//! Start with [`Stage`] and [`Action`], then `permit.rs`. Not here: any number of the law (the profile has
//! them), clocks of the wall, random ids, the database. Time and ids are arguments.

mod admission;
mod available;
mod case;
mod clocks;
mod command;
mod decide;
mod event;
mod evolve;
mod extension;
mod fields;
mod pause;
mod permit;
mod reclassify;
mod recount;
mod refusal;
mod register;
mod stage;
mod talk;
mod turn;

pub use admission::{Acceptance, DeclineProposal, ProfileRef, Reclassification};
pub use available::{Offer, available};
pub use case::{
    Assignment, Case, Closing, Contact, Evidence, Feedback, Handling, Intake, Matter, Progress, Reply,
    Report, Reporter, Return, Signature, Visit,
};
pub use clocks::{Clock, ClockStatus};
pub use command::{
    Accept, AddEvidence, ApproveExtension, Close, Command, Decline, Dispatch, Lookups, NewReporter,
    PausePeriod, Reasons, Reclassify, RecordContact, RecordLapse, RecordVisit, Recount, Register, ReplyTo,
    RequestExtension, ResumePeriod, SubmitFeedback, SubmitVerification, TellExtension,
};
pub use decide::decide;
pub use event::{Event, Recorded, Registered};
pub use evolve::{begin, evolve, fold};
pub use extension::{ExtensionDecision, ExtensionRequest, extendable, foreseen_extension};
pub use pause::{ClockPause, PauseRefusal, pausable, resumable};
pub use permit::{Doers, doers, permit, role, stages};
pub use reclassify::foreseen_urgency;
pub use recount::{Foreseen, Law, Recounted, foresee_shifts, recounted};
pub use refusal::{Refusal, based};
pub use register::{Numbered, register};
pub(crate) use stage::words;
pub use stage::{
    Action, Capacity, Conclusion, DispatchKind, Fact, Means, Nature, Satisfaction, Side, Stage, Urgency,
};
pub use talk::{MOST_ATTACHED, Message, RequestSupplement, Said, Say, SupplementRequest, Withdraw, open_to};
pub use turn::{Turn, next_action, turn};

use crate::{calendar::Calendar, rules::RuleProfile, time::Instant};

/// What a decision may look at besides the case: the rules, the calendar, the present instant.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The rules that hold for the case.
    pub profile: &'a RuleProfile,
    /// The working-day calendar.
    pub calendar: &'a Calendar,
    /// Now.
    pub now: Instant,
}
