//! Reads an arrangement of holidays from a file that somebody has: JSON, ICS or CSV, told apart by what is in it.
//!
//! For the server alone; no browser carries it. It reads and checks, and neither decides nor stores anything: whether
//! an arrangement makes sense is said by [`Arrangement::doubts`].
//!
//! Start at [`read`]. `json`, `ics` and `csv` find the days, each with its place; `words` reads dates and what people
//! call them; `gather` makes arrangements of the days.

mod csv;
mod gather;
mod ics;
mod json;
mod words;

use super::{Arrangement, CalendarProblem, Place};
use crate::time::LegalDate;

/// A file may have so many bytes: all years that there are take half of it.
pub const LIMIT: usize = 128 * 1024;

/// So many problems are told; of more, only how many.
const MOST_PROBLEMS: usize = 200;

/// The arrangements that stand in a file, by year. They have no source yet; `division` is theirs (empty for the whole
/// country). For the whole country a weekend day that the file calls closed is left out: it closes nothing.
///
/// # Errors
/// Everything that is wrong with the file, each problem with its place.
pub fn read(text: &str, division: &str) -> Result<Vec<Arrangement>, Vec<CalendarProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = if text.len() > LIMIT {
        Found::of(CalendarProblem::TooLong { most: LIMIT })
    } else if text.trim_start().starts_with(['{', '[']) {
        json::find(text)
    } else if ics::is_one(text) {
        ics::find(text)
    } else {
        csv::find(text)
    };
    let mut problems = found.problems;
    let arrangements = gather::arrangements(found.days, division, &mut problems);
    if problems.is_empty() {
        return Ok(arrangements);
    }
    if problems.len() > MOST_PROBLEMS {
        let count = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(CalendarProblem::More { count });
    }
    Err(problems)
}

/// What was found in a file.
#[derive(Default)]
struct Found {
    days: Vec<FoundDay>,
    problems: Vec<CalendarProblem>,
}

/// A day with its place.
struct FoundDay {
    place: Place,
    /// The arrangement's year, where the file says it.
    year: Option<i32>,
    date: LegalDate,
    name: String,
    closed: bool,
}

impl Found {
    fn of(problem: CalendarProblem) -> Self {
        let problems = vec![problem];
        Self {
            problems,
            ..Self::default()
        }
    }

    fn problem(&mut self, place: Place, problem: CalendarProblem) {
        self.problems.push(problem.at(place));
    }
}
