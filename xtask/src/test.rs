//! `cargo xtask test`: every step in order, each with its heading and duration, and one sum at the end.
//!
//! A failing step does not stop those after it: the sum says everything that is wrong at once.

use std::time::{Duration, Instant};

use crate::job::{Counted, Failed, Tally, cargo, run_counting};
use crate::packages::{self, Package};
use crate::postgres::{Cluster, Durability};
use crate::wasm::{TARGET, Wasm};
use crate::{Outcome, app, check, contract, openapi, place, say, tools, wasm, weigh};

/// One part of the tests.
struct Step {
    name: &'static str,
    title: &'static str,
    packages: &'static [Package],
    run: fn(&mut Workshop) -> Counted,
}

/// In the order of how soon they tell something.
const STEPS: [Step; 10] = [
    Step {
        name: "fmt",
        title: "Formatting",
        packages: &[],
        run: |_| check::fmt(),
    },
    Step {
        name: "clippy",
        title: "Lints",
        packages: &[],
        run: |_| check::clippy(),
    },
    Step {
        name: "doc",
        title: "Documentation",
        packages: &[],
        run: |_| check::doc(),
    },
    Step {
        name: "deny",
        title: "Licences and sources of dependencies",
        packages: &[],
        run: |_| check::deny(),
    },
    Step {
        name: "unit",
        title: "Unit and API tests",
        packages: &[Package::Postgres],
        run: unit,
    },
    Step {
        name: "openapi",
        title: "API document",
        packages: &[],
        run: |_| openapi::compare(),
    },
    Step {
        name: "wasm",
        title: "The core in the browser",
        packages: &[Package::Browser],
        run: wasm_vectors,
    },
    Step {
        name: "weight",
        title: "What goes over the wire",
        packages: &[],
        run: weight,
    },
    Step {
        name: "e2e",
        title: "Journeys in the browser",
        packages: &[Package::Browser, Package::Postgres],
        run: e2e,
    },
    Step {
        name: "contract",
        title: "The server against its document",
        packages: &[Package::Postgres],
        run: contract,
    },
];

/// The steps of `cargo xtask check`.
const QUICK: [&str; 4] = ["fmt", "clippy", "doc", "unit"];

/// What steps share, made when the first one asks.
#[derive(Default)]
struct Workshop {
    /// Names of tests, instead of all.
    names: Vec<String>,
    wasm: Option<Wasm>,
    cluster: Option<Cluster>,
}

impl Workshop {
    fn wasm(&mut self) -> Outcome<&Wasm> {
        let wasm = match self.wasm.take() {
            Some(wasm) => wasm,
            None => wasm::ready()?,
        };
        Ok(self.wasm.insert(wasm))
    }

    fn cluster(&mut self) -> Outcome<&Cluster> {
        let cluster = match self.cluster.take() {
            Some(cluster) => cluster,
            None => Cluster::start(Durability::None)?,
        };
        Ok(self.cluster.insert(cluster))
    }
}

/// All steps, or those named, or the tests whose names contain the words.
pub(crate) fn test(words: &[&str]) -> Outcome {
    let is_step = |word: &&str| STEPS.iter().any(|step| step.name == *word);
    let (steps, names): (Vec<&str>, Vec<&str>) = words.iter().copied().partition(is_step);
    if let Some(flag) = names.iter().find(|name| name.starts_with('-')) {
        return Err(format!(
            "`{flag}` is not understood here; see `cargo xtask help`."
        ));
    }
    let chosen: Vec<&Step> = match (steps.is_empty(), names.is_empty()) {
        (true, true) => STEPS.iter().collect(),
        (true, false) => STEPS.iter().filter(|step| step.name == "unit").collect(),
        (false, _) => STEPS.iter().filter(|step| steps.contains(&step.name)).collect(),
    };
    perform(&chosen, &names)
}

/// The quick steps.
pub(crate) fn check() -> Outcome {
    let chosen: Vec<&Step> = STEPS.iter().filter(|step| QUICK.contains(&step.name)).collect();
    perform(&chosen, &[])
}

