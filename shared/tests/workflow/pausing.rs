//! Rules of an invented district under which periods may stand still: no regime of today permits it.

use crate::{
    words,
    world::{MORNING, Story},
};
use anju_shared::{
    rules::{RuleProfile, parse},
    workflow::Urgency,
};
use std::sync::LazyLock;

const NATION: &str = include_str!("../../src/rules/profiles/MEM.toml");

/// Ten working days by the office, sixty days by its leader; 24 hours never.
const DISTRICT: &str = include_str!("../rules/ZT.toml");

static RULES: LazyLock<RuleProfile> = LazyLock::new(|| {
    let regimes = parse(&[NATION, DISTRICT]).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let ours = regimes.into_iter().find(|one| one.id() == "ZT");
    ours.expect("it was parsed").profile
});

/// The rules of that district.
pub(crate) fn rules() -> &'static RuleProfile {
    &RULES
}

/// A general case that is being verified there, dispatched at this local time.
pub(crate) fn verifying_from(dispatched: &str) -> Story {
    Story::registered_at(dispatched, words::call_of_two())
        .under_rules(rules())
        .accepted(Urgency::General)
        .dispatched()
        .signed_in()
}

/// The same since Friday, 20 November: ten working days end on 4 December.
pub(crate) fn verifying() -> Story {
    verifying_from(MORNING)
}
