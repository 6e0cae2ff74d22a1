//! A period of a case, how it stands, and which periods start and stop with an event. The numbers come from the
//! profile.

use super::{Context, case::Case, event::Event, pause::ClockPause, stage::Urgency};
use crate::{
    calendar::Calendar,
    deadlines::{Count, Due, Pause, Period, due},
    problem::Bilingual,
    rules::{Bearer, ClockKind, ClockRule, Effect, StartEvent, StopEvent},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// One period of one case. A kind may start again after a sending back: each start is a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Clock {
    /// Which period.
    pub kind: ClockKind,
    /// 1 for the first start.
    pub round: u32,
    /// What it is called.
    pub name: Bilingual,
    /// How long it is.
    pub period: Period,
    /// The clause that sets it.
    pub clause: String,
    /// Duty or window.
    pub effect: Effect,
    /// Whom it binds.
    pub bearer: Bearer,
    /// What stops it.
    pub stops: StopEvent,
    /// Yellow when no more than this is left.
    pub yellow: Period,
    /// When it started.
    pub started_at: Instant,
    /// From when it is counted, where that is not its start: the urgency changed since (TJ-9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_from: Option<Instant>,
    /// Calendar days by which it was lengthened (延期, TJ-9.3).
    #[serde(default, skip_serializing_if = "is_none")]
    pub extension_days: u32,
    /// When it stood still (中止), oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<ClockPause>,
    /// When it ends; while it stands still, when it would without that pause.
    pub due: Due,
    /// When its passing was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed_at: Option<Instant>,
    /// When it was stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<Instant>,
}

/// How a period stands. Recorded, or known from the present instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClockStatus {
    /// Runs, and there is time left.
    Running,
    /// Stands still (中止).
    Paused,
    /// A duty not done in time.
    Overdue,
    /// Done in time.
    Met,
    /// Done, but late.
    Missed,
    /// A right that has ended.
    Ended,
}

impl ClockStatus {
    /// As it stands in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Overdue => "overdue",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Ended => "ended",
        }
    }
}

impl Clock {
    /// What its end is counted from. A pause that lasts is taken out when it ends.
    #[must_use]
    pub fn count(&self) -> Count {
        let ended = self.pauses.iter().filter_map(|pause| {
            Some(Pause {
                from: pause.from,
                to: pause.to?,
            })
        });
        Count {
            start: self.counted_from.unwrap_or(self.started_at),
            period: self.period,
            extension_days: self.extension_days,
            pauses: ended.collect(),
        }
    }

    /// How it stands at this instant. A period ends at its bound: what happens at the bound is late.
    #[must_use]
    pub fn status(&self, now: Instant) -> ClockStatus {
        match (self.stopped_at, self.effect) {
            (Some(_), Effect::Window) => ClockStatus::Ended,
            (Some(stopped), Effect::Duty) if stopped < self.due.at => ClockStatus::Met,
            (Some(_), Effect::Duty) => ClockStatus::Missed,
            (None, _) if self.pause().is_some() => ClockStatus::Paused,
            (None, _) if now < self.due.at => ClockStatus::Running,
            (None, Effect::Duty) => ClockStatus::Overdue,
            (None, Effect::Window) => ClockStatus::Ended,
        }
    }

    /// How it is recorded to stand, whatever the hour: what the journal says and no more.
    #[must_use]
    pub fn recorded(&self) -> ClockStatus {
        let before_its_end = self.started_at.min(self.due.at.plus(-1));
        self.status(self.lapsed_at.unwrap_or(before_its_end))
    }

    /// Whether it still runs for somebody: not stopped, and not a right that has ended on record.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stopped_at.is_none() && !(self.effect == Effect::Window && self.lapsed_at.is_some())
    }
}

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
        // What runs from the approval starts with the next one.
        .filter(|rule| rule.starts != StartEvent::ReportApproved)
        .filter(|rule| rule.urgency.is_none() || rule.urgency == facts.urgency)
        .filter(|rule| !rule.real_name_only || facts.real_name)
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
            real_name: case
                .reporters
                .iter()
                .any(|one| one.real_name && one.withdrawn_at.is_none()),
            clocks: &case.clocks,
        }
    }
}

fn clock(rule: &ClockRule, at: Instant, so_far: &[Clock], context: &Context<'_>) -> Clock {
    let round = so_far.iter().filter(|clock| clock.kind == rule.kind).count();
    let clock = Clock {
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
        counted_from: None,
        extension_days: 0,
        pauses: Vec::new(),
        due: Due {
            at,
            last_day: None,
            provisional: false,
        },
        lapsed_at: None,
        stopped_at: None,
    };
    counted(clock, context.calendar)
}

/// The same period under another rule, counted from another instant.
pub(super) fn recounted(clock: &Clock, rule: &ClockRule, from: Instant, context: &Context<'_>) -> Clock {
    let again = Clock {
        name: rule.name.clone(),
        period: rule.period,
        clause: rule.clause.clone(),
        yellow: rule.yellow,
        counted_from: (from != clock.started_at).then_some(from),
        // What was granted for the other length is not granted for this one.
        extension_days: 0,
        lapsed_at: None,
        ..clock.clone()
    };
    counted(again, context.calendar)
}

/// The same period by another calendar, and by another rule if there is one; what was granted stays granted.
pub(super) fn recounted_by(clock: &Clock, rule: Option<&ClockRule>, calendar: &Calendar) -> Clock {
    let again = match rule {
        None => clock.clone(),
        Some(rule) => Clock {
            name: rule.name.clone(),
            period: rule.period,
            clause: rule.clause.clone(),
            yellow: rule.yellow,
            ..clock.clone()
        },
    };
    counted(again, calendar)
}

/// The same period, so many calendar days longer than it is.
pub(super) fn lengthened(clock: &Clock, days: u32, calendar: &Calendar) -> Clock {
    let longer = Clock {
        extension_days: clock.extension_days.saturating_add(days),
        lapsed_at: None,
        ..clock.clone()
    };
    counted(longer, calendar)
}

fn counted(clock: Clock, calendar: &Calendar) -> Clock {
    Clock {
        due: due(calendar, &clock.count()),
        ..clock
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_none(days: &u32) -> bool {
    *days == 0
}

/// The event that stops what runs until `by`, if anything does; what stands still is first counted to its end.
pub(super) fn stopped(by: StopEvent, case: &Case, context: &Context<'_>) -> Vec<Event> {
    let stops = |clock: &&Clock| clock.stops == by && clock.stopped_at.is_none();
    let stopping: Vec<&Clock> = case.clocks.iter().filter(stops).collect();
    let paused = stopping.iter().filter(|clock| clock.pause().is_some());
    let counted = paused.map(|clock| Event::ClockRecounted(clock.resumed(context.now, context.calendar)));
    let last = (!stopping.is_empty()).then_some(Event::ClocksStopped { by });
    counted.chain(last).collect()
}
