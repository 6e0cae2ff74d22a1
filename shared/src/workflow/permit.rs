//! Whether an action may be done now: by stage, role, unit and what happened before.
//!
//! Both sides rest on [`permit`]: the server through [`super::decide`], the browser through
//! [`super::available`]. So the button and the answer cannot disagree. What a command says (its fields)
//! is looked at afterwards, in `decide`.

use super::{
    Context,
    case::{Case, Handling, Progress},
    extension, pause,
    refusal::Refusal,
    stage::{Action, Stage, Urgency},
};
use crate::{
    access::{Actor, Role, Staff},
    problem::Bilingual,
};

/// Whether this actor may do this to the case as it stands.
///
/// # Errors
/// The [`Refusal`] that comes first: stage, then role, then unit, then person, then what is missing.
pub fn permit(case: &Case, actor: &Actor, action: Action, context: &Context<'_>) -> Result<(), Refusal> {
    let stage = case.stage();
    if !stages(action).contains(&stage) {
        return Err(Refusal::WrongStage { action, stage });
    }
    let needs = doers(action);
    match actor {
        // Only Anju itself records lateness, and nothing else (docs/deadlines.md).
        Actor::System if needs.is_anju() => {}
        // The receipt code opens one case.
        Actor::Reporter(theirs) if needs.reporter && *theirs == case.id => {}
        Actor::Staff(staff) if needs.roles.iter().any(|role| staff.is(*role)) => {
            same_unit(case, staff, needs.roles)?;
        }
        _ => return Err(Refusal::WrongRole { action, needs }),
    }
    preconditions(case, actor, action, context)
}

/// The stages of a case that is not closed: answered to the reporters in the last of them.
const OPEN: &[Stage] = &[
    Stage::Registered,
    Stage::SupplementRequested,
    Stage::Accepted,
    Stage::Assigned,
    Stage::Verifying,
    Stage::InternalReview,
    Stage::Replying,
    Stage::ClosureReview,
];
/// The stages before that.
const UNANSWERED: &[Stage] = OPEN.split_at(OPEN.len() - 1).0;

/// The stages in which an action has its place.
#[must_use]
pub const fn stages(action: Action) -> &'static [Stage] {
    use Stage as S;
    match action {
        Action::Accept
        | Action::Decline
        | Action::ConfirmDecline
        | Action::RejectDecline
        | Action::RequestSupplement => &[S::Registered],
        // Unasked too: whoever remembers more before it is decided may say so.
        Action::Supplement => &[S::Registered, S::SupplementRequested],
        Action::Dispatch => &[S::Accepted],
        Action::Reclassify => &[
            S::Accepted,
            S::Assigned,
            S::Verifying,
            S::InternalReview,
            S::Replying,
        ],
        Action::SignIn => &[S::Assigned],
        Action::RecordVisit
        | Action::AddEvidence
        | Action::RequestExtension
        | Action::EndorseExtension
        | Action::ApproveExtension
        | Action::RefuseExtension
        | Action::TellExtension
        | Action::SubmitVerification => &[S::Verifying],
        Action::RecordContact => &[S::Verifying, S::InternalReview, S::Replying],
        Action::PausePeriod | Action::ResumePeriod => {
            &[S::Verifying, S::InternalReview, S::Replying, S::ClosureReview]
        }
        Action::ApproveReport | Action::SendBackReport => &[S::InternalReview],
        Action::Reply | Action::SubmitFeedback => &[S::Replying],
        Action::Close | Action::SendBack => &[S::ClosureReview],
        Action::Withdraw => UNANSWERED,
        Action::SendMessage | Action::RecordLapse | Action::Recount => OPEN,
    }
}

/// Who may do an action. Nobody at all is Anju itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doers {
    /// The roles of staff, the foremost first.
    pub roles: &'static [Role],
    /// Whether a reporter may, by receipt code.
    pub reporter: bool,
}

impl Doers {
    const fn staff(roles: &'static [Role]) -> Self {
        Self {
            roles,
            reporter: false,
        }
    }

    const fn with_reporter(roles: &'static [Role]) -> Self {
        Self {
            roles,
            reporter: true,
        }
    }

    /// Whether only Anju itself does it.
    #[must_use]
    pub const fn is_anju(&self) -> bool {
        self.roles.is_empty() && !self.reporter
    }

