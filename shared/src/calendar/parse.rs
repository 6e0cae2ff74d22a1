//! Reads an arrangement and checks all of it before anything is believed.

use super::{CalendarProblem, table::YEARS};
use crate::{json, time::LegalDate};
use serde::{Deserialize, Deserializer, de};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    marker::PhantomData,
};

/// The days of each official year that differ from plain weekdays and weekends, with their names.
pub(super) type Arrangements = BTreeMap<i32, Vec<(LegalDate, Box<str>)>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    zone: String,
    years: Entries<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    closed_weekdays: Entries<String>,
    worked_weekends: Entries<String>,
}

/// An object as the list of its entries: a repeated key is seen, not swallowed.
struct Entries<T>(Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Object<T> {
            type Value = Entries<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}

pub(super) fn arrangements(json: &str) -> Result<Arrangements, Vec<CalendarProblem>> {
    let malformed = |message| vec![CalendarProblem::Malformed { message }];
    let document: Document = json::read_embedded(json).map_err(malformed)?;
    let mut reading = Reading::default();
    if document.zone != "Asia/Shanghai" {
        reading
            .problems
            .push(CalendarProblem::Zone { found: document.zone });
    }
    for (key, year) in document.years.0 {
        match key.parse() {
            Ok(number) if key.len() == 4 && YEARS.contains(&number) => reading.year(number, year),
            _ => reading.problems.push(CalendarProblem::Year { year: key }),
        }
    }
    if reading.problems.is_empty() {
        Ok(reading.years)
    } else {
        Err(reading.problems)
    }
}

#[derive(Default)]
struct Reading {
    years: Arrangements,
    seen: BTreeSet<LegalDate>,
    problems: Vec<CalendarProblem>,
}

impl Reading {
    fn year(&mut self, number: i32, year: Year) {
        if year.closed_weekdays.0.is_empty() {
            self.problems.push(CalendarProblem::Empty { year: number });
        }
        let mut days = Vec::new();
        for (key, name) in year.closed_weekdays.0 {
            let Some(date) = self.day(number, &key, &name) else {
                continue;
            };
            if date.weekday() >= 5 {
                self.problems.push(CalendarProblem::ClosedWeekend {
                    date,
                    name: name.clone(),
                });
            }
            days.push((date, name.into()));
        }
        for (key, name) in year.worked_weekends.0 {
            let Some(date) = self.day(number, &key, &name) else {
                continue;
            };
            if date.weekday() < 5 {
                self.problems.push(CalendarProblem::WorkedWeekday {
                    date,
                    name: name.clone(),
                });
            }
            days.push((date, name.into()));
        }
        if self.years.insert(number, days).is_some() {
            self.problems.push(CalendarProblem::Twice {
                entry: number.to_string(),
            });
        }
    }

    fn day(&mut self, year: i32, key: &str, name: &str) -> Option<LegalDate> {
        let date = if key.len() == 5 {
            LegalDate::parse(&format!("{year}-{key}"))
        } else {
            None
        };
        let Some(date) = date else {
            self.problems.push(CalendarProblem::NoSuchDay {
                year,
                date: key.to_owned(),
            });
            return None;
        };
        if !self.seen.insert(date) {
            self.problems.push(CalendarProblem::Twice {
                entry: date.to_string(),
            });
        }
        if name.trim().is_empty() {
            self.problems.push(CalendarProblem::Unnamed { date });
        }
        Some(date)
    }
}
