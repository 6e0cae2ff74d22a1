//! Which regimes stand beside each other, what an entry says in each of them, and where they differ. Pure.

use anju_shared::{
    api::rules::{RegimeDetail, RegimeEntry, RegimeLine, RegimeList, RegimeSection, RegimeSummary},
    time::LegalDate,
};
use std::collections::BTreeSet;

/// So few columns at least, and so many at most.
pub const COLUMNS: (usize, usize) = (2, 4);

const REGIMES: &str = "regimes";
const DIFFERING: &str = "differing";
const WORDS: &str = "q";

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Ids of the regimes, from left to right.
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

/// Of every regime the version that is in force on this day; of one that is still to begin, its first.
#[must_use]
pub fn in_force(list: &RegimeList, today: LegalDate) -> Vec<&RegimeSummary> {
    let mut found: Vec<&RegimeSummary> = vec![];
    for one in &list.regimes {
        let begun = one.in_force_from <= today;
        match found.iter_mut().find(|known| known.id == one.id) {
            Some(known) if begun && known.in_force_from < one.in_force_from => *known = one,
            Some(_) => {}
            None => found.push(one),
        }
    }
    found
}

/// The regimes shown: those asked for that there are, each once; beside too few of them the one in force, those below
/// it, and then whichever comes.
#[must_use]
pub fn columns(asked: &[String], list: &RegimeList) -> Vec<String> {
    let (least, most) = COLUMNS;
    let known = |id: &&String| list.regimes.iter().any(|one| one.id == **id);
    let mut shown: Vec<String> = vec![];
    for id in asked.iter().filter(known) {
        if !shown.contains(id) && shown.len() < most {
            shown.push(id.clone());
        }
    }
    let in_force = list.regimes.iter().find(|one| one.id == list.in_force);
    let usual = in_force.into_iter().flat_map(|one| &one.line);
    for id in usual.chain(list.regimes.iter().map(|one| &one.id)) {
        if shown.len() < least && !shown.contains(id) {
            shown.push(id.clone());
        }
    }
    shown
}

/// The columns with another one at the end: the first that does not stand there yet.
#[must_use]
pub fn with_another(shown: &[String], list: &RegimeList) -> Option<Vec<String>> {
    let another = list.regimes.iter().find(|one| !shown.contains(&one.id))?;
    let room = shown.len() < COLUMNS.1;
    room.then(|| shown.iter().chain([&another.id]).cloned().collect())
}

/// The columns without this one.
#[must_use]
pub fn without(shown: &[String], at: usize) -> Option<Vec<String>> {
    let enough = shown.len() > COLUMNS.0;
    let rest = shown.iter().enumerate().filter(|(place, _)| *place != at);
    enough.then(|| rest.map(|(_, id)| id.clone()).collect())
}

/// The columns with another regime in this place.
#[must_use]
pub fn with(shown: &[String], at: usize, id: &str) -> Vec<String> {
    let mut shown = shown.to_vec();
    if let Some(place) = shown.get_mut(at) {
        id.clone_into(place);
    }
    shown
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
