//! What the pages of revisions show: how far one is, what an address asks for, and where its faults lead. Pure.

pub mod content;
pub mod fields;
pub mod place;

use crate::text::revisions::RevisionTexts;
use anju_shared::{
    api::revisions::{EffectFilter, EffectGroup, RevisionDetail, RevisionFault, RevisionOffer, RevisionRun},
    problem::Language,
    revision::{RevisionAction, RevisionKind, RevisionState, Shift},
    rules::form::{HEAD_SECTION, SECTIONS, Section},
};
use content::{Standing, items, own_count};
use place::Place;
use serde_json::Value;

/// Rows of a page of effects.
pub const ROWS: u32 = 50;

const TAB: &str = "tab";
const SECTION: &str = "section";
const GROUP: &str = "group";
const SHIFT: &str = "shift";
const AFTER: &str = "after";

/// What of a revision is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What it says.
    #[default]
    Content,
    /// What it changes.
    Changes,
    /// What it does to periods.
    Effects,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Content, Self::Changes, Self::Effects];

    /// As it stands in an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Changes => "changes",
            Self::Effects => "effects",
        }
    }

    /// The one with this code; without one, the first.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|tab| tab.code() == code).unwrap_or_default()
    }
}

/// What the address of a revision asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What of it.
    pub tab: Tab,
    /// Code of the list; empty for the head.
    pub section: String,
    /// Which effects.
    pub effects: EffectFilter,
}

impl Address {
    /// As it stands in the query of an address. What it does not know is left out.
    #[must_use]
    pub fn of(pairs: &[(String, String)]) -> Self {
        let mut address = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                TAB => address.tab = Tab::parse(value),
                SECTION if place::section(value).is_some() => address.section.clone_from(value),
                GROUP => address.effects.group = EffectGroup::parse(value),
                SHIFT => address.effects.shift = Shift::parse(value),
                AFTER => address.effects.after = value.parse().ok(),
                _ => {}
            }
        }
        address
    }

    /// As it is written.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let effects = &self.effects;
        let all = [
            (
                TAB,
                (self.tab != Tab::default()).then(|| self.tab.code().to_owned()),
            ),
            (SECTION, Some(self.section.clone())),
            (GROUP, effects.group.map(|group| group.code().to_owned())),
            (SHIFT, effects.shift.map(|shift| shift.code().to_owned())),
            (AFTER, effects.after.map(|after| after.to_string())),
        ];
        let said = all.into_iter().filter_map(|(name, value)| Some((name, value?)));
        said.filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// On which of the five steps a revision is, counted from 0; five when all are behind it, none when it was given up.
#[must_use]
pub fn step(detail: &RevisionDetail) -> Option<usize> {
    let begun = detail.simulation.as_ref().is_some_and(|run| run.current);
    match detail.revision.state {
        RevisionState::Draft if begun => Some(1),
        RevisionState::Draft => Some(0),
        RevisionState::Submitted => Some(2),
        RevisionState::Published => Some(3),
        RevisionState::Applied => Some(5),
        RevisionState::Discarded => None,
    }
}

/// What the caller may do of this, or why not.
#[must_use]
pub fn offer(detail: &RevisionDetail, action: RevisionAction) -> Option<&RevisionOffer> {
    detail.actions.iter().find(|offer| offer.action == action)
}

/// Whether the caller may do this now.
#[must_use]
pub fn may(detail: &RevisionDetail, action: RevisionAction) -> bool {
    offer(detail, action).is_some_and(|offer| offer.refused.is_none())
}

/// Whether something goes on by itself, so that it is looked at again.
#[must_use]
pub fn is_under_way(detail: &RevisionDetail) -> bool {
    let runs = [&detail.simulation, &detail.application];
    runs.into_iter().flatten().any(|run| run.state.is_under_way())
}

/// How far a walk is, in hundredths.
#[must_use]
pub fn percent(run: &RevisionRun) -> u64 {
    (run.done * 100).checked_div(run.total).unwrap_or(0).min(100)
}

