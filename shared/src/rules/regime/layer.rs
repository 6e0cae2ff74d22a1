//! The form of a file: one layer of rules, in which only what differs from the layer below has to stand.

use super::{
    entry::{AccidentGrade, ClockEntry, Duty, Parameter},
    wrong,
};
use crate::{
    rules::{
        Authority, Citation, Department, Elsewhere, Entry, Level, LiaisonRule, LikenessRule, ProfileFault,
        RequiredField, UrgencyHint,
    },
    time::LegalDate,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One file. Every list may be left out: it is then that of the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Short name, as `TJ`.
    pub id: String,
    /// Counts up with every change.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// Id of the layer that it lies on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Of which level it is.
    pub level: Level,
    /// The first day on which cases are accepted under it.
    pub in_force_from: LegalDate,
    /// The last such day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_until: Option<LegalDate>,
    /// Who applies it; never inherited.
    pub authority: Authority,
    /// The clause that says that division and regions are invented, because the published text does not name the
    /// place. Without it they are those of the nation, and are compared with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invented: Option<String>,
    /// Code of the disposition that says that nothing is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_measure: Option<String>,
    /// What denies a word that points to urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negations: Option<Vec<String>>,
    /// Least number of evidence items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_evidence: Option<u32>,
    /// Clauses that screens and letters cite by themselves, so that browsers have them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// Keys of inherited entries that do not hold here, by list.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub without: BTreeMap<String, Vec<String>>,
    /// Keys that stand first, by list. All others follow: inherited ones, then own ones.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub order: BTreeMap<String, Vec<String>>,
    /// The yearly 联络单.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liaison: Option<LiaisonRule>,
    /// How reports are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likeness: Option<LikenessRule>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) instruments: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) citations: BTreeMap<String, Citation>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) bases: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) clocks: Vec<ClockEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) duties: Vec<Duty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) parameters: Vec<Parameter>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<RequiredField>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) channels: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) industries: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) regions: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) urgency_reasons: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) grounds: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) methods: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) evidence_kinds: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) dispositions: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) urgency_hints: Vec<UrgencyHint>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) natures: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) redirects: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) triggers: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) ladder: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) scoring: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) grades: Vec<AccidentGrade>,
    #[serde(default, skip_serializing_if = "PublicLists::is_empty")]
    pub(super) public: PublicLists,
}

/// What citizens are told, as far as this layer says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PublicLists {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) scope: Vec<Entry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) protection: Vec<Entry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) rewards: Vec<Entry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) emergencies: Vec<Entry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) departments: Vec<Department>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) elsewhere: Vec<Elsewhere>,
}

impl PublicLists {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Layer {
    /// The last day on which cases are accepted under it, of all these layers: its own, or the day before the next
    /// version of its id begins.
    #[must_use]
    pub fn until(&self, layers: &[Self]) -> Option<LegalDate> {
        let later = layers
            .iter()
            .filter(|one| one.id == self.id && one.in_force_from > self.in_force_from);
        let next = later.map(|one| one.in_force_from.plus(-1)).min();
        self.in_force_until.into_iter().chain(next).min()
    }

    /// As a file.
    ///
    /// # Errors
    /// What TOML cannot say; no layer holds such a thing.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string_pretty(self)
    }
}

/// Reads one file.
///
/// # Errors
/// The first fault of its form, with its line.
pub fn parse_layer(text: &str) -> Result<Layer, ProfileFault> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.unwrap_or_default().matches('\n').count() + 1;
        ProfileFault::new("", wrong::unreadable(line, error.message()))
    })
}
