//! 延期: a period that is lengthened. Whoever verifies asks for it before it has passed, the unit's leader endorses
//! what leaves the unit, whom the rules name decides; and where the clause wants the reporters told, it takes effect
//! when they have been (TJ-9.3, MEM-7.5, AH-2.2b).
//!
//! The number of days, the approver and the clause stand in the rule of the period.

use super::{
    Context,
    case::{Case, Handling, Signature},
    clocks::{Clock, lengthened},
    command::{ApproveExtension, Reasons, RequestExtension, TellExtension},
    decide::Desk,
    event::Event,
    fields::Fields,
    refusal::Refusal,
    stage::Action,
};
use crate::{
    access::{Actor, ActorRef, Role},
    deadlines::{Due, due},
    rules::{Approver, ClockKind, Extension, ExtensionAsked, ExtensionRefusal},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// An extension that was asked for, and what became of it (延期申请与批复).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExtensionRequest {
    /// Of which period.
    pub kind: ClockKind,
    /// By so many calendar days more.
    pub days: u32,
    /// Why.
    pub reasons: String,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
    /// The unit's leader agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endorsed: Option<Signature>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<ExtensionDecision>,
    /// When the reporters had been told, which some clauses make its beginning (MEM-7.5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<Instant>,
}

/// The decision on an extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExtensionDecision {
    /// Whether it was granted.
    pub granted: bool,
    /// Why, or on what conditions.
    pub opinion: String,
    /// Number of the document in which another authority granted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Whether the reporters have to be told before it takes effect.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_be_told: bool,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

impl ExtensionRequest {
    /// Whether it was granted and waits for the reporters to be told.
    #[must_use]
    pub fn waits_to_be_told(&self) -> bool {
        let decided = self.decision.as_ref();
        decided.is_some_and(|decision| decision.granted && decision.to_be_told) && self.told_at.is_none()
    }
}

impl Handling {
    /// The extension that waits for a decision.
    #[must_use]
    pub fn pending_extension(&self) -> Option<&ExtensionRequest> {
        self.extensions.last().filter(|one| one.decision.is_none())
    }

    /// The extension that was granted and of which the reporters are to be told.
    #[must_use]
    pub fn untold_extension(&self) -> Option<&ExtensionRequest> {
        self.extensions.last().filter(|one| one.waits_to_be_told())
    }
}

/// The periods that may be lengthened now, the first to end before the others, each with its rule and by how many days
/// at most.
#[must_use]
pub fn extendable<'a>(case: &'a Case, context: &Context<'a>) -> Vec<(&'a Clock, &'a Extension, u32)> {
    let running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    let with_rules = running.filter_map(|clock| {
        let rule = rule(case, clock.kind, context)?;
        let left = rule.most.saturating_sub(clock.extension_days);
        (left > 0).then_some((clock, rule, left))
    });
    let mut periods: Vec<_> = with_rules.collect();
    periods.sort_by_key(|(clock, ..)| clock.due.at);
    periods
}

fn rule<'a>(case: &Case, kind: ClockKind, context: &Context<'a>) -> Option<&'a Extension> {
    context.profile.clock(kind, case.urgency())?.extension.as_ref()
}

/// Whether an extension may be asked for at all.
pub(super) fn may_be_asked_for(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    let handling = case.handling();
    if handling.is_some_and(|one| one.pending_extension().is_some() || one.untold_extension().is_some()) {
        return Err(Refusal::ExtensionPending);
    }
    let periods = extendable(case, context);
    if periods.is_empty() {
        return Err(Refusal::Extension(ExtensionRefusal::NotExtendable));
    }
    let over = |(clock, rule, _): &(&Clock, &Extension, u32)| {
        rule.is_over(due(context.calendar, &clock.count_at(context.now)), context.now)
    };
    match periods.iter().all(over) {
        true => Err(Refusal::Extension(ExtensionRefusal::TooLate)),
        false => Ok(()),
    }
}

