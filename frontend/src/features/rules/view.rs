//! Which regimes stand beside each other, what an entry says in each of them, and where they differ. Pure.

mod columns;

pub use columns::{Offer, columns, in_force, offers, with, with_another, without};

use anju_shared::api::rules::{RegimeDetail, RegimeEntry, RegimeLine, RegimeSection};
use std::collections::BTreeSet;

/// So few columns at least, and so many at most.
pub const COLUMNS: (usize, usize) = (2, 4);

const REGIMES: &str = "regimes";
const DIFFERING: &str = "differing";
const WORDS: &str = "q";

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What stands in the columns, from left to right: `TJ`, or `TJ@2` for one version of it.
    pub regimes: Vec<String>,
    /// Only entries that are not the same in all of them.
    pub differing: bool,
    /// Words that an entry must hold, all of them.
    pub q: String,
}

impl Address {
    /// As it stands in the query of an address. What it does not know is left out.
    #[must_use]
    pub fn of(pairs: &[(String, String)]) -> Self {
        let mut address = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                REGIMES => address.regimes = value.split(',').map(str::to_owned).collect(),
                DIFFERING => address.differing = value == "true",
                WORDS => address.q.clone_from(value),
                _ => {}
            }
        }
        address
    }

    /// As it is written.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![];
        if !self.regimes.is_empty() {
            pairs.push((REGIMES, self.regimes.join(",")));
        }
        if self.differing {
            pairs.push((DIFFERING, "true".to_owned()));
        }
        if !self.q.is_empty() {
            pairs.push((WORDS, self.q.clone()));
        }
        pairs
    }
}

/// A list of the rules, with its entries in all columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// The list.
    pub section: &'a RegimeSection,
    /// Its entries, those of the first column first.
    pub lines: Vec<Line<'a>>,
}

/// An entry in all columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// The entry as the first column that has it says it.
    pub entry: &'a RegimeEntry,
    /// What each column says of it.
    pub cells: Vec<Cell<'a>>,
    /// It is not the same in all columns.
    pub differs: bool,
}

/// An entry in one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// The regime is not here yet.
    NotHere,
    /// The regime has no such entry.
    Lacking,
    /// What it says.
    Says(Said<'a>),
}

/// What a regime says of an entry, and where that is not what another column says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said<'a> {
    /// The entry.
    pub entry: &'a RegimeEntry,
    /// It is called otherwise elsewhere.
    pub renamed: bool,
    /// Line by line, and whether that line is otherwise elsewhere.
    pub lines: Vec<(&'a RegimeLine, bool)>,
    /// It rests on other clauses elsewhere.
    pub recited: bool,
}

impl Said<'_> {
    /// Whether another column says anything of it otherwise.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.renamed || self.recited || self.lines.iter().any(|(_, differs)| *differs)
    }
}

/// The lists of these regimes, entry by entry. `None` stands for a regime that is not here yet.
#[must_use]
pub fn beside<'a>(regimes: &[Option<&'a RegimeDetail>]) -> Vec<Group<'a>> {
    let Some(first) = regimes.iter().flatten().next() else {
        return vec![];
    };
    let group = |section: &'a RegimeSection| {
        let lists: Vec<Option<Option<&'a RegimeSection>>> = regimes
            .iter()
            .map(|regime| regime.map(|regime| regime.sections.iter().find(|one| one.code == section.code)))
            .collect();
        let mut seen = BTreeSet::new();
        let entries = lists
            .iter()
            .flatten()
            .flatten()
            .flat_map(|list| &list.entries)
            .filter(|entry| seen.insert(entry.key.as_str()));
        let lines = entries.map(|entry| line(entry, &lists)).collect();
        Group { section, lines }
    };
    first.sections.iter().map(group).collect()
}

fn line<'a>(entry: &'a RegimeEntry, lists: &[Option<Option<&'a RegimeSection>>]) -> Line<'a> {
    let found = |list: &Option<&'a RegimeSection>| {
        let entries = list.iter().flat_map(|list| &list.entries);
        entries.into_iter().find(|one| one.key == entry.key)
    };
    let found: Vec<Option<Option<&'a RegimeEntry>>> =
        lists.iter().map(|list| list.as_ref().map(found)).collect();
    let others: Vec<&RegimeEntry> = found.iter().flatten().flatten().copied().collect();
    let cells: Vec<Cell<'a>> = found
        .iter()
        .map(|found| match found {
            None => Cell::NotHere,
            Some(None) => Cell::Lacking,
            Some(Some(entry)) => Cell::Says(said(entry, &others)),
        })
        .collect();
    let differs = cells.iter().any(|cell| match cell {
        Cell::NotHere => false,
        Cell::Lacking => true,
        Cell::Says(said) => said.differs(),
    });
    Line {
        entry,
        cells,
        differs,
    }
}

fn said<'a>(entry: &'a RegimeEntry, others: &[&RegimeEntry]) -> Said<'a> {
    let of = |entry: &RegimeEntry, name: &str| {
        let line = entry.says.iter().find(|line| line.name.zh == name);
        line.map(|line| line.value.clone())
    };
    let otherwise = |line: &&RegimeLine| {
        let differs = |other: &&RegimeEntry| of(other, &line.name.zh).as_ref() != Some(&line.value);
        others.iter().any(differs)
    };
    let clauses = |entry: &RegimeEntry| -> Vec<String> {
        entry
            .clauses
            .iter()
            .map(|cited| cited.basis.clause.clone())
            .collect()
    };
    let own = clauses(entry);
    Said {
        entry,
        renamed: others.iter().any(|other| other.name != entry.name),
        lines: entry.says.iter().map(|line| (line, otherwise(&line))).collect(),
        recited: others.iter().any(|other| clauses(other) != own),
    }
}

/// The lists with only the entries that the address asks for; a list of which nothing is left goes too.
#[must_use]
pub fn narrowed<'a>(groups: Vec<Group<'a>>, address: &Address) -> Vec<Group<'a>> {
    let words: Vec<String> = address.q.split_whitespace().map(str::to_lowercase).collect();
    let wanted = |line: &Line<'_>| (!address.differing || line.differs) && holds(line, &words);
    let kept = groups.into_iter().map(|group| Group {
        lines: group.lines.into_iter().filter(wanted).collect(),
        ..group
    });
    kept.filter(|group| !group.lines.is_empty()).collect()
}

/// Whether every word stands somewhere in the entry, in whichever column and language.
fn holds(line: &Line<'_>, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(&part.to_lowercase());
        text.push('\n');
    };
    for cell in &line.cells {
        let Cell::Says(said) = cell else { continue };
        let entry = said.entry;
        [&entry.key, &entry.name.zh, &entry.name.en]
            .into_iter()
            .for_each(|part| add(part));
        for line in &entry.says {
            add(&line.value.zh);
            add(&line.value.en);
        }
        for cited in &entry.clauses {
            add(&cited.basis.clause);
            add(&cited.basis.article);
            add(&cited.text);
        }
    }
    words.iter().all(|word| text.contains(word))
}

/// The place of a list on the page, to which a link leads.
#[must_use]
pub fn place(section: &RegimeSection) -> String {
    format!("list-{}", section.code.replace('.', "-"))
}

/// How many entries there are, and how many of them are not the same everywhere.
#[must_use]
pub fn extent(groups: &[Group<'_>]) -> (usize, usize) {
    let lines = || groups.iter().flat_map(|group| &group.lines);
    (lines().count(), lines().filter(|line| line.differs).count())
}

#[cfg(test)]
mod tests;
