//! Laying layers over each other, entry by entry, remembering of each where it comes from.

use super::{
    Regime,
    entry::{AccidentGrade, ClockEntry, Duty, Parameter},
    layer::Layer,
    whole, wrong,
};
use crate::{
    problem::Bilingual,
    rules::{Department, Elsewhere, Entry, Origin, ProfileFault, RequiredField, UrgencyHint},
    time::LegalDate,
};
use std::collections::{BTreeMap, BTreeSet};

/// What an entry is known by within its list.
pub(super) trait Keyed: Clone + PartialEq {
    fn key(&self) -> String;
}

macro_rules! keyed {
    ($($kind:ty => |$one:ident| $key:expr;)+) => { $(impl Keyed for $kind {
        fn key(&self) -> String { let $one = self; $key }
    })+ };
}

keyed! {
    Entry => |one| one.code.clone();
    Duty => |one| one.code.clone();
    Parameter => |one| one.code.clone();
    AccidentGrade => |one| one.code.clone();
    RequiredField => |one| one.field.code().to_owned();
    UrgencyHint => |one| one.reason.clone();
    Department => |one| one.industries.join("+");
    Elsewhere => |one| one.matter.zh.clone();
    ClockEntry => |one| match one.urgency {
        Some(urgency) => format!("{}/{urgency}", one.kind),
        None => one.kind.to_string(),
    };
}

/// Lays every layer over its base. A version ends with the day before the next one of its id begins.
///
/// # Errors
/// Every layer that cannot be laid, and every inconsistency of the regimes, at once.
pub fn assemble(layers: &[Layer]) -> Result<Vec<Regime>, Vec<ProfileFault>> {
    let mut faults = super::check::layers(layers);
    let mut regimes = Vec::new();
    for layer in layers {
        let Some(line) = line(layer, layers) else {
            continue; // told by the check of layers
        };
        match lay(&line) {
            Ok(mut regime) => {
                faults.extend(regime.faults());
                regime.in_force_until = layer.until(layers);
                regimes.push(regime);
            }
            Err(wrong) => faults.extend(wrong),
        }
    }
    if faults.is_empty() {
        Ok(regimes)
    } else {
        Err(faults)
    }
}

/// What a layer inherits: the layers below it, laid over each other; `None` for the lowest, and where one of them is
/// missing or does not fit.
#[must_use]
pub fn inherited(layer: &Layer, layers: &[Layer]) -> Option<Layer> {
    let line = line(layer, layers)?;
    let (mut below, _, _) = merged(line.get(1..)?)?;
    below.regions.clear(); // those of one authority are nobody else's
    Some(below)
}

/// The layer and those that it lies on, the lowest last; `None` if one is missing or they go round in a circle.
///
/// Of several versions below, that one counts which is in force on the layer's own first day: what is published later
/// changes nothing that a case may rest on already. A layer takes it up with its own next version.
fn line<'a>(layer: &'a Layer, layers: &'a [Layer]) -> Option<Vec<&'a Layer>> {
    let mut line = vec![layer];
    let mut top = layer;
    while let Some(base) = &top.base {
        top = version_on(base, layer.in_force_from, layers)?;
        if line.iter().any(|one| one.id == top.id) {
            return None;
        }
        line.push(top);
    }
    Some(line)
}

/// The newest version of this id that had begun on this day; the first, where none had.
fn version_on<'a>(id: &str, day: LegalDate, layers: &'a [Layer]) -> Option<&'a Layer> {
    let versions = || layers.iter().filter(|one| one.id == id);
    let begun = versions().filter(|one| one.in_force_from <= day);
    begun
        .max_by_key(|one| one.in_force_from)
        .or_else(|| versions().min_by_key(|one| one.in_force_from))
}

fn lay(line: &[&Layer]) -> Result<Regime, Vec<ProfileFault>> {
    let Some((layer, origins, faults)) = merged(line) else {
        return Err(Vec::new());
    };
    match whole::regime(layer, line.iter().map(|one| one.id.clone()).collect(), origins) {
        Ok(regime) if faults.is_empty() => Ok(regime),
        Ok(regime) => Err(faults.into_iter().chain(regime.faults()).collect()),
        Err(missing) => Err(faults.into_iter().chain(missing).collect()),
    }
}

