//! `docs/glossary.md` names everything that exists.

use crate::{
    shapes,
    world::{at_stage, profile},
};
use anju_shared::{
    access::{Operation, Role},
    rules::{ClockKind, ExtensionRefusal, regimes},
    workflow::{
        Action, Capacity, Conclusion, DispatchKind, Fact, Means, Nature, PauseRefusal, Refusal, Satisfaction,
        Side, Stage, Urgency, doers,
    },
};
use std::{fs, path::Path};

/// One refusal of every kind. A new kind does not compile until it stands here.
pub(crate) fn refusals() -> Vec<Refusal> {
    let (action, stage) = (Action::Accept, Stage::Closed);
    let mut all = Vec::new();
    let mut next = Some(Refusal::WrongStage { action, stage });
    while let Some(refusal) = next {
        all.push(refusal.clone());
        next = match refusal {
            Refusal::WrongStage { .. } => Some(Refusal::WrongRole {
                action,
                needs: doers(action),
            }),
            Refusal::WrongRole { .. } => Some(Refusal::OtherUnit),
            Refusal::OtherUnit => Some(Refusal::SamePerson { action }),
            Refusal::SamePerson { .. } => Some(Refusal::DeclinePending),
            Refusal::DeclinePending => Some(Refusal::NoProposal),
            Refusal::NoProposal => Some(Refusal::EvidenceMissing { least: 1 }),
            Refusal::EvidenceMissing { .. } => Some(Refusal::HazardProofMissing),
            Refusal::HazardProofMissing => Some(Refusal::DispositionMissing),
            Refusal::DispositionMissing => Some(Refusal::RepliesOutstanding { count: 1 }),
            Refusal::RepliesOutstanding { .. } => Some(Refusal::AllReplied),
            Refusal::AllReplied => Some(Refusal::AlreadyReplied),
            Refusal::AlreadyReplied => Some(Refusal::AlreadyWithdrawn),
            Refusal::AlreadyWithdrawn => Some(Refusal::ExtensionPending),
            Refusal::ExtensionPending => Some(Refusal::NoExtension),
            Refusal::NoExtension => Some(Refusal::ExtensionNotEndorsed),
            Refusal::ExtensionNotEndorsed => Some(Refusal::NotApprover),
            Refusal::NotApprover => Some(Refusal::Extension(ExtensionRefusal::NotExtendable)),
            Refusal::Extension(why) => Some(match why {
                ExtensionRefusal::NotExtendable => Refusal::Extension(ExtensionRefusal::TooLate),
                ExtensionRefusal::TooLate => Refusal::Extension(ExtensionRefusal::TooLong { most: 30 }),
                ExtensionRefusal::TooLong { .. } => {
                    let end = at_stage(Stage::Accepted, Urgency::General)
                        .clock(ClockKind::Statutory, 1)
                        .due;
                    Refusal::Extension(ExtensionRefusal::PastStatutoryEnd { end })
                }
                ExtensionRefusal::PastStatutoryEnd { .. } => Refusal::Pause(PauseRefusal::NotPermitted),
            }),
            Refusal::Pause(why) => Some(match why {
                PauseRefusal::NotPermitted => Refusal::Pause(PauseRefusal::TooLate),
                PauseRefusal::TooLate => Refusal::Pause(PauseRefusal::AlreadyPaused),
                PauseRefusal::AlreadyPaused => Refusal::Pause(PauseRefusal::NotPaused),
                PauseRefusal::NotPaused => Refusal::Pause(PauseRefusal::NotApprover),
                PauseRefusal::NotApprover => Refusal::NotLapsed,
            }),
            Refusal::NotLapsed => Some(Refusal::NothingToRecount),
            Refusal::NothingToRecount => Some(Refusal::Invalid(Vec::new())),
            Refusal::Invalid(_) => None,
        };
    }
    all
}

fn codes() -> Vec<String> {
    let words = [
        Stage::ALL.iter().map(ToString::to_string).collect(),
        Action::ALL.iter().map(ToString::to_string).collect(),
        Urgency::ALL.iter().map(ToString::to_string).collect(),
        Nature::ALL.iter().map(ToString::to_string).collect(),
        Capacity::ALL.iter().map(ToString::to_string).collect(),
        Conclusion::ALL.iter().map(ToString::to_string).collect(),
        DispatchKind::ALL.iter().map(ToString::to_string).collect(),
        Satisfaction::ALL.iter().map(ToString::to_string).collect(),
        Side::ALL.iter().map(ToString::to_string).collect(),
        Means::ALL.iter().map(ToString::to_string).collect(),
        Fact::ALL.iter().map(ToString::to_string).collect(),
        ClockKind::ALL.iter().map(|kind| kind.code().to_owned()).collect(),
        Role::ALL.iter().map(|role| role.code()).collect(),
        Operation::ALL
            .iter()
            .map(|operation| operation.name().to_owned())
            .collect(),
        shapes::kinds().into_iter().map(str::to_owned).collect(),
        refusals()
            .iter()
            .map(|one| one.code().to_owned())
            .collect::<Vec<_>>(),
    ];
    // Regions are those of one authority and stand in its profile only.
    let dictionaries = profile()
        .dictionaries()
        .into_iter()
        .filter(|(name, _)| *name != "regions");
    let entries = dictionaries.flat_map(|(_, entries)| entries.iter().map(|entry| entry.code.clone()));
    words.into_iter().flatten().chain(entries).collect()
}

fn glossary() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/glossary.md");
    fs::read_to_string(path).expect("the glossary is there")
}

#[test]
fn the_glossary_has_every_code() {
    let text = glossary();
    let mut missing = codes();
    missing.retain(|code| !text.contains(&format!("`{code}`")));
    assert!(missing.is_empty(), "docs/glossary.md lacks {missing:?}");
}

#[test]
fn the_glossary_names_the_instrument_of_every_clause_that_the_rules_cite() {
    let text = glossary();
    for (prefix, title) in regimes().iter().flat_map(|regime| &regime.instruments) {
        let name = title.split('》').next().unwrap_or_default();
        assert!(
            text.contains(&format!("| {prefix} |")) && text.contains(name),
            "{prefix} {title}"
        );
    }
}

#[test]
fn a_refusal_with_a_clause_of_its_own_is_called_as_in_the_glossary() {
    let text = glossary();
    let other = Refusal::OWN_GROUNDS.iter().filter(|(code, (zh, en))| {
        let (begins, ends) = (format!("| {zh} | `{code}` |"), format!("| {en} |"));
        !text
            .lines()
            .any(|line| line.starts_with(&begins) && line.ends_with(&ends))
    });
    let other: Vec<&str> = other.map(|(code, _)| *code).collect();
    assert!(
        other.is_empty(),
        "docs/glossary.md calls them otherwise: {other:?}"
    );
}
