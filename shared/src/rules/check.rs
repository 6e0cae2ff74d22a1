//! Inconsistencies of a profile: all of them at once, each with its place.

use super::{
    clock::StartEvent,
    profile::{Entry, RuleProfile, entry},
    public::Department,
    wrong,
};
use crate::{
    problem::Bilingual,
    time::LegalDate,
    workflow::{Action, Refusal},
};
use std::{collections::BTreeSet, fmt};

/// One inconsistency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFault {
    /// Where, as `clocks[2].clause`, of several layers behind the name of one; empty for a file that cannot be read.
    pub place: String,
    /// What is wrong and what would be right.
    pub message: Bilingual,
}

impl ProfileFault {
    pub(super) fn new(place: impl Into<String>, message: impl Into<Bilingual>) -> Self {
        Self {
            place: place.into(),
            message: message.into(),
        }
    }

    /// The same in the layer of this name.
    #[cfg(feature = "toml")]
    pub(super) fn of(self, layer: &str) -> Self {
        Self {
            place: format!("{layer}{WITHIN}{}", self.place),
            ..self
        }
    }

    /// Where in the layer of this name; the whole place where it is in another.
    #[must_use]
    pub fn place_in(&self, layer: &str) -> &str {
        let own = self.place.strip_prefix(layer);
        own.and_then(|rest| rest.strip_prefix(WITHIN))
            .unwrap_or(&self.place)
    }
}

/// What stands between the name of a layer and a place in it.
const WITHIN: &str = ": ";

/// In both languages: an operator is told of faults before there is anybody whose language is known.
impl fmt::Display for ProfileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        write!(f, "{} / {}", self.message.zh, self.message.en)
    }
}

impl RuleProfile {
    /// Everything in this profile that does not fit together.
    #[must_use]
    pub fn faults(&self) -> Vec<ProfileFault> {
        let mut faults = Vec::new();
        self.check_citations(&mut faults);
        self.check_bases(&mut faults);
        self.check_clocks(&mut faults);
        self.check_dictionaries(&mut faults);
        self.check_public(&mut faults);
        self.check_hints(&mut faults);
        if self.version == 0 {
            fault(&mut faults, "version", wrong::VERSION_ZERO);
        }
        if self.authority.division.is_empty() || !self.authority.division.bytes().all(|b| b.is_ascii_digit())
        {
            fault(&mut faults, "authority.division", wrong::NOT_DIGITS);
        }
        faults
    }

    fn check_citations(&self, faults: &mut Vec<ProfileFault>) {
        for (clause, citation) in &self.citations {
            if !self.instruments.contains_key(&citation.instrument) {
                let message = wrong::no_instrument(&citation.instrument);
                fault(faults, format!("citations.{clause}.instrument"), message);
            }
            if citation.article.is_empty() {
                fault(faults, format!("citations.{clause}.article"), wrong::NO_ARTICLE);
            }
        }
    }

    fn check_bases(&self, faults: &mut Vec<ProfileFault>) {
        let actions = Action::ALL.iter().map(|action| action.code());
        let known: BTreeSet<&str> = actions
            .chain(Refusal::OWN_GROUNDS.map(|(code, _)| code))
            .collect();
        for code in &known {
            match self.base(code) {
                Some(clause) => self.check_clause(faults, format!("bases.{code}"), clause),
                None => fault(faults, format!("bases.{code}"), wrong::NO_BASIS),
            }
        }
        for code in self.bases.keys().filter(|code| !known.contains(code.as_str())) {
            fault(faults, format!("bases.{code}"), wrong::NO_ACTION);
        }
    }

    fn check_clocks(&self, faults: &mut Vec<ProfileFault>) {
        for (i, rule) in self.clocks.iter().enumerate() {
            self.check_clause(faults, format!("clocks[{i}].clause"), &rule.clause);
            if rule.period.amount == 0 {
                fault(faults, format!("clocks[{i}].period.amount"), wrong::NO_LENGTH);
            }
            // Urgency is decided on acceptance; before that the period would never start.
            let before_acceptance = matches!(
                rule.starts,
                StartEvent::Received | StartEvent::SupplementRequested
            );
            if rule.urgency.is_some() && before_acceptance {
                fault(faults, format!("clocks[{i}].urgency"), wrong::URGENCY_UNKNOWN);
            }
            let twice = self.clocks[..i].iter().any(|earlier| {
                earlier.kind == rule.kind
                    && (earlier.urgency.is_none()
                        || rule.urgency.is_none()
                        || earlier.urgency == rule.urgency)
            });
            if twice {
                fault(faults, format!("clocks[{i}].kind"), wrong::RULED_TWICE);
            }
        }
    }

