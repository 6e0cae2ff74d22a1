//! Arrangements laid over a calendar.

use super::{Arrangement, Calendar, CalendarProblem, statutory::Statutory};
use crate::time::LegalDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A day that an arrangement or the law names.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Named {
    pub(super) name: Box<str>,
    /// Worked in exchange for the holiday of this name; otherwise closed for it.
    pub(super) worked: bool,
}

impl Named {
    pub(super) const fn closed(name: Box<str>) -> Self {
        Self { name, worked: false }
    }
}

/// What was laid over a calendar, in order.
#[derive(Debug)]
pub(super) struct Laid {
    beneath: Calendar,
    arrangements: Vec<Arrangement>,
}

/// Every day that is named.
pub(super) type Days = BTreeMap<LegalDate, Named>;

impl Calendar {
    /// This calendar with these arrangements in the order in which they were made. The last one that is for the whole
    /// country replaces all that was known of its year; those of a part of it come last of all and change the days that
    /// they name. Whose part it is is not asked here: only those that apply are handed in. One after the other is the
    /// same as all at once.
    ///
    /// # Errors
    /// Everything that is wrong with any of them.
    pub fn with(&self, arrangements: &[Arrangement]) -> Result<Self, Vec<CalendarProblem>> {
        let problems: Vec<_> = arrangements.iter().flat_map(Arrangement::day_problems).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let (beneath, mut all) = match &self.laid {
            Some(laid) => (&laid.beneath, laid.arrangements.clone()),
            None => (self, Vec::new()),
        };
        all.extend_from_slice(arrangements);
        let (national, local): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_national());
        let last: BTreeMap<i32, &Arrangement> = national.iter().map(|one| (one.year, *one)).collect();
        let mut laid = Laying::over(beneath);
        for arrangement in last.values() {
            laid.replace(arrangement);
        }
        // Days of a neighbouring year come after that year was replaced.
        for arrangement in last.values() {
            laid.neighbours(arrangement);
        }
        for arrangement in local {
            laid.change(arrangement);
        }
        let mut calendar = Self::assemble(laid.days, &laid.official, laid.sources);
        let beneath = beneath.clone();
        calendar.laid = Some(Arc::new(Laid {
            beneath,
            arrangements: all,
        }));
        Ok(calendar)
    }
}

struct Laying {
    days: Days,
    official: BTreeSet<i32>,
    sources: BTreeMap<i32, Box<str>>,
}

impl Laying {
    fn over(calendar: &Calendar) -> Self {
        Self {
            days: calendar.days.clone(),
            official: super::table::YEARS
                .filter(|&year| calendar.is_official(year))
                .collect(),
            sources: calendar.sources.clone(),
        }
    }

    fn replace(&mut self, arrangement: &Arrangement) {
        let year = arrangement.year;
        self.days.retain(|date, _| date.ymd().0 != year);
        self.official.insert(year);
        self.sources.remove(&year);
        self.cite(arrangement);
        for day in arrangement.days.iter().filter(|day| day.date.ymd().0 == year) {
            self.lay(day.date, &day.name, day.closed);
        }
    }

    fn neighbours(&mut self, arrangement: &Arrangement) {
        let year = arrangement.year;
        for day in arrangement.days.iter().filter(|day| day.date.ymd().0 != year) {
            self.lay(day.date, &day.name, day.closed);
        }
    }

    fn change(&mut self, arrangement: &Arrangement) {
        for day in &arrangement.days {
            self.lay(day.date, &day.name, day.closed);
        }
        self.cite(arrangement);
    }

    fn cite(&mut self, arrangement: &Arrangement) {
        let known = self.sources.get(&arrangement.year).map_or("", |source| source);
        let both = [known, arrangement.source.trim()];
        let both: Vec<&str> = both.into_iter().filter(|text| !text.is_empty()).collect();
        if !both.is_empty() {
            self.sources.insert(arrangement.year, both.join("；").into());
        }
    }

    /// A day that is closed on a weekend, or worked on a weekday, is again what it is by itself.
    fn lay(&mut self, date: LegalDate, name: &str, closed: bool) {
        let weekend = date.weekday() >= 5;
        if closed != weekend {
            let (name, worked) = (name.trim().into(), !closed);
            self.days.insert(date, Named { name, worked });
            return;
        }
        self.days.remove(&date);
        let year = date.ymd().0;
        if weekend && !self.official.contains(&year) {
            // The law's name for a weekend day of a provisional year stays known.
            let law = Statutory::of_2024().days_of(year);
            let name = law.filter(|(day, _)| *day == date).last().map(|(_, name)| name);
            self.days.extend(name.map(|name| (date, Named::closed(name))));
        }
    }
}
