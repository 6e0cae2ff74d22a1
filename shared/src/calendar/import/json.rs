//! Three forms of JSON: the project's own, the one of yearly files with `days`, and the one of lists of `dates`.

use super::{
    super::{CalendarDocument, CalendarProblem, Place},
    Found, FoundDay, words,
};
use crate::time::LegalDate;
use serde_json::{Map, Value};

/// The days of a JSON text.
pub(super) fn find(text: &str) -> Found {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return malformed(&error),
    };
    let Some(object) = value.as_object() else {
        return Found::of(CalendarProblem::Unrecognised);
    };
    let list = |name: &str| object.get(name).and_then(Value::as_array);
    if object.contains_key("zone") {
        return match serde_json::from_str(text) {
            Ok(document) => own(&document),
            Err(error) => malformed(&error),
        };
    }
    if let (Some(year), Some(days)) = (object.get("year"), list("days")) {
        return yearly(year, days);
    }
    for name in ["dates", "holidays"] {
        if let Some(dates) = list(name) {
            return listed(name, dates);
        }
    }
    Found::of(CalendarProblem::Unrecognised)
}

fn malformed(error: &serde_json::Error) -> Found {
    let message = words::short(&error.to_string().replace('`', ""));
    let place = Place::Line(error.line() as u64);
    Found::of(CalendarProblem::Malformed { message }.at(place))
}

/// The form of `data/cn-calendar.json`.
fn own(document: &CalendarDocument) -> Found {
    let mut found = Found::default();
    if document.zone != super::super::document::ZONE {
        let problem = CalendarProblem::Zone {
            found: words::short(&document.zone),
        };
        found.problem(Place::Member("zone".to_owned()), problem);
    }
    for (key, _) in document.provisional.iter() {
        let place = Place::Member(format!("provisional.{}", words::short(key)));
        found.problem(
            place,
            year_of(key).map_or_else(|problem| problem, |year| CalendarProblem::Unpublished { year }),
        );
    }
    for (key, listed) in document.years.iter() {
        let place = format!("years.{}", words::short(key));
        let year = match year_of(key) {
            Ok(year) => year,
            Err(problem) => {
                found.problem(Place::Member(place), problem);
                continue;
            }
        };
        if listed.closed_weekdays.is_empty() {
            found.problem(
                Place::Member(place.clone()),
                CalendarProblem::Unpublished { year },
            );
        }
        let closed = listed.closed_weekdays.iter().map(|day| (day, true));
        let worked = listed.worked_weekends.iter().map(|day| (day, false));
        for ((day, name), closed) in closed.chain(worked) {
            let list = if closed {
                "closed_weekdays"
            } else {
                "worked_weekends"
            };
            let place = Place::Member(format!("{place}.{list}.{}", words::short(day)));
            match words::date(&format!("{year}-{day}")) {
                Ok(date) if closed == (date.weekday() >= 5) => {
                    found.problem(
                        place,
                        CalendarProblem::misplaced(date, &words::short(name), !closed),
                    );
                }
                Ok(date) => found.days.push(FoundDay {
                    place,
                    year: Some(year),
                    date,
                    name: words::name(name),
                    closed,
                }),
                Err(problem) => found.problem(place, problem),
            }
        }
    }
    found
}

fn year_of(key: &str) -> Result<i32, CalendarProblem> {
    let year = if key.len() == 4 { key.parse().ok() } else { None };
    year.ok_or_else(|| CalendarProblem::Year {
        year: words::short(key),
    })
}

/// `{"year": 2027, "papers": […], "days": [{"name", "date", "isOffDay"}]}`.
fn yearly(year: &Value, days: &[Value]) -> Found {
    let mut found = Found::default();
    let Some(year) = year.as_i64().and_then(|year| i32::try_from(year).ok()) else {
        let problem = CalendarProblem::Year {
            year: words::short(&year.to_string()),
        };
        found.problem(Place::Member("year".to_owned()), problem);
        return found;
    };
    if days.is_empty() {
        found.problem(
            Place::Member("days".to_owned()),
            CalendarProblem::Unpublished { year },
        );
    }
    for (number, day) in days.iter().enumerate() {
        let mut member = Member {
            path: format!("days[{number}]"),
            object: day.as_object(),
            found: &mut found,
        };
        let closed = member.read("isOffDay", |value| {
            value.as_bool().ok_or_else(|| CalendarProblem::Type {
                found: words::short(&value.to_string()),
            })
        });
        member.day(Some(year), closed);
    }
    found
}

/// `{"dates": [{"date", "name", "type": "public_holiday" | "transfer_workday"}]}`.
fn listed(name: &str, dates: &[Value]) -> Found {
    let mut found = Found::default();
    for (number, day) in dates.iter().enumerate() {
        let mut member = Member {
            path: format!("{name}[{number}]"),
            object: day.as_object(),
            found: &mut found,
        };
        let closed = member.text("type", words::closed);
        member.day(None, closed);
    }
    found
}

/// A day in a list.
struct Member<'a> {
    path: String,
    object: Option<&'a Map<String, Value>>,
    found: &'a mut Found,
}

impl Member<'_> {
    fn day(&mut self, year: Option<i32>, closed: Option<bool>) {
        let date: Option<LegalDate> = self.text("date", words::date);
        let name = self.text("name", |text| Ok(words::name(text.trim_end_matches("补班"))));
        if let (Some(closed), Some(date), Some(name)) = (closed, date, name) {
            let place = Place::Member(self.path.clone());
            self.found.days.push(FoundDay {
                place,
                year,
                date,
                name,
                closed,
            });
        }
    }

    fn text<T>(&mut self, name: &str, read: impl Fn(&str) -> Result<T, CalendarProblem>) -> Option<T> {
        self.read(name, |value| match value.as_str() {
            Some(text) => read(text),
            None => Err(CalendarProblem::Missing {
                name: name.to_owned(),
            }),
        })
    }

    fn read<T>(&mut self, name: &str, read: impl Fn(&Value) -> Result<T, CalendarProblem>) -> Option<T> {
        let value = self.object.and_then(|object| object.get(name));
        let value = value.ok_or_else(|| CalendarProblem::Missing {
            name: name.to_owned(),
        });
        let place = Place::Member(format!("{}.{name}", self.path));
        value
            .and_then(read)
            .map_err(|problem| self.found.problem(place, problem))
            .ok()
    }
}
