//! Which periods start and stop with an event. The numbers come from the profile.

use super::{
    Context,
    case::{Case, Clock},
    event::Event,
    stage::Urgency,
};
use crate::{
    deadlines::{Count, due},
    rules::{ClockRule, StartEvent, StopEvent},
    time::Instant,
};

/// The events that start every period beginning with `start` at `at`.
///
/// `rounds` are the clocks that the case has so far: a kind that started before starts again as its next
/// round (办理环节重入，时限重新起算).
pub(super) fn started(start: StartEvent, at: Instant, case: Facts<'_>, context: &Context<'_>) -> Vec<Event> {
    context
        .profile
        .clocks
        .iter()
        .filter(|rule| rule.starts == start)
        .filter(|rule| rule.urgency.is_none() || rule.urgency == case.urgency)
        .filter(|rule| !rule.real_name_only || case.real_name)
        .map(|rule| Event::ClockStarted(clock(rule, at, case.clocks, context)))
        .collect()
}

/// The events that start these kinds anew after a sending back.
pub(super) fn restarted(stops: &[StopEvent], at: Instant, case: &Case, context: &Context<'_>) -> Vec<Event> {
    let facts = Facts::of(case, case.urgency());
    context
        .profile
        .clocks
        .iter()
        .filter(|rule| stops.contains(&rule.stops))
        .filter(|rule| rule.urgency.is_none() || rule.urgency == facts.urgency)
        .filter(|rule| {
            facts
                .clocks
                .iter()
                .any(|clock| clock.kind == rule.kind && clock.stopped_at.is_some())
        })
        .filter(|rule| {
            !facts
                .clocks
                .iter()
                .any(|clock| clock.kind == rule.kind && clock.stopped_at.is_none())
        })
        .map(|rule| Event::ClockStarted(clock(rule, at, facts.clocks, context)))
        .collect()
}

/// What of a case decides which periods run.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) urgency: Option<Urgency>,
    pub(super) real_name: bool,
    pub(super) clocks: &'a [Clock],
}

impl<'a> Facts<'a> {
    pub(super) fn of(case: &'a Case, urgency: Option<Urgency>) -> Self {
        Self {
            urgency,
            real_name: case.reporters.iter().any(|r| r.real_name),
            clocks: &case.clocks,
        }
    }
}

fn clock(rule: &ClockRule, at: Instant, so_far: &[Clock], context: &Context<'_>) -> Clock {
    let round = so_far.iter().filter(|clock| clock.kind == rule.kind).count();
    let count = Count {
        start: at,
        period: rule.period,
        extension_days: 0,
        pauses: Vec::new(),
    };
    Clock {
        kind: rule.kind,
        round: u32::try_from(round).unwrap_or(u32::MAX).saturating_add(1),
        name: rule.name.clone(),
        period: rule.period,
        clause: rule.clause.clone(),
        effect: rule.effect,
        bearer: rule.bearer,
        stops: rule.stops,
        yellow: rule.yellow,
        started_at: at,
        due: due(context.calendar, &count),
        lapsed_at: None,
        stopped_at: None,
    }
}

/// The event that stops what runs until `by`, if anything does.
pub(super) fn stopped(by: StopEvent, case: &Case) -> Option<Event> {
    case.clocks
        .iter()
        .any(|clock| clock.stops == by && clock.stopped_at.is_none())
        .then_some(Event::ClocksStopped { by })
}
