//! Inconsistencies of a profile: all of them at once, each with its place.

use super::{
    clock::StartEvent,
    profile::{Entry, RuleProfile, entry},
    public::Department,
};
use crate::{
    time::LegalDate,
    workflow::{Action, Refusal},
};
use std::{collections::BTreeSet, fmt};

/// One inconsistency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFault {
    /// Where, as `clocks[2].clause`.
    pub place: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl ProfileFault {
    pub(super) fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for ProfileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.place, self.message)
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
            fault(&mut faults, "version", "版本从 1 起");
        }
        if self.authority.division.is_empty() || !self.authority.division.bytes().all(|b| b.is_ascii_digit())
        {
            fault(&mut faults, "authority.division", "区划代码应为数字");
        }
        faults
    }

    fn check_citations(&self, faults: &mut Vec<ProfileFault>) {
        for (clause, citation) in &self.citations {
            if !self.instruments.contains_key(&citation.instrument) {
                let message = format!("文件“{}”未在 instruments 中列出", citation.instrument);
                fault(faults, format!("citations.{clause}.instrument"), message);
            }
            if citation.article.is_empty() {
                fault(faults, format!("citations.{clause}.article"), "条款不能为空");
            }
        }
    }

    fn check_bases(&self, faults: &mut Vec<ProfileFault>) {
        let actions = Action::ALL.iter().map(|action| action.code());
        let known: BTreeSet<&str> = actions.chain(Refusal::OWN_GROUNDS).collect();
        for code in &known {
            match self.base(code) {
                Some(clause) => self.check_clause(faults, format!("bases.{code}"), clause),
                None => fault(faults, format!("bases.{code}"), "请注明所依据的条款"),
            }
        }
        for code in self.bases.keys().filter(|code| !known.contains(code.as_str())) {
            fault(faults, format!("bases.{code}"), "没有这样的操作或不予办理情形");
        }
    }

    fn check_clocks(&self, faults: &mut Vec<ProfileFault>) {
        for (i, rule) in self.clocks.iter().enumerate() {
            self.check_clause(faults, format!("clocks[{i}].clause"), &rule.clause);
            if rule.period.amount == 0 {
                fault(faults, format!("clocks[{i}].period.amount"), "期限应大于零");
            }
            // Urgency is decided on acceptance; before that the period would never start.
            let before_acceptance = matches!(
                rule.starts,
                StartEvent::Received | StartEvent::SupplementRequested
            );
            if rule.urgency.is_some() && before_acceptance {
                let message = "受理前尚未定紧急程度，受理前起算的时限不能按紧急程度区分";
                fault(faults, format!("clocks[{i}].urgency"), message);
            }
            let twice = self.clocks[..i].iter().any(|earlier| {
                earlier.kind == rule.kind
                    && (earlier.urgency.is_none()
                        || rule.urgency.is_none()
                        || earlier.urgency == rule.urgency)
            });
            if twice {
                fault(
                    faults,
                    format!("clocks[{i}].kind"),
                    "同一种时限对同一类举报只能规定一次",
                );
            }
        }
    }

    fn check_dictionaries(&self, faults: &mut Vec<ProfileFault>) {
        if entry(&self.dispositions, &self.no_measure).is_none() {
            fault(faults, "no_measure", "应为 dispositions 中的一项");
        }
        self.check_clause(faults, "liaison.clause".to_owned(), &self.liaison.clause);
        // A leap year has every day that any year has.
        if LegalDate::new(2024, self.liaison.month, self.liaison.day).is_none() {
            fault(faults, "liaison.day", "没有这一天");
        }
        for (i, required) in self.required.iter().enumerate() {
            self.check_clause(faults, format!("required[{i}].clause"), &required.clause);
        }
        for (name, entries) in self.dictionaries() {
            if entries.is_empty() {
                fault(faults, name, "至少列出一项");
            }
            let mut seen = BTreeSet::new();
            for (i, entry) in entries.iter().enumerate() {
                self.check_clause(faults, format!("{name}[{i}].clause"), &entry.clause);
                if !seen.insert(entry.code.as_str()) {
                    fault(
                        faults,
                        format!("{name}[{i}].code"),
                        format!("代码“{}”重复", entry.code),
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
                let message = format!("行业“{code}”未在 industries 中列出");
                fault(faults, format!("public.departments[{i}].industries"), message);
            }
        }
        for (i, industry) in self.industries.iter().enumerate() {
            let named = |department: &&Department| department.industries.contains(&industry.code);
            if self.public.departments.iter().filter(named).count() != 1 {
                let message = "每个行业应恰好归一个部门（public.departments）";
                fault(faults, format!("industries[{i}].code"), message);
            }
        }
    }

    fn check_hints(&self, faults: &mut Vec<ProfileFault>) {
        for (i, hint) in self.urgency_hints.iter().enumerate() {
            if entry(&self.urgency_reasons, &hint.reason).is_none() {
                fault(
                    faults,
                    format!("urgency_hints[{i}].reason"),
                    "应为 urgency_reasons 中的一项",
                );
            }
            // An empty word stands in every text.
            if hint.words.iter().any(String::is_empty) {
                fault(faults, format!("urgency_hints[{i}].words"), "用语不能为空");
            }
        }
        if self
            .negations
            .iter()
            .chain(&self.likeness.plain)
            .any(String::is_empty)
        {
            fault(faults, "negations", "用语不能为空");
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
            fault(faults, place, format!("条款“{clause}”未在 citations 中列出"));
        }
    }
}

fn fault(faults: &mut Vec<ProfileFault>, place: impl Into<String>, message: impl Into<String>) {
    faults.push(ProfileFault::new(place, message));
}
