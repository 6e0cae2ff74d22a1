//! What the calculator is asked, read with every mistake at once; and the periods of a regime that it may be asked.

use super::{Asked, AskedRule, DeadlineBody, PauseBody, PeriodBody, RegimePeriod, RegimePeriods};
use crate::{
    calendar::Calendar,
    deadlines::{Count, Pause, Period, Unit},
    problem::{Bilingual, Violation},
    rules::{ClockEntry, ClockKind, Regime, Regimes, StartEvent},
    time::Instant,
    workflow::Urgency,
};

/// A count in days is told day by day: ten years of it are enough for anybody.
const MOST_DAYS: u32 = 3_660;
/// Pauses of one period.
const MOST_PAUSES: usize = 50;

const UNITS: [(&str, Unit); 4] = [
    ("minutes", Unit::Minutes),
    ("hours", Unit::Hours),
    ("working_days", Unit::WorkingDays),
    ("calendar_days", Unit::CalendarDays),
];

/// What was found wrong so far.
#[derive(Default)]
struct Faults(Vec<Violation>);

impl Faults {
    fn add(
        &mut self,
        field: impl Into<String>,
        code: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.0.push(Violation::new(field, code, Bilingual::new(zh, en)));
    }

    fn missing(&mut self, field: impl Into<String>, zh: &str, en: &str) {
        self.add(field, "missing", format!("请填写{zh}"), format!("Give {en}"));
    }

    /// An instant in the years that the calendar knows.
    fn instant(&mut self, field: String, text: Option<&str>, zh: &str, en: &str) -> Option<Instant> {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
            self.missing(field, zh, en);
            return None;
        };
        let (first, last) = (Calendar::YEARS.start(), Calendar::YEARS.end());
        match Instant::parse(text) {
            Err(_) => self.add(
                field,
                "no_instant",
                "请按带时区的 RFC 3339 写法填写，如 2026-11-12T11:20:00+08:00",
                "Write an RFC 3339 instant with its offset, such as 2026-11-12T11:20:00+08:00",
            ),
            Ok(at) if !Calendar::YEARS.contains(&at.local_date().ymd().0) => self.add(
                field,
                "year_unknown",
                format!("请填写 {first} 至 {last} 年之间的时间"),
                format!("Give a time from {first} to {last}"),
            ),
            Ok(at) => return Some(at),
        }
        None
    }

    fn number(&mut self, field: &str, number: i64, least: u32, most: u32) -> Option<u32> {
        let fits = u32::try_from(number)
            .ok()
            .filter(|number| (least..=most).contains(number));
        if fits.is_none() {
            self.add(
                field,
                "out_of_range",
                format!("请填写 {least} 至 {most} 的整数"),
                format!("Give a whole number from {least} to {most}"),
            );
        }
        fits
    }

    fn period(&mut self, period: &PeriodBody) -> Option<Period> {
        let named = period.unit.as_deref();
        let unit = named.and_then(|word| UNITS.iter().find(|(code, _)| *code == word));
        let unit = unit.map(|(_, unit)| *unit);
        if unit.is_none() {
            self.add(
                "period.unit",
                if named.is_some() {
                    "unknown_code"
                } else {
                    "missing"
                },
                "请填写 minutes（分钟）、hours（小时）、working_days（工作日）或 calendar_days（日）",
                "Give minutes, hours, working_days or calendar_days",
            );
        }
        let most = match unit {
            Some(Unit::WorkingDays | Unit::CalendarDays) => MOST_DAYS,
            _ => *Period::AMOUNTS.end(),
        };
        let Some(amount) = period.amount else {
            self.missing("period.amount", "期限的长度", "how long the period is");
            return None;
        };
        let amount = self.number("period.amount", amount, *Period::AMOUNTS.start(), most);
        Some(Period::new(amount?, unit?))
    }

    fn pauses(&mut self, pauses: &[PauseBody]) -> Vec<Pause> {
        if pauses.len() > MOST_PAUSES {
            self.add(
                "pauses",
                "too_many",
                format!("最多填写 {MOST_PAUSES} 次中止"),
                format!("Give {MOST_PAUSES} pauses at most"),
            );
            return Vec::new();
        }
        let mut read = Vec::with_capacity(pauses.len());
        for (place, pause) in pauses.iter().enumerate() {
            let field = |name: &str| format!("pauses[{place}].{name}");
            let from = self.instant(
                field("from"),
                pause.from.as_deref(),
                "中止开始的时间",
                "when the pause begins",
            );
            let to = self.instant(
                field("to"),
                pause.to.as_deref(),
                "中止结束的时间",
                "when the pause is over",
            );
            match (from, to) {
                (Some(from), Some(to)) if to < from => self.add(
                    field("to"),
                    "before_from",
                    "中止结束的时间不得早于开始的时间",
                    "A pause is not over before it begins",
                ),
                (Some(from), Some(to)) => read.push(Pause { from, to }),
                _ => {}
            }
        }
        read
    }
}

