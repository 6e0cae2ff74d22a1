//! The form of a file: one layer of rules, in which only what differs from the layer below has to stand.

use super::entry::{AccidentGrade, ClockEntry, Duty, Parameter};
use crate::{
    rules::{
        Authority, Citation, Department, Elsewhere, Entry, Level, LiaisonRule, LikenessRule, ProfileFault,
        RequiredField, UrgencyHint,
    },
    time::LegalDate,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One file. Every list may be left out: it is then that of the base.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Short name, as `TJ`.
    pub id: String,
    /// Counts up with every change.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// Id of the layer that it lies on.
    pub base: Option<String>,
    /// Of which level it is.
    pub level: Level,
    /// The first day on which cases are accepted under it.
    pub in_force_from: LegalDate,
    /// The last such day.
    pub in_force_until: Option<LegalDate>,
    /// Who applies it; never inherited.
    pub authority: Authority,
    /// Code of the disposition that says that nothing is done.
    pub no_measure: Option<String>,
    /// What denies a word that points to urgency.
    pub negations: Option<Vec<String>>,
    /// Least number of evidence items.
    pub least_evidence: Option<u32>,
    /// Clauses that screens and letters cite by themselves, so that browsers have them.
    #[serde(default)]
    pub shown: Vec<String>,
    /// Keys of inherited entries that do not hold here, by list.
    #[serde(default)]
    pub without: BTreeMap<String, Vec<String>>,
    /// Keys that stand first, by list. All others follow: inherited ones, then own ones.
    #[serde(default)]
    pub order: BTreeMap<String, Vec<String>>,
    /// The yearly 联络单.
    pub liaison: Option<LiaisonRule>,
    /// How reports are compared.
    pub likeness: Option<LikenessRule>,
    #[serde(default)]
    pub(super) instruments: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) citations: BTreeMap<String, Citation>,
    #[serde(default)]
    pub(super) bases: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) clocks: Vec<ClockEntry>,
    #[serde(default)]
    pub(super) duties: Vec<Duty>,
    #[serde(default)]
    pub(super) parameters: Vec<Parameter>,
    #[serde(default)]
    pub(super) required: Vec<RequiredField>,
    #[serde(default)]
    pub(super) channels: Vec<Entry>,
    #[serde(default)]
    pub(super) industries: Vec<Entry>,
    #[serde(default)]
    pub(super) regions: Vec<Entry>,
    #[serde(default)]
    pub(super) urgency_reasons: Vec<Entry>,
    #[serde(default)]
    pub(super) grounds: Vec<Entry>,
    #[serde(default)]
    pub(super) methods: Vec<Entry>,
    #[serde(default)]
    pub(super) evidence_kinds: Vec<Entry>,
    #[serde(default)]
    pub(super) dispositions: Vec<Entry>,
    #[serde(default)]
    pub(super) urgency_hints: Vec<UrgencyHint>,
    #[serde(default)]
    pub(super) natures: Vec<Entry>,
    #[serde(default)]
    pub(super) redirects: Vec<Entry>,
    #[serde(default)]
    pub(super) triggers: Vec<Entry>,
    #[serde(default)]
    pub(super) ladder: Vec<Entry>,
    #[serde(default)]
    pub(super) scoring: Vec<Entry>,
    #[serde(default)]
    pub(super) grades: Vec<AccidentGrade>,
    #[serde(default)]
    pub(super) public: PublicLists,
}

/// What citizens are told, as far as this layer says it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PublicLists {
    pub(super) scope: Vec<Entry>,
    pub(super) protection: Vec<Entry>,
    pub(super) rewards: Vec<Entry>,
    pub(super) emergencies: Vec<Entry>,
    pub(super) departments: Vec<Department>,
    pub(super) elsewhere: Vec<Elsewhere>,
}

/// Reads one file.
///
/// # Errors
/// The first fault of its form, with its line.
pub fn parse_layer(text: &str) -> Result<Layer, ProfileFault> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.unwrap_or_default().matches('\n').count() + 1;
        ProfileFault::new(format!("第 {line} 行"), error.message())
    })
}
