//! State + event → state. Total: an event that does not fit where the case stands does not move it. `decide` makes
//! none, and a journal that somebody else wrote breaks the chain, which `anju audit verify` names.

use super::{
    case::{Case, Handling, Progress, Return, Signature},
    clocks::Clock,
    event::{Event, Recorded, Registered},
    stage::Stage,
};
use crate::rules::ClockKind;

/// The case that a registration begins.
#[must_use]
pub fn begin(registered: &Registered) -> Case {
    Case {
        id: registered.id,
        number: registered.number.clone(),
        version: 1,
        intake: registered.intake.clone(),
        reporters: registered.reporters.clone(),
        progress: Progress::Registered { proposal: None },
        clocks: Vec::new(),
        messages: Vec::new(),
    }
}

/// The case after one more event.
#[must_use]
pub fn evolve(mut case: Case, recorded: &Recorded) -> Case {
    case.version = recorded.seq;
    match &recorded.event {
        Event::ClockStarted(clock) => case.clocks.push(clock.clone()),
        Event::ClockRecounted(clock) => replace(&mut case.clocks, clock),
        Event::Recounted(again) => {
            for clock in &again.clocks {
                replace(&mut case.clocks, clock);
            }
        }
        Event::PeriodPaused { kind, round, pause } => {
            let same = |one: &&mut Clock| (one.kind, one.round) == (*kind, *round);
            if let Some(clock) = running(&mut case.clocks).find(same) {
                clock.pauses.push(pause.clone());
            }
        }
        Event::ClocksStopped { by } => {
            for clock in running(&mut case.clocks).filter(|clock| clock.stops == *by) {
                clock.stopped_at = Some(recorded.at);
            }
        }
        Event::ClockLapsed { kind, round } => {
            for clock in
                running(&mut case.clocks).filter(|clock| (clock.kind, clock.round) == (*kind, *round))
            {
                clock.lapsed_at = Some(recorded.at);
            }
        }
        Event::Replied { reporter, reply } => {
            if let Some(reporter) = case.reporters.iter_mut().find(|one| one.id == *reporter) {
                reporter.reply = Some(reply.clone());
            }
        }
        Event::Reclassified(now) => {
            if let Some(acceptance) = case.acceptance_mut() {
                acceptance.urgency = now.urgency;
                acceptance.reasons.clone_from(&now.reasons);
            }
        }
        Event::Supplemented(message) | Event::MessageSent(message) => case.messages.push(message.clone()),
        Event::Withdrawn { reporter } => {
            if let Some(reporter) = case.reporters.iter_mut().find(|one| one.id == *reporter) {
                reporter.withdrawn_at = Some(recorded.at);
            }
        }
        _ => {}
    }
    if let Event::SentBack { .. } = recorded.event {
        // The matter is verified again, so each reporter is told again (逐一回复).
        case.reporters
            .iter_mut()
            .for_each(|reporter| reporter.reply = None);
    }
    case.progress = advance(case.progress, recorded);
    if case.reporters.iter().all(|one| one.withdrawn_at.is_some()) {
        case.progress = taken_back(case.progress, recorded);
    }
    case
}

/// The whole journal, folded.
#[must_use]
pub fn fold<'a>(mut journal: impl Iterator<Item = &'a Recorded>) -> Option<Case> {
    let first = journal.next()?;
    let Event::Registered(registered) = &first.event else {
        return None;
    };
    Some(journal.fold(begin(registered), evolve))
}

/// Puts what was counted again into the place of the same round of its kind.
fn replace(clocks: &mut [Clock], again: &Clock) {
    let same = |one: &&mut Clock| (one.kind, one.round) == (again.kind, again.round);
    if let Some(counted) = running(clocks).find(same) {
        *counted = again.clone();
    }
}

fn running(clocks: &mut [Clock]) -> impl Iterator<Item = &mut Clock> {
    clocks.iter_mut().filter(|clock| clock.stopped_at.is_none())
}

