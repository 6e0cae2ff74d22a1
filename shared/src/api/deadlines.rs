//! 为什么是这一天: a period with its clause and every step of its count, of a case and of the public calculator.
//!
//! The count is that of [`crate::deadlines`]; here it is put together with the words of the clause, each step with
//! its sentence in both languages. `ask` reads what the calculator is asked. Start at [`Explanation`].

#[cfg(feature = "toml")]
mod ask;

use super::rules::CitedClause;
#[cfg(not(target_arch = "wasm32"))]
use crate::deadlines::Step;
use crate::{
    calendar::Calendar,
    deadlines::{Count, DayRun, Due, Period, days, due, explain, explain_under},
    problem::{Basis, Bilingual},
    rules::{ClockKind, RuleProfile},
    workflow::{Case, Clock, ClockStatus, Context, ProfileRef, Urgency},
};
use serde::{Deserialize, Serialize};

/// Why a period ends when it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Explanation {
    /// When it ends, by the calendar named here.
    pub due: Due,
    /// The clause that sets it, if a rule does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<CitedClause>,
    /// The clause under which it was extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<CitedClause>,
    /// Version of the working-day calendar.
    #[cfg_attr(feature = "openapi", schema(example = "cn-2004-2026-0123456789abcdef"))]
    pub calendar: String,
    /// How it is counted, in order.
    pub steps: Vec<ExplainedStep>,
    /// What the days are to it, for a picture; where two entries name the same day, the later one says what it is.
    pub days: Vec<DayRun>,
}

/// A step with its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExplainedStep {
    /// What it says, for programs. A browser shows the sentence and the days, and carries no copy of all steps.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(flatten)]
    pub step: Step,
    /// What it says, for people.
    pub text: Bilingual,
}

impl ExplainedStep {
    #[cfg(not(target_arch = "wasm32"))]
    fn of(step: Step) -> Self {
        let text = Bilingual::new(step.text_zh(), step.text_en());
        Self { step, text }
    }

    #[cfg(target_arch = "wasm32")]
    fn of(step: crate::deadlines::Step) -> Self {
        let text = Bilingual::new(step.text_zh(), step.text_en());
        Self { text }
    }
}

impl Explanation {
    /// Counts a period and writes down how.
    #[must_use]
    pub fn of(
        calendar: &Calendar,
        count: &Count,
        clause: Option<CitedClause>,
        extension: Option<CitedClause>,
    ) -> Self {
        let steps = match &clause {
            Some(clause) => explain_under(calendar, count, &clause.basis.citation()),
            None => explain(calendar, count),
        };
        Self {
            due: due(calendar, count),
            clause,
            extension,
            calendar: calendar.version().to_owned(),
            days: days(&steps),
            steps: steps.into_iter().map(ExplainedStep::of).collect(),
        }
    }

    /// How the end of a period of a case comes about, by the rules that hold for the case; where it stands still, as if
    /// it ran again now.
    #[must_use]
    pub fn of_clock(clock: &Clock, case: &Case, context: &Context<'_>) -> Self {
        let profile = context.profile;
        let extended = (clock.extension_days > 0).then(|| extension_clause(clock, case, profile));
        Self::of(
            context.calendar,
            &clock.count_at(context.now),
            Some(profile.cited(&clock.clause)),
            extended.flatten().map(|clause| profile.cited(clause)),
        )
    }
}

fn extension_clause<'a>(clock: &Clock, case: &Case, profile: &'a RuleProfile) -> Option<&'a str> {
    let rule = profile.clock(clock.kind, case.urgency())?;
    rule.extension.as_ref().map(|extension| extension.clause.as_str())
}

/// A period of a case, and why it ends when it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClockExplanation {
    /// Number of the case.
    pub number: String,
    /// The period as it stands.
    pub clock: Clock,
    /// How it stands now.
    pub status: ClockStatus,
    /// The rules that hold for the case: those under which it was accepted, before that those in force.
    pub rules: ProfileRef,
    /// How its end is counted, by the calendar in force.
    pub explanation: Explanation,
}

impl ClockExplanation {
    /// Explains this period of this case; none if the case has no such period.
    #[must_use]
    pub fn of(case: &Case, kind: ClockKind, round: u32, context: &Context<'_>) -> Option<Self> {
        let mut clocks = case.clocks.iter();
        let clock = clocks.find(|clock| clock.kind == kind && clock.round == round)?;
        Some(Self {
            number: case.number.clone(),
            status: clock.status(context.now),
            rules: context.profile.reference(),
            explanation: Explanation::of_clock(clock, case, context),
            clock: clock.clone(),
        })
    }
}

/// What the calculator is asked: a period, or one that the rules set. Everything is text or a number and read with
/// every mistake at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeadlineBody {
    /// The event that sets the period running, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "2026-11-12T11:20:00+08:00"))]
    pub start: Option<String>,
    /// The period, if no rule is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodBody>,
    /// Id of the regime that sets it, as `TJ`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regime: Option<String>,
    /// Which of its periods, as `handling`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<String>,
    /// For reports of which urgency, `general` or `urgent`, where the period differs by it; left out means `general`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// By how many calendar days it is extended (延期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension_days: Option<i64>,
    /// When it stands still (中止).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<PauseBody>,
}

/// A length of time as the calculator is asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PeriodBody {
    /// How many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 10))]
    pub amount: Option<i64>,
    /// Of what: `minutes`, `hours`, `working_days` or `calendar_days`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "working_days"))]
    pub unit: Option<String>,
}

/// A pause as the calculator is asked for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PauseBody {
    /// When it begins, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// When it is over, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A period that is to be counted, and what sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is counted.
    pub count: Count,
    /// The rule that sets it, if one was named.
    pub rule: Option<AskedRule>,
}

/// A rule that was named to the calculator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedRule {
    /// What its period is called.
    pub name: Bilingual,
    /// The regime, in its version.
    pub rules: ProfileRef,
    /// The clause that sets it.
    pub clause: CitedClause,
    /// The clause that permits the extension that was asked for.
    pub extension: Option<CitedClause>,
}

/// What the calculator answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadline {
    /// What the period is called by the rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Bilingual>,
    /// The regime that sets it, in its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<ProfileRef>,
    /// What was counted.
    pub count: Count,
    /// When it ends, and why then.
    pub explanation: Explanation,
}

impl Asked {
    /// Counts it.
    #[must_use]
    pub fn answer(self, calendar: &Calendar) -> Deadline {
        let (name, rules, clause, extension) = match self.rule {
            Some(rule) => (
                Some(rule.name),
                Some(rule.rules),
                Some(rule.clause),
                rule.extension,
            ),
            None => (None, None, None, None),
        };
        Deadline {
            name,
            rules,
            explanation: Explanation::of(calendar, &self.count, clause, extension),
            count: self.count,
        }
    }
}

/// The periods of a regime, for the calculator to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimePeriods {
    /// Id of the regime.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// Its periods, in the order of the procedure.
    pub periods: Vec<RegimePeriod>,
}

/// One period of a regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimePeriod {
    /// Which.
    pub kind: ClockKind,
    /// Only for reports of this urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// What it is called.
    pub name: Bilingual,
    /// How long it is.
    pub period: Period,
    /// From what it runs.
    pub starts: Bilingual,
    /// By how many calendar days it may be extended at most; none where it may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<u32>,
    /// For what it may stand still; none where it may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<Bilingual>,
    /// The article that sets it.
    pub basis: Basis,
}
