//! What a revision says: read, checked, compared with what it follows, and laid over the law as it is known.

use crate::{
    error::{Error, Result},
    http::json,
    law::Known,
};
use anju_shared::{
    api::{
        revisions::{RevisionChange, RevisionFault},
        rules::{RegimeDetail, RegimeEntry, RegimeLine},
    },
    calendar::{Arrangement, Calendar, DayChange, DayState},
    problem::{Bilingual, Violation},
    revision::RevisionKind,
    rules::{Layer, ProfileFault, Regime, Regimes},
    time::LegalDate,
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// What a revision says.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// A layer of rules.
    Layer(Box<Layer>),
    /// An arrangement of working days.
    Calendar(Arrangement),
}

/// What is found in it.
pub(super) struct Examined {
    pub(super) faults: Vec<RevisionFault>,
    pub(super) doubts: Vec<Bilingual>,
    pub(super) changes: Vec<RevisionChange>,
}

impl Examined {
    /// Of what is not looked at.
    pub(super) const fn nothing() -> Self {
        Self {
            faults: Vec::new(),
            doubts: Vec::new(),
            changes: Vec::new(),
        }
    }
}

impl Content {
    /// Reads what somebody sent.
    ///
    /// # Errors
    /// The field that is not of its type.
    pub(super) fn parse(kind: RevisionKind, content: &Value) -> Result<Self> {
        let text = content.to_string();
        let read = match kind {
            RevisionKind::Layer => json::parse(text.as_bytes()).map(|layer| Self::Layer(Box::new(layer))),
            RevisionKind::Calendar => json::parse(text.as_bytes()).map(Self::Calendar),
        };
        read.map_err(|error| within(error, "content"))
    }

    /// Of what it is.
    pub(super) const fn kind(&self) -> RevisionKind {
        match self {
            Self::Layer(_) => RevisionKind::Layer,
            Self::Calendar(_) => RevisionKind::Calendar,
        }
    }

    /// What it is known by among its kind.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Layer(layer) => layer.id.clone(),
            Self::Calendar(one) if one.is_national() => one.year.to_string(),
            Self::Calendar(one) => format!("{}/{}", one.year, one.division),
        }
    }

    /// What it is called.
    pub(super) fn title(&self) -> String {
        match self {
            Self::Layer(layer) => layer.title.clone(),
            Self::Calendar(one) if one.is_national() => format!("{} 年工作日安排", one.year),
            Self::Calendar(one) => format!("{} 年工作日安排（区划 {}）", one.year, one.division),
        }
    }

    /// Its first day.
    pub(super) fn in_force_from(&self) -> LegalDate {
        match self {
            Self::Layer(layer) => layer.in_force_from,
            Self::Calendar(one) => {
                let first = one.days.iter().map(|day| day.date).min();
                first
                    .or_else(|| LegalDate::new(one.year, 1, 1))
                    .unwrap_or(LegalDate::from_number(0))
            }
        }
    }

    /// As it is kept.
    pub(super) fn to_value(&self) -> Result<Value> {
        let value = match self {
            Self::Layer(layer) => serde_json::to_value(layer),
            Self::Calendar(arrangement) => serde_json::to_value(arrangement),
        };
        Ok(value.map_err(anyhow::Error::from)?)
    }

    /// By what the same words are known again.
    pub(super) fn digest(kept: &str) -> Vec<u8> {
        Sha256::digest(kept.as_bytes()).to_vec()
    }

    /// Everything that does not fit, everything odd, and what it changes.
    pub(super) fn examine(&self, known: &Known, today: LegalDate) -> Examined {
        match self {
            Self::Layer(layer) => examine_layer(layer, known),
            Self::Calendar(arrangement) => examine_arrangement(arrangement, known, today),
        }
    }

    /// What it changed, once it is part of the law. What days were before an arrangement is not kept.
    pub(super) fn changed(&self, known: &Known) -> Examined {
        let mut examined = Examined::nothing();
        if let Self::Layer(layer) = self {
            let earlier = layer.version.checked_sub(1);
            let before = earlier.and_then(|version| known.regimes.version(&layer.id, version));
            let before = before.or_else(|| known.regimes.newest(layer.base.as_deref()?));
            let after = known.regimes.version(&layer.id, layer.version);
            let before = before.map(Regime::detail);
            examined.changes = after.map_or_else(Vec::new, |after| changed(before.as_ref(), &after.detail()));
        }
        examined
    }

    /// The law with it. An arrangement for another part of the country changes nothing here.
    ///
    /// # Errors
    /// What does not fit.
    pub(crate) fn over(&self, known: &Known) -> std::result::Result<(Regimes, Calendar), Vec<String>> {
        let (mut regimes, mut calendar) = (known.regimes.clone(), known.calendar.clone());
        match self {
            Self::Layer(layer) => {
                regimes = regimes
                    .with((**layer).clone())
                    .map_err(|faults| strings(&faults))?
            }
            Self::Calendar(one) if known.division.starts_with(&one.division) => {
                let laid = calendar.with(std::slice::from_ref(one));
                calendar = laid.map_err(|problems| strings(&problems))?;
            }
            Self::Calendar(_) => {}
        }
        Ok((regimes, calendar))
    }
}

fn strings(wrong: &[impl ToString]) -> Vec<String> {
    wrong.iter().map(ToString::to_string).collect()
}

/// The same error, its fields within this one.
fn within(error: Error, outer: &str) -> Error {
    match error {
        Error::Invalid(violations) => {
            let placed = violations.into_iter().map(|one| Violation {
                field: match one.field.is_empty() {
                    true => outer.to_owned(),
                    false => format!("{outer}.{}", one.field),
                },
                ..one
            });
            Error::Invalid(placed.collect())
        }
        other => other,
    }
}

