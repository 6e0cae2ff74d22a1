//! Text files that a lawyer reviews, and columns that stay straight with Chinese in them.

use std::{env, fs, path::Path};

/// Compares with `tests/golden/{name}`; `UPDATE_GOLDEN=1` rewrites the file first.
pub(crate) fn reads_as_reviewed(name: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, told).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == told,
        "tests/golden/{name} changed; review the diff after UPDATE_GOLDEN=1\n{told}"
    );
}

/// The text, filled up with blanks to so many columns of a terminal.
pub(crate) fn column(text: &str, width: usize) -> String {
    let wide = text.chars().map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum();
    format!("{text}{}", " ".repeat(width.saturating_sub(wide)))
}
