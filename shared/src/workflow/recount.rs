//! Counting again after a revision of rules or calendar: what would change, and what does.
//!
//! A case keeps the rules under which it was accepted (TJ-23), so revised rules change the periods only of cases that
//! are not accepted yet; a revised calendar changes those of all. What was stopped is history.

use super::{
    Context,
    case::Case,
    clocks::{Clock, recounted_by},
    command::Recount,
    decide::Desk,
    event::Event,
    refusal::Refusal,
};
use crate::{
    calendar::Calendar,
    ids::RevisionId,
    revision::Shift,
    rules::RuleProfile,
    time::{Instant, LegalDate},
};
use serde::{Deserialize, Serialize};

/// Running periods that were counted again, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recounted {
    /// The revision.
    pub revision: RevisionId,
    /// What it is called.
    pub title: String,
    /// The periods as they are counted now.
    pub clocks: Vec<Clock>,
}

/// What a revision would make the law.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// The rules, where it revises rules.
    pub profile: Option<&'a RuleProfile>,
    /// Whether these would be the rules of this authority.
    pub own: bool,
    /// The calendar.
    pub calendar: &'a Calendar,
}

/// What would become of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// As it stands.
    pub before: Clock,
    /// As it would stand.
    pub after: Clock,
    /// In which way it changes.
    pub shift: Shift,
    /// Whether it is left as it is all the same: stopped, or of a case that keeps its rules (TJ-23).
    pub kept: bool,
}

/// The running periods that come out otherwise under the law as it is now.
#[must_use]
pub fn recounted(case: &Case, context: &Context<'_>) -> Vec<Clock> {
    let profile = case.acceptance().is_none().then_some(context.profile);
    let law = Law {
        profile,
        own: true,
        calendar: context.calendar,
    };
    let running = case.clocks.iter().filter(|clock| clock.is_open());
    let again = running.filter_map(|clock| {
        let again = under(clock, case, &law, context.now);
        (again != *clock).then_some(again)
    });
    again.collect()
}

/// What a law would change: of periods that run, and of stopped ones where the case was registered within these days.
pub fn foresee_shifts<'a>(
    case: &'a Case,
    law: &'a Law<'a>,
    past: Option<(LegalDate, LegalDate)>,
    now: Instant,
) -> impl Iterator<Item = Foreseen> + 'a {
    let registered = case.intake.registered_at.local_date();
    let with_past = past.is_some_and(|(from, until)| (from..=until).contains(&registered));
    let looked_at = case
        .clocks
        .iter()
        .filter(move |clock| clock.is_open() || with_past);
    looked_at.filter_map(move |clock| {
        let after = under(clock, case, law, now);
        let done = clock.stopped_at.unwrap_or(now);
        let rules_kept = law.profile.is_some() && (!law.own || case.acceptance().is_some());
        Some(Foreseen {
            shift: Shift::of(clock.due, after.due, done)?,
            kept: rules_kept || !clock.is_open(),
            before: clock.clone(),
            after,
        })
    })
}

/// A period under this law: by its rules, if they are revised and know such a period, and by its calendar.
fn under(clock: &Clock, case: &Case, law: &Law<'_>, now: Instant) -> Clock {
    let rule = law
        .profile
        .and_then(|profile| profile.clock(clock.kind, case.urgency()));
    let again = recounted_by(clock, rule, law.calendar);
    // What is not over by the new count has not passed.
    match again.due.at <= now {
        true => again,
        false => Clock {
            lapsed_at: None,
            ..again
        },
    }
}

impl Desk<'_> {
    pub(super) fn recount(&self, because: Recount) -> Result<Vec<Event>, Refusal> {
        let clocks = recounted(self.case, self.context);
        if clocks.is_empty() {
            return Err(Refusal::NothingToRecount);
        }
        Ok(vec![Event::Recounted(Recounted {
            revision: because.revision,
            title: because.title,
            clocks,
        })])
    }
}
