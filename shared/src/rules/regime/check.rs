//! Inconsistencies of layers and regimes: all of them at once, each with its place and what would be right.

use super::{
    Regime,
    entry::{ClockEntry, Duty, Parameter, Value},
    layer::Layer,
    merge::Keyed,
    place, wrong,
};
use crate::{
    deadlines::{Period, Unit},
    problem::Bilingual,
    rules::{Approver, ClockKind, Effect, ProfileFault, RuleProfile, wrong as common},
    workflow::Nature,
};

/// What is wrong between layers: names, bases, and the times at which they hold.
pub(super) fn layers(layers: &[Layer]) -> Vec<ProfileFault> {
    let mut faults = Vec::new();
    for (at, layer) in layers.iter().enumerate() {
        let mut fault = |what: &str, message: Bilingual| {
            faults.push(ProfileFault::new(what, message).of(&layer.id));
        };
        if layer
            .in_force_until
            .is_some_and(|until| until < layer.in_force_from)
        {
            fault("in_force_until", wrong::ends_before(layer.in_force_from));
        }
        for (what, message) in place::faults(layer) {
            fault(&what, message);
        }
        for other in layers[..at].iter().filter(|one| one.id == layer.id) {
            if other.version == layer.version {
                fault("version", wrong::version_taken(layer.version));
            }
            if let Some(message) = overlap(layer, other) {
                fault("in_force_from", message);
            }
        }
        let Some(base) = &layer.base else {
            continue;
        };
        let Some(below) = layers.iter().find(|one| one.id == *base) else {
            let known: Vec<&str> = layers.iter().map(|one| one.id.as_str()).collect();
            fault("base", wrong::no_base(base, &known));
            continue;
        };
        if goes_round(layer, layers) {
            fault("base", wrong::GOES_ROUND.into());
            continue;
        }
        if let Some(message) = place::outside(layer, below) {
            fault("authority.division", message);
        }
        if layer.level <= below.level {
            fault("level", wrong::not_higher(layer, base));
        }
        if layer.in_force_from < below.in_force_from {
            fault("in_force_from", wrong::older_than_base(below));
        }
    }
    faults
}

/// On every day one version of an id is in force: the next ends the one before, unless that says itself that it goes on.
fn overlap(one: &Layer, other: &Layer) -> Option<Bilingual> {
    let (earlier, later) = match one.version < other.version {
        true => (one, other),
        false => (other, one),
    };
    if earlier.in_force_from >= later.in_force_from {
        return Some(wrong::begins_too_early(later, earlier));
    }
    let until = earlier
        .in_force_until
        .filter(|until| *until >= later.in_force_from)?;
    Some(wrong::overlaps(other, earlier, until))
}

fn goes_round(layer: &Layer, layers: &[Layer]) -> bool {
    let mut top = layer;
    for _ in layers {
        match top
            .base
            .as_ref()
            .and_then(|base| layers.iter().find(|one| one.id == *base))
        {
            Some(below) => top = below,
            None => return false,
        }
    }
    true
}

impl Regime {
    /// Everything in this regime that does not fit together.
    #[must_use]
    pub fn faults(&self) -> Vec<ProfileFault> {
        let mut faults = self.profile.faults();
        for fault in &mut faults {
            fault.place = keyed(&self.profile, &fault.place);
        }
        let mut check = Check {
            regime: self,
            faults: &mut faults,
        };
        check.citations();
        check.clocks();
        for duty in &self.duties {
            check.duty(duty);
        }
        for parameter in &self.parameters {
            check.parameter(parameter);
        }
        check.dictionaries();
        check.grades();
        faults.into_iter().map(|fault| fault.of(self.id())).collect()
    }
}

