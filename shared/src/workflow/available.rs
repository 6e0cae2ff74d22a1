//! Every action with its permission or refusal, in menu order: what the action panel draws.

use super::{
    Context,
    case::Case,
    pause::has_place,
    permit::{doers, permit, stages},
    refusal::Refusal,
    stage::Action,
};
use crate::access::Actor;

/// An action of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub action: Action,
    /// Whether it may be done now; if not, why.
    pub permitted: Result<(), Refusal>,
}

/// The panel of a case for an actor: what has its place at this stage or belongs to one of the actor's
/// roles, permitted or refused with the reason.
#[must_use]
pub fn available(case: &Case, actor: &Actor, context: &Context<'_>) -> Vec<Offer> {
    Action::ALL
        .iter()
        .copied()
        .filter(|action| concerns(case, actor, *action) && has_place(case, *action, context))
        .map(|action| Offer {
            action,
            permitted: permit(case, actor, action, context),
        })
        .collect()
}

/// What neither belongs to the stage nor to the person is left out; so is what no person of this kind ever does.
fn concerns(case: &Case, actor: &Actor, action: Action) -> bool {
    let doers = doers(action);
    let mine = match actor {
        Actor::Staff(staff) => doers.roles.iter().any(|role| staff.is(*role)),
        Actor::Reporter(_) => doers.reporter,
        _ => false,
    };
    let here = case.stage().is_open() && stages(action).contains(&case.stage());
    mine || (here && !doers.roles.is_empty())
}