impl DeadlineBody {
    /// Reads it. `known` are the regimes that may be asked: in the version that is in force when the period begins.
    ///
    /// # Errors
    /// Every mistake, each with the name of its field.
    pub fn parse(&self, known: &Regimes) -> Result<Asked, Vec<Violation>> {
        let mut faults = Faults::default();
        let start = self.start.as_deref();
        let start = faults.instant("start".into(), start, "起算时间", "when the period begins");
        let ruled = self.entry(known, start, &mut faults);
        let period = match (&self.period, &ruled) {
            (_, Some((_, entry))) => Some(entry.period),
            (Some(period), None) if self.regime.is_none() => faults.period(period),
            _ => None,
        };
        let extension_days = self.extension(ruled.map(|(_, entry)| entry), &mut faults);
        let pauses = faults.pauses(&self.pauses);
        if let Some((_, entry)) = ruled
            && entry.pause.is_none()
            && !self.pauses.is_empty()
        {
            faults.add(
                "pauses",
                "not_permitted",
                "规则没有规定该期限可以中止；可按任意期限试算",
                "The rules know no pause of this period; count it as any period",
            );
        }
        let (Some(start), Some(period), true) = (start, period, faults.0.is_empty()) else {
            return Err(faults.0);
        };
        let rule = ruled.map(|(regime, entry)| asked_rule(regime, entry, extension_days));
        Ok(Asked {
            count: Count {
                start,
                period,
                extension_days,
                pauses,
            },
            rule,
        })
    }

    /// The rule that is named, if one is.
    fn entry<'a>(
        &self,
        known: &'a Regimes,
        start: Option<Instant>,
        faults: &mut Faults,
    ) -> Option<(&'a Regime, &'a ClockEntry)> {
        let Some(id) = &self.regime else {
            for (field, given) in [("clock", &self.clock), ("urgency", &self.urgency)] {
                if given.is_some() {
                    faults.missing(
                        "regime",
                        &format!("规则集，否则不要填写 {field}"),
                        &format!("the regime, or no {field}"),
                    );
                }
            }
            if self.period.is_none() {
                faults.missing(
                    "period",
                    "期限，或者规则集和其中的期限",
                    "the period, or a regime and its clock",
                );
            }
            return None;
        };
        if self.period.is_some() {
            faults.add(
                "period",
                "set_by_rules",
                "期限由规则集规定，不要另行填写",
                "The rules set the period: leave it out",
            );
        }
        let urgency = self.urgency(faults);
        let found = match start {
            Some(start) => known.on(id, start.local_date()),
            None => known.newest(id),
        };
        let Some(regime) = found else {
            let ids = known.ids().join(", ");
            faults.add(
                "regime",
                "unknown_code",
                format!("没有这个规则集；现有 {ids}"),
                format!("There is no such regime; there are {ids}"),
            );
            return None;
        };
        let Some(code) = &self.clock else {
            faults.missing("clock", "规则集中的期限", "the period of the regime");
            return None;
        };
        let entry = ClockKind::parse(code).and_then(|kind| regime.clock(kind, Some(urgency?)));
        if entry.is_none() && urgency.is_some() {
            let mut kinds: Vec<&str> = regime.clocks.iter().map(|one| one.kind.code()).collect();
            kinds.dedup();
            let kinds = kinds.join(", ");
            faults.add(
                "clock",
                "unknown_code",
                format!("{id} 没有这个期限；有 {kinds}"),
                format!("{id} has no such period; it has {kinds}"),
            );
        }
        entry.map(|entry| (regime, entry))
    }

    fn urgency(&self, faults: &mut Faults) -> Option<Urgency> {
        let urgency = self
            .urgency
            .as_deref()
            .map_or(Some(Urgency::General), Urgency::parse);
        if urgency.is_none() {
            faults.add(
                "urgency",
                "unknown_code",
                "请填写 general（一般）或 urgent（紧急）",
                "Give general or urgent",
            );
        }
        urgency
    }

    fn extension(&self, entry: Option<&ClockEntry>, faults: &mut Faults) -> u32 {
        let days = self.extension_days.unwrap_or_default();
        let most = match entry {
            Some(entry) => entry.extension.as_ref().map_or(0, |extension| extension.most),
            None => MOST_DAYS,
        };
        if most == 0 && days > 0 {
            faults.add(
                "extension_days",
                "not_extendable",
                "规则没有规定该期限可以延期",
                "The rules know no extension of this period",
            );
            return 0;
        }
        faults.number("extension_days", days, 0, most).unwrap_or_default()
    }
}

fn asked_rule(regime: &Regime, entry: &ClockEntry, extension_days: u32) -> AskedRule {
    let extension = entry.extension.as_ref().filter(|_| extension_days > 0);
    AskedRule {
        name: entry.name.clone(),
        rules: regime.profile.reference(),
        clause: regime.cited(&entry.clause),
        extension: extension.map(|extension| regime.cited(&extension.clause)),
    }
}

impl Regime {
    /// Its periods, also those that the procedure does not start.
    #[must_use]
    pub fn periods(&self) -> RegimePeriods {
        let period = |entry: &ClockEntry| RegimePeriod {
            kind: entry.kind,
            urgency: entry.urgency,
            name: entry.name.clone(),
            period: entry.period,
            starts: since(entry.starts),
            extension: entry.extension.as_ref().map(|extension| extension.most),
            pause: entry.pause.as_ref().map(|pause| pause.reason.clone()),
            basis: self.basis(&entry.clause),
        };
        RegimePeriods {
            id: self.profile.id.clone(),
            version: self.profile.version,
            title: self.profile.title.clone(),
            periods: self.clocks.iter().map(period).collect(),
        }
    }
}

fn since(event: StartEvent) -> Bilingual {
    Bilingual::new(event.zh(), event.en())
}

#[cfg(test)]
mod tests;
