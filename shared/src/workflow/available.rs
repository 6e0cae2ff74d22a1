//! Every action with its permission or refusal, in menu order: what the action panel draws.

use super::{
    Context,
    case::Case,
    permit::{permit, role, stages},
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
        .filter(|action| concerns(case, actor, *action))
        .map(|action| Offer {
            action,
            permitted: permit(case, actor, action, context),
        })
        .collect()
}

/// What neither belongs to the stage nor to the person is left out; Anju's own action always is.
fn concerns(case: &Case, actor: &Actor, action: Action) -> bool {
    let Some(role) = role(action) else { return false };
    let mine = actor.staff().is_some_and(|staff| staff.is(role));
    mine || (case.stage().is_open() && stages(action).contains(&case.stage()))
}
