//! What a case waits for: the next action on its way, and so whose turn it is (工作台).
//!
//! What may be done besides is said by [`super::available`]; whether it may be done now, by [`permit`].

use super::{
    Context,
    case::{Case, Progress},
    permit::{permit, role},
    stage::Action,
};
use crate::{
    access::{Actor, Role},
    ids::UserId,
};

/// What a case waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The action that takes it on.
    pub action: Action,
    /// The first of two persons, who cannot also be the second.
    pub not_by: Option<UserId>,
}

impl Turn {
    /// The role whose turn it is.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        role(self.action)
    }
}

/// What the case waits for; nothing once it is done.
#[must_use]
pub fn turn(case: &Case) -> Option<Turn> {
    let anybody = |action| Turn { action, not_by: None };
    Some(match &case.progress {
        Progress::Registered { proposal: None } => anybody(Action::Accept),
        Progress::Registered {
            proposal: Some(proposal),
        } => Turn {
            action: Action::ConfirmDecline,
            not_by: proposal.by.user(),
        },
        // The reporter's turn; the desk takes down what comes by telephone.
        Progress::SupplementRequested(_) => anybody(Action::Supplement),
        Progress::Accepted(_) => anybody(Action::Dispatch),
        Progress::Assigned(_) => anybody(Action::SignIn),
        // Whoever verifies goes on meanwhile; but what is owed next is the decision.
        Progress::Verifying(handling) => match handling.pending_extension() {
            Some(request) => Turn {
                action: match request.endorsed {
                    None => Action::EndorseExtension,
                    Some(_) => Action::ApproveExtension,
                },
                not_by: request.by.user(),
            },
            None if handling.untold_extension().is_some() => anybody(Action::TellExtension),
            None => anybody(Action::SubmitVerification),
        },
        Progress::InternalReview(handling) => Turn {
            action: Action::ApproveReport,
            not_by: handling.report.as_ref().and_then(|report| report.by.user()),
        },
        Progress::Replying(_) if case.unanswered().next().is_some() => anybody(Action::Reply),
        Progress::Replying(_) => anybody(Action::SubmitFeedback),
        Progress::ClosureReview(_) => anybody(Action::Close),
        Progress::Declined { .. } | Progress::Withdrawn { .. } | Progress::Closed { .. } => return None,
    })
}

/// The next thing that this actor does to the case: what it waits for, or what that still lacks.
#[must_use]
pub fn next_action(case: &Case, actor: &Actor, context: &Context<'_>) -> Option<Action> {
    let waits = turn(case)?.action;
    let before: &[Action] = match &case.progress {
        // A report rests on a visit and on proof (TJ-10.1, TJ-10.4).
        Progress::Verifying(handling) if handling.visits.is_empty() => &[Action::RecordVisit],
        Progress::Verifying(_) => &[Action::SubmitVerification, Action::AddEvidence],
        _ => &[],
    };
    let ways = before.iter().copied().chain([waits]);
    ways.into_iter()
        .find(|action| permit(case, actor, *action, context).is_ok())
}