fn advance(progress: Progress, recorded: &Recorded) -> Progress {
    match (progress, &recorded.event) {
        (Progress::Registered { proposal: _ }, Event::DeclineProposed(proposal)) => Progress::Registered {
            proposal: Some(proposal.clone()),
        },
        (Progress::Registered { proposal: _ }, Event::DeclineRejected { .. }) => {
            Progress::Registered { proposal: None }
        }
        (
            Progress::Registered {
                proposal: Some(proposal),
            },
            Event::Declined,
        ) => Progress::Declined {
            proposal,
            confirmed_by: recorded.by.clone(),
            at: recorded.at,
        },
        (Progress::Registered { proposal: _ }, Event::SupplementRequested(request)) => {
            Progress::SupplementRequested(request.clone())
        }
        // Supplemented, or nobody answered in time: decided on what there is.
        (
            Progress::SupplementRequested(_),
            Event::Supplemented(_)
            | Event::ClockLapsed {
                kind: ClockKind::Supplement,
                round: _,
            },
        ) => Progress::Registered { proposal: None },
        (Progress::Registered { proposal: _ }, Event::Accepted(acceptance)) => {
            Progress::Accepted(acceptance.clone())
        }
        (Progress::Accepted(acceptance), Event::Dispatched(assignment)) => Progress::Assigned(Handling {
            acceptance,
            assignment: assignment.clone(),
            signed: None,
            visits: Vec::new(),
            evidence: Vec::new(),
            contacts: Vec::new(),
            report: None,
            feedback: None,
            extensions: Vec::new(),
            returns: Vec::new(),
        }),
        (Progress::Assigned(mut handling), Event::SignedIn) => {
            handling.signed = Some(Signature {
                by: recorded.by.clone(),
                at: recorded.at,
            });
            Progress::Verifying(handling)
        }
        (progress, event) => work(progress, event, recorded),
    }
}

/// What is not accepted is over when nobody upholds it; what is accepted is verified all the same (MEM-8.3).
fn taken_back(progress: Progress, recorded: &Recorded) -> Progress {
    match progress {
        Progress::Registered { .. } | Progress::SupplementRequested(_) => {
            Progress::Withdrawn { at: recorded.at }
        }
        progress => progress,
    }
}

/// What happens from the verification on.
fn work(progress: Progress, event: &Event, recorded: &Recorded) -> Progress {
    match (progress, event) {
        (Progress::Verifying(mut handling), Event::VisitRecorded(visit)) => {
            handling.visits.push(visit.clone());
            Progress::Verifying(handling)
        }
        (Progress::Verifying(mut handling), Event::EvidenceAdded(evidence)) => {
            handling.evidence.push(evidence.clone());
            Progress::Verifying(handling)
        }
        (mut progress, Event::ContactRecorded(contact)) => {
            if let Progress::Verifying(handling)
            | Progress::InternalReview(handling)
            | Progress::Replying(handling) = &mut progress
            {
                handling.contacts.push(contact.clone());
            }
            progress
        }
        (
            Progress::Verifying(handling),
            event @ (Event::ExtensionRequested(_)
            | Event::ExtensionEndorsed
            | Event::ExtensionDecided(_)
            | Event::ExtensionTold { .. }),
        ) => Progress::Verifying(extended(handling, event, recorded)),
        (Progress::Verifying(mut handling), Event::VerificationSubmitted(report)) => {
            handling.report = Some(report.clone());
            Progress::InternalReview(handling)
        }
        (Progress::InternalReview(handling), Event::ReportApproved) => Progress::Replying(handling),
        (Progress::InternalReview(handling), Event::ReportSentBack { reasons }) => {
            Progress::Verifying(sent_back(handling, Stage::InternalReview, reasons, recorded))
        }
        (Progress::Replying(mut handling), Event::FeedbackSubmitted(feedback)) => {
            handling.feedback = Some(feedback.clone());
            Progress::ClosureReview(handling)
        }
        (Progress::ClosureReview(handling), Event::Closed(closing)) => Progress::Closed {
            handling,
            closing: closing.clone(),
        },
        (Progress::ClosureReview(handling), Event::SentBack { reasons }) => {
            Progress::Verifying(sent_back(handling, Stage::ClosureReview, reasons, recorded))
        }
        (progress, _) => progress,
    }
}

fn extended(mut handling: Handling, event: &Event, recorded: &Recorded) -> Handling {
    match (handling.extensions.last_mut(), event) {
        (_, Event::ExtensionRequested(request)) => handling.extensions.push(request.clone()),
        (Some(request), Event::ExtensionEndorsed) => {
            request.endorsed = Some(Signature {
                by: recorded.by.clone(),
                at: recorded.at,
            });
        }
        (Some(request), Event::ExtensionDecided(decision)) => request.decision = Some(decision.clone()),
        (Some(request), Event::ExtensionTold { at, .. }) => request.told_at = Some(*at),
        _ => {}
    }
    handling
}

fn sent_back(mut handling: Handling, from: Stage, reasons: &str, recorded: &Recorded) -> Handling {
    handling.report = None;
    handling.feedback = None;
    handling.returns.push(Return {
        from,
        reasons: reasons.to_owned(),
        by: recorded.by.clone(),
        at: recorded.at,
    });
    handling
}
