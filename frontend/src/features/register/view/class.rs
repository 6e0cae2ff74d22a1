//! The class in which a report would be accepted: as it is proposed, until the officer says otherwise.

use super::{Faults, Field};
use crate::text::hints::HintsTexts;
use anju_shared::{
    api::hints::ClassProposal,
    rules::RuleProfile,
    workflow::{Accept, Nature, Urgency},
};
use std::collections::BTreeMap;

/// The name under which a mistake of the class is found.
pub const CLASS: &str = "class";

/// What the officer decided otherwise than it is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    urgency: Option<Urgency>,
    ticked: BTreeMap<String, bool>,
}

/// A decision of the officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is this urgent.
    Urgency(Urgency),
    /// This reason holds or does not.
    Reason(String, bool),
    /// Nothing is decided any more.
    Anew,
}

impl Class {
    /// After a decision.
    #[must_use]
    pub fn decided(&self, decision: Decision) -> Self {
        let mut class = self.clone();
        match decision {
            Decision::Urgency(urgency) => class.urgency = Some(urgency),
            Decision::Reason(code, holds) => {
                class.ticked.insert(code, holds);
            }
            Decision::Anew => class = Self::default(),
        }
        class
    }

    /// How urgent it is.
    #[must_use]
    pub fn urgency(&self, proposal: Option<&ClassProposal>) -> Urgency {
        let proposed = proposal.map_or(Urgency::General, |proposal| proposal.urgency);
        self.urgency.unwrap_or(proposed)
    }

    /// Whether this reason holds.
    #[must_use]
    pub fn holds(&self, code: &str, proposal: Option<&ClassProposal>) -> bool {
        let proposed = proposal.is_some_and(|proposal| proposal.reasons.iter().any(|one| one.reason == code));
        self.ticked.get(code).copied().unwrap_or(proposed)
    }

    /// The acceptance in this class.
    ///
    /// # Errors
    /// What is missing for it, by field.
    pub fn accept(
        &self,
        proposal: Option<&ClassProposal>,
        nature: Option<Nature>,
        rules: &RuleProfile,
        words: &HintsTexts,
    ) -> Result<Accept, Faults> {
        let urgency = self.urgency(proposal);
        let held = rules
            .urgency_reasons
            .iter()
            .filter(|one| urgency == Urgency::Urgent && self.holds(&one.code, proposal));
        let reasons: Vec<String> = held.map(|one| one.code.clone()).collect();
        let mut faults = Faults::new();
        if urgency == Urgency::Urgent && reasons.is_empty() {
            faults.insert(CLASS.to_owned(), words.reason_needed.to_owned());
        }
        match nature {
            Some(nature) if faults.is_empty() => Ok(Accept {
                urgency,
                reasons,
                nature,
            }),
            Some(_) => Err(faults),
            None => {
                faults.insert(Field::Nature.name().to_owned(), words.nature_needed.to_owned());
                Err(faults)
            }
        }
    }
}