/// A place in a list by the key of its entry: who edits a layer does not know at which place it comes to stand.
fn keyed(profile: &RuleProfile, place: &str) -> String {
    let parts = place.split_once('[').and_then(|(list, rest)| {
        let (index, field) = rest.split_once(']')?;
        Some((list, index.parse::<usize>().ok()?, field))
    });
    let key = parts.and_then(|(list, index, _)| match list {
        "clocks" => profile.clocks.get(index).map(|one| match one.urgency {
            Some(urgency) => format!("{}/{urgency}", one.kind),
            None => one.kind.to_string(),
        }),
        "required" => profile.required.get(index).map(Keyed::key),
        "urgency_hints" => profile.urgency_hints.get(index).map(Keyed::key),
        "public.departments" => profile.public.departments.get(index).map(Keyed::key),
        "public.elsewhere" => profile.public.elsewhere.get(index).map(Keyed::key),
        list => {
            let known = profile.dictionaries().into_iter().chain(profile.public.lists());
            let entries = known.into_iter().find(|(name, _)| *name == list)?.1;
            entries.get(index).map(Keyed::key)
        }
    });
    match (parts, key) {
        (Some((list, _, field)), Some(key)) => format!("{list}.{key}{field}"),
        _ => place.to_owned(),
    }
}

struct Check<'a> {
    regime: &'a Regime,
    faults: &'a mut Vec<ProfileFault>,
}

