//! The house rules that a compiler does not hold, held by reading the sources.
//!
//! Every rule is one test; a breach is told as `file:line: what stands there`.
//! ARCHITECTURE.md says why the rules are as they are.

use std::fs;
use std::path::{Path, PathBuf};

/// Lines a source file may have.
const LONGEST: usize = 500;
/// The one file that may be longer: every permission of the procedure stands in it, in one order.
const LONGEST_PERMIT: usize = 600;
/// Folders that are not sources.
const OUTPUTS: [&str; 6] = ["target", "dist", "node_modules", "data", "screenshots", ".git"];

/// A file of the project.
struct Source {
    /// From the project's folder, with `/`.
    path: String,
    lines: Vec<String>,
}

impl Source {
    fn named(&self, names: &[&str]) -> bool {
        names
            .iter()
            .any(|name| self.path.rsplit('/').next() == Some(name))
    }

    fn within(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    fn is_test(&self) -> bool {
        let folders = ["/tests/", "/benches/"];
        folders.iter().any(|part| self.path.contains(part))
            || self.named(&["tests.rs"])
            || self.within("e2e/")
    }

    /// The feature or part of the server it belongs to: `cases` of `backend/src/cases/store.rs`.
    fn part(&self) -> Option<&str> {
        self.path
            .strip_prefix("backend/src/")?
            .split_once('/')
            .map(|(part, _)| part)
    }

    /// Whether it is one of those that may name tables and write SQL.
    fn knows_tables(&self) -> bool {
        let folders = ["/entity/", "/migration/", "/store/", "/query/"];
        // These three are no features: each is the keeper of its own table.
        let keepers = ["audit", "outbox", "jobs"];
        self.named(&["store.rs", "query.rs"])
            || folders.iter().any(|folder| self.path.contains(folder))
            || self.part().is_some_and(|part| keepers.contains(&part))
    }

    /// Numbered lines of code: no comments, and nothing from the tests at the end of the file.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let opens_tests =
            |pair: &[String]| pair[0].trim() == "#[cfg(test)]" && pair[1].trim_end().ends_with('{');
        let end = self
            .lines
            .windows(2)
            .position(opens_tests)
            .unwrap_or(self.lines.len());
        let lines = self.lines[..end].iter().enumerate();
        lines
            .map(|(i, line)| (i + 1, line.trim()))
            .filter(|(_, line)| !line.starts_with("//"))
    }

    /// Numbered lines, all of them.
    fn all(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines
            .iter()
            .enumerate()
            .map(|(i, line)| (i + 1, line.as_str()))
    }

    fn at(&self, number: usize, line: &str) -> String {
        format!("{}:{number}: {}", self.path, line.trim())
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("the project's folder")
}

/// Every file with one of these endings.
fn sources(endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), &root(), endings, &mut found);
    assert!(
        !found.is_empty(),
        "no sources found: is this the project's folder?"
    );
    found
}

fn collect(root: &Path, folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a readable folder")
        .flatten()
        .map(|e| e.path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let relative = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        if path.is_dir() {
            // `data` at the root is a running server's; elsewhere it is the project's.
            let output = OUTPUTS.contains(&name.as_str()) && (name != "data" || relative == "data");
            if !output {
                collect(root, &path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            found.push(Source {
                path: relative,
                lines: text.lines().map(str::to_owned).collect(),
            });
        }
    }
}

/// Rust outside of tests.
fn product() -> Vec<Source> {
    sources(&[".rs"])
        .into_iter()
        .filter(|source| !source.is_test())
        .collect()
}

/// Lines of code of the files that `applies` chooses, where `breaks` says so.
fn breaches(
    files: &[Source],
    applies: impl Fn(&Source) -> bool,
    breaks: impl Fn(&str) -> bool,
) -> Vec<String> {
    let chosen = files.iter().filter(|source| applies(source));
    chosen
        .flat_map(|source| {
            source
                .code()
                .filter(|(_, line)| breaks(line))
                .map(|(number, line)| source.at(number, line))
        })
        .collect()
}

fn hold(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}\n  {}\n", breaches.join("\n  "));
}

/// The part of the server whose `inner` module a line names, as `cases` in `crate::cases::store::load`.
fn names_inner<'a>(line: &'a str, inner: &str) -> Vec<&'a str> {
    let after_crate = line.split("crate::").skip(1);
    after_crate
        .filter_map(|path| {
            let (part, rest) = path.split_once("::")?;
            let first = rest
                .trim_start_matches('{')
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()?;
            let listed = rest.starts_with('{') && rest.split(['{', ',', '}', ' ']).any(|word| word == inner);
            (first == inner || listed).then_some(part)
        })
        .collect()
}

