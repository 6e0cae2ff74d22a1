//! Calendars of other programs (iCalendar, RFC 5545): whole-day events whose titles say 休 or 班.

use super::{
    super::{CalendarProblem, Place},
    Found, FoundDay, words,
};
use crate::time::LegalDate;

/// An event may have so many days.
const LONGEST: u32 = 31;

/// Whether a text is one.
pub(super) fn is_one(text: &str) -> bool {
    let beginning = text.trim_start().get(..15);
    beginning.is_some_and(|words| words.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// The days of its events.
pub(super) fn find(text: &str) -> Found {
    let mut found = Found::default();
    let mut event: Option<Event> = None;
    for (line, content) in unfolded(text) {
        let Some((property, value)) = content.split_once(':') else {
            continue;
        };
        let name = property
            .split(';')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        match (name.as_str(), &mut event) {
            ("BEGIN", None) if value.trim().eq_ignore_ascii_case("VEVENT") => event = Some(Event::at(line)),
            ("END", Some(_)) if value.trim().eq_ignore_ascii_case("VEVENT") => {
                if let Some(event) = event.take() {
                    event.days(&mut found);
                }
            }
            ("SUMMARY", Some(event)) => event.summary = Some(unescaped(value)),
            ("DTSTART", Some(event)) => event.start = Some((line, value.to_owned())),
            ("DTEND", Some(event)) => event.end = Some((line, value.to_owned())),
            ("RRULE" | "RDATE" | "EXDATE" | "DURATION", Some(_)) => {
                found.problem(Place::Line(line), CalendarProblem::NotRead { name });
            }
            _ => {}
        }
    }
    if let Some(event) = event {
        missing("END:VEVENT", event.line, &mut found);
    }
    found
}

/// The lines of the content, each with the number of the line at which it begins: a line that begins with a blank
/// goes on with the one before.
fn unfolded(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, begun))) => begun.push_str(rest),
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// A text without the backslashes before commas and the like.
fn unescaped(value: &str) -> String {
    value.replace("\\n", " ").replace("\\N", " ").replace('\\', "")
}

fn missing(name: &str, line: u64, found: &mut Found) {
    let name = name.to_owned();
    found.problem(Place::Line(line), CalendarProblem::Missing { name });
}

struct Event {
    line: u64,
    summary: Option<String>,
    start: Option<(u64, String)>,
    end: Option<(u64, String)>,
}

impl Event {
    const fn at(line: u64) -> Self {
        Self {
            line,
            summary: None,
            start: None,
            end: None,
        }
    }

    fn days(self, found: &mut Found) {
        for (name, is_there) in [
            ("SUMMARY", self.summary.is_some()),
            ("DTSTART", self.start.is_some()),
        ] {
            if !is_there {
                missing(name, self.line, found);
            }
        }
        let title = self.summary.map(|summary| words::title(&summary));
        let title = title.and_then(|title| told(title, self.line, found));
        let start = self
            .start
            .and_then(|(line, value)| told(day(&value), line, found));
        let end = match self.end {
            None => start.map(|start| start.plus(1)),
            Some((line, value)) => told(day(&value), line, found),
        };
        let (Some((name, closed)), Some(start), Some(end)) = (title, start, end) else {
            return;
        };
        let place = Place::Line(self.line);
        match u32::try_from(end.number() - start.number()) {
            Ok(1..=LONGEST) => found
                .days
                .extend((start.number()..end.number()).map(|day| FoundDay {
                    place: place.clone(),
                    year: None,
                    date: LegalDate::from_number(day),
                    name: name.clone(),
                    closed,
                })),
            _ => found.problem(place, CalendarProblem::Range { most: LONGEST }),
        }
    }
}

/// What could be read; what could not is told.
fn told<T>(read: Result<T, CalendarProblem>, line: u64, found: &mut Found) -> Option<T> {
    read.map_err(|problem| found.problem(Place::Line(line), problem))
        .ok()
}

/// The day of a DATE, or of a DATE-TIME at midnight.
fn day(value: &str) -> Result<LegalDate, CalendarProblem> {
    let value = value.trim();
    words::date(value.strip_suffix("T000000").unwrap_or(value))
}