impl Check<'_> {
    fn fault(&mut self, place: String, message: impl Into<Bilingual>) {
        self.faults.push(ProfileFault::new(place, message));
    }

    fn clause(&mut self, place: String, clause: &str) {
        if !self.regime.citations.contains_key(clause) {
            self.fault(place, common::not_cited(clause));
        }
    }

    fn citations(&mut self) {
        for (clause, citation) in &self.regime.citations {
            if !self.regime.instruments.contains_key(&citation.instrument) {
                let message = common::no_instrument(&citation.instrument);
                self.fault(format!("citations.{clause}.instrument"), message);
            }
            if citation.article.is_empty() || citation.text.is_empty() {
                self.fault(format!("citations.{clause}"), wrong::NO_WORDS);
            }
        }
    }

    fn clocks(&mut self) {
        for (i, one) in self.regime.clocks.iter().enumerate() {
            let place = match one.urgency {
                Some(urgency) => format!("clocks.{}/{urgency}", one.kind),
                None => format!("clocks.{}", one.kind),
            };
            // Those of the profile are checked there.
            if !one.runs() {
                self.clause(format!("{place}.clause"), &one.clause);
                if one.period.amount == 0 {
                    self.fault(format!("{place}.period.amount"), common::NO_LENGTH);
                }
                let twice = self.regime.clocks[..i].iter().any(|earlier| {
                    earlier.kind == one.kind && (earlier.urgency.is_none() || one.urgency.is_none())
                });
                if twice {
                    self.fault(format!("{place}.kind"), common::RULED_TWICE);
                }
            }
            for also in &one.also {
                self.clause(format!("{place}.also"), also);
            }
            self.lamps(&place, one);
            self.pause(&place, one);
            self.extension(&place, one);
        }
    }

    /// Green, yellow, reminder, red follow each other.
    fn lamps(&mut self, place: &str, one: &ClockEntry) {
        if one.yellow.amount == 0 || least(one.yellow) > most(one.period) {
            let message = wrong::yellow_too_long(one.yellow, one.period);
            self.fault(format!("{place}.yellow"), message);
        }
        if let Some(reminder) = one
            .reminder
            .filter(|reminder| least(*reminder) > most(one.yellow))
        {
            let message = wrong::reminder_too_long(reminder, one.yellow);
            self.fault(format!("{place}.reminder"), message);
        }
    }

    fn extension(&mut self, place: &str, one: &ClockEntry) {
        let Some(extension) = &one.extension else {
            return;
        };
        self.clause(format!("{place}.extension.clause"), &extension.clause);
        if extension.most == 0 {
            self.fault(format!("{place}.extension.most"), wrong::NO_EXTENSION);
        }
        if one.effect == Effect::Window {
            self.fault(format!("{place}.extension"), wrong::RIGHT_ENDS);
        }
        let statutory = self.regime.clock(ClockKind::Statutory, one.urgency);
        let internal = matches!(one.kind, ClockKind::Handling | ClockKind::Reply);
        if let Some(statutory) = statutory.filter(|_| internal) {
            let end = least(one.period) + i64::from(extension.most) * DAY;
            let outer = most(statutory.period);
            if end > outer {
                let message = wrong::past_statutory(one.period, extension.most, statutory.period);
                self.fault(format!("{place}.extension.most"), message);
            }
        }
    }

    /// The periods of cases stand still only under a regime that says so.
    fn pause(&mut self, place: &str, one: &ClockEntry) {
        let Some(pause) = &one.pause else {
            return;
        };
        self.clause(format!("{place}.pause.clause"), &pause.clause);
        if !matches!(pause.approver, Approver::Office | Approver::OfficeLeader) {
            self.fault(format!("{place}.pause.approver"), wrong::NOT_THIS_OFFICE);
        }
        let mut parameters = self.regime.parameters.iter();
        let allowed = parameters.any(|one| one.code == PAUSES_ALLOWED && one.value == Value::Flag(true));
        if one.runs() && !allowed {
            self.fault(format!("{place}.pause"), wrong::no_pauses(PAUSES_ALLOWED));
        }
    }

    fn duty(&mut self, duty: &Duty) {
        let place = format!("duties.{}", duty.code);
        self.clause(format!("{place}.clause"), &duty.clause);
        if !(1..=duty.every.months()).contains(&duty.month) {
            let message = wrong::not_between(1, duty.every.months());
            self.fault(format!("{place}.month"), message);
        }
        if !(1..=31).contains(&duty.day) {
            self.fault(format!("{place}.day"), wrong::not_between(1, 31));
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let place = format!("parameters.{}", parameter.code);
        self.clause(format!("{place}.clause"), &parameter.clause);
        match &parameter.value {
            Value::Number(number) => match parameter.range {
                Some((from, to)) if !(from..=to).contains(number) => {
                    self.fault(format!("{place}.value"), wrong::not_between(from, to));
                }
                Some(_) => {}
                None => self.fault(format!("{place}.range"), wrong::NO_RANGE),
            },
            Value::Choice(choice) if !parameter.choices.contains(choice) => {
                let choices: Vec<&str> = parameter.choices.iter().map(String::as_str).collect();
                self.fault(format!("{place}.value"), wrong::none_of(&choices));
            }
            Value::Choice(_) | Value::Flag(_) => {}
        }
    }

    fn dictionaries(&mut self) {
        for (name, entries) in self.regime.dictionaries() {
            for entry in entries {
                self.clause(format!("{name}.{}.clause", entry.code), &entry.clause);
            }
        }
        for entry in &self.regime.natures {
            if Nature::parse(&entry.code).is_none() {
                let known: Vec<&str> = Nature::ALL.iter().map(|one| one.code()).collect();
                self.fault(format!("natures.{}.code", entry.code), wrong::none_of(&known));
            }
        }
    }

    /// Each grade begins above the one before, in every column.
    fn grades(&mut self) {
        for grade in &self.regime.grades {
            self.clause(format!("grades.{}.clause", grade.code), &grade.clause);
            for also in &grade.also {
                self.clause(format!("grades.{}.also", grade.code), also);
            }
        }
        for pair in self.regime.grades.windows(2) {
            let [lighter, graver] = pair else {
                continue;
            };
            let rises = lighter.deaths_from < graver.deaths_from
                && lighter.injuries_from < graver.injuries_from
                && lighter.loss_from < graver.loss_from;
            if !rises {
                self.fault(format!("grades.{}", graver.code), wrong::grade_overlaps(lighter));
            }
        }
    }
}

/// The parameter that says whether the periods of cases may stand still.
const PAUSES_ALLOWED: &str = "pauses_allowed";

const DAY: i64 = 86_400;

/// The shortest time that a period can take, in seconds: n working days are at least n days.
fn least(period: Period) -> i64 {
    let amount = i64::from(period.amount);
    match period.unit {
        Unit::Minutes => amount * 60,
        Unit::Hours => amount * 3600,
        Unit::WorkingDays | Unit::CalendarDays => amount * DAY,
    }
}

/// The time that a period takes without holidays in its way.
fn most(period: Period) -> i64 {
    match period.unit {
        // Two days of every seven are not worked.
        Unit::WorkingDays => least(period) + (least(period) + 5 * DAY) / (5 * DAY) * 2 * DAY,
        _ => least(period),
    }
}
