//! Whether two reports may be about the same matter (MEM-5.2), as a score with its reasons.

use crate::{api::hints::LikenessReason, rules::LikenessRule, time::Instant, workflow::Matter};
use std::collections::BTreeSet;

const DAY: i64 = 86_400;
/// Least number of words on both sides for their overlap to say anything.
const LEAST_WORDS: usize = 3;

/// What of a report is compared.
#[derive(Clone, Debug)]
pub struct Traits<'a> {
    /// Enterprise, credit code, address and place.
    pub matter: &'a Matter,
    /// When it was received.
    pub received_at: Instant,
    /// The words in which it came.
    pub words: BTreeSet<String>,
}

/// How like two reports are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// 0 to 100.
    pub score: u32,
    /// What adds up to it, the strongest first.
    pub reasons: Vec<LikenessReason>,
}

impl Match {
    /// Whether both are about the same enterprise, or one of a like name.
    #[must_use]
    pub fn is_same_enterprise(&self) -> bool {
        use LikenessReason as R;
        self.reasons
            .iter()
            .any(|reason| matches!(reason, R::SameCreditCode | R::SameEnterprise | R::LikeEnterprise))
    }

    fn add(&mut self, points: u32, reason: LikenessReason) {
        self.score = self.score.saturating_add(points).min(100);
        self.reasons.push(reason);
    }
}

/// Compares what is taken down with an earlier report.
#[must_use]
pub fn compare(told: &Traits<'_>, earlier: &Traits<'_>, rule: &LikenessRule) -> Match {
    let mut found = Match::default();
    enterprise(told.matter, earlier.matter, rule, &mut found);
    if is_same_place(told.matter, earlier.matter, rule) {
        found.add(rule.place, LikenessReason::SamePlace);
    }
    let days = (told.received_at.unix() - earlier.received_at.unix()).abs() / DAY;
    if days <= i64::from(rule.days) {
        found.add(rule.time, LikenessReason::SameTime { days });
    }
    words(told, earlier, rule, &mut found);
    found
}

fn enterprise(told: &Matter, earlier: &Matter, rule: &LikenessRule, found: &mut Match) {
    let both = |a: &Option<String>, b: &Option<String>| a.clone().zip(b.clone());
    if both(&told.credit_code, &earlier.credit_code).is_some_and(|(a, b)| a == b) {
        return found.add(rule.credit_code, LikenessReason::SameCreditCode);
    }
    let Some((a, b)) = both(&told.enterprise, &earlier.enterprise) else {
        return;
    };
    let (a, b) = (distinctive(&a, rule), distinctive(&b, rule));
    if a.is_empty() || b.is_empty() {
        return;
    }
    if a == b {
        found.add(rule.enterprise, LikenessReason::SameEnterprise);
    } else if shared_pieces(&a, &b) >= rule.like {
        found.add(rule.like_enterprise, LikenessReason::LikeEnterprise);
    }
}

/// The name of an enterprise without the words that many have (公司, 有限责任), without spaces and marks.
#[must_use]
pub fn distinctive(name: &str, rule: &LikenessRule) -> String {
    let letters = letters(name);
    rule.plain
        .iter()
        .fold(letters, |name, plain| match name.replace(plain.as_str(), "") {
            rest if rest.is_empty() => name,
            rest => rest,
        })
}

fn is_same_place(told: &Matter, earlier: &Matter, rule: &LikenessRule) -> bool {
    let like = |a: &Option<String>, b: &Option<String>| {
        let (a, b) = (a.as_deref().map(letters)?, b.as_deref().map(letters)?);
        (!a.is_empty() && !b.is_empty()).then(|| a == b || shared_pieces(&a, &b) >= rule.like_place)
    };
    // The exact place («北门») says little unless it is all there is.
    like(&told.address, &earlier.address)
        .or_else(|| like(&told.place, &earlier.place))
        .unwrap_or_default()
}

fn words(told: &Traits<'_>, earlier: &Traits<'_>, rule: &LikenessRule, found: &mut Match) {
    let least = told.words.len().min(earlier.words.len());
    if least < LEAST_WORDS {
        return;
    }
    let common: Vec<String> = told.words.intersection(&earlier.words).cloned().collect();
    let share = percent(common.len(), least);
    if share >= rule.like_words {
        let points = rule.words * share / 100;
        found.add(points, LikenessReason::LikeWords { words: common });
    }
}

/// Letters, digits and Chinese characters, small.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// How many of the pieces of two characters both have, in percent of those that either has on average (Dice).
fn shared_pieces(a: &str, b: &str) -> u32 {
    let (a, b) = (pieces(a), pieces(b));
    percent(2 * a.intersection(&b).count(), a.len() + b.len())
}

fn pieces(text: &str) -> BTreeSet<(char, Option<char>)> {
    let characters: Vec<char> = text.chars().collect();
    match characters[..] {
        [alone] => [(alone, None)].into(),
        _ => characters
            .windows(2)
            .map(|two| (two[0], two.get(1).copied()))
            .collect(),
    }
}

fn percent(part: usize, whole: usize) -> u32 {
    u32::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}
