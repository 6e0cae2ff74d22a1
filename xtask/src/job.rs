//! Running other programs: streamed, counted, or quietly.
//!
//! Every child shows its own output while it works; a line a minute says that it still does.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Outcome, place, say};

/// Tests that passed and failed, as their runner says in its closing line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// One thing that passed: for steps that are one check.
    pub(crate) const ONE: Self = Self { passed: 1, failed: 0 };

    pub(crate) const fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }

    /// What a line of output adds: the closing lines of cargo test and cargo nextest.
    fn of(line: &str) -> Self {
        let mut tally = Self::default();
        if !line.contains("test result: ") && !line.contains("Summary [") {
            return tally;
        }
        let words: Vec<&str> = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        for pair in words.windows(2) {
            let (Ok(number), word) = (pair[0].parse::<u32>(), pair[1]) else {
                continue;
            };
            match word {
                "passed" => tally.passed += number,
                "failed" | "timed" | "exec" => tally.failed += number,
                _ => {}
            }
        }
        tally
    }
}

/// What a counted run came to.
pub(crate) type Counted = Result<Tally, Failed>;

/// A run that failed, with what had passed and failed until then.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) tally: Tally,
    pub(crate) why: String,
}

impl From<String> for Failed {
    fn from(why: String) -> Self {
        Self {
            tally: Tally::default(),
            why,
        }
    }
}

/// `cargo` in the project, without what `cargo run` left in the environment.
pub(crate) fn cargo<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(place::root());
    forget_cargo_run(&mut command);
    command
}

/// Takes out the variables that are about xtask itself; a child would take them for its own.
pub(crate) fn forget_cargo_run(command: &mut Command) {
    // The server calls every ANJU_ variable a setting, and this is none of its.
    command.env_remove("ANJU_CACHE");
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        let about_us = ["CARGO_PKG_", "CARGO_BIN_", "CARGO_MANIFEST_", "CARGO_CRATE_"];
        if about_us.iter().any(|start| name.starts_with(start)) || name == "CARGO_PRIMARY_PACKAGE" {
            command.env_remove(name);
        }
    }
}

/// Runs a child with its output on the terminal.
pub(crate) fn run(what: &str, command: &mut Command) -> Outcome {
    let mut child = start(what, command)?;
    let status = wait(what, &mut child)?;
    verdict(what, status)
}

/// Runs a child with its output on the terminal and counts the tests it closes with.
pub(crate) fn run_counting(what: &str, command: &mut Command) -> Counted {
    let mut child = start(what, command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let readers = [
        child
            .stdout
            .take()
            .map(|stream| thread::spawn(move || relay(stream))),
        child
            .stderr
            .take()
            .map(|stream| thread::spawn(move || relay(stream))),
    ];
    let status = wait(what, &mut child)?;
    let mut tally = Tally::default();
    for reader in readers.into_iter().flatten() {
        tally = tally.plus(reader.join().unwrap_or_default());
    }
    match verdict(what, status) {
        Err(why) => Err(Failed { tally, why }),
        Ok(()) if tally.passed == 0 => Err(format!("{what} ran no test. Does the name match one?").into()),
        Ok(()) => Ok(tally),
    }
}

/// Runs a child quietly and returns what it wrote; on failure, its last words are in the sentence.
pub(crate) fn output(what: &str, command: &mut Command) -> Outcome<String> {
    let result = command
        .stdin(Stdio::null())
        .output()
        .map_err(|e| missing(what, command, &e))?;
    if result.status.success() {
        return Ok(String::from_utf8_lossy(&result.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(if result.stderr.is_empty() {
        &result.stdout
    } else {
        &result.stderr
    });
    let lines: Vec<&str> = said.trim().lines().collect();
    let last = lines[lines.len().saturating_sub(15)..].join("\n");
    Err(format!("{what} failed ({}). It said:\n{last}", result.status))
}

/// A command whose process ends with this one, however this one ends; as another user if one is named.
///
/// `setpriv` (on every Debian) asks the kernel to send the signal when the parent dies.
pub(crate) fn attached(signal: &str, user: Option<&str>, program: &Path) -> Outcome<Command> {
    let setpriv = place::program("setpriv");
    let Some(setpriv) = setpriv else {
        return match user {
            None => Ok(Command::new(program)),
            Some(_) => Err("`setpriv` is missing; install the package util-linux.".to_owned()),
        };
    };
    let mut command = Command::new(setpriv);
    if let Some(user) = user {
        command.args(["--reuid", user, "--regid", user, "--init-groups"]);
    }
    command.args(["--pdeathsig", signal, "--"]).arg(program);
    forget_cargo_run(&mut command);
    Ok(command)
}

fn start(what: &str, command: &mut Command) -> Outcome<Child> {
    command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|e| missing(what, command, &e))
}

fn missing(what: &str, command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    format!("{what} could not start: `{program}`: {error}. Is it installed and on PATH?")
}

fn wait(what: &str, child: &mut Child) -> Outcome<ExitStatus> {
    let started = Instant::now();
    let mut told = 0;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(e) => return Err(format!("{what} got lost: {e}. Start the command again.")),
        }
        let minutes = started.elapsed().as_secs() / 60;
        if minutes > told {
            told = minutes;
            say::note(&format!("… {what}: {minutes} min"));
        }
    }
}

fn verdict(what: &str, status: ExitStatus) -> Outcome {
    if status.success() {
        Ok(())
    } else {
        Err(format!("{what} failed ({status}); its own words are above."))
    }
}

fn relay(stream: impl Read) -> Tally {
    let mut tally = Tally::default();
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally = tally.plus(Tally::of(&line));
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_closing_lines_of_both_runners_are_understood() {
        let check =
            |line: &str, passed, failed| assert_eq!(Tally::of(line), Tally { passed, failed }, "{line}");
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out",
            12,
            0,
        );
        check(
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured",
            2,
            3,
        );
        check(
            "     Summary [   0.005s] 14 tests run: 14 passed, 2 skipped",
            14,
            0,
        );
        check(
            "     Summary [  31.7s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 0 skipped",
            6,
            3,
        );
        check("he said that 5 passed", 0, 0);
    }
}
