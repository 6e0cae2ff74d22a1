//! What the person at the terminal reads: headings, notes, durations, failures.
#![expect(clippy::print_stderr, reason = "failures belong on the error stream")]

use std::io::Write as _;
use std::time::Duration;

/// Opens a part of the work.
pub(crate) fn heading(text: &str) {
    println!("\n== {text}");
    flush();
}

/// One line about what happens now, or what came out of it.
pub(crate) fn note(text: &str) {
    println!("   {text}");
    flush();
}

/// Why it stopped and what to do about it.
pub(crate) fn failure(sentence: &str) {
    flush();
    eprintln!("\nxtask: {sentence}");
}

/// `3.2 s` or `4 min 05 s`.
pub(crate) fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// Keeps our lines in their place among those of the children.
fn flush() {
    // A closed terminal is no reason to stop the work.
    let _ = std::io::stdout().flush();
}
