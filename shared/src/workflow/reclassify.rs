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
        let periods = counted_again(self.case, now.urgency, self.context);
        Ok(std::iter::once(Event::Reclassified(now)).chain(periods).collect())
    }
}

/// The running periods that are another for this urgency.
///
/// What becomes urgent is counted from now, because nobody could keep hours that nobody knew of; what becomes general
/// is counted from its own beginning, because no time is to be won by it.
fn counted_again(case: &Case, urgency: Urgency, context: &Context<'_>) -> Vec<Event> {
    let again = |clock: &Clock| {
        let rule = context.profile.clock(clock.kind, Some(urgency))?;
        rule.urgency?;
        let from = match urgency {
            Urgency::Urgent => context.now,
            Urgency::General => clock.started_at,
        };
        Some(Event::ClockRecounted(recounted(clock, rule, from, context)))
    };
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    running.filter_map(again).collect()
}