fn perform(steps: &[&Step], names: &[&str]) -> Outcome {
    let started = Instant::now();
    say::heading("What the tests need");
    let wanted: Vec<Package> = steps.iter().flat_map(|step| step.packages).copied().collect();
    packages::ensure(&wanted)?;
    say::note("Debian's packages are there");

    let names = names.iter().map(|&name| name.to_owned()).collect();
    let mut workshop = Workshop {
        names,
        ..Workshop::default()
    };
    let mut sum = Tally::default();
    let mut lines = Vec::new();
    let mut failures = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        say::heading(&format!(
            "{}/{} {} ({})",
            i + 1,
            steps.len(),
            step.title,
            step.name
        ));
        let begun = Instant::now();
        let (tally, why) = match (step.run)(&mut workshop) {
            Ok(tally) => (tally, None),
            Err(Failed { tally, why }) => (
                Tally {
                    failed: tally.failed.max(1),
                    ..tally
                },
                Some(why),
            ),
        };
        lines.push(line(step, tally, begun.elapsed()));
        sum = sum.plus(tally);
        if let Some(why) = why {
            say::failure(&why);
            failures.push(format!("{}: {why}", step.name));
        }
    }
    drop(workshop);
    conclude(&lines, &failures, sum, started.elapsed())
}

fn line(step: &Step, tally: Tally, time: Duration) -> String {
    let word = if tally.failed == 0 { "passed" } else { "FAILED" };
    format!(
        "{word}  {:<9} {:>5} passed {:>3} failed  {}",
        step.name,
        tally.passed,
        tally.failed,
        say::span(time)
    )
}

fn conclude(lines: &[String], failures: &[String], sum: Tally, time: Duration) -> Outcome {
    say::heading(&format!("Sum, after {}", say::span(time)));
    lines.iter().for_each(|line| say::note(line));
    let again = "Run one step again with `cargo xtask test STEP`, one test with `cargo xtask test NAME`.";
    let outcome = if failures.is_empty() {
        Ok(())
    } else {
        Err(format!("{}\n{again}", failures.join("\n")))
    };
    if let Err(sentences) = &outcome {
        say::failure(sentences);
    }
    // Alone on its line and the last one: programs that read only the end find it here.
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    outcome.map_err(|_| String::new())
}

fn unit(workshop: &mut Workshop) -> Counted {
    let names = workshop.names.clone();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    check::unit(workshop.cluster()?, &names)
}

/// The vectors of the deadlines as WebAssembly, in Chromium.
fn wasm_vectors(workshop: &mut Workshop) -> Counted {
    let wasm = workshop.wasm()?;
    app::fetch(wasm)?;
    let mut test = wasm.command("cargo");
    test.args([
        "test",
        "--locked",
        "--target",
        TARGET,
        "--package",
        "anju-shared",
        "--test",
        "wasm",
    ]);
    test.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        tools::wasm_test_runner()?,
    );
    test.env("CHROMEDRIVER", place::program("chromedriver").unwrap_or_default());
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    run_counting("the tests in the browser", &mut test)
}

/// The apps against what they may weigh.
fn weight(workshop: &mut Workshop) -> Counted {
    app::build(workshop.wasm()?)?;
    weigh::check()
}

/// Whole journeys through the built apps and a real server.
fn e2e(workshop: &mut Workshop) -> Counted {
    app::build(workshop.wasm()?)?;
    app::build_gallery(workshop.wasm()?)?;
    // One browser at a time, on a stage of its own; a journey that fails does not stop those after it.
    let mut test = cargo([
        "test",
        "--locked",
        "--no-fail-fast",
        "--package",
        "anju-e2e",
        "--",
        "--nocapture",
        "--test-threads=1",
    ]);
    test.env("ANJU_TEST_POSTGRES", workshop.cluster()?.url())
        .env("ANJU_TEST_APP", place::desk())
        .env("ANJU_TEST_GALLERY", place::gallery())
        .env("ANJU_TEST_PUBLIC", place::public())
        .env("ANJU_TEST_AXE", tools::axe()?);
    run_counting("the journeys", &mut test)
}

fn contract(workshop: &mut Workshop) -> Counted {
    contract::attack(workshop.cluster()?)
}
