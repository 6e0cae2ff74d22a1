//! What the page of a report knows, and how it changes. Pure.

use crate::{
    api::Failure,
    draft::{Draft, Field, Mistake, Step, Who},
    features::files::{FileAct, Uploads},
};
use anju_shared::{api::reports::SubmissionReceipt, workflow::Nature};
use std::rc::Rc;
use yew::prelude::*;

/// Where the page is with sending.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Phase {
    /// The citizen writes.
    #[default]
    Writing,
    /// It is on its way.
    Sending,
    /// Whether it arrived is not known, or the server could not take it.
    Unsent(Failure),
    /// Something else was sent under the same key.
    CameBefore,
    /// It arrived.
    Done(SubmissionReceipt),
}

/// What the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Desk {
    pub(super) draft: Draft,
    pub(super) uploads: Uploads,
    pub(super) phase: Phase,
    /// Mistakes that were found when the citizen wanted to go on.
    pub(super) mistakes: Vec<Mistake>,
    /// Counts up whenever mistakes were found, so that the focus goes to the first of them.
    pub(super) found: u32,
    /// Whether the draft is one of last time.
    pub(super) restored: bool,
}

/// What changes it.
pub(super) enum Act {
    Typed(Field, String),
    About(Nature),
    As(Who),
    Told(bool),
    Keep(bool),
    /// To this step.
    To(Step),
    /// Not on before these are put right.
    Found(Vec<Mistake>),
    Files(FileAct),
    /// From now on under this key.
    Keyed(String),
    Now(Phase),
    Emptied,
}

impl Desk {
    /// With the draft of last time, if there is one.
    pub(super) fn with(draft: Option<Draft>) -> Self {
        let restored = draft.is_some();
        let draft = draft.unwrap_or_default();
        Self {
            uploads: Uploads::of(&draft.files),
            draft,
            restored,
            ..Self::default()
        }
    }

    /// What is wrong here.
    pub(super) fn mistake(&self, field: Field) -> Option<&Mistake> {
        self.mistakes.iter().find(|(one, _)| *one == field)
    }

    fn change(&mut self, act: Act) {
        match act {
            Act::Typed(field, text) => {
                self.draft.set(field, text);
                self.mistakes.retain(|(one, _)| *one != field);
            }
            Act::About(nature) => self.draft.nature = Some(nature),
            Act::As(who) => {
                self.draft.who = who;
                self.mistakes.clear();
            }
            Act::Told(told) => self.draft.told_employer = Some(told),
            Act::Keep(keep) => self.draft.keep_identity = keep,
            Act::To(step) => {
                self.draft.step = step;
                self.mistakes.clear();
            }
            Act::Found(mistakes) => {
                if let Some((field, _)) = mistakes.first() {
                    self.draft.step = field.step();
                }
                self.mistakes = mistakes;
                self.found += 1;
                self.phase = Phase::Writing;
            }
            Act::Keyed(key) => self.draft.key = key,
            Act::Now(phase) => self.phase = phase,
            Act::Emptied => *self = Self::default(),
            Act::Files(act) => {
                self.uploads.change(act);
                self.draft.files = self.uploads.stored();
            }
        }
    }
}

impl Reducible for Desk {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut desk = (*self).clone();
        desk.change(act);
        Rc::new(desk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::problem::Bilingual;

    #[test]
    fn a_mistake_leads_to_its_step_and_goes_when_it_is_put_right() {
        let mut desk = Desk::default();
        desk.change(Act::To(Step::Check));
        desk.change(Act::Found(vec![(Field::Phone, Bilingual::new("错", "wrong"))]));
        assert_eq!((desk.draft.step, desk.found), (Step::Person, 1));
        assert!(desk.mistake(Field::Phone).is_some());
        desk.change(Act::Typed(Field::Phone, "1".into()));
        assert!(desk.mistake(Field::Phone).is_none());
    }
}
