//! The project's own commands: `cargo xtask run`, `cargo xtask test` and their smaller sisters.
//!
//! This crate prepares a machine, builds, starts and tests; it holds no part of the product.
//! It has no dependencies, so that it compiles in seconds on a machine that has nothing yet.
//! Start at [`main`]; each command is one module.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool talks to the person at the terminal"
)]

mod app;
mod bench;
mod check;
mod contract;
mod job;
mod openapi;
mod packages;
mod place;
mod postgres;
mod run;
mod say;
mod server;
mod test;
mod tools;
mod wasm;
mod weigh;

use std::process::ExitCode;

use app::Watched;

/// A failure is one sentence (or a few) that says what went wrong and what to do next.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
The commands of this project:

  cargo xtask run [--empty] [--database-url URL] [-- …]
                        build everything and start Anju on http://127.0.0.1:8080, with data in ./data
                        and, on the first start, demonstration data;
                        what follows -- goes to `anju serve` as it is
  cargo xtask test [STEP | NAME]…
                        install what the tests need and run all of them, or some steps
                        (fmt clippy doc deny unit wasm openapi weight e2e contract),
                        or the unit and API tests whose name contains NAME
  cargo xtask check     the quick part: fmt, clippy, doc, unit and API tests
  cargo xtask app       build only the browser apps, into frontend/dist and public/dist
  cargo xtask app --watch [desk | papers | dispatch | register | office | law | public | calculator]
                        serve the desk, one of its rooms (http://127.0.0.1:8081/desk/…) or the citizens'
                        app (http://127.0.0.1:8082) and build it anew whenever a file changes
  cargo xtask openapi   write openapi/anju.json anew from the server's routes
  cargo xtask bench     build for release and measure

Environment:
  ANJU_CACHE            where tools and their outputs are kept (default ~/.cache/anju)
  CARGO_TARGET_DIR      where native builds go, as always
  ANJU_XTASK_WASM       `rustup` or `debian`: which compiler builds for the browser
                        (default: rustup's if it has the target, else Debian's)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            // Empty when everything was said already, so that the last line stays the last.
            if !sentence.is_empty() {
                say::failure(&sentence);
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome {
    match words {
        ["run", rest @ ..] => run::run(rest),
        ["test", rest @ ..] => test::test(rest),
        ["check"] => test::check(),
        ["app"] => app::build(&wasm::ready()?),
        ["app", "--watch"] => app::watch(Watched::Desk, &wasm::ready()?),
        ["app", "--watch", word] => app::watch(Watched::parse(word)?, &wasm::ready()?),
        ["openapi"] => openapi::write(),
        ["bench"] => bench::bench(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [unknown, ..] => Err(format!(
            "There is no command `{unknown}` in this form; see `cargo xtask help`."
        )),
    }
}