/// The layers of a line laid over each other, with the origins, and what is wrong with the uppermost.
fn merged(line: &[&Layer]) -> Option<(Layer, Origins, Vec<ProfileFault>)> {
    let mut laid: Option<(Layer, Origins)> = None;
    let mut faults = Vec::new();
    for layer in line.iter().rev() {
        let (base, origins) = match laid {
            Some((base, origins)) => (Some(base), origins),
            None => (None, Origins::new()),
        };
        let mut laying = Laying {
            layer,
            base: base.as_ref(),
            origins,
            faults: Vec::new(),
        };
        let merged = laying.merged();
        laying.unused();
        // What is wrong below is told for the layer below.
        faults = laying.faults;
        laid = Some((merged, laying.origins));
    }
    laid.map(|(layer, origins)| (layer, origins, faults))
}

pub(super) type Origins = BTreeMap<(String, String), Origin>;

/// One layer on its way onto what lies below.
struct Laying<'a> {
    layer: &'a Layer,
    base: Option<&'a Layer>,
    origins: Origins,
    faults: Vec<ProfileFault>,
}

impl Laying<'_> {
    fn fault(&mut self, place: String, message: impl Into<Bilingual>) {
        let fault = ProfileFault::new(place, message).of(&self.layer.id);
        self.faults.push(fault);
    }

    fn merged(&mut self) -> Layer {
        let mut merged = self.layer.clone();
        self.merge_maps(&mut merged);
        self.merge_singles(&mut merged);
        macro_rules! lists {
            ($($name:literal $($field:ident).+;)+) => { $(
                let below = self.base.map_or(&[][..], |base| &base.$($field).+);
                merged.$($field).+ = self.list($name, below, &self.layer.$($field).+);
            )+ };
        }
        lists! {
            "clocks" clocks;
            "duties" duties;
            "parameters" parameters;
            "required" required;
            "channels" channels;
            "industries" industries;
            "urgency_reasons" urgency_reasons;
            "grounds" grounds;
            "methods" methods;
            "evidence_kinds" evidence_kinds;
            "dispositions" dispositions;
            "urgency_hints" urgency_hints;
            "natures" natures;
            "redirects" redirects;
            "triggers" triggers;
            "ladder" ladder;
            "scoring" scoring;
            "grades" grades;
            "public.scope" public.scope;
            "public.protection" public.protection;
            "public.rewards" public.rewards;
            "public.emergencies" public.emergencies;
            "public.departments" public.departments;
            "public.elsewhere" public.elsewhere;
        }
        // Regions are those of one authority.
        merged.regions = self.list("regions", &[], &self.layer.regions);
        merged.clocks.sort_by_key(|one| (one.kind, one.urgency));
        merged
    }

    fn merge_maps(&mut self, merged: &mut Layer) {
        macro_rules! maps {
            ($($name:literal $field:ident;)+) => { $(
                let below = self.base.map(|base| &base.$field);
                merged.$field = self.map($name, below, &self.layer.$field);
            )+ };
        }
        maps! {
            "instruments" instruments;
            "citations" citations;
            "bases" bases;
        }
        let shown = self.base.iter().flat_map(|base| &base.shown);
        merged.shown = self.layer.shown.iter().chain(shown).cloned().collect();
    }

    fn merge_singles(&mut self, merged: &mut Layer) {
        macro_rules! singles {
            ($($name:literal $field:ident;)+) => { $(
                let below = self.base.and_then(|base| base.$field.as_ref());
                merged.$field = self.single($name, below, self.layer.$field.as_ref());
            )+ };
        }
        singles! {
            "no_measure" no_measure;
            "negations" negations;
            "least_evidence" least_evidence;
            "liaison" liaison;
            "likeness" likeness;
        }
    }

    fn single<T: Clone + PartialEq>(&mut self, name: &str, below: Option<&T>, own: Option<&T>) -> Option<T> {
        let Some(own) = own else {
            self.inherit(name, "");
            return below.cloned();
        };
        self.own(name, "", below.map(|below| below == own));
        Some(own.clone())
    }

    fn map<T: Clone + PartialEq>(
        &mut self,
        name: &str,
        below: Option<&BTreeMap<String, T>>,
        own: &BTreeMap<String, T>,
    ) -> BTreeMap<String, T> {
        let mut merged = below.cloned().unwrap_or_default();
        for key in self.dropped(name) {
            if merged.remove(&key).is_none() {
                self.not_there(name, &key);
            }
            self.origins.remove(&(name.to_owned(), key));
        }
        for key in merged.keys().cloned().collect::<Vec<_>>() {
            self.inherit(name, &key);
        }
        for (key, value) in own {
            self.own(name, key, merged.get(key).map(|below| below == value));
            merged.insert(key.clone(), value.clone());
        }
        merged
    }

    fn list<T: Keyed>(&mut self, name: &str, below: &[T], own: &[T]) -> Vec<T> {
        let mut merged = below.to_vec();
        for key in self.dropped(name) {
            let before = merged.len();
            merged.retain(|one| one.key() != key);
            if merged.len() == before {
                self.not_there(name, &key);
            }
            self.origins.remove(&(name.to_owned(), key));
        }
        for one in &merged {
            self.inherit(name, &one.key());
        }
        let mut seen = BTreeSet::new();
        for one in own {
            let key = one.key();
            let place = merged.iter().position(|below| below.key() == key);
            if !seen.insert(key.clone()) {
                self.fault(format!("{name}.{key}"), wrong::LISTED_TWICE);
                continue;
            }
            self.own(name, &key, place.map(|place| merged[place] == *one));
            match place {
                Some(place) => merged[place] = one.clone(),
                None => merged.push(one.clone()),
            }
        }
        self.ordered(name, merged)
    }

    /// Those that `order` names come first, in that order.
    fn ordered<T: Keyed>(&mut self, name: &str, mut merged: Vec<T>) -> Vec<T> {
        let first = self.layer.order.get(name).cloned().unwrap_or_default();
        for key in first.iter().rev() {
            match merged.iter().position(|one| one.key() == *key) {
                Some(place) => {
                    let one = merged.remove(place);
                    merged.insert(0, one);
                }
                None => self.fault(format!("order.{name}"), wrong::not_there(key, name)),
            }
        }
        merged
    }

    fn dropped(&self, name: &str) -> Vec<String> {
        self.layer.without.get(name).cloned().unwrap_or_default()
    }

    fn not_there(&mut self, name: &str, key: &str) {
        self.fault(format!("without.{name}"), wrong::not_inherited(key, name));
    }

    /// `without` and `order` name lists that exist.
    fn unused(&mut self) {
        let known: BTreeSet<String> = self.origins.keys().map(|(list, _)| list.clone()).collect();
        for (table, lists) in [("without", &self.layer.without), ("order", &self.layer.order)] {
            for list in lists.keys().filter(|list| !known.contains(*list)) {
                self.fault(format!("{table}.{list}"), wrong::NO_LIST);
            }
        }
    }

    fn inherit(&mut self, name: &str, key: &str) {
        let Some(base) = self.base else {
            return;
        };
        let place = (name.to_owned(), key.to_owned());
        // What was inherited below still comes from further down.
        if !matches!(self.origins.get(&place), Some(Origin::Inherited { .. })) {
            let from = base.id.clone();
            self.origins.insert(place, Origin::Inherited { from });
        }
    }

    /// `below` says whether the base has this entry, and whether in the very same words.
    fn own(&mut self, name: &str, key: &str, below: Option<bool>) {
        let place = (name.to_owned(), key.to_owned());
        let origin = match below {
            None => Origin::Own,
            Some(same) => {
                let of = match self.origins.get(&place) {
                    Some(Origin::Inherited { from }) => from.clone(),
                    _ => self.base.map(|base| base.id.clone()).unwrap_or_default(),
                };
                if same {
                    let place = format!("{name}.{key}").trim_end_matches('.').to_owned();
                    self.fault(place, wrong::same_as_below(&of));
                }
                Origin::Overrides { of }
            }
        };
        self.origins.insert(place, origin);
    }
}
