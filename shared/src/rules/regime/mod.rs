//! Regimes (办理规则集): everything that one authority is bound by, laid over what the levels above it set.
//!
//! A regime is read from layers, one TOML file each: the district's own rules over those of the province over those
//! of the nation. Entry by entry a layer inherits, replaces or drops what stands below it, and of every entry the
//! regime knows the [`Origin`]. What the procedure works with, and browsers are sent, is its [`RuleProfile`]; what
//! nothing works with yet (periods whose beginning the procedure does not have, yearly duties, scoring) is kept
//! beside it. Start with [`Regime`]; `layer` is the form of a file, `merge` lays layers over each other, `check`
//! finds what does not fit and `wrong` says it, `tell` and `detail` put entries into words. Not here: how periods are counted.

mod check;
mod detail;
mod entry;
mod layer;
mod merge;
mod place;
mod tell;
mod versions;
mod whole;
mod wrong;

pub use entry::{AccidentGrade, ClockEntry, Duty, Parameter, Value};
pub use layer::{Layer, PublicLists, parse_layer};
pub use merge::{assemble, inherited};
pub use versions::Regimes;

use super::{
    origin::{Level, Origin},
    profile::{Citation, Entry, RuleProfile},
};
use crate::{problem::Basis, time::LegalDate, workflow::Urgency};
use std::collections::BTreeMap;

/// All rules of one authority in one version, with where each of them comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Regime {
    /// What the procedure works with: id, version and title stand there.
    pub profile: RuleProfile,
    /// Of which level its own layer is.
    pub level: Level,
    /// Ids of its layers: itself first, the lowest last.
    pub line: Vec<String>,
    /// The first day on which cases are accepted under it.
    pub in_force_from: LegalDate,
    /// The last such day, once it is known.
    pub in_force_until: Option<LegalDate>,
    /// Titles of the instruments by short name.
    pub instruments: BTreeMap<String, String>,
    /// Every clause that an entry cites, with its words.
    pub citations: BTreeMap<String, Citation>,
    /// Every period, also those that the procedure does not start.
    pub clocks: Vec<ClockEntry>,
    /// What is due every month, quarter or year.
    pub duties: Vec<Duty>,
    /// Numbers and choices beside the periods.
    pub parameters: Vec<Parameter>,
    /// What a report can be about; codes of `Nature`.
    pub natures: Vec<Entry>,
    /// Other ways and transfers: what is answered instead of accepting (MEM-6.2, MEM-4.3).
    pub redirects: Vec<Entry>,
    /// What supervision is for (TJ-14).
    pub triggers: Vec<Entry>,
    /// How supervision is done, the mildest first (TJ-15).
    pub ladder: Vec<Entry>,
    /// What counts in the assessment of units (WL-5.14, TJ-16).
    pub scoring: Vec<Entry>,
    /// Grades of accidents, the lightest first.
    pub grades: Vec<AccidentGrade>,
    origins: BTreeMap<(String, String), Origin>,
}

impl Regime {
    /// Its short name, as `TJ`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.profile.id
    }

    /// Where this entry of this list comes from. `None` if there is no such entry.
    #[must_use]
    pub fn origin(&self, section: &str, key: &str) -> Option<&Origin> {
        self.origins.get(&(section.to_owned(), key.to_owned()))
    }

    /// The legal basis that belongs to a clause id; the id alone where the regime does not know it.
    #[must_use]
    pub fn basis(&self, clause: &str) -> Basis {
        let citation = self.citations.get(clause);
        let instrument = citation.and_then(|one| self.instruments.get(&one.instrument));
        Basis {
            clause: clause.to_owned(),
            instrument: instrument.cloned().unwrap_or_default(),
            article: citation.map(|one| one.article.clone()).unwrap_or_default(),
        }
    }

    /// The period of this kind for a case of this urgency.
    #[must_use]
    pub fn clock(&self, kind: super::ClockKind, urgency: Option<Urgency>) -> Option<&ClockEntry> {
        let fits = |one: &&ClockEntry| one.kind == kind && (one.urgency.is_none() || one.urgency == urgency);
        self.clocks.iter().find(fits)
    }

    /// Whether cases are accepted under it on this day.
    #[must_use]
    pub fn is_in_force(&self, day: LegalDate) -> bool {
        self.in_force_from <= day && self.in_force_until.is_none_or(|until| day <= until)
    }

    /// The grade of an accident with so many deaths, serious injuries and yuan of direct loss: the gravest that any
    /// of the three reaches (《生产安全事故报告和调查处理条例》第三条).
    #[must_use]
    pub fn grade(&self, deaths: u32, injuries: u32, loss: u64) -> Option<&AccidentGrade> {
        let reached = |one: &&AccidentGrade| {
            deaths >= one.deaths_from || injuries >= one.injuries_from || loss >= one.loss_from
        };
        self.grades.iter().rev().find(reached).or(self.grades.first())
    }

    /// Dictionaries that stand beside those of the profile, with their names.
    #[must_use]
    pub fn dictionaries(&self) -> [(&'static str, &[Entry]); 5] {
        [
            ("natures", &self.natures),
            ("redirects", &self.redirects),
            ("triggers", &self.triggers),
            ("ladder", &self.ladder),
            ("scoring", &self.scoring),
        ]
    }
}
