//! `docs/clauses.md`: for every clause of the rules, which entries rest on it, which code names it, and which tests
//! show it. A clause is *claimed* when something that already works rests on it, or when code or a text of the browser
//! names it. A claimed clause that no test names is a fault.

use anju_shared::rules::{Regime, regimes};
use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    ops::Range,
    path::{Path, PathBuf},
};

/// In what a line stands.
enum Within {
    Code,
    /// A part of the tests that shows nothing by itself.
    Helper,
    Test(String),
}

/// A source file as it names clauses: `TJ-9.1` and `_tj_9_1_` alike.
struct Source {
    path: String,
    /// Each line in one writing, with what it stands in.
    lines: Vec<(String, Within)>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the project")
        .to_owned()
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace(['-', '.'], "_")
}

/// Whether a line names this clause and not one of its parts.
fn names(line: &str, clause: &str) -> bool {
    line.match_indices(clause).any(|(at, found)| {
        let before = line[..at].chars().next_back();
        let mut after = line[at + found.len()..].chars();
        let (next, then) = (after.next(), after.next());
        let part = next == Some('_') && then.is_some_and(|c| c.is_ascii_digit());
        !before.is_some_and(|c| c.is_ascii_alphanumeric())
            && !next.is_some_and(|c| c.is_ascii_alphanumeric())
            && !part
    })
}

/// How far a line is indented, and the name of the function that begins on it.
fn function(line: &str) -> Option<(usize, &str)> {
    let code = line.trim_start();
    let indent = line.len() - code.len();
    let code = code.strip_prefix("pub ").unwrap_or(code);
    let code = code.strip_prefix("async ").unwrap_or(code);
    let name = code.strip_prefix("fn ")?;
    name.split(['(', '<']).next().map(|name| (indent, name))
}

/// Where each test stands, with what is said above it, and its name. A function that only helps is no test: what it names
/// is not shown by it.
fn tests(lines: &[&str]) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((indent, name)) = function(line) else {
            continue;
        };
        let said = |line: &&&str| ["///", "#["].iter().any(|mark| line.trim().starts_with(mark));
        let from = at - lines[..at].iter().rev().take_while(said).count();
        if lines[from..at].iter().any(|line| line.trim().ends_with("test]")) {
            let closes = |line: &&str| line.len() == indent + 1 && line.trim() == "}";
            let length = lines[at..].iter().position(closes).unwrap_or_default();
            found.push((from..at + length + 1, name.to_owned()));
        }
    }
    found
}

fn read(path: &Path, name: String) -> Source {
    let text = fs::read_to_string(path).unwrap_or_default();
    let raw: Vec<&str> = text.lines().collect();
    let only_tests = name.contains("/tests") || name.starts_with("e2e/");
    let begin = raw.iter().position(|line| line.trim() == "#[cfg(test)]");
    let begin = if only_tests { 0 } else { begin.unwrap_or(raw.len()) };
    let within = |at| if at < begin { Within::Code } else { Within::Helper };
    let lines = raw.iter().enumerate().map(|(at, line)| (plain(line), within(at)));
    let mut lines: Vec<(String, Within)> = lines.collect();
    for (place, test) in tests(&raw) {
        for (_, within) in &mut lines[place] {
            *within = Within::Test(test.clone());
        }
    }
    Source { path: name, lines }
}

fn collect(folder: &Path, root: &Path, found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            collect(&path, root, found);
        } else if name.ends_with(".rs") && !name.ends_with("clause_table.rs") {
            found.push(read(&path, name));
        }
    }
}

fn sources() -> Vec<Source> {
    let (root, mut found) = (root(), Vec::new());
    for folder in [
        "shared/src",
        "shared/tests",
        "backend/src",
        "backend/tests",
        "frontend/src",
        "public/src",
        "e2e",
    ] {
        collect(&root.join(folder), &root, &mut found);
    }
    found
}

/// What is known of one clause.
#[derive(Default)]
struct Row {
    place: String,
    entries: BTreeSet<String>,
    /// Whether something that works already rests on it.
    works: bool,
    code: BTreeSet<String>,
    tests: BTreeSet<String>,
}

impl Row {
    fn claimed(&self) -> bool {
        self.works || !self.code.is_empty()
    }
}

/// Lists with which nothing works yet: what they say is shown, and carried out later.
const LATER: [&str; 6] = ["duties", "parameters", "triggers", "ladder", "scoring", "grades"];

