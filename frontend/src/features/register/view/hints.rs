//! What is asked for hints, and what they say in words.

use super::{Draft, Field, Trait, filled};
use crate::text::{Texts, hints::HintsTexts};
use anju_shared::{
    api::hints::{Because, HintsBody, LikenessReason},
    time::LegalDate,
    workflow::{Capacity, Nature},
};

/// Words shown of those that two reports have in common.
const WORDS: usize = 6;

impl Draft {
    /// What is known so far, but for who reports; nothing as long as no hint could rest on it.
    #[must_use]
    pub fn asked(&self, today: LegalDate) -> Option<HintsBody> {
        let text = |field| filled(self.text(field));
        let body = HintsBody {
            received_at: self.received_at(today),
            enterprise: text(Field::Enterprise),
            credit_code: text(Field::CreditCode),
            address: text(Field::Address),
            place: text(Field::Place),
            nature: Nature::parse(self.text(Field::Nature)),
            facts: text(Field::Facts),
            clues: text(Field::Clues),
            capacities: self
                .people
                .iter()
                .filter_map(|person| Capacity::parse(person.text(Trait::Capacity)))
                .collect(),
            real_name: self.real_name(),
        };
        let said = [
            &body.enterprise,
            &body.credit_code,
            &body.address,
            &body.place,
            &body.facts,
            &body.clues,
        ];
        let telling = said.iter().any(|text| text.is_some())
            || body.nature.is_some()
            || body
                .capacities
                .iter()
                .any(|capacity| *capacity != Capacity::Public);
        telling.then_some(body)
    }
}

/// Why two reports may be the same.
#[must_use]
pub fn likeness(reason: &LikenessReason, words: &HintsTexts) -> String {
    match reason {
        LikenessReason::SameCreditCode => words.same_credit_code.to_owned(),
        LikenessReason::SameEnterprise => words.same_enterprise.to_owned(),
        LikenessReason::LikeEnterprise => words.like_enterprise.to_owned(),
        LikenessReason::SamePlace => words.same_place.to_owned(),
        LikenessReason::SameTime { days } => (words.same_time)(*days),
        LikenessReason::LikeWords { words: common } => {
            let common: Vec<&str> = common.iter().take(WORDS).map(String::as_str).collect();
            (words.like_words)(&common.join("、"))
        }
    }
}

/// What a reason of urgency was seen in.
#[must_use]
pub fn because(seen: &[Because], texts: &Texts) -> String {
    let words = texts.hints();
    let each = seen.iter().map(|one| match one {
        Because::Words { words: said } => (words.says)(said),
        Because::Nature { nature } => (words.by_nature)(nature.text(texts.language)),
        Because::Capacity { capacity } => (words.by_capacity)(capacity.text(texts.language)),
    });
    each.collect::<Vec<_>>().join(" · ")
}
