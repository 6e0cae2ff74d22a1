//! What merged layers come to: the profile that the procedure works with, and everything beside it.

use super::{
    Regime,
    entry::ClockEntry,
    layer::{Layer, PublicLists},
    merge::Origins,
    wrong,
};
use crate::rules::{Citation, ProfileFault, PublicRules, RuleProfile};
use std::collections::{BTreeMap, BTreeSet};

/// The regime that has come together; what nothing below says either is missing.
pub(super) fn regime(layer: Layer, line: Vec<String>, origins: Origins) -> Result<Regime, Vec<ProfileFault>> {
    let missing = [
        ("no_measure", layer.no_measure.is_none()),
        ("negations", layer.negations.is_none()),
        ("least_evidence", layer.least_evidence.is_none()),
        ("liaison", layer.liaison.is_none()),
        ("likeness", layer.likeness.is_none()),
    ];
    let missing = missing
        .iter()
        .filter(|(_, missing)| *missing)
        .map(|(name, _)| ProfileFault::new(*name, wrong::NOBODY_SAYS).of(&layer.id));
    let missing: Vec<ProfileFault> = missing.collect();
    let (Some(no_measure), Some(negations), Some(least_evidence), Some(liaison), Some(likeness)) = (
        layer.no_measure,
        layer.negations,
        layer.least_evidence,
        layer.liaison,
        layer.likeness,
    ) else {
        return Err(missing);
    };
    let PublicLists {
        scope,
        protection,
        rewards,
        emergencies,
        departments,
        elsewhere,
    } = layer.public;
    let running = layer.clocks.iter().filter(|one| one.runs());
    let mut profile = RuleProfile {
        id: layer.id,
        version: layer.version,
        title: layer.title,
        authority: layer.authority,
        instruments: BTreeMap::new(),
        citations: BTreeMap::new(),
        bases: layer.bases,
        clocks: running.map(ClockEntry::rule).collect(),
        required: layer.required,
        channels: layer.channels,
        industries: layer.industries,
        regions: layer.regions,
        urgency_reasons: layer.urgency_reasons,
        grounds: layer.grounds,
        methods: layer.methods,
        evidence_kinds: layer.evidence_kinds,
        dispositions: layer.dispositions,
        no_measure,
        urgency_hints: layer.urgency_hints,
        negations,
        likeness,
        least_evidence,
        public: PublicRules {
            scope,
            protection,
            rewards,
            emergencies,
            departments,
            elsewhere,
        },
        liaison,
    };
    let shown = layer.shown.iter().map(String::as_str);
    cite(&mut profile, shown, (&layer.citations, &layer.instruments));
    Ok(Regime {
        profile,
        level: layer.level,
        line,
        in_force_from: layer.in_force_from,
        in_force_until: layer.in_force_until,
        instruments: layer.instruments,
        citations: layer.citations,
        clocks: layer.clocks,
        duties: layer.duties,
        parameters: layer.parameters,
        natures: layer.natures,
        redirects: layer.redirects,
        triggers: layer.triggers,
        ladder: layer.ladder,
        scoring: layer.scoring,
        grades: layer.grades,
        origins,
    })
}

/// Gives the profile the clauses that it cites, and no more: browsers are sent all of it.
fn cite<'a>(
    profile: &mut RuleProfile,
    shown: impl Iterator<Item = &'a str>,
    (citations, instruments): (&BTreeMap<String, Citation>, &BTreeMap<String, String>),
) {
    let cited: BTreeSet<String> = {
        let own = profile.clauses().map(str::to_owned);
        own.chain(shown.map(str::to_owned)).collect()
    };
    profile.citations = cited
        .iter()
        .filter_map(|clause| Some((clause.clone(), citations.get(clause)?.clone())))
        .collect();
    profile.instruments = profile
        .citations
        .values()
        .filter_map(|one| Some((one.instrument.clone(), instruments.get(&one.instrument)?.clone())))
        .collect();
}
