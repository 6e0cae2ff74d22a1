//! What people without an account send, what a citizen sees with a receipt code, and what the rules tell everybody.
//!
//! [`progress`] turns a case into what its reporter is told of it, in plain words.

mod guide;
mod progress;
mod report;
mod talk;

pub use guide::{Guide, GuideDepartment, GuideElsewhere, GuidePeriod, Statement, Word, guide};
pub use progress::{Told, explained, progress};
pub use report::parse_report;
pub use talk::{Question, ReportMessage, ReporterWords};

use crate::{
    api::deadlines::Explanation,
    deadlines::Due,
    problem::{Basis, Bilingual},
    time::Instant,
    workflow::{Action, Reply, Stage},
};
use serde::{Deserialize, Serialize};

/// The code with which to follow. In the body, so that it stands in no log and no history.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Follow {
    /// Twenty digits; blanks and dashes do not matter.
    #[cfg_attr(feature = "openapi", schema(example = "1234-5678-9012-3456-7888"))]
    pub receipt_code: String,
}

impl std::fmt::Debug for Follow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Follow(…)")
    }
}

/// How a report stands, in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportProgress))]
pub struct Progress {
    /// Number for people.
    pub number: String,
    /// The stage.
    pub stage: Stage,
    /// What that means for the reporter.
    pub meaning: Bilingual,
    /// When it was received.
    pub received_at: Instant,
    /// What has been done so far, oldest first.
    pub steps: Vec<Step>,
    /// The period that binds the authority now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
    /// Why it was not accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<Declined>,
    /// The reply to this reporter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Reply>,
    /// What the authority asks of the reporters before it decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// When this reporter took the report back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Instant>,
    /// Messages between this reporter and the handling side, oldest first.
    pub messages: Vec<ReportMessage>,
    /// What this reporter may do now: `supplement`, `send_message`, `withdraw`.
    pub available: Vec<Action>,
    /// How often this reporter's identity was opened.
    pub identity_opened: u64,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportStep))]
pub struct Step {
    /// What.
    pub name: Bilingual,
    /// When.
    pub at: Instant,
}

/// A period that binds the authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Binding {
    /// What must be done.
    pub name: Bilingual,
    /// From when it runs.
    pub started_at: Instant,
    /// Until when; while it stands still, without what that adds.
    pub due: Due,
    /// It stands still, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Standstill>,
    /// Under which article.
    pub basis: Basis,
}

/// That a period stands still (中止).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Standstill {
    /// The reason that the rules know.
    pub reason: Bilingual,
    /// Since when.
    pub since: Instant,
    /// Under which article.
    pub basis: Basis,
}

/// Why the period that binds the authority ends when it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportExplanation {
    /// Number of the report.
    pub number: String,
    /// That period; none if nothing binds the authority now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<ExplainedBinding>,
}

/// A period that binds the authority, with every step of its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExplainedBinding {
    /// The period.
    pub binding: Binding,
    /// How its end is counted.
    pub explanation: Explanation,
}

/// Why it was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Declined {
    /// The ground, in words.
    pub ground: Bilingual,
    /// The article.
    pub basis: Basis,
    /// The reasons.
    pub reasons: String,
}
