//! Reads a document and checks all of it before anything is believed.

use super::{
    Calendar, CalendarProblem,
    document::{CalendarDocument, Entries, YearDocument, ZONE},
    lay::{Days, Named},
    statutory::Statutory,
    table::YEARS,
};
use crate::time::LegalDate;
use std::collections::{BTreeMap, BTreeSet};

/// `published`: its years are those of a file that people keep, where a year without a closed weekday is one whose
/// arrangement is not published yet. Of what a server hands out such a year may be made by local changes.
pub(super) fn calendar(
    document: &CalendarDocument,
    published: bool,
) -> Result<Calendar, Vec<CalendarProblem>> {
    let mut reading = Reading::default();
    if document.zone != ZONE {
        let found = document.zone.clone();
        reading.problems.push(CalendarProblem::Zone { found });
    }
    let official = reading.years(&document.years, published);
    let provisional = reading.years(&document.provisional, false);
    if !reading.problems.is_empty() {
        return Err(reading.problems);
    }
    let mut days = Days::new();
    for year in YEARS {
        match official.get(&year) {
            Some(listed) => days.extend(listed.clone()),
            None => lay_provisional(&mut days, year, provisional.get(&year)),
        }
    }
    Ok(Calendar::assemble(
        days,
        &official.keys().copied().collect(),
        reading.sources,
    ))
}

/// The holidays of the law; where more is known of the year, its weekdays are those listed.
fn lay_provisional(days: &mut Days, year: i32, known: Option<&Vec<(LegalDate, Named)>>) {
    let law = Statutory::of_2024().days_of(year);
    let law = law.filter(|(date, _)| known.is_none() || date.weekday() >= 5);
    days.extend(law.map(|(date, name)| (date, Named::closed(name))));
    days.extend(known.into_iter().flatten().cloned());
}

#[derive(Default)]
struct Reading {
    seen_years: BTreeSet<i32>,
    seen: BTreeSet<LegalDate>,
    sources: BTreeMap<i32, Box<str>>,
    problems: Vec<CalendarProblem>,
}

impl Reading {
    /// The days of each year that differ from plain weekdays and weekends.
    fn years(
        &mut self,
        years: &Entries<YearDocument>,
        published: bool,
    ) -> BTreeMap<i32, Vec<(LegalDate, Named)>> {
        let mut read = BTreeMap::new();
        for (key, year) in years.iter() {
            match key.parse() {
                Ok(number) if key.len() == 4 && YEARS.contains(&number) => {
                    if published && year.closed_weekdays.is_empty() {
                        self.problems.push(CalendarProblem::Empty { year: number });
                    }
                    read.insert(number, self.year(number, year));
                }
                _ => self.problems.push(CalendarProblem::Year { year: key.to_owned() }),
            }
        }
        read
    }

    fn year(&mut self, number: i32, year: &YearDocument) -> Vec<(LegalDate, Named)> {
        let mut days = Vec::new();
        for (worked, list) in [(false, &year.closed_weekdays), (true, &year.worked_weekends)] {
            for (key, name) in list.iter() {
                let Some(date) = self.day(number, key, name) else {
                    continue;
                };
                if worked != (date.weekday() >= 5) {
                    self.problems.push(CalendarProblem::misplaced(date, name, worked));
                }
                let name = name.as_str().into();
                days.push((date, Named { name, worked }));
            }
        }
        if !year.source.is_empty() {
            self.sources.insert(number, year.source.as_str().into());
        }
        if !self.seen_years.insert(number) {
            let entry = number.to_string();
            self.problems.push(CalendarProblem::Twice { entry });
        }
        days
    }

    fn day(&mut self, year: i32, key: &str, name: &str) -> Option<LegalDate> {
        let date = if key.len() == 5 {
            LegalDate::parse(&format!("{year}-{key}"))
        } else {
            None
        };
        let Some(date) = date else {
            let date = key.to_owned();
            self.problems.push(CalendarProblem::NoSuchDay { year, date });
            return None;
        };
        if !self.seen.insert(date) {
            let entry = date.to_string();
            self.problems.push(CalendarProblem::Twice { entry });
        }
        if name.trim().is_empty() {
            self.problems.push(CalendarProblem::Unnamed { date });
        }
        Some(date)
    }
}
