//! 中止: a period that stands still for the reason that its rule knows, until the office lets it run again. What stood
//! still is taken out of the count when it ends (docs/deadlines.md, rule 8); nothing runs again by itself.
//!
//! Which period may pause, for what, who decides and under which clause stand in the rule of the period.

use super::{
    Context,
    case::Case,
    clocks::Clock,
    command::{PausePeriod, ResumePeriod},
    decide::Desk,
    event::Event,
    fields::Fields,
    refusal::Refusal,
    stage::Action,
};
use crate::{
    access::{Actor, ActorRef, Role},
    calendar::Calendar,
    deadlines::{Count, Pause, due},
    problem::Bilingual,
    rules::{Approver, ClockKind, PauseRule},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// A time during which a period stood still, or still does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClockPause {
    /// The reason that the rule knows.
    pub reason: Bilingual,
    /// The clause that permits it.
    pub clause: String,
    /// Why it is given here.
    pub grounds: String,
    /// From when.
    pub from: Instant,
    /// Until when; while it lasts, none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Instant>,
    /// By whom.
    pub by: ActorRef,
}

/// Why a period does not stand still, or is not let run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseRefusal {
    /// The rules know no pause of this period.
    NotPermitted,
    /// Nothing is left that a pause could take out.
    TooLate,
    /// It stands still already.
    AlreadyPaused,
    /// It does not stand still.
    NotPaused,
    /// The rules name somebody else to decide.
    NotApprover,
}

impl PauseRefusal {
    /// Stable code for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPermitted => "pause_not_permitted",
            Self::TooLate => "pause_too_late",
            Self::AlreadyPaused => "already_paused",
            Self::NotPaused => "not_paused",
            Self::NotApprover => "pause_not_approver",
        }
    }

    /// The refusal as a sentence.
    #[must_use]
    pub fn message(self) -> Bilingual {
        let (zh, en) = match self {
            Self::NotPermitted => (
                "办理规则没有允许中止该时限的规定",
                "No rule permits this period to stand still",
            ),
            Self::TooLate => (
                "期限已届满，或今日即为最后一日：中止自次日起扣除，已无可扣除",
                "The period is over, or today is its last day: a pause takes out the days after the one on which it begins",
            ),
            Self::AlreadyPaused => ("该时限已中止", "This period stands still already"),
            Self::NotPaused => ("该时限没有中止", "This period does not stand still"),
            Self::NotApprover => (
                "中止、恢复该时限须由安委办负责人办理",
                "Pausing and resuming this period are for the head of the office",
            ),
        };
        Bilingual::new(zh, en)
    }
}

impl Clock {
    /// The pause that lasts.
    #[must_use]
    pub fn pause(&self) -> Option<&ClockPause> {
        self.pauses.last().filter(|pause| pause.to.is_none())
    }

    /// The end towards which it runs; while it stands still, none.
    #[must_use]
    pub fn runs_to(&self) -> Option<Instant> {
        self.pause().is_none().then_some(self.due.at)
    }

    /// What its end would be counted from if the pause that lasts ended at this instant.
    #[must_use]
    pub fn count_at(&self, now: Instant) -> Count {
        let lasting = self.pause().map(|pause| Pause {
            from: pause.from,
            to: now.max(pause.from),
        });
        let mut count = self.count();
        count.pauses.extend(lasting);
        count
    }

    /// The same period after the pause that lasts has ended.
    pub(super) fn resumed(&self, at: Instant, calendar: &Calendar) -> Self {
        let mut again = self.clone();
        if let Some(pause) = again.pauses.last_mut().filter(|pause| pause.to.is_none()) {
            pause.to = Some(at.max(pause.from));
        }
        again.due = due(calendar, &again.count());
        again
    }

    /// Whether a pause that began now could lengthen it: the day on which it begins counts.
    fn has_time_to_pause(&self, context: &Context<'_>) -> bool {
        let mut paused = self.count();
        paused.pauses.push(Pause {
            from: context.now,
            to: context.now.plus(A_YEAR),
        });
        context.now < self.due.at && self.due.at < due(context.calendar, &paused).at
    }
}

const A_YEAR: i64 = 366 * 86_400;

/// The running periods that the rules let stand still, each with its rule, the first to end before the others, and
/// whether this person may let them now.
#[must_use]
pub fn pausable<'a>(
    case: &'a Case,
    actor: &Actor,
    context: &Context<'a>,
) -> Vec<(&'a Clock, &'a PauseRule, Result<(), PauseRefusal>)> {
    let each = ruled(case, context);
    let mut periods: Vec<_> = each
        .map(|(clock, rule)| (clock, rule, may_pause(clock, rule, actor, context)))
        .collect();
    periods.sort_by_key(|(clock, ..)| clock.due.at);
    periods
}

/// The periods that stand still, each with its pause and whether this person may let them run.
#[must_use]
pub fn resumable<'a>(
    case: &'a Case,
    actor: &Actor,
    context: &Context<'_>,
) -> Vec<(&'a Clock, &'a ClockPause, Result<(), PauseRefusal>)> {
    let may = |clock: &Clock| decides(rule(case, clock.kind, context), actor);
    let still = paused(case).filter_map(|clock| Some((clock, clock.pause()?, may(clock))));
    still.collect()
}