    /// That only they do this.
    pub(super) fn only(&self, action: Action) -> Bilingual {
        if self.is_anju() {
            return Bilingual::new(
                format!("{}由系统自动办理", action.zh()),
                format!("“{}” is done by Anju itself", action.en()),
            );
        }
        let reporter = |word| self.reporter.then_some(word);
        let zh: Vec<_> = reporter("举报人")
            .into_iter()
            .chain(self.roles.iter().map(|role| role.zh()))
            .collect();
        let en: Vec<_> = reporter("reporter")
            .into_iter()
            .chain(self.roles.iter().map(|role| role.en()))
            .collect();
        Bilingual::new(
            format!("{}由{}办理", action.zh(), zh.join("、")),
            format!("“{}” is for the {} role", action.en(), en.join(" or ")),
        )
    }
}

/// Who may do it.
#[must_use]
pub const fn doers(action: Action) -> Doers {
    match action {
        Action::Accept
        | Action::Decline
        | Action::ConfirmDecline
        | Action::RejectDecline
        | Action::RequestSupplement => Doers::staff(&[Role::IntakeOfficer]),
        // The desk takes down what a reporter adds by telephone.
        Action::Supplement => Doers::with_reporter(&[Role::IntakeOfficer]),
        Action::Dispatch | Action::Reclassify | Action::Close | Action::SendBack => {
            Doers::staff(&[Role::Dispatcher])
        }
        Action::SignIn
        | Action::RecordVisit
        | Action::AddEvidence
        | Action::RecordContact
        | Action::RequestExtension
        | Action::TellExtension
        | Action::SubmitVerification
        | Action::Reply
        | Action::SubmitFeedback => Doers::staff(&[Role::Handler]),
        // The unit speaks once it has the case; the desk, which received it, always (首接负责, TJ-3.1).
        Action::SendMessage => Doers::with_reporter(&[Role::Handler, Role::IntakeOfficer]),
        Action::EndorseExtension | Action::ApproveReport | Action::SendBackReport => {
            Doers::staff(&[Role::UnitLeader])
        }
        Action::ApproveExtension => Doers::staff(&[Role::OfficeLeader, Role::Dispatcher]),
        Action::PausePeriod | Action::ResumePeriod => Doers::staff(&[Role::Dispatcher, Role::OfficeLeader]),
        Action::RefuseExtension => Doers::staff(&[Role::OfficeLeader, Role::Dispatcher, Role::UnitLeader]),
        Action::Withdraw => Doers::with_reporter(&[]),
        Action::RecordLapse | Action::Recount => Doers::staff(&[]),
    }
}

/// The foremost role that does it; none where only Anju itself or a reporter does.
#[must_use]
pub const fn role(action: Action) -> Option<Role> {
    match doers(action).roles {
        [first, ..] => Some(*first),
        [] => None,
    }
}

/// A unit acts on its own cases only.
fn same_unit(case: &Case, staff: &Staff, roles: &[Role]) -> Result<(), Refusal> {
    let of_office = |role: &Role| !matches!(role, Role::Handler | Role::UnitLeader);
    if roles.iter().any(|role| of_office(role) && staff.is(*role)) {
        return Ok(());
    }
    match case.handling() {
        Some(handling) if handling.assignment.unit == staff.unit => Ok(()),
        _ => Err(Refusal::OtherUnit),
    }
}

fn preconditions(case: &Case, actor: &Actor, action: Action, context: &Context<'_>) -> Result<(), Refusal> {
    match action {
        Action::Accept | Action::Decline | Action::RequestSupplement => no_proposal(case),
        Action::ConfirmDecline | Action::RejectDecline => second_person_for_proposal(case, actor, action),
        Action::SubmitVerification => with_handling(case, |handling| enough_evidence(handling, context)),
        Action::RequestExtension => extension::may_be_asked_for(case, context),
        Action::EndorseExtension => extension::may_be_endorsed(case, actor, action),
        Action::ApproveExtension => extension::may_be_decided(case, actor, action, context),
        Action::RefuseExtension => extension::may_be_refused(case, actor, action, context),
        Action::TellExtension => extension::may_be_told(case),
        Action::PausePeriod => pause::may_be_paused(case, actor, context),
        Action::ResumePeriod => pause::may_be_resumed(case, actor, context),
        Action::ApproveReport => {
            with_handling(case, |handling| second_person_for_report(handling, actor, action))
        }
        Action::Reply | Action::Withdraw if case.unanswered().next().is_none() => Err(Refusal::AllReplied),
        Action::SubmitFeedback => match case.unanswered().count() {
            0 => Ok(()),
            count => Err(Refusal::RepliesOutstanding { count }),
        },
        Action::Supplement
        | Action::Dispatch
        | Action::Reclassify
        | Action::SignIn
        | Action::RecordVisit
        | Action::AddEvidence
        | Action::RecordContact
        | Action::SendMessage
        | Action::SendBackReport
        | Action::Reply
        | Action::Withdraw
        | Action::Close
        | Action::SendBack
        | Action::RecordLapse
        | Action::Recount => Ok(()),
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
