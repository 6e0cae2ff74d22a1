//! Cases like a report that is being taken down (MEM-5.2): a few are found by the index, then compared by
//! `anju_shared::hints`, which decides.
//!
//! Each way of finding is narrow, so that asking while somebody types costs little; none rests on who reported. The
//! words of earlier reports are compared here and not shown: only who may read them may ask (the desk).

use super::query;
use crate::{
    access::Grant,
    error::Result,
    search::{Asked, Words},
    state::State,
};
use anju_shared::{
    access::{Operation, Resource, may},
    api::cases::CaseSummary,
    hints::{Match, Traits, compare, distinctive},
    time::Instant,
};
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

/// Cases that each way of finding yields at most, the newest.
const EACH: u64 = 20;
/// Found by the whole name, so few make a search by its beginning worth while.
const FEW: usize = 5;
/// Characters of a name that tell it from others, at its beginning.
const BEGINNING: usize = 3;
/// Rarest words of an account by which it is looked for.
const RAREST: usize = 5;
const DAY: i64 = 86_400;

/// A case, and how like it is.
pub(crate) struct Like {
    pub(crate) summary: CaseSummary,
    pub(crate) found: Match,
}

/// The cases within the grant that have something in common with what is told.
pub(crate) async fn alike(grant: &Grant, state: &State, told: &Traits<'_>) -> Result<Vec<Like>> {
    let words = state.segmenter.words().await?;
    let rule = &state.profile().likeness;
    let db = state.db.read();
    let ids = candidates(grant, state, &words, told).await?;
    let mut likes = Vec::with_capacity(ids.len());
    for (summary, case, original) in query::whole(grant, db, &ids).await? {
        let texts: Vec<String> = [original.facts, original.clues].into_iter().flatten().collect();
        let earlier = Traits {
            matter: &case.intake.matter,
            received_at: case.intake.received_at,
            words: words.said(&texts),
        };
        let found = compare(told, &earlier, rule);
        likes.push(Like { summary, found });
    }
    Ok(likes)
}

async fn candidates(grant: &Grant, state: &State, words: &Words, told: &Traits<'_>) -> Result<Vec<Uuid>> {
    let rule = &state.profile().likeness;
    let around = Some(told.received_at.plus(-i64::from(rule.days) * DAY));
    let reads = may(grant.actor(), Operation::ReadOriginal, &Resource::Everything).is_ok();
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    let mut take = |ids: Vec<Uuid>| {
        let before = found.len();
        found.extend(ids.into_iter().filter(|id| seen.insert(*id)));
        found.len() - before
    };
    if let Some(code) = &told.matter.credit_code {
        take(newest(grant, state, &Asked::parse(words, code, false), None).await?);
    }
    if let Some(name) = told.matter.enterprise.as_deref() {
        let name = distinctive(name, rule);
        let by_name = take(newest(grant, state, &Asked::parse(words, &name, false), None).await?);
        let beginning: String = name.chars().take(BEGINNING).collect();
        if by_name < FEW && name.chars().count() >= BEGINNING {
            take(newest(grant, state, &Asked::characters(&beginning), None).await?);
        }
    }
    let place = told.matter.address.as_deref().or(told.matter.place.as_deref());
    if let Some(place) = place {
        take(newest(grant, state, &Asked::parse(words, place, false), around).await?);
    }
    if reads {
        let rarest = words.rarest(&told.words, RAREST);
        take(newest(grant, state, &Asked::two_of(&rarest), around).await?);
    }
    Ok(found)
}

/// The newest cases that contain what is asked for, if given only those received since.
async fn newest(grant: &Grant, state: &State, asked: &Asked, since: Option<Instant>) -> Result<Vec<Uuid>> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    query::newest(grant, state.db.read(), asked, since, EACH).await
}

/// The words of an account, but for names.
pub(crate) async fn words_of(state: &State, texts: &[String]) -> Result<BTreeSet<String>> {
    Ok(state.segmenter.words().await?.said(texts))
}
