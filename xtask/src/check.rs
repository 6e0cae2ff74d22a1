//! The steps that read and compile: formatting, lints, documentation, licences, unit and API tests.

use std::net::{TcpStream, ToSocketAddrs as _};
use std::process::Command;
use std::time::Duration;

use crate::job::{Counted, Tally, cargo, run, run_counting};
use crate::postgres::Cluster;
use crate::{place, say, tools};

pub(crate) fn fmt() -> Counted {
    run("cargo fmt --check", &mut cargo(["fmt", "--all", "--check"]))
        .map_err(|why| format!("{why} `cargo fmt --all` puts it right."))?;
    Ok(Tally::ONE)
}

pub(crate) fn clippy() -> Counted {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "--deny",
        "warnings",
    ];
    run("cargo clippy", &mut cargo(arguments))?;
    Ok(Tally::ONE)
}

pub(crate) fn doc() -> Counted {
    let mut doc = cargo(["doc", "--workspace", "--no-deps", "--locked"]);
    run("cargo doc", doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    Ok(Tally::ONE)
}

/// Licences, doubled crates and sources always; known vulnerabilities where their database can be reached.
pub(crate) fn deny() -> Counted {
    let program = tools::cargo_deny()?;
    let reachable = "github.com:443".to_socket_addrs().is_ok_and(|mut addresses| {
        addresses.any(|address| TcpStream::connect_timeout(&address, Duration::from_secs(3)).is_ok())
    });
    let mut command = Command::new(program);
    command
        .args(["--locked", "check", "bans", "licenses", "sources"])
        .current_dir(place::root());
    if reachable {
        command.arg("advisories");
    }
    run("cargo deny", &mut command)?;
    if !reachable {
        say::note("advisories skipped: their database lies on github.com, which cannot be reached from here");
    }
    Ok(Tally::ONE)
}

/// Every test that needs no browser; those of the API on both engines.
pub(crate) fn unit(cluster: &Cluster, names: &[&str]) -> Counted {
    let nextest = cargo(["nextest", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    let scope = [
        "--workspace",
        "--exclude",
        "anju-e2e",
        "--locked",
        "--no-fail-fast",
    ];
    let mut tests = if nextest {
        cargo(["nextest", "run"])
    } else {
        cargo(["test", "--lib", "--bins", "--tests"])
    };
    tests.args(scope).env("ANJU_TEST_POSTGRES", cluster.url());
    if !nextest && !names.is_empty() {
        tests.arg("--");
    }
    let tally = run_counting("the tests", tests.args(names))?;
    if !names.is_empty() {
        return Ok(tally);
    }
    say::note("examples in the documentation");
    let mut examples = cargo(["test", "--doc", "--workspace", "--locked"]);
    run("the examples in the documentation", &mut examples)
        .map_err(|why| crate::job::Failed { tally, why })?;
    Ok(tally.plus(Tally::ONE))
}