fn ruled<'a>(case: &'a Case, context: &Context<'a>) -> impl Iterator<Item = (&'a Clock, &'a PauseRule)> {
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    running.filter_map(|clock| Some((clock, rule(case, clock.kind, context)?)))
}

fn paused(case: &Case) -> impl Iterator<Item = &Clock> {
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    running.filter(|clock| clock.pause().is_some())
}

fn rule<'a>(case: &Case, kind: ClockKind, context: &Context<'a>) -> Option<&'a PauseRule> {
    context.profile.clock(kind, case.urgency())?.pause.as_ref()
}

/// Whether the action is worth a line of the panel: where no rule knows a pause, nobody reads about pauses.
pub(super) fn has_place(case: &Case, action: Action, context: &Context<'_>) -> bool {
    match action {
        Action::PausePeriod => ruled(case, context).next().is_some(),
        Action::ResumePeriod => paused(case).next().is_some(),
        _ => true,
    }
}

/// Whether this person may let any period stand still now.
pub(super) fn may_be_paused(case: &Case, actor: &Actor, context: &Context<'_>) -> Result<(), Refusal> {
    let periods = pausable(case, actor, context).into_iter();
    first_that_may(periods.map(|(.., may)| may), PauseRefusal::NotPermitted)
}

/// Whether this person may let any period run again.
pub(super) fn may_be_resumed(case: &Case, actor: &Actor, context: &Context<'_>) -> Result<(), Refusal> {
    let otherwise = match ruled(case, context).next() {
        None => PauseRefusal::NotPermitted,
        Some(_) => PauseRefusal::NotPaused,
    };
    let periods = resumable(case, actor, context).into_iter();
    first_that_may(periods.map(|(.., may)| may), otherwise)
}

/// One that may is enough; if none may, the reason of a period on which this person decides tells more than that they
/// do not decide on another.
fn first_that_may(
    each: impl Iterator<Item = Result<(), PauseRefusal>>,
    otherwise: PauseRefusal,
) -> Result<(), Refusal> {
    let mut found = None;
    for one in each {
        match (one, found) {
            (Ok(()), _) => return Ok(()),
            (Err(why), None | Some(PauseRefusal::NotApprover)) => found = Some(why),
            (Err(_), Some(_)) => {}
        }
    }
    Err(Refusal::Pause(found.unwrap_or(otherwise)))
}

fn may_pause(
    clock: &Clock,
    rule: &PauseRule,
    actor: &Actor,
    context: &Context<'_>,
) -> Result<(), PauseRefusal> {
    if clock.pause().is_some() {
        return Err(PauseRefusal::AlreadyPaused);
    }
    if !clock.has_time_to_pause(context) {
        return Err(PauseRefusal::TooLate);
    }
    decides(Some(rule), actor)
}

/// The office, or its leader alone. What stands still under rules that no longer know of it, the office lets run.
fn decides(rule: Option<&PauseRule>, actor: &Actor) -> Result<(), PauseRefusal> {
    match rule.map(|rule| rule.approver) {
        None | Some(Approver::Office) => Ok(()),
        Some(_) if actor.staff().is_some_and(|staff| staff.is(Role::OfficeLeader)) => Ok(()),
        Some(_) => Err(PauseRefusal::NotApprover),
    }
}

impl Desk<'_> {
    pub(super) fn pause_period(&self, pause: PausePeriod) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let grounds = fields.narrative("grounds", &pause.grounds);
        let mut periods = ruled(self.case, self.context);
        let Some((clock, rule)) = periods.find(|(clock, _)| clock.kind == pause.kind) else {
            return wrong_kind(fields, PauseRefusal::NotPermitted);
        };
        fields.done()?;
        may_pause(clock, rule, self.actor, self.context).map_err(Refusal::Pause)?;
        Ok(vec![Event::PeriodPaused {
            kind: clock.kind,
            round: clock.round,
            pause: ClockPause {
                reason: rule.reason.clone(),
                clause: rule.clause.clone(),
                grounds,
                from: self.context.now,
                to: None,
                by: self.by(),
            },
        }])
    }

    pub(super) fn resume_period(&self, resume: ResumePeriod) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let grounds = fields.narrative("grounds", &resume.grounds);
        let Some(clock) = paused(self.case).find(|clock| clock.kind == resume.kind) else {
            return wrong_kind(fields, PauseRefusal::NotPaused);
        };
        fields.done()?;
        decides(rule(self.case, clock.kind, self.context), self.actor).map_err(Refusal::Pause)?;
        Ok(vec![
            Event::PeriodResumed {
                kind: clock.kind,
                round: clock.round,
                grounds,
            },
            Event::ClockRecounted(clock.resumed(self.context.now, self.context.calendar)),
        ])
    }
}

fn wrong_kind(mut fields: Fields, why: PauseRefusal) -> Result<Vec<Event>, Refusal> {
    let message = why.message();
    fields.fault("kind", why.code(), &message.zh, &message.en);
    fields.done().map(|()| Vec::new())
}