/// A list of the layer, as the page offers it.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// The list.
    pub section: &'static Section,
    /// Entries that hold.
    pub entries: usize,
    /// Entries that the layer says itself or drops.
    pub own: usize,
    /// Faults in it.
    pub faults: usize,
}

/// The lists of a layer.
#[must_use]
pub fn listed(detail: &RevisionDetail, faults: &[Fault<'_>]) -> Vec<Listed> {
    let sections = std::iter::once(&HEAD_SECTION).chain(SECTIONS);
    let listed = sections.map(|section| {
        let items = items(section, &detail.content, detail.inherited.as_ref());
        let hold = |standing| standing != Standing::Dropped;
        Listed {
            section,
            entries: items.iter().filter(|item| hold(item.standing)).count(),
            own: own_count(&items),
            faults: faults.iter().filter(|fault| fault.is_in(section.code)).count(),
        }
    });
    listed.collect()
}

/// A fault, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault<'a> {
    /// What does not fit.
    pub fault: &'a RevisionFault,
    /// Where that is.
    pub place: Option<Place>,
}

impl Fault<'_> {
    fn is_in(&self, section: &str) -> bool {
        self.place.as_ref().is_some_and(|place| place.section == section)
    }

    /// Whether it is about this entry.
    #[must_use]
    pub fn is_at(&self, section: &str, key: &str) -> bool {
        self.is_in(section)
            && self
                .place
                .as_ref()
                .is_some_and(|place| place.key.as_deref() == Some(key))
    }
}

/// Every fault with the place to which it leads.
#[must_use]
pub fn faults(detail: &RevisionDetail) -> Vec<Fault<'_>> {
    let place = |fault: &RevisionFault| match detail.revision.kind {
        RevisionKind::Layer => place::place(&fault.place, &detail.content, detail.inherited.as_ref()),
        RevisionKind::Calendar => None,
    };
    let faults = detail.faults.iter();
    faults
        .map(|fault| Fault {
            place: place(fault),
            fault,
        })
        .collect()
}

/// A place in words: list, entry, field.
#[must_use]
pub fn spoken(place: &Place, detail: &RevisionDetail, language: Language) -> String {
    let Some(section) = place::section(place.section) else {
        return String::new();
    };
    let mut parts = vec![fields::named(section.name, language).to_owned()];
    if let Some(key) = place.key.as_deref().filter(|key| !key.is_empty()) {
        let items = items(section, &detail.content, detail.inherited.as_ref());
        let item = items.iter().find(|item| item.key == key);
        parts.push(item.map_or_else(
            || key.to_owned(),
            |item| fields::name(section, &item.entry(), key, language),
        ));
    }
    let first = place.field.split('.').next().unwrap_or_default();
    let field = section.fields.iter().find(|field| field.name == first);
    parts.extend(field.map(|field| fields::named(field.title, language).to_owned()));
    parts.join(" · ")
}

/// The entries of another list, to choose from: their keys with their names. What does not hold cannot be chosen.
#[must_use]
pub fn codes(
    code: &str,
    content: &Value,
    inherited: Option<&Value>,
    language: Language,
) -> Vec<(String, String)> {
    let Some(section) = place::section(code) else {
        return vec![];
    };
    let items = items(section, content, inherited).into_iter();
    items
        .filter(|item| item.standing != Standing::Dropped)
        .map(|item| {
            let name = fields::name(section, &item.entry(), &item.key, language);
            (item.key, name)
        })
        .collect()
}

/// The name of a revision: its layer and version, or its year.
#[must_use]
pub fn called(kind: RevisionKind, name: &str, number: u32, words: &RevisionTexts) -> String {
    match kind {
        RevisionKind::Layer => (words.version)(name, number),
        RevisionKind::Calendar => (words.arrangement)(name, number),
    }
}

#[cfg(test)]
mod tests;
