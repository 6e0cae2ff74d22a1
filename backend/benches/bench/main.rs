//! The server under load, beside what engine and machine can do at all, in one run: `cargo bench --bench bench`.
//!
//! Everything goes through the real release binary, over HTTP, on SQLite and, if `ANJU_TEST_POSTGRES` names the
//! address of a cluster with its durability on, on PostgreSQL. The load runs on the same machine, so ratios tell
//! more than rates. Options from the environment: `ANJU_BENCH_CASES` (100000), `ANJU_BENCH_SECONDS` of one
//! measurement (5), `ANJU_BENCH_ENGINES` (`sqlite,postgres`), `ANJU_BENCH_PARTS` (`create,list,search,revisions`), and
//! `ANJU_TEST_SERVER`, the path of the binary.

#![expect(
    clippy::print_stdout,
    reason = "a benchmark says its results on standard output"
)]

mod create;
mod engine;
mod http;
mod list;
mod measure;
mod raw;
mod report;
mod revisions;
mod search;
mod server;
mod sign_in;
mod table;

use engine::Engine;
use std::{io, path::PathBuf, time::Duration};
use table::Table;

fn main() -> io::Result<()> {
    // Where the target folder lies there is a real disk; the folder for temporary files may be memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let program = option("ANJU_TEST_SERVER", env!("CARGO_BIN_EXE_anju"));
    let program = PathBuf::from(program);
    let time = Duration::from_secs(number("ANJU_BENCH_SECONDS", 5)?);
    let cases = number("ANJU_BENCH_CASES", 100_000)?;
    let parts = option("ANJU_BENCH_PARTS", "create,list,search,revisions");
    let mut table = Table::default();
    let weight = create::weight(&Engine::sqlite(&folder.path().join("weigh")), &program)?;
    table.row(
        "both",
        "one creation adds",
        format!("{} rows, {} bytes", weight.rows, weight.bytes),
        "",
    );
    for engine in engines(folder.path()) {
        if parts.contains("create") {
            create::measure(&engine, &program, time, weight, &mut table)?;
        }
        if parts.contains("list") {
            list::measure(&engine, &program, cases, &mut table)?;
        }
        if parts.contains("search") {
            search::measure(&engine, &program, cases, &mut table)?;
        }
        if parts.contains("revisions") {
            revisions::measure(&engine, &program, cases, &mut table)?;
        }
    }
    table.print();
    Ok(())
}

fn engines(folder: &std::path::Path) -> Vec<Engine> {
    let wanted = option("ANJU_BENCH_ENGINES", "sqlite,postgres");
    let sqlite = wanted.contains("sqlite").then(|| Engine::sqlite(folder));
    let maintenance = std::env::var("ANJU_TEST_POSTGRES")
        .ok()
        .filter(|_| wanted.contains("postgres"));
    sqlite
        .into_iter()
        .chain(maintenance.map(|url| Engine::postgres(folder, &url)))
        .collect()
}

fn option(name: &str, default: &str) -> String {
    std::env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| default.to_owned())
}

fn number(name: &str, default: u64) -> io::Result<u64> {
    let given = option(name, &default.to_string());
    given
        .parse()
        .map_err(|_| io::Error::other(format!("{name} is “{given}”; expected a whole number")))
}
