//! What a profile tells citizens, in plain words: what may be reported, where else to go, rewards, protection.

use super::profile::Entry;
use crate::problem::Bilingual;
use serde::{Deserialize, Serialize};

/// What citizens are told of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicRules {
    /// What may be reported, and by whom (TJ-7.1).
    pub scope: Vec<Entry>,
    /// How reporters are protected (TJ-19).
    pub protection: Vec<Entry>,
    /// How reporters are rewarded.
    pub rewards: Vec<Entry>,
    /// Numbers to call when lives are in danger; the code is the number.
    pub emergencies: Vec<Entry>,
    /// Departments, with the industries that they look after (TJ-8.1).
    pub departments: Vec<Department>,
    /// What is not for this office, and where to go instead (MEM-6.2).
    pub elsewhere: Vec<Elsewhere>,
}

/// A department, with the industries that it looks after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Who.
    pub name: Bilingual,
    /// Codes of the industries.
    pub industries: Vec<String>,
    /// The clause from which it comes.
    pub clause: String,
}

/// A matter for somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// What.
    pub matter: Bilingual,
    /// Where to go with it.
    pub instead: Bilingual,
    /// The clause that asks to tell it.
    pub clause: String,
}

impl PublicRules {
    /// The lists of plain sentences, with their names.
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &[Entry]); 4] {
        [
            ("public.scope", &self.scope),
            ("public.protection", &self.protection),
            ("public.rewards", &self.rewards),
            ("public.emergencies", &self.emergencies),
        ]
    }
}