/// Whether this person may endorse it: the leader, who did not ask for it.
pub(super) fn may_be_endorsed(case: &Case, actor: &Actor, action: Action) -> Result<(), Refusal> {
    match pending(case)? {
        request if request.endorsed.is_some() => Err(Refusal::NoExtension),
        request => not_both(&request.by, actor, action),
    }
}

/// Whether this person may decide on it: after the unit's leader, in the role that the rule names.
pub(super) fn may_be_decided(
    case: &Case,
    actor: &Actor,
    action: Action,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let request = pending(case)?;
    let Some(endorsed) = &request.endorsed else {
        return Err(Refusal::ExtensionNotEndorsed);
    };
    not_both(&request.by, actor, action)?;
    not_both(&endorsed.by, actor, action)?;
    match rule(case, request.kind, context).map(|rule| rule.approver) {
        Some(Approver::Office) => Ok(()),
        // What a higher authority decides is put on record by the head of the office.
        _ if actor.staff().is_some_and(|staff| staff.is(Role::OfficeLeader)) => Ok(()),
        _ => Err(Refusal::NotApprover),
    }
}

/// Whether this person may refuse it: whoever could take it further.
pub(super) fn may_be_refused(
    case: &Case,
    actor: &Actor,
    action: Action,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let of_unit = actor.staff().is_some_and(|staff| staff.is(Role::UnitLeader));
    match pending(case)?.endorsed {
        None if of_unit => may_be_endorsed(case, actor, action),
        _ => may_be_decided(case, actor, action, context),
    }
}

/// Whether there is one of which the reporters are to be told.
pub(super) fn may_be_told(case: &Case) -> Result<(), Refusal> {
    let untold = case.handling().and_then(Handling::untold_extension);
    untold.map(drop).ok_or(Refusal::NoExtension)
}

const NOT_EXTENDABLE: Refusal = Refusal::Extension(ExtensionRefusal::NotExtendable);

fn pending(case: &Case) -> Result<&ExtensionRequest, Refusal> {
    let pending = case.handling().and_then(Handling::pending_extension);
    pending.ok_or(Refusal::NoExtension)
}

fn not_both(before: &ActorRef, now: &Actor, action: Action) -> Result<(), Refusal> {
    match before.user().is_some() && before.user() == now.reference().user() {
        true => Err(Refusal::SamePerson { action }),
        false => Ok(()),
    }
}

/// The end that a running period would have if so many days more were asked for now.
///
/// # Errors
/// Why they could not be.
pub fn foreseen_extension(
    case: &Case,
    kind: ClockKind,
    days: u32,
    context: &Context<'_>,
) -> Result<Due, ExtensionRefusal> {
    let asked = running(case, kind).zip(rule(case, kind, context));
    let (clock, rule) = asked.ok_or(ExtensionRefusal::NotExtendable)?;
    lengthen(case, (clock, rule, days), context.now, context)
}

/// The end of a period if so many days more are asked for at this instant. An internal one never passes the statutory
/// one, which only the next higher authority moves (MEM-7.5).
fn lengthen(
    case: &Case,
    (clock, rule, days): (&Clock, &Extension, u32),
    at: Instant,
    context: &Context<'_>,
) -> Result<Due, ExtensionRefusal> {
    let outer = running(case, ClockKind::Statutory).filter(|_| clock.kind != ClockKind::Statutory);
    let asked = ExtensionAsked {
        // What stands still is counted as if it ran again at that instant.
        running: &clock.count_at(at),
        statutory: outer.map(|outer| due(context.calendar, &outer.count_at(context.now))),
        days,
        at,
    };
    rule.lengthened(context.calendar, &asked)
}

