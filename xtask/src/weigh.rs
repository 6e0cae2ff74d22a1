//! How much of the apps goes over the wire before the first page of each of their documents stands, and whether that
//! is allowed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::job::{Counted, Failed, Tally};
use crate::{Outcome, place, say};

/// What one document of an app may weigh, in bytes as they travel (brotli).
struct Budget {
    name: &'static str,
    /// Where it is built.
    dist: fn() -> PathBuf,
    most: u64,
    /// Requests for files; what the page then asks of the API comes on top.
    requests: usize,
    /// What each kind of file is expected to take of it: says which one grew.
    shares: &'static [(&'static str, u64)],
}

const BUDGETS: &[Budget] = &[
    Budget {
        name: "the desk",
        dist: place::desk,
        most: 400_000,
        requests: 5,
        shares: &[
            (".wasm", 386_000),
            (".js", 7_500),
            (".css", 7_500),
            (".html", 1_000),
        ],
    },
    Budget {
        name: "the room of papers",
        dist: || place::desk().join("papers"),
        most: 237_000,
        requests: 5,
        shares: &[
            (".wasm", 223_000),
            (".js", 7_500),
            (".css", 7_500),
            (".html", 1_000),
        ],
    },
    Budget {
        name: "the room of dispatch",
        dist: || place::desk().join("dispatch"),
        most: 318_000,
        requests: 5,
        shares: &[
            (".wasm", 304_000),
            (".js", 7_500),
            (".css", 7_500),
            (".html", 1_000),
        ],
    },
    Budget {
        name: "the room of registration",
        dist: || place::desk().join("register"),
        most: 292_000,
        requests: 5,
        shares: &[
            (".wasm", 278_000),
            (".js", 7_500),
            (".css", 7_500),
            (".html", 1_000),
        ],
    },
    Budget {
        name: "the room of administration",
        dist: || place::desk().join("office"),
        most: 296_000,
        requests: 5,
        shares: &[
            (".wasm", 282_000),
            (".js", 7_500),
            (".css", 7_500),
            (".html", 1_000),
        ],
    },
    Budget {
        name: "the room of the rules",
        dist: || place::desk().join("law"),
        most: 310_000,
        requests: 5,
        shares: &[
            (".wasm", 295_000),
            (".js", 7_500),
            (".css", 8_500),
            (".html", 1_000),
        ],
    },
    Budget {
        name: "the app of the citizens",
        dist: place::public,
        most: 150_000,
        requests: 5,
        shares: &[
            (".wasm", 134_000),
            (".js", 7_000),
            (".css", 7_000),
            (".html", 2_000),
        ],
    },
    Budget {
        name: "the calculator of periods",
        dist: || place::public().join("calculator"),
        most: 150_000,
        requests: 5,
        shares: &[
            (".wasm", 134_000),
            (".js", 7_000),
            (".css", 7_000),
            (".html", 2_000),
        ],
    },
];

/// What an app consists of: each file with its weight on the wire.
struct Load(Vec<(String, u64)>);

impl Load {
    /// Every file of the folder that has a compressed sibling: what the page fetches before it stands.
    fn of(dist: &Path) -> Outcome<Self> {
        let unreadable = |e| format!("{} cannot be read: {e}.", dist.display());
        let mut files = vec![];
        for entry in fs::read_dir(dist).map_err(unreadable)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let (Some(name), Ok(about)) = (name.strip_suffix(".br"), entry.metadata()) {
                files.push((name.to_owned(), about.len()));
            }
        }
        if files.is_empty() {
            return Err(format!("{} holds no built app.", dist.display()));
        }
        Ok(Self(files))
    }

    fn bytes(&self) -> u64 {
        self.0.iter().map(|(_, bytes)| bytes).sum()
    }

    fn share(&self, end: &str) -> u64 {
        let of_kind = self.0.iter().filter(|(name, _)| name.ends_with(end));
        of_kind.map(|(_, bytes)| bytes).sum()
    }
}

impl Budget {
    /// What is too much, as one sentence.
    fn exceeded(&self, load: &Load) -> Option<String> {
        let grew: Vec<String> = self
            .shares
            .iter()
            .filter(|(end, share)| load.share(end) > *share)
            .map(|(end, share)| {
                format!(
                    "{end} is {} and has a share of {}",
                    kb(load.share(end)),
                    kb(*share)
                )
            })
            .collect();
        let name = self.name;
        if load.bytes() > self.most {
            let (is, most) = (kb(load.bytes()), kb(self.most));
            return Some(format!(
                "{name} is {is} over the wire where {most} is allowed: {}.",
                grew.join("; ")
            ));
        }
        if load.0.len() > self.requests {
            let files: Vec<&str> = load.0.iter().map(|(name, _)| name.as_str()).collect();
            let (is, most) = (files.len(), self.requests);
            return Some(format!(
                "{name} takes {is} requests where {most} are allowed: {}.",
                files.join(", ")
            ));
        }
        None
    }
}

fn kb(bytes: u64) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

/// One test for each document: light enough, or what grew.
pub(crate) fn check() -> Counted {
    let mut tally = Tally::default();
    let mut sentences = vec![];
    for budget in BUDGETS {
        let load = Load::of(&(budget.dist)())?;
        say::note(&format!(
            "{}: {} in {} files",
            budget.name,
            kb(load.bytes()),
            load.0.len()
        ));
        match budget.exceeded(&load) {
            None => tally.passed += 1,
            Some(sentence) => {
                tally.failed += 1;
                sentences.push(sentence);
            }
        }
    }
    if sentences.is_empty() {
        return Ok(tally);
    }
    let why = sentences.join(" ");
    Err(Failed { tally, why })
}

#[cfg(test)]
mod tests {
    use super::{BUDGETS, Load};

    fn load(wasm: u64) -> Load {
        let file = |name: &str, bytes| (name.to_owned(), bytes);
        Load(vec![
            file("index.html", 500),
            file("a.js", 8_000),
            file("a.css", 8_000),
            file("a_bg.wasm", wasm),
        ])
    }

    #[test]
    fn whoever_makes_an_app_too_heavy_is_told_what_grew() {
        let desk = &BUDGETS[0];
        assert_eq!(desk.exceeded(&load(383_000)), None);
        let told = desk.exceeded(&load(386_500)).expect("too heavy");
        assert_eq!(
            told,
            "the desk is 403.0 kB over the wire where 400.0 kB is allowed: .wasm is 386.5 kB and has a share of 386.0 kB; .js is 8.0 kB and has a share of 7.5 kB; .css is 8.0 kB and has a share of 7.5 kB."
        );
    }

    #[test]
    fn whoever_makes_an_app_too_many_is_told_which_files_they_are() {
        let mut many = load(1);
        many.0.extend((0..2).map(|n| (format!("{n}.css"), 1)));
        let told = BUDGETS[0].exceeded(&many).expect("too many");
        assert!(
            told.starts_with("the desk takes 6 requests where 5 are allowed: index.html, a.js"),
            "{told}"
        );
    }
}
