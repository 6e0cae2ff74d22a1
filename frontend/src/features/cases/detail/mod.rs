//! 办件: one case with its clocks, what happened, what is known, and what may be done.
//!
//! Not here: what may be done and until when (`anju_shared` says so, to the server too). Start with
//! [`CasePage`]; [`view`] computes what is shown, [`act`] holds the forms of the actions.

mod act;
mod act_here;
mod board;
mod clocks;
mod documents;
mod evidence;
mod head;
mod mark;
mod matter;
mod page;
mod panel;
pub(super) mod read;
mod reporters;
pub(super) mod sheet;
mod story;
pub(super) mod tabs;
mod talks;
pub mod view;
mod why;

pub use act_here::{ActHere, ActHereProps};
pub use page::{CasePage, CasePageProps};

use crate::{api::Versioned, hooks::Same};
use anju_shared::{
    access::Actor,
    api::{cases::CaseDetail, session::Account},
    calendar::Calendar,
    rules::RuleProfile,
};
use std::rc::Rc;

/// What every part of the page looks at.
#[derive(Clone, Debug)]
struct Seen {
    /// The case as it was read.
    read: Same<Versioned<CaseDetail>>,
    /// The rules that hold for the case: those under which it was accepted, before that those in force.
    profile: Rc<RuleProfile>,
    /// The calendar in force.
    calendar: Rc<Calendar>,
    /// Who looks.
    account: Rc<Account>,
}

/// The same is what was read at the same time: what was read again is drawn again.
impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        self.read == other.read
            && Rc::ptr_eq(&self.profile, &other.profile)
            && Rc::ptr_eq(&self.account, &other.account)
    }
}

impl Seen {
    fn actor(&self) -> Actor {
        Actor::Staff(self.account.staff())
    }
}

/// Properties of the parts of the page that need nothing else.
#[derive(Clone, Debug, PartialEq, yew::Properties)]
struct PartProps {
    /// What is seen.
    seen: Seen,
}
