//! What is confirmed and not sent yet, and the words of a row. Pure.

use crate::features::cases::detail::view::words::code_word;
use anju_shared::{
    api::cases::CaseSummary, ids::CaseId, problem::Language, rules::RuleProfile, time::Instant,
};

/// Seconds in which a confirmation can be taken back.
pub const HOLD: i64 = 6;

/// A confirmed dispatch that can still be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which case.
    pub id: CaseId,
    /// Until when; unknown while what is to be sent is put together.
    pub until: Option<Instant>,
}

/// Everything that is held, in the order of confirmation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding(Vec<Held>);

impl Holding {
    /// The confirmation of this case, if it is held.
    #[must_use]
    pub fn of(&self, id: CaseId) -> Option<&Held> {
        self.0.iter().find(|held| held.id == id)
    }

    /// The one confirmed last that can be taken back.
    #[must_use]
    pub fn last(&self) -> Option<CaseId> {
        self.0
            .iter()
            .rev()
            .find(|held| held.until.is_some())
            .map(|held| held.id)
    }

    /// Whether nothing is held.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same with this one, in place of an earlier one of the case.
    #[must_use]
    pub fn with(&self, held: Held) -> Self {
        let mut rest = self.without(held.id);
        rest.0.push(held);
        rest
    }

    /// The same without what was sent or taken back.
    #[must_use]
    pub fn without(&self, id: CaseId) -> Self {
        Self(self.0.iter().filter(|held| held.id != id).cloned().collect())
    }
}

/// Whole seconds that are left to take it back.
#[must_use]
pub fn seconds_left(held: &Held, now: Instant) -> i64 {
    held.until.map_or(HOLD, |until| until.since(now).clamp(0, HOLD))
}

/// Region and industry as people call them: `新桥街道 · 消防`.
#[must_use]
pub fn place(row: &CaseSummary, rules: Option<&RuleProfile>, language: Language) -> String {
    let word = |code: &Option<String>, region: bool| {
        let code = code.as_deref()?;
        Some(rules.map_or(code.to_owned(), |rules| {
            let dictionary = if region { &rules.regions } else { &rules.industries };
            code_word(dictionary, code, language)
        }))
    };
    let parts = [word(&row.region, true), word(&row.industry, false)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn held(number: u128, until: Option<i64>) -> Held {
        Held {
            id: CaseId(Uuid::from_u128(number)),
            until: until.map(Instant::from_unix),
        }
    }

    #[test]
    fn the_last_confirmation_is_taken_back_first() {
        let holding = Holding::default()
            .with(held(1, Some(6)))
            .with(held(2, Some(7)))
            .with(held(3, None));
        assert_eq!(
            holding.last(),
            Some(held(2, None).id),
            "the third is not ready yet"
        );
        let holding = holding.without(held(2, None).id);
        assert_eq!(holding.last(), Some(held(1, None).id));
        assert!(!holding.is_empty());
    }

    #[test]
    fn a_case_is_held_once() {
        let holding = Holding::default().with(held(1, None)).with(held(1, Some(9)));
        assert_eq!(holding.without(held(1, None).id), Holding::default());
    }

    #[test]
    fn the_seconds_count_down_and_never_below_nothing() {
        let one = held(1, Some(106));
        assert_eq!(
            [100, 103, 106, 120].map(|now| seconds_left(&one, Instant::from_unix(now))),
            [6, 3, 0, 0]
        );
    }
}