fn examine_layer(layer: &Layer, known: &Known) -> Examined {
    let before = predecessor(layer, known);
    match known.regimes.with(layer.clone()) {
        Err(faults) => Examined {
            faults: faults.into_iter().map(|fault| told(fault, &layer.id)).collect(),
            doubts: Vec::new(),
            changes: Vec::new(),
        },
        Ok(regimes) => {
            let after = regimes.version(&layer.id, layer.version).map(Regime::detail);
            Examined {
                faults: Vec::new(),
                doubts: left_below(layer, known),
                changes: after.map_or_else(Vec::new, |after| {
                    changed(before.map(Regime::detail).as_ref(), &after)
                }),
            }
        }
    }
}

/// The version that it follows; of a further authority, the regime on which it lies.
fn predecessor<'a>(layer: &Layer, known: &'a Known) -> Option<&'a Regime> {
    let same = known.regimes.newest(&layer.id);
    same.or_else(|| known.regimes.newest(layer.base.as_deref()?))
}

/// Layers that lie on an older version of this one, and go on doing so.
fn left_below(layer: &Layer, known: &Known) -> Vec<Bilingual> {
    let above = known.regimes.ids().into_iter().filter(|id| {
        let newest = known.regimes.newest(id);
        newest.is_some_and(|regime| regime.line.get(1).is_some_and(|below| *below == layer.id))
    });
    let told = |id: &str| {
        Bilingual::new(
            format!(
                "{id} 仍承接 {} 原来的版本；如要采用新版，请再发布 {id} 的新版本",
                layer.id
            ),
            format!(
                "{id} goes on lying on the present version of {}: publish a new version of {id} to take this one up",
                layer.id
            ),
        )
    };
    above.map(told).collect()
}

/// A fault with its place within the layer.
fn told(fault: ProfileFault, id: &str) -> RevisionFault {
    RevisionFault {
        place: fault.place_in(id).to_owned(),
        message: fault.message,
    }
}

/// What is other, new or gone, entry by entry.
fn changed(before: Option<&RegimeDetail>, after: &RegimeDetail) -> Vec<RevisionChange> {
    let mut changes = Vec::new();
    for section in &after.sections {
        let old = before.and_then(|one| one.sections.iter().find(|old| old.code == section.code));
        let mut old: BTreeMap<&str, &RegimeEntry> = old
            .iter()
            .flat_map(|one| &one.entries)
            .map(|entry| (entry.key.as_str(), entry))
            .collect();
        let change = |now: Option<&RegimeEntry>, was: Option<&RegimeEntry>| {
            let named = now.or(was)?;
            Some(RevisionChange {
                section: section.code.clone(),
                key: named.key.clone(),
                name: named.name.clone(),
                before: was.map(lines).unwrap_or_default(),
                after: now.map(lines).unwrap_or_default(),
            })
        };
        for entry in &section.entries {
            let was = old.remove(entry.key.as_str());
            let same = was.is_some_and(|was| (&was.name, lines(was)) == (&entry.name, lines(entry)));
            if !same {
                changes.extend(change(Some(entry), was));
            }
        }
        changes.extend(old.into_values().filter_map(|gone| change(None, Some(gone))));
    }
    changes
}

/// What an entry says, and on which clauses.
fn lines(entry: &RegimeEntry) -> Vec<RegimeLine> {
    let cited: Vec<&str> = entry
        .clauses
        .iter()
        .map(|one| one.basis.clause.as_str())
        .collect();
    let name = RegimeLine {
        name: Bilingual::new("名称", "Name"),
        value: entry.name.clone(),
    };
    let clauses = RegimeLine {
        name: Bilingual::new("依据", "Clauses"),
        value: Bilingual::new(cited.join("、"), cited.join(", ")),
    };
    std::iter::once(name)
        .chain(entry.says.iter().cloned())
        .chain(std::iter::once(clauses))
        .collect()
}

fn examine_arrangement(arrangement: &Arrangement, known: &Known, today: LegalDate) -> Examined {
    let fault = |place: &str, zh: String, en: String| RevisionFault {
        place: place.to_owned(),
        message: Bilingual::new(zh, en),
    };
    let mut faults: Vec<RevisionFault> = arrangement
        .problems()
        .iter()
        .map(|problem| fault("days", problem.text_zh(), problem.to_string()))
        .collect();
    let changes = match known.calendar.with(std::slice::from_ref(arrangement)) {
        Ok(calendar) => {
            let years = arrangement.year - 1..=arrangement.year + 1;
            known
                .calendar
                .changes(&calendar, years)
                .into_iter()
                .map(day_change)
                .collect()
        }
        Err(wrong) if faults.is_empty() => {
            faults.extend(
                wrong
                    .iter()
                    .map(|one| fault("days", one.text_zh(), one.to_string())),
            );
            Vec::new()
        }
        Err(_) => Vec::new(),
    };
    let doubts = arrangement.doubts(&known.calendar, today);
    Examined {
        faults,
        doubts: doubts
            .iter()
            .map(|one| Bilingual::new(one.text_zh(), one.to_string()))
            .collect(),
        changes,
    }
}

fn day_change(change: DayChange) -> RevisionChange {
    let line = |state: &DayState| {
        let named = match state.name.is_empty() {
            true => String::new(),
            false => format!("（{}）", state.name),
        };
        vec![RegimeLine {
            name: Bilingual::new("当天", "The day"),
            value: Bilingual::new(
                format!("{}{named}", state.kind.zh()),
                format!("{}{named}", state.kind.en()),
            ),
        }]
    };
    let day = change.date.to_string();
    RevisionChange {
        section: "days".to_owned(),
        key: day.clone(),
        name: Bilingual::new(&day, &day),
        before: line(&change.before),
        after: line(&change.after),
    }
}