#[test]
fn a_feature_never_reaches_into_anothers_store_or_routes() {
    let mut found = Vec::new();
    for source in product() {
        let Some(own) = source.part() else { continue };
        for (number, line) in source.code() {
            let foreign = ["store", "routes"]
                .iter()
                .flat_map(|inner| names_inner(line, inner))
                .any(|part| part != own);
            if foreign {
                found.push(source.at(number, line));
            }
        }
    }
    hold(
        "A feature uses another's service, or an event through the outbox: never its store or routes.",
        &found,
    );
}

#[test]
fn routes_call_services_and_services_call_stores() {
    let upward: [(&str, &[&str]); 3] = [
        ("routes.rs", &["super::store"]),
        ("service.rs", &["super::routes"]),
        ("store.rs", &["super::routes", "super::service"]),
    ];
    let files = product();
    let mut found = Vec::new();
    for (name, forbidden) in upward {
        let applies = |source: &Source| source.within("backend/src/") && source.named(&[name]);
        found.extend(breaches(&files, applies, |line| {
            forbidden.iter().any(|path| line.contains(path))
        }));
    }
    hold(
        "routes → service → store: each layer knows only the next one.",
        &found,
    );
}

#[test]
fn only_stores_queries_and_migrations_know_the_tables() {
    let applies = |source: &Source| source.within("backend/src/") && !source.knows_tables();
    let found = breaches(&product(), applies, |line| {
        let before = line
            .split("entity::")
            .next()
            .and_then(|text| text.chars().next_back());
        line.contains("entity::") && !before.is_some_and(char::is_alphanumeric)
    });
    hold(
        "`entity` is imported by store.rs, query.rs, the files of a store/ folder, migrations, audit, outbox and jobs.",
        &found,
    );
}

#[test]
fn sql_stands_in_stores_queries_and_migrations() {
    let sql = [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "CREATE TABLE ",
        "CREATE INDEX ",
    ];
    // db.rs opens connections: the settings of the engines are SQL too.
    let applies = |source: &Source| {
        source.within("backend/src/") && !source.knows_tables() && !source.named(&["db.rs"])
    };
    let found = breaches(&product(), applies, |line| {
        sql.iter().any(|words| line.contains(words))
    });
    hold(
        "SQL stands in store.rs, query.rs, the files of a store/ folder, db.rs, migrations, audit, outbox and jobs.",
        &found,
    );
}

#[test]
fn failures_get_their_status_in_http() {
    let successes = [
        "HttpResponse::Ok()",
        "HttpResponse::Created()",
        "HttpResponse::Accepted()",
        "HttpResponse::NoContent()",
        "HttpResponse::PermanentRedirect()",
    ];
    let applies = |source: &Source| source.within("backend/src/") && !source.within("backend/src/http/");
    let found = breaches(&product(), applies, |line| {
        let named = line.contains("StatusCode::") || line.contains("HttpResponse::");
        named && !successes.iter().any(|success| line.contains(success))
    });
    hold(
        "A handler names its success; every other status stands in backend/src/http, as a Problem.",
        &found,
    );
}

/// Whether it belongs to one of the two browser apps.
fn of_an_app(source: &Source) -> bool {
    source.within("frontend/src/") || source.within("public/src/")
}

#[test]
fn the_app_writes_addresses_in_one_place() {
    let applies = |source: &Source| {
        of_an_app(source)
            && !source.within("frontend/src/api/")
            && !source.within("public/src/api/")
            && !source.named(&["route.rs"])
    };
    let found = breaches(&product(), applies, |line| {
        line.contains("\"/api/") || line.contains("\"/oauth/")
    });
    hold("Addresses stand in the route.rs and the api of an app.", &found);
}