impl Desk<'_> {
    pub(super) fn request_extension(&self, asked: RequestExtension) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let reasons = fields.narrative("reasons", &asked.reasons);
        let clock = running(self.case, asked.kind);
        let rule = rule(self.case, asked.kind, self.context);
        let (Some(clock), Some(rule)) = (clock, rule) else {
            let why = ExtensionRefusal::NotExtendable.message();
            fields.fault("kind", "not_extendable", &why.zh, &why.en);
            return fields.done().map(|()| Vec::new());
        };
        if asked.days == 0 {
            fields.fault("days", "too_few", "至少 1 日", "At least one day");
        }
        let possible = lengthen(
            self.case,
            (clock, rule, asked.days),
            self.context.now,
            self.context,
        );
        if let Err(why @ ExtensionRefusal::TooLong { .. }) = possible {
            let message = why.message();
            fields.fault("days", why.code(), &message.zh, &message.en);
        }
        fields.done()?;
        possible.map_err(Refusal::Extension)?;
        Ok(vec![Event::ExtensionRequested(ExtensionRequest {
            kind: asked.kind,
            days: asked.days,
            reasons,
            by: self.by(),
            at: self.context.now,
            endorsed: None,
            decision: None,
            told_at: None,
        })])
    }

    pub(super) fn approve_extension(&self, approve: ApproveExtension) -> Result<Vec<Event>, Refusal> {
        let request = pending(self.case)?;
        let rule = rule(self.case, request.kind, self.context).ok_or(NOT_EXTENDABLE)?;
        let mut fields = Fields::default();
        let opinion = fields.narrative("opinion", &approve.opinion);
        let document = fields.optional("document", approve.document.as_deref());
        if document.is_none() && matches!(rule.approver, Approver::HigherAuthority | Approver::Government) {
            fields.fault(
                "document",
                "missing",
                &format!("须由{}批准，请填写批准文号", rule.approver.zh()),
                &format!("{} decides: give the number of its document", rule.approver.en()),
            );
        }
        fields.done()?;
        let clock = running(self.case, request.kind).ok_or(NOT_EXTENDABLE)?;
        // It was asked for in time, however long the decision took.
        lengthen(self.case, (clock, rule, request.days), request.at, self.context)
            .map_err(Refusal::Extension)?;
        // Nobody waits to be told where everybody took the report back.
        let to_be_told = rule.told && self.case.unanswered().next().is_some();
        let granted = Event::ExtensionDecided(ExtensionDecision {
            granted: true,
            opinion,
            document,
            to_be_told,
            by: self.by(),
            at: self.context.now,
        });
        let longer = (!to_be_told).then(|| lengthened(clock, request.days, self.context.calendar));
        Ok(std::iter::once(granted)
            .chain(longer.map(Event::ClockRecounted))
            .collect())
    }

    pub(super) fn refuse_extension(&self, reasons: Reasons) -> Result<Vec<Event>, Refusal> {
        Ok(vec![Event::ExtensionDecided(ExtensionDecision {
            granted: false,
            opinion: self.reasons(reasons)?,
            document: None,
            to_be_told: false,
            by: self.by(),
            at: self.context.now,
        })])
    }

    pub(super) fn tell_extension(&self, tell: TellExtension) -> Result<Vec<Event>, Refusal> {
        let untold = self.case.handling().and_then(Handling::untold_extension);
        let request = untold.ok_or(Refusal::NoExtension)?;
        let mut fields = Fields::default();
        fields.handled("at", tell.at, self.case, self.context.now);
        let summary = fields.narrative("summary", &tell.summary);
        fields.done()?;
        let told = Event::ExtensionTold {
            means: tell.means,
            at: tell.at,
            summary,
        };
        let longer = running(self.case, request.kind)
            .map(|clock| lengthened(clock, request.days, self.context.calendar));
        Ok(std::iter::once(told)
            .chain(longer.map(Event::ClockRecounted))
            .collect())
    }
}

fn running(case: &Case, kind: ClockKind) -> Option<&Clock> {
    case.clocks
        .iter()
        .find(|clock| clock.kind == kind && clock.stopped_at.is_none())
}
