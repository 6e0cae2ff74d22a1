//! 调整紧急程度 (TJ-9): another urgency for a case that was accepted, and the periods that follow from it.

use super::{
    Context,
    admission::Reclassification,
    case::Case,
    clocks::{Clock, recounted},
    command::Reclassify,
    decide::Desk,
    event::Event,
    fields::Fields,
    refusal::Refusal,
    stage::Urgency,
};
use crate::{rules::ClockRule, time::Instant};

impl Desk<'_> {
    pub(super) fn reclassify(&self, reclassify: Reclassify) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        self.urgency(&mut fields, reclassify.urgency, &reclassify.reasons);
        if self.case.urgency() == Some(reclassify.urgency) {
            fields.fault(
                "urgency",
                "unchanged",
                "与现在的紧急程度相同，请选择另一种",
                "The case has this urgency already: choose the other one",
            );
        }
        let now = Reclassification {
            urgency: reclassify.urgency,
            reasons: reclassify.reasons,
            explanation: fields.narrative("explanation", &reclassify.explanation),
        };
        fields.done()?;
        let periods = counted_again(self.case, &now, self.context);
        Ok(std::iter::once(Event::Reclassified(now)).chain(periods).collect())
    }
}

/// The periods that would be counted again if the urgency changed now.
#[must_use]
pub fn foreseen_urgency(case: &Case, urgency: Urgency, context: &Context<'_>) -> Vec<Clock> {
    let now = Reclassification {
        urgency,
        reasons: Vec::new(),
        explanation: String::new(),
    };
    let events = counted_again(case, &now, context).into_iter();
    let counted = events.filter_map(|event| match event {
        Event::ClockRecounted(clock) => Some(clock),
        _ => None,
    });
    counted.collect()
}

/// The running periods that are another for this urgency.
///
/// What becomes urgent is counted from now, because nobody could keep hours that nobody knew of; what becomes general
/// is counted from its own beginning, because no time is to be won by it.
fn counted_again(case: &Case, now: &Reclassification, context: &Context<'_>) -> Vec<Event> {
    let again = |clock: &Clock| {
        let rule = context.profile.clock(clock.kind, Some(now.urgency))?;
        rule.urgency?;
        let from = match now.urgency {
            Urgency::Urgent => context.now,
            Urgency::General => clock.started_at,
        };
        Some(counted_by(rule, clock, (from, &now.explanation), context))
    };
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    running.filter_map(again).flatten().collect()
}

/// The same period under the other rule. If that knows no pause, what stands still runs again, and says so.
fn counted_by(
    rule: &ClockRule,
    clock: &Clock,
    (from, grounds): (Instant, &str),
    context: &Context<'_>,
) -> Vec<Event> {
    let must_run = clock.pause().is_some() && rule.pause.is_none();
    let resumed = must_run.then(|| Event::PeriodResumed {
        kind: clock.kind,
        round: clock.round,
        grounds: grounds.to_owned(),
    });
    let before = match must_run {
        true => clock.resumed(context.now, context.calendar),
        false => clock.clone(),
    };
    let counted = Event::ClockRecounted(recounted(&before, rule, from, context));
    resumed.into_iter().chain([counted]).collect()
}