#[test]
fn the_app_has_no_inline_style() {
    let found = breaches(&product(), of_an_app, |line| {
        line.contains(" style={") || line.contains(" style=\"")
    });
    hold(
        "Looks stand in the style folder of an app: the content policy forbids inline style.",
        &found,
    );
}

#[test]
fn the_core_touches_nothing_outside() {
    let outside = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant::now",
        "println!",
    ];
    let applies = |source: &Source| source.within("shared/src/");
    let found = breaches(&product(), applies, |line| {
        outside.iter().any(|name| line.contains(name))
    });
    hold(
        "shared is pure: no files, network, environment, clock or output.",
        &found,
    );
}

#[test]
fn no_module_is_called_common_utils_or_helpers() {
    let vague = ["common", "util", "utils", "helper", "helpers", "misc"];
    let is_vague = |source: &Source| {
        source
            .path
            .trim_end_matches(".rs")
            .split('/')
            .any(|part| vague.contains(&part))
    };
    let found: Vec<String> = sources(&[".rs"])
        .iter()
        .filter(|source| is_vague(source))
        .map(|s| s.at(1, ""))
        .collect();
    hold("A module is named after what it is about.", &found);
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let mut found = Vec::new();
    for source in sources(&[".rs", ".css"]) {
        let most = if source.named(&["permit.rs"]) {
            LONGEST_PERMIT
        } else {
            LONGEST
        };
        if source.lines.len() > most {
            found.push(format!(
                "{}:{}: at most {most} lines",
                source.path,
                source.lines.len()
            ));
        }
    }
    hold("A long file is two modules that have not parted yet.", &found);
}

#[test]
fn every_mod_rs_opens_by_saying_what_it_is() {
    let silent = |source: &&Source| {
        source.named(&["mod.rs", "lib.rs", "main.rs"])
            && !source.lines.first().is_some_and(|line| line.starts_with("//!"))
    };
    let found: Vec<String> = sources(&[".rs"])
        .iter()
        .filter(silent)
        .map(|s| s.at(1, "no //! at the top"))
        .collect();
    hold(
        "A module opens by saying what it is, what it is not, and where to start.",
        &found,
    );
}

#[test]
fn lints_are_answered_with_a_reason() {
    let mut found = Vec::new();
    for source in sources(&[".rs"]) {
        let silenced = |line: &str| line.starts_with("#[allow(") || line.starts_with("#![allow(");
        found.extend(
            source
                .all()
                .filter(|(_, line)| silenced(line.trim()))
                .map(|(n, line)| source.at(n, line)),
        );
    }
    hold("Write #[expect(…, reason = \"…\")].", &found);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("];
    let banners = ["// ====", "// ----", "// ****", "//////", "/* ---"];
    let mut found = Vec::new();
    for source in sources(&[".rs", ".css", ".toml", ".html"])
        .iter()
        .filter(|source| !is_this_file(source))
    {
        let left = |line: &str| marks.iter().chain(&banners).any(|mark| line.contains(mark));
        found.extend(
            source
                .all()
                .filter(|(_, line)| left(line))
                .map(|(n, line)| source.at(n, line)),
        );
    }
    hold("No notes to oneself and no banners.", &found);
}

#[test]
fn the_project_stands_on_its_own() {
    let machine = ["/work/", "/root/"];
    let endings = [
        ".rs", ".toml", ".md", ".html", ".css", ".json", ".yml", ".yaml", ".py", ".mjs", "run",
    ];
    let mut found = Vec::new();
    for source in sources(&endings).iter().filter(|source| !is_this_file(source)) {
        let leaves = |line: &str| machine.iter().any(|path| line.contains(path)) || climbs_out(source, line);
        found.extend(
            source
                .all()
                .filter(|(_, line)| leaves(line))
                .map(|(n, line)| source.at(n, line)),
        );
    }
    hold(
        "A clone must work anywhere: no path of one machine, none that leaves the project.",
        &found,
    );
}

/// Whether a relative path in the line climbs above the project's folder.
fn climbs_out(source: &Source, line: &str) -> bool {
    let depth = source.path.matches('/').count();
    line.split(|c: char| !(c.is_alphanumeric() || "./_-".contains(c)))
        .any(|path| path.starts_with("../") && path.matches("../").count() > depth)
}

fn is_this_file(source: &Source) -> bool {
    source.path == "xtask/tests/tidy.rs"
}
