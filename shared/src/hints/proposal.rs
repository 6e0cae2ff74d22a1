//! How urgent a report seems (TJ-9.2, MEM-7.1), from words of the rule profile; each reason says what it saw.

use crate::{
    api::hints::{Because, ClassProposal, ClassReason},
    rules::{RuleProfile, UrgencyHint},
    workflow::{Capacity, Nature, Urgency},
};

/// What is told, as far as urgency may show in it.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Everything that was said: facts, clues, place.
    pub texts: &'a [&'a str],
    /// 性质, if it is ticked already.
    pub nature: Option<Nature>,
    /// In what capacity the reporters speak.
    pub capacities: &'a [Capacity],
}

/// The class that the account points to. General, unless something in it says otherwise.
#[must_use]
pub fn propose(account: Account<'_>, profile: &RuleProfile) -> ClassProposal {
    let reasons: Vec<ClassReason> = profile
        .urgency_hints
        .iter()
        .filter_map(|hint| reason(account, hint, profile))
        .collect();
    let urgency = match reasons.is_empty() {
        true => Urgency::General,
        false => Urgency::Urgent,
    };
    ClassProposal { urgency, reasons }
}

fn reason(account: Account<'_>, hint: &UrgencyHint, profile: &RuleProfile) -> Option<ClassReason> {
    let entry = crate::rules::entry(&profile.urgency_reasons, &hint.reason)?;
    let said = |word: &&String| {
        let texts = account.texts.iter();
        texts.into_iter().any(|text| says(text, word, &profile.negations))
    };
    let words: Vec<String> = hint.words.iter().filter(said).cloned().collect();
    let by_words = (!words.is_empty()).then_some(Because::Words { words });
    let by_nature = hint.nature.filter(|nature| account.nature == Some(*nature));
    let by_capacity = hint.capacity.filter(|one| account.capacities.contains(one));
    let because: Vec<Because> = by_words
        .into_iter()
        .chain(by_nature.map(|nature| Because::Nature { nature }))
        .chain(by_capacity.map(|capacity| Because::Capacity { capacity }))
        .collect();
    (!because.is_empty()).then(|| ClassReason {
        reason: entry.code.clone(),
        basis: profile.basis(&entry.clause),
        because,
    })
}

/// Whether a text says this word at least once without denying it right before.
fn says(text: &str, word: &str, negations: &[String]) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = &text[..at];
        !negations
            .iter()
            .any(|negation| before.ends_with(negation.as_str()))
    })
}
