//! The document of the API: written from the server's own routes, committed, and compared.

use std::process::Command;

use crate::job::{Counted, Tally, cargo, output};
use crate::{Outcome, place, say};

/// The committed document.
const DOCUMENT: &str = "openapi/anju.json";

/// Writes the committed document anew.
pub(crate) fn write() -> Outcome {
    say::heading("API document");
    let file = place::root().join(DOCUMENT);
    std::fs::write(&file, generated()?).map_err(|e| format!("{DOCUMENT} cannot be written: {e}."))?;
    say::note(&format!(
        "wrote {DOCUMENT}; review the difference with `git diff`"
    ));
    Ok(())
}

/// Fails if the routes have moved away from the committed document.
pub(crate) fn compare() -> Counted {
    let committed = std::fs::read_to_string(place::root().join(DOCUMENT))
        .map_err(|e| format!("{DOCUMENT} cannot be read: {e}. `cargo xtask openapi` writes it."))?;
    let generated = generated()?;
    if generated == committed {
        say::note(&format!("{DOCUMENT} is what the server's routes say"));
        return Ok(Tally::ONE);
    }
    let same = generated
        .lines()
        .zip(committed.lines())
        .take_while(|(new, old)| new == old)
        .count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(the end)").trim().to_owned();
    Err(format!(
        "{DOCUMENT} is not what the server's routes say. They part at line {}:\n  document: {}\n  routes:   {}\n\
         If the routes are right, run `cargo xtask openapi` and commit the document.",
        same + 1,
        line(&committed),
        line(&generated),
    )
    .into())
}

fn generated() -> Outcome<String> {
    say::note("building the server");
    crate::job::run("cargo build", &mut cargo(BUILD))?;
    let text = output(
        "anju openapi",
        Command::new(place::target()?.join("debug/anju")).arg("openapi"),
    )?;
    Ok(format!("{}\n", text.trim_end()))
}

/// The server as the tests have built it.
pub(crate) const BUILD: [&str; 6] = ["build", "--locked", "--package", "anju-backend", "--bin", "anju"];