/// The entries that rest on each clause, and whether the procedure works with them already.
fn entries(regime: &Regime, rows: &mut BTreeMap<String, Row>) {
    for (clause, citation) in &regime.citations {
        let title = regime
            .instruments
            .get(&citation.instrument)
            .cloned()
            .unwrap_or_default();
        rows.entry(clause.clone()).or_default().place = format!("{title} {}", citation.article);
    }
    for section in regime.detail().sections {
        for entry in section.entries {
            // A period whose beginning or end the procedure does not have says so.
            let waits = section.code == "clocks" && entry.says.iter().any(|line| line.name.en == "Runs");
            for clause in entry.clauses {
                let row = rows.entry(clause.basis.clause).or_default();
                row.entries.insert(section.code.clone());
                row.works |= !waits && !LATER.contains(&section.code.as_str());
            }
        }
    }
}

fn rows() -> BTreeMap<String, Row> {
    let mut rows = BTreeMap::new();
    for regime in regimes() {
        entries(regime, &mut rows);
    }
    let sources = sources();
    for (clause, row) in &mut rows {
        let clause = plain(clause);
        for source in &sources {
            for (_, within) in source.lines.iter().filter(|(line, _)| names(line, &clause)) {
                match within {
                    Within::Code => row.code.insert(source.path.clone()),
                    Within::Test(test) => row.tests.insert(format!("{}: {test}", source.path)),
                    Within::Helper => false,
                };
            }
        }
    }
    rows
}

fn list(items: &BTreeSet<String>, most: usize) -> String {
    let mut told: Vec<String> = items.iter().take(most).map(|item| format!("`{item}`")).collect();
    if items.len() > most {
        told.push(format!("and {} more", items.len() - most));
    }
    if told.is_empty() {
        "–".to_owned()
    } else {
        told.join("<br>")
    }
}

fn document(rows: &BTreeMap<String, Row>) -> String {
    let head = "# Clauses 条款\n\nMade from the rules, the code and the tests (`UPDATE_GOLDEN=1 cargo test -p anju-shared --features toml \
        --test regimes`); not written by hand. *Rests* names the lists of the rules in which entries rest on the clause. *Done* is a clause \
        on which something that works rests, or that code names: a test must name it. The others are said by the rules, \
        and carried out by what is still to come.\n\n\
        | clause | where it stands | done | rests | code | tests |\n|---|---|---|---|---|---|\n";
    let row = |(clause, row): (&String, &Row)| {
        format!(
            "| {clause} | {} | {} | {} | {} | {} |\n",
            row.place,
            if row.claimed() { "yes" } else { "–" },
            list(&row.entries, 9),
            list(&row.code, 4),
            list(&row.tests, 4)
        )
    };
    head.to_owned() + &rows.iter().map(row).collect::<String>()
}

#[test]
fn every_clause_on_which_something_works_is_shown_by_a_test() {
    let rows = rows();
    let path = root().join("docs/clauses.md");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, document(&rows)).expect("the table can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == document(&rows),
        "docs/clauses.md is not what the rules, the code and the tests say; UPDATE_GOLDEN=1 writes it"
    );
    let unshown = rows
        .iter()
        .filter(|(_, row)| row.claimed() && row.tests.is_empty());
    let unshown: Vec<&String> = unshown.map(|(clause, _)| clause).collect();
    assert_eq!(unshown, Vec::<&String>::new(), "no test names these clauses");
}

#[test]
fn what_a_helper_names_is_shown_by_no_test() {
    let lines = [
        "fn helps() {",
        "    // TJ-1",
        "}",
        "/// TJ-2",
        "#[test]",
        "fn shows() {",
        "    if true {",
        "    }",
        "}",
    ];
    assert_eq!(tests(&lines), [(3..9, "shows".to_owned())]);
}

#[test]
fn a_clause_is_named_by_its_own_id_and_not_by_that_of_a_part_or_a_neighbour() {
    for (line, clause, expected) in [
        ("fn a_case_of_tj_9_1_ends() {", "TJ-9.1", true),
        ("fn a_case_of_tj_9_1() {", "TJ-9.1", true),
        ("fn a_case_of_tj_9_10() {", "TJ-9.1", false),
        ("// TJ-7.3.1", "TJ-7.3", false),
        ("// TJ-7.3, TJ-8.2.", "TJ-8.2", true),
        ("fn d2_4_2a_and_more()", "D2-4.2a", true),
        ("fn d2_4_2ab()", "D2-4.2a", false),
    ] {
        assert_eq!(names(&plain(line), &plain(clause)), expected, "{line} {clause}");
    }
}