    fn check_dictionaries(&self, faults: &mut Vec<ProfileFault>) {
        if entry(&self.dispositions, &self.no_measure).is_none() {
            fault(faults, "no_measure", wrong::not_in("dispositions"));
        }
        self.check_clause(faults, "liaison.clause".to_owned(), &self.liaison.clause);
        // A leap year has every day that any year has.
        if LegalDate::new(2024, self.liaison.month, self.liaison.day).is_none() {
            fault(faults, "liaison.day", wrong::NO_SUCH_DAY);
        }
        for (i, required) in self.required.iter().enumerate() {
            self.check_clause(faults, format!("required[{i}].clause"), &required.clause);
        }
        for (name, entries) in self.dictionaries() {
            if entries.is_empty() {
                fault(faults, name, wrong::NO_ENTRIES);
            }
            let mut seen = BTreeSet::new();
            for (i, entry) in entries.iter().enumerate() {
                self.check_clause(faults, format!("{name}[{i}].clause"), &entry.clause);
                if !seen.insert(entry.code.as_str()) {
                    fault(
                        faults,
                        format!("{name}[{i}].code"),
                        wrong::code_twice(&entry.code),
                    );
                }
            }
        }
    }

    fn check_public(&self, faults: &mut Vec<ProfileFault>) {
        for (name, entries) in self.public.lists() {
            for (i, entry) in entries.iter().enumerate() {
                self.check_clause(faults, format!("{name}[{i}].clause"), &entry.clause);
            }
        }
        for (i, elsewhere) in self.public.elsewhere.iter().enumerate() {
            self.check_clause(faults, format!("public.elsewhere[{i}].clause"), &elsewhere.clause);
        }
        for (i, department) in self.public.departments.iter().enumerate() {
            self.check_clause(
                faults,
                format!("public.departments[{i}].clause"),
                &department.clause,
            );
            let unknown = |code: &&String| entry(&self.industries, code).is_none();
            if let Some(code) = department.industries.iter().find(unknown) {
                let message = wrong::no_industry(code);
                fault(faults, format!("public.departments[{i}].industries"), message);
            }
        }
        for (i, industry) in self.industries.iter().enumerate() {
            let named = |department: &&Department| department.industries.contains(&industry.code);
            if self.public.departments.iter().filter(named).count() != 1 {
                let place = format!("industries[{i}].code");
                fault(faults, place, wrong::NOT_ONE_DEPARTMENT);
            }
        }
    }

    fn check_hints(&self, faults: &mut Vec<ProfileFault>) {
        for (i, hint) in self.urgency_hints.iter().enumerate() {
            if entry(&self.urgency_reasons, &hint.reason).is_none() {
                fault(
                    faults,
                    format!("urgency_hints[{i}].reason"),
                    wrong::not_in("urgency_reasons"),
                );
            }
            // An empty word stands in every text.
            if hint.words.iter().any(String::is_empty) {
                fault(faults, format!("urgency_hints[{i}].words"), wrong::EMPTY_WORD);
            }
        }
        if self
            .negations
            .iter()
            .chain(&self.likeness.plain)
            .any(String::is_empty)
        {
            fault(faults, "negations", wrong::EMPTY_WORD);
        }
        self.check_clause(faults, "likeness.clause".to_owned(), &self.likeness.clause);
    }

    /// Every clause that an entry cites, in no order, some of them many times.
    #[cfg(feature = "toml")]
    pub(super) fn clauses(&self) -> impl Iterator<Item = &str> {
        let dictionaries = self.dictionaries();
        let words = dictionaries.into_iter().chain(self.public.lists());
        let words = words.flat_map(|(_, entries)| entries.iter().map(|one| &one.clause));
        let public = self.public.departments.iter().map(|one| &one.clause);
        let public = public.chain(self.public.elsewhere.iter().map(|one| &one.clause));
        self.bases
            .values()
            .chain(self.clocks.iter().map(|one| &one.clause))
            .chain(
                self.clocks
                    .iter()
                    .filter_map(|one| Some(&one.extension.as_ref()?.clause)),
            )
            .chain(
                self.clocks
                    .iter()
                    .filter_map(|one| Some(&one.pause.as_ref()?.clause)),
            )
            .chain(self.required.iter().map(|one| &one.clause))
            .chain([&self.liaison.clause, &self.likeness.clause])
            .chain(words)
            .chain(public)
            .map(String::as_str)
    }

    /// Every dictionary with its name.
    #[must_use]
    pub fn dictionaries(&self) -> [(&'static str, &[Entry]); 8] {
        [
            ("channels", &self.channels),
            ("industries", &self.industries),
            ("regions", &self.regions),
            ("urgency_reasons", &self.urgency_reasons),
            ("grounds", &self.grounds),
            ("methods", &self.methods),
            ("evidence_kinds", &self.evidence_kinds),
            ("dispositions", &self.dispositions),
        ]
    }

    fn check_clause(&self, faults: &mut Vec<ProfileFault>, place: String, clause: &str) {
        if !self.citations.contains_key(clause) {
            fault(faults, place, wrong::not_cited(clause));
        }
    }
}

fn fault(faults: &mut Vec<ProfileFault>, place: impl Into<String>, message: impl Into<Bilingual>) {
    faults.push(ProfileFault::new(place, message));
}
