//! What may stand in the columns, and which columns those are that an address asks for. Pure.

use super::COLUMNS;
use anju_shared::{
    api::rules::{RegimeList, RegimeSummary},
    time::LegalDate,
};

/// A regime that may stand in a column; where several versions are known, one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// As it stands in an address: `TJ`; of several versions each as `TJ@2`.
    pub code: String,
    /// What it is.
    pub regime: RegimeSummary,
    /// It holds today, or will hold first.
    pub is_present: bool,
    /// Other versions of it are known.
    pub has_versions: bool,
}

/// Of every regime the version that is in force on this day; of one that is still to begin, its first.
#[must_use]
pub fn in_force(list: &RegimeList, today: LegalDate) -> Vec<&RegimeSummary> {
    let mut found: Vec<&RegimeSummary> = vec![];
    for one in &list.regimes {
        let begun = one.in_force_from <= today;
        match found.iter_mut().find(|known| known.id == one.id) {
            Some(known) if begun && known.in_force_from < one.in_force_from => *known = one,
            Some(_) => {}
            None => found.push(one),
        }
    }
    found
}

/// Everything that may stand in a column: the versions of a regime one after the other, the oldest first.
#[must_use]
pub fn offers(list: &RegimeList, today: LegalDate) -> Vec<Offer> {
    let of_regime = |present: &RegimeSummary| -> Vec<Offer> {
        let known = list.regimes.iter().filter(|one| one.id == present.id);
        let mut versions: Vec<&RegimeSummary> = known.collect();
        versions.sort_by_key(|one| one.version);
        let has_versions = versions.len() > 1;
        let offer = |one: &RegimeSummary| Offer {
            code: match has_versions {
                true => format!("{}@{}", one.id, one.version),
                false => one.id.clone(),
            },
            regime: one.clone(),
            is_present: one.version == present.version,
            has_versions,
        };
        versions.into_iter().map(offer).collect()
    };
    in_force(list, today).into_iter().flat_map(of_regime).collect()
}

/// What stands in the columns: what was asked for and is known, each once; beside too few of them the regime that is
/// in force here, those below it, and then whichever comes. A regime that is asked for without its version is the one
/// of today.
#[must_use]
pub fn columns(asked: &[String], offers: &[Offer], in_force: &str) -> Vec<String> {
    let (least, most) = COLUMNS;
    let present = |id: &str| offers.iter().find(|one| one.is_present && one.regime.id == id);
    let meant = |asked: &String| {
        let exact = offers.iter().find(|one| one.code == *asked);
        exact.or_else(|| present(asked))
    };
    let mut shown: Vec<String> = vec![];
    for offer in asked.iter().filter_map(meant) {
        if !shown.contains(&offer.code) && shown.len() < most {
            shown.push(offer.code.clone());
        }
    }
    let line = present(in_force).into_iter().flat_map(|one| &one.regime.line);
    let usual = line.filter_map(|id| present(id));
    for offer in usual.chain(offers) {
        if shown.len() < least && !shown.contains(&offer.code) {
            shown.push(offer.code.clone());
        }
    }
    shown
}

/// The columns with another one at the end: the first regime of today that does not stand there yet, or else the first
/// version.
#[must_use]
pub fn with_another(shown: &[String], offers: &[Offer]) -> Option<Vec<String>> {
    let free = || offers.iter().filter(|one| !shown.contains(&one.code));
    let another = free().find(|one| one.is_present).or_else(|| free().next())?;
    let room = shown.len() < COLUMNS.1;
    room.then(|| shown.iter().chain([&another.code]).cloned().collect())
}

/// The columns without this one.
#[must_use]
pub fn without(shown: &[String], at: usize) -> Option<Vec<String>> {
    let enough = shown.len() > COLUMNS.0;
    let rest = shown.iter().enumerate().filter(|(place, _)| *place != at);
    enough.then(|| rest.map(|(_, code)| code.clone()).collect())
}

/// The columns with something else in this place.
#[must_use]
pub fn with(shown: &[String], at: usize, code: &str) -> Vec<String> {
    let mut shown = shown.to_vec();
    if let Some(place) = shown.get_mut(at) {
        code.clone_into(place);
    }
    shown
}
