//! What a rule profile says.

use super::clock::{ClockKind, ClockRule};
use crate::{
    api::rules::CitedClause,
    problem::{Basis, Bilingual, Language},
    workflow::{Capacity, Nature, ProfileRef, Urgency},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The rules of one authority in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleProfile {
    /// Short name, as `TJ`.
    pub id: String,
    /// Counts up with every change.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// The authority that applies it.
    pub authority: Authority,
    /// Titles of the instruments by short name.
    pub instruments: BTreeMap<String, String>,
    /// Every clause that an entry of this profile, or a refusal, may cite.
    pub citations: BTreeMap<String, Citation>,
    /// The clause that governs each action, and on which each refusal rests, by their codes.
    pub bases: BTreeMap<String, String>,
    /// Every period that runs.
    pub clocks: Vec<ClockRule>,
    /// What a full registration records (TJ-7.2), with the clause that asks for it.
    pub required: Vec<RequiredField>,
    /// Ways by which reports come in (TJ-7.1).
    pub channels: Vec<Entry>,
    /// Industries, with the clause that names them (MEM-5.1).
    pub industries: Vec<Entry>,
    /// Divisions, streets and parks of the authority.
    pub regions: Vec<Entry>,
    /// Reasons that make a report urgent (TJ-9.2, MEM-7.1).
    pub urgency_reasons: Vec<Entry>,
    /// Grounds on which a report may be declined (TJ-7.3).
    pub grounds: Vec<Entry>,
    /// Ways of verifying (TJ-10.1).
    pub methods: Vec<Entry>,
    /// Kinds of evidence (TJ-10.4).
    pub evidence_kinds: Vec<Entry>,
    /// What may be done about a substantiated report.
    pub dispositions: Vec<Entry>,
    /// Code of the disposition that says that nothing is done: no measure for a substantiated report (TJ-3.2).
    pub no_measure: String,
    /// Words that point to a reason of urgency, for the hints of registration.
    pub urgency_hints: Vec<UrgencyHint>,
    /// What, right before such a word, denies it.
    pub negations: Vec<String>,
    /// How reports are compared to find those that repeat one (MEM-5.2).
    pub likeness: LikenessRule,
    /// Least number of evidence items with which a verification may be submitted, true or not (TJ-10.4).
    pub least_evidence: u32,
    /// What citizens are told.
    pub public: super::public::PublicRules,
    /// By which day units name who answers for reports, and who does where nobody was named (D2-4.5).
    pub liaison: LiaisonRule,
}

/// The yearly 联络单 of every unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LiaisonRule {
    /// Month of the last day.
    pub month: u32,
    /// The last day of that month.
    pub day: u32,
    /// Who answers for a unit that did not file in time: part of that unit.
    pub default: Bilingual,
    /// The clause.
    pub clause: String,
}

/// Who applies the profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Name of the office.
    pub name: String,
    /// Division code: the first part of case numbers, and the prefix of its regions.
    pub division: String,
    /// The hotline.
    pub hotline: String,
}

/// Where a clause stands and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// Short name of the instrument.
    pub instrument: String,
    /// As 第九条第一款.
    pub article: String,
    /// The words of the clause, or what this clause asks for.
    pub text: String,
}

/// A word of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Stable code.
    pub code: String,
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
    /// The clause from which it comes.
    pub clause: String,
}

/// What points to a reason of urgency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UrgencyHint {
    /// Code of `urgency_reasons`.
    pub reason: String,
    /// Words of an account that point to it.
    pub words: Vec<String>,
    /// The nature that points to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// The capacity of a reporter that points to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
}

/// How reports are compared. What they have in common adds points, up to 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LikenessRule {
    /// The clause for which it is done.
    pub clause: String,
    /// Points for the same credit code.
    pub credit_code: u32,
    /// Points for the same name of the enterprise.
    pub enterprise: u32,
    /// Points for a like name.
    pub like_enterprise: u32,
    /// Points for the same place.
    pub place: u32,
    /// Points for about the same time.
    pub time: u32,
    /// Points for the same words throughout.
    pub words: u32,
    /// Points from which on one probably repeats the other.
    pub probable: u32,
    /// Days within which two receipts are about the same time.
    pub days: u32,
    /// Names are alike from so many percent of common pieces of two characters on.
    pub like: u32,
    /// Places are the same from so many percent on.
    pub like_place: u32,
    /// Accounts are alike from so many percent of common words on.
    pub like_words: u32,
    /// Words that many names have and none is known by, longest first.
    pub plain: Vec<String>,
}

/// A fact that a full registration records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequiredField {
    /// Which.
    pub field: crate::workflow::Fact,
    /// The clause that asks for it.
    pub clause: String,
}

impl RuleProfile {
    /// What it is known by: id and version.
    #[must_use]
    pub fn reference(&self) -> ProfileRef {
        ProfileRef {
            id: self.id.clone(),
            version: self.version,
        }
    }

    /// The legal basis that belongs to a clause id; the id alone where the profile does not know it.
    #[must_use]
    pub fn basis(&self, clause: &str) -> Basis {
        let citation = self.citations.get(clause);
        Basis {
            clause: clause.to_owned(),
            instrument: citation
                .and_then(|c| self.instruments.get(&c.instrument))
                .cloned()
                .unwrap_or_default(),
            article: citation.map(|c| c.article.clone()).unwrap_or_default(),
        }
    }

    /// The clause with its words.
    #[must_use]
    pub fn cited(&self, clause: &str) -> CitedClause {
        let text = self.citations.get(clause).map(|citation| citation.text.clone());
        CitedClause {
            basis: self.basis(clause),
            text: text.unwrap_or_default(),
        }
    }

    /// The clause that governs an action or on which a refusal rests, by its code.
    #[must_use]
    pub fn base(&self, code: &str) -> Option<&str> {
        self.bases.get(code).map(String::as_str)
    }

    /// The rule of this kind that holds for a case of this urgency.
    #[must_use]
    pub fn clock(&self, kind: ClockKind, urgency: Option<Urgency>) -> Option<&ClockRule> {
        self.clocks
            .iter()
            .find(|rule| rule.kind == kind && (rule.urgency.is_none() || rule.urgency == urgency))
    }
}

impl Entry {
    /// The word in this language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// The entry with this code.
#[must_use]
pub fn entry<'a>(dictionary: &'a [Entry], code: &str) -> Option<&'a Entry> {
    dictionary.iter().find(|entry| entry.code == code)
}
