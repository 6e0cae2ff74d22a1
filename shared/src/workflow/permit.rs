//! Whether an action may be done now: by stage, role, unit and what happened before.
//!
//! Both sides rest on [`permit`]: the server through [`super::decide`], the browser through
//! [`super::available`]. So the button and the answer cannot disagree. What a command says (its fields)
//! is looked at afterwards, in `decide`.

use super::{
    Context,
    case::{Case, Handling, Progress},
    refusal::Refusal,
    stage::{Action, Stage, Urgency},
};
use crate::access::{Actor, Role, Staff};

/// Whether this actor may do this to the case as it stands.
///
/// # Errors
/// The [`Refusal`] that comes first: stage, then role, then unit, then person, then what is missing.
pub fn permit(case: &Case, actor: &Actor, action: Action, context: &Context<'_>) -> Result<(), Refusal> {
    let stage = case.stage();
    if !stages(action).contains(&stage) {
        return Err(Refusal::WrongStage { action, stage });
    }
    match (role(action), actor) {
        // Only Anju itself records lateness, and nothing else (docs/deadlines.md).
        (None, Actor::System) => {}
        (Some(role), Actor::Staff(staff)) if staff.is(role) => same_unit(case, staff, role)?,
        (needs, _) => return Err(Refusal::WrongRole { action, needs }),
    }
    preconditions(case, actor, action, context)
}

/// The stages in which an action has its place.
#[must_use]
pub const fn stages(action: Action) -> &'static [Stage] {
    use Stage as S;
    match action {
        Action::Accept | Action::Decline | Action::ConfirmDecline | Action::RejectDecline => &[S::Registered],
        Action::Dispatch => &[S::Accepted],
        Action::SignIn => &[S::Assigned],
        Action::RecordVisit | Action::AddEvidence | Action::SubmitVerification => &[S::Verifying],
        Action::RecordContact => &[S::Verifying, S::InternalReview, S::Replying],
        Action::ApproveReport | Action::SendBackReport => &[S::InternalReview],
        Action::Reply | Action::SubmitFeedback => &[S::Replying],
        Action::Close | Action::SendBack => &[S::ClosureReview],
        Action::RecordLapse => &[
            S::Registered,
            S::Accepted,
            S::Assigned,
            S::Verifying,
            S::InternalReview,
            S::Replying,
            S::ClosureReview,
        ],
    }
}

/// The role that may do it; `None` is Anju itself.
#[must_use]
pub const fn role(action: Action) -> Option<Role> {
    Some(match action {
        Action::Accept | Action::Decline | Action::ConfirmDecline | Action::RejectDecline => {
            Role::IntakeOfficer
        }
        Action::Dispatch | Action::Close | Action::SendBack => Role::Dispatcher,
        Action::SignIn
        | Action::RecordVisit
        | Action::AddEvidence
        | Action::RecordContact
        | Action::SubmitVerification
        | Action::Reply
        | Action::SubmitFeedback => Role::Handler,
        Action::ApproveReport | Action::SendBackReport => Role::UnitLeader,
        Action::RecordLapse => return None,
    })
}

/// A unit acts on its own cases only.
fn same_unit(case: &Case, staff: &Staff, role: Role) -> Result<(), Refusal> {
    if !matches!(role, Role::Handler | Role::UnitLeader) {
        return Ok(());
    }
    match case.handling() {
        Some(handling) if handling.assignment.unit == staff.unit => Ok(()),
        _ => Err(Refusal::OtherUnit),
    }
}

fn preconditions(case: &Case, actor: &Actor, action: Action, context: &Context<'_>) -> Result<(), Refusal> {
    match action {
        Action::Accept | Action::Decline => no_proposal(case),
        Action::ConfirmDecline | Action::RejectDecline => second_person_for_proposal(case, actor, action),
        Action::SubmitVerification => with_handling(case, |handling| enough_evidence(handling, context)),
        Action::ApproveReport => {
            with_handling(case, |handling| second_person_for_report(handling, actor, action))
        }
        Action::Reply if case.unanswered().next().is_none() => Err(Refusal::AllReplied),
        Action::SubmitFeedback => match case.unanswered().count() {
            0 => Ok(()),
            count => Err(Refusal::RepliesOutstanding { count }),
        },
        Action::Dispatch
        | Action::SignIn
        | Action::RecordVisit
        | Action::AddEvidence
        | Action::RecordContact
        | Action::SendBackReport
        | Action::Reply
        | Action::Close
        | Action::SendBack
        | Action::RecordLapse => Ok(()),
    }
}

fn with_handling(case: &Case, check: impl FnOnce(&Handling) -> Result<(), Refusal>) -> Result<(), Refusal> {
    case.handling().map_or(Ok(()), check)
}

fn no_proposal(case: &Case) -> Result<(), Refusal> {
    match &case.progress {
        Progress::Registered { proposal: Some(_) } => Err(Refusal::DeclinePending),
        _ => Ok(()),
    }
}

/// TJ-7.3 says 可以: a discretion, so the handler and a reviewer (requirements, TJ-7.3).
fn second_person_for_proposal(case: &Case, actor: &Actor, action: Action) -> Result<(), Refusal> {
    let Progress::Registered {
        proposal: Some(proposal),
    } = &case.progress
    else {
        return Err(Refusal::NoProposal);
    };
    if proposal.by.user() == actor.reference().user() {
        return Err(Refusal::SamePerson { action });
    }
    Ok(())
}

/// Who wrote the report does not also approve it.
fn second_person_for_report(handling: &Handling, actor: &Actor, action: Action) -> Result<(), Refusal> {
    let author = handling.report.as_ref().and_then(|report| report.by.user());
    if author.is_some() && author == actor.reference().user() {
        return Err(Refusal::SamePerson { action });
    }
    Ok(())
}

/// True or not, proof is attached (TJ-10.4); an urgent hazard is gone, and that is proved too (TJ-9.2).
fn enough_evidence(handling: &Handling, context: &Context<'_>) -> Result<(), Refusal> {
    let least = context.profile.least_evidence;
    if u32::try_from(handling.evidence.len()).unwrap_or(u32::MAX) < least {
        return Err(Refusal::EvidenceMissing { least });
    }
    let urgent = handling.acceptance.urgency == Urgency::Urgent;
    if urgent && !handling.evidence.iter().any(|item| item.hazard_removed) {
        return Err(Refusal::HazardProofMissing);
    }
    Ok(())
}
