//! The periods that a registration sets running, and those that acceptance and dispatch would.

use crate::{
    api::hints::ForeseenPeriod,
    calendar::Calendar,
    deadlines::{Count, Due, due, yellow_from},
    rules::{ClockRule, Effect, RuleProfile, StartEvent},
    time::Instant,
    workflow::Urgency,
};

/// Under which condition a period runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// From the receipt on, in any case.
    Received,
    /// After acceptance and dispatch, whatever the urgency.
    Always,
    /// After dispatch, if it is classified so.
    Classified(Urgency),
}

/// A period that will run, and its end if it begins at the moment asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The rule that sets it.
    pub rule: &'a ClockRule,
    /// Its end.
    pub due: Due,
    /// From when on its lamp is yellow.
    pub yellow_from: Instant,
}

/// The duties that will run on this course if it begins at `start`. Those towards real names only if there
/// is one.
#[must_use]
pub fn expected<'a>(
    rules: &'a RuleProfile,
    calendar: &Calendar,
    start: Instant,
    course: Course,
    real_name: bool,
) -> Vec<Expected<'a>> {
    let expect = |rule: &'a ClockRule| {
        let count = Count {
            start,
            period: rule.period,
            extension_days: 0,
            pauses: Vec::new(),
        };
        let due = due(calendar, &count);
        Expected {
            rule,
            due,
            yellow_from: yellow_from(calendar, due.at, rule.yellow),
        }
    };
    rules
        .clocks
        .iter()
        .filter(|rule| rule.effect == Effect::Duty && course_of(rule) == Some(course))
        .filter(|rule| real_name || !rule.real_name_only)
        .map(expect)
        .collect()
}

/// Every duty that a report of this urgency would set running if it were accepted and dispatched `now`, having been
/// received at `received`: what is due first comes first.
#[must_use]
pub fn foreseen(
    rules: &RuleProfile,
    calendar: &Calendar,
    (received, now): (Instant, Instant),
    urgency: Urgency,
    real_name: bool,
) -> Vec<ForeseenPeriod> {
    let courses = [
        (Course::Received, received),
        (Course::Always, now),
        (Course::Classified(urgency), now),
    ];
    let mut periods: Vec<ForeseenPeriod> = courses
        .into_iter()
        .flat_map(|(course, start)| {
            let list = expected(rules, calendar, start, course, real_name);
            list.into_iter().map(move |one| ForeseenPeriod {
                kind: one.rule.kind,
                name: one.rule.name.clone(),
                period: one.rule.period,
                basis: rules.basis(&one.rule.clause),
                starts: one.rule.starts,
                start,
                due: one.due,
            })
        })
        .collect();
    periods.sort_by_key(|period| period.due.at);
    periods
}

/// None where it depends on what happens later: what the desk finds missing, what the unit finds out.
const fn course_of(rule: &ClockRule) -> Option<Course> {
    match (rule.starts, rule.urgency) {
        (StartEvent::Received, _) => Some(Course::Received),
        (StartEvent::Accepted | StartEvent::Dispatched, None) => Some(Course::Always),
        (StartEvent::Accepted | StartEvent::Dispatched, Some(urgency)) => Some(Course::Classified(urgency)),
        _ => None,
    }
}
