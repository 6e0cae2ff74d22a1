//! What is new in a year: published by the State Council for the whole country, or by a local government for its part.

use super::{CalendarProblem, table::YEARS};
use crate::time::LegalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The arrangement of a year's holidays. For the whole country it names every day that differs from plain weekdays
/// and weekends, and replaces what was known of the year: an amendment is a newer arrangement of the same year. For a
/// division (an overlay) it names only the days that are otherwise there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Arrangement {
    /// Of which year.
    #[cfg_attr(feature = "openapi", schema(example = 2027))]
    pub year: i32,
    /// The beginning of the division codes for which it holds; empty for the whole country.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = "120116"))]
    pub division: String,
    /// The document's number or title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The days.
    pub days: Vec<ArrangedDay>,
}

/// A day of an arrangement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ArrangedDay {
    /// The day. The last days of the year before and the first of the next may be among them.
    pub date: LegalDate,
    /// The holiday for which it is closed or worked.
    #[cfg_attr(feature = "openapi", schema(example = "春节"))]
    pub name: String,
    /// Whether it is closed; otherwise it is worked.
    pub closed: bool,
}

/// So many characters a holiday's name may have.
const LONGEST_NAME: usize = 60;
/// And so many the title of a document.
const LONGEST_SOURCE: usize = 200;
/// Levels of division codes: province, city, county, township, village.
const DIVISION_LENGTHS: [usize; 5] = [2, 4, 6, 9, 12];

impl Arrangement {
    /// Whether it is for the whole country.
    #[must_use]
    pub fn is_national(&self) -> bool {
        self.division.is_empty()
    }

    /// Everything for which it cannot be published.
    #[must_use]
    pub fn problems(&self) -> Vec<CalendarProblem> {
        let mut problems = self.day_problems();
        if self.source.trim().is_empty() {
            problems.push(CalendarProblem::Unsourced { year: self.year });
        } else if !fits(&self.source, LONGEST_SOURCE) {
            let most = LONGEST_SOURCE;
            problems.push(CalendarProblem::Source { most });
        }
        problems
    }

    /// Everything for which it cannot be laid over a calendar.
    pub(super) fn day_problems(&self) -> Vec<CalendarProblem> {
        self.placed_problems()
            .into_iter()
            .map(|(_, problem)| problem)
            .collect()
    }

    /// The same, each with the day's place in the list where it is one of a day.
    pub(super) fn placed_problems(&self) -> Vec<(Option<usize>, CalendarProblem)> {
        let mut problems = Vec::new();
        if !YEARS.contains(&self.year) {
            let year = self.year.to_string();
            problems.push((None, CalendarProblem::Year { year }));
        }
        let digits = self.division.bytes().all(|byte| byte.is_ascii_digit());
        if !(self.is_national() || digits && DIVISION_LENGTHS.contains(&self.division.len())) {
            let division = self.division.clone();
            problems.push((None, CalendarProblem::Division { division }));
        }
        let closes =
            |day: &ArrangedDay| day.closed && day.date.weekday() < 5 && day.date.ymd().0 == self.year;
        if self.days.is_empty() || self.is_national() && !self.days.iter().any(closes) {
            problems.push((None, CalendarProblem::Empty { year: self.year }));
        }
        let mut seen = BTreeSet::new();
        for (place, day) in self.days.iter().enumerate() {
            let twice = !seen.insert(day.date);
            let found = self.problems_of(day, twice).into_iter().flatten();
            problems.extend(found.map(|problem| (Some(place), problem)));
        }
        problems
    }

    fn problems_of(&self, day: &ArrangedDay, twice: bool) -> [Option<CalendarProblem>; 4] {
        let date = day.date;
        let weekend = date.weekday() >= 5;
        let name = match day.name.trim() {
            "" => Some(CalendarProblem::Unnamed { date }),
            name if !fits(name, LONGEST_NAME) => Some(CalendarProblem::Name {
                date,
                most: LONGEST_NAME,
            }),
            _ => None,
        };
        [
            (!self.may_name(date)).then_some(CalendarProblem::OtherYear {
                year: self.year,
                date,
            }),
            twice.then(|| CalendarProblem::Twice {
                entry: date.to_string(),
            }),
            // A part of the country may take back what the whole one says of a day.
            (self.is_national() && day.closed == weekend)
                .then(|| CalendarProblem::misplaced(date, &day.name, !day.closed)),
            name,
        ]
    }

    /// A day of its year, or one beside it: holidays around 1 January have moved days of both years.
    fn may_name(&self, date: LegalDate) -> bool {
        let (year, month, _) = date.ymd();
        let beside = match year.checked_sub(self.year) {
            Some(0) => true,
            Some(-1) => month == 12,
            Some(1) => month == 1,
            _ => false,
        };
        beside && YEARS.contains(&year)
    }
}

/// Whether a text is short enough and of characters that can be seen.
fn fits(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.chars().any(char::is_control)
}
