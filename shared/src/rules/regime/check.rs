//! Inconsistencies of layers and regimes: all of them at once, each with its place and what would be right.

use super::{
    Regime,
    entry::{ClockEntry, Duty, Parameter, Value},
    layer::Layer,
    merge::Keyed,
    place,
};
use crate::{
    deadlines::{Period, Unit},
    rules::{Approver, ClockKind, Effect, ProfileFault, RuleProfile},
    workflow::Nature,
};

/// What is wrong between layers: names, bases, and the times at which they hold.
pub(super) fn layers(layers: &[Layer]) -> Vec<ProfileFault> {
    let mut faults = Vec::new();
    for (at, layer) in layers.iter().enumerate() {
        let mut fault = |what: &str, message: String| {
            faults.push(ProfileFault::new(format!("{}：{what}", layer.id), message));
        };
        if layer
            .in_force_until
            .is_some_and(|until| until < layer.in_force_from)
        {
            fault(
                "in_force_until",
                format!("失效日应不早于施行日 {}", layer.in_force_from),
            );
        }
        for (what, message) in place::faults(layer) {
            fault(&what, message);
        }
        for other in layers[..at].iter().filter(|one| one.id == layer.id) {
            if other.version == layer.version {
                fault(
                    "version",
                    format!("第 {} 版已有，应改用新的版本号", layer.version),
                );
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
            fault(
                "base",
                format!("没有“{base}”这一规则集，应为 {} 之一", known.join("、")),
            );
            continue;
        };
        if goes_round(layer, layers) {
            fault("base", "各层互相承接成了一圈，最下一层不应再写 base".to_owned());
            continue;
        }
        if let Some(message) = place::outside(layer, below) {
            fault("authority.division", message);
        }
        if layer.level <= below.level {
            let message = format!("{}规则只能承接更高一级的规则集，“{base}”不是", layer.level.zh());
            fault("level", message);
        }
        if layer.in_force_from < below.in_force_from {
            let message = format!(
                "所承接的 {base} 自 {} 起施行，本规则集不能更早",
                below.in_force_from
            );
            fault("in_force_from", message);
        }
    }
    faults
}

/// On every day one version of an id is in force: the next ends the one before, unless that says itself that it goes on.
fn overlap(one: &Layer, other: &Layer) -> Option<String> {
    let (earlier, later) = match one.version < other.version {
        true => (one, other),
        false => (other, one),
    };
    if earlier.in_force_from >= later.in_force_from {
        return Some(format!(
            "第 {} 版应晚于第 {} 版的施行日 {}",
            later.version, earlier.version, earlier.in_force_from
        ));
    }
    let until = earlier
        .in_force_until
        .filter(|until| *until >= later.in_force_from)?;
    Some(format!(
        "与第 {} 版的施行时间重叠，同一天只能有一版施行：第 {} 版写明施行至 {until}",
        other.version, earlier.version
    ))
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
        let id = self.id();
        for fault in &mut faults {
            fault.place = format!("{id}：{}", fault.place);
        }
        faults
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
    fn fault(&mut self, place: String, message: impl Into<String>) {
        self.faults.push(ProfileFault::new(place, message));
    }

    fn clause(&mut self, place: String, clause: &str) {
        if !self.regime.citations.contains_key(clause) {
            self.fault(place, format!("条款“{clause}”未在 citations 中列出"));
        }
    }

    fn citations(&mut self) {
        for (clause, citation) in &self.regime.citations {
            if !self.regime.instruments.contains_key(&citation.instrument) {
                let message = format!("文件“{}”未在 instruments 中列出", citation.instrument);
                self.fault(format!("citations.{clause}.instrument"), message);
            }
            if citation.article.is_empty() || citation.text.is_empty() {
                self.fault(format!("citations.{clause}"), "条款号和条文都不能为空");
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
                    self.fault(format!("{place}.period.amount"), "期限应大于零");
                }
                let twice = self.regime.clocks[..i].iter().any(|earlier| {
                    earlier.kind == one.kind && (earlier.urgency.is_none() || one.urgency.is_none())
                });
                if twice {
                    self.fault(format!("{place}.kind"), "同一种时限对同一类举报只能规定一次");
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
            let message = format!("黄灯 {} 应大于零，且不长于期限 {}", one.yellow, one.period);
            self.fault(format!("{place}.yellow"), message);
        }
        if let Some(reminder) = one
            .reminder
            .filter(|reminder| least(*reminder) > most(one.yellow))
        {
            let message = format!("催提醒 {reminder} 与黄灯 {} 重叠，应不长于黄灯", one.yellow);
            self.fault(format!("{place}.reminder"), message);
        }
    }

    fn extension(&mut self, place: &str, one: &ClockEntry) {
        let Some(extension) = &one.extension else {
            return;
        };
        self.clause(format!("{place}.extension.clause"), &extension.clause);
        if extension.most == 0 {
            self.fault(
                format!("{place}.extension.most"),
                "延期天数应大于零，不得延期的应删去 extension",
            );
        }
        if one.effect == Effect::Window {
            self.fault(format!("{place}.extension"), "权利的期限届满即消灭，不能延期");
        }
        let statutory = self.regime.clock(ClockKind::Statutory, one.urgency);
        let internal = matches!(one.kind, ClockKind::Handling | ClockKind::Reply);
        if let Some(statutory) = statutory.filter(|_| internal) {
            let end = least(one.period) + i64::from(extension.most) * DAY;
            let outer = most(statutory.period);
            if end > outer {
                let message = format!(
                    "{} 再延 {} 日必然超过法定期限 {}，应缩短",
                    one.period, extension.most, statutory.period
                );
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
            self.fault(
                format!("{place}.pause.approver"),
                "中止由本办决定，应为 office 或 office_leader",
            );
        }
        let mut parameters = self.regime.parameters.iter();
        let allowed = parameters.any(|one| one.code == PAUSES_ALLOWED && one.value == Value::Flag(true));
        if one.runs() && !allowed {
            let message = format!("参数 {PAUSES_ALLOWED} 为否，应改为是，或删去 pause");
            self.fault(format!("{place}.pause"), message);
        }
    }

    fn duty(&mut self, duty: &Duty) {
        let place = format!("duties.{}", duty.code);
        self.clause(format!("{place}.clause"), &duty.clause);
        if !(1..=duty.every.months()).contains(&duty.month) {
            let message = format!("应为 1 至 {} 之间", duty.every.months());
            self.fault(format!("{place}.month"), message);
        }
        if !(1..=31).contains(&duty.day) {
            self.fault(format!("{place}.day"), "应为 1 至 31 之间");
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let place = format!("parameters.{}", parameter.code);
        self.clause(format!("{place}.clause"), &parameter.clause);
        match &parameter.value {
            Value::Number(number) => match parameter.range {
                Some((from, to)) if !(from..=to).contains(number) => {
                    self.fault(
                        format!("{place}.value"),
                        format!("应为 {from} 至 {to} 之间的整数"),
                    );
                }
                Some(_) => {}
                None => self.fault(format!("{place}.range"), "数字参数应写明可取的范围"),
            },
            Value::Choice(choice) if !parameter.choices.contains(choice) => {
                let message = format!("应为 {} 之一", parameter.choices.join("、"));
                self.fault(format!("{place}.value"), message);
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
                let message = format!("应为 {} 之一", known.join("、"));
                self.fault(format!("natures.{}.code", entry.code), message);
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
                let message = format!("与“{}”重叠，死亡、重伤、损失三项都应更高", lighter.zh);
                self.fault(format!("grades.{}", graver.code), message);
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
