//! Arrangements out of the days that a file holds.

use super::{
    super::{ArrangedDay, Arrangement, CalendarProblem, Place},
    FoundDay,
};
use std::collections::BTreeMap;

/// One for each year, and all that is wrong with them.
pub(super) fn arrangements(
    mut days: Vec<FoundDay>,
    division: &str,
    problems: &mut Vec<CalendarProblem>,
) -> Vec<Arrangement> {
    if days.is_empty() && problems.is_empty() {
        problems.push(CalendarProblem::NoDays);
    }
    // A file names whole runs, weekends included. Only a part of the country may take back a worked weekend.
    days.retain(|day| !(division.is_empty() && day.closed && day.date.weekday() >= 5));
    let mut arrangements = Vec::new();
    for (year, days) in by_year(days) {
        let (places, days): (Vec<_>, Vec<_>) = days.into_iter().map(FoundDay::parted).unzip();
        let arrangement = Arrangement {
            year,
            division: division.to_owned(),
            source: String::new(),
            days,
        };
        for (place, problem) in arrangement.placed_problems() {
            problems.push(match place.and_then(|place| places.get(place)) {
                Some(place) => problem.at(Place::clone(place)),
                None => problem,
            });
        }
        arrangements.push(arrangement);
    }
    arrangements
}

impl FoundDay {
    fn parted(self) -> (Place, ArrangedDay) {
        let (date, name, closed) = (self.date, self.name, self.closed);
        (self.place, ArrangedDay { date, name, closed })
    }
}

/// The days of each year, in order. Where the file does not say of which year they are, days of a December alone go
/// with the year after it, and days of a January alone with the year before, if that is there too.
fn by_year(days: Vec<FoundDay>) -> BTreeMap<i32, Vec<FoundDay>> {
    let mut years: BTreeMap<i32, Vec<FoundDay>> = BTreeMap::new();
    let mut said = false;
    for day in days {
        said |= day.year.is_some();
        let year = day.year.unwrap_or(day.date.ymd().0);
        years.entry(year).or_default().push(day);
    }
    if !said {
        for year in years.keys().copied().collect::<Vec<_>>() {
            let only = |month| {
                years
                    .get(&year)
                    .is_some_and(|days| days.iter().all(|day| day.date.ymd().1 == month))
            };
            let beside = match (only(12), only(1)) {
                (true, _) => year + 1,
                (_, true) => year - 1,
                _ => continue,
            };
            if years.contains_key(&beside) {
                let moved = years.remove(&year).unwrap_or_default();
                years.entry(beside).or_default().extend(moved);
            }
        }
    }
    for days in years.values_mut() {
        days.sort_by_key(|day| day.date);
    }
    years
}
