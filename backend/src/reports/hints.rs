//! Hints for whoever takes a report down: what it may repeat, what is known of the enterprise, how urgent it seems,
//! and what would be due when. Nothing is decided and nothing is kept of what is asked.

use crate::{
    access::Access,
    cases::alike::{Like, alike, words_of},
    error::Result,
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        cases::CaseSummary,
        hints::{Duplicate, Hints, HintsBody},
    },
    hints::{Account, Traits, foreseen, propose},
};

/// Probable duplicates that are told.
const DUPLICATES: usize = 5;
/// Earlier cases of the enterprise that are told.
const HISTORY: usize = 8;

/// What helps with a report of which so much is known.
pub(super) async fn hints(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    body: &HintsBody,
) -> Result<Hints> {
    let access = Access::new(state, actor, Operation::RegisterReport, "reports/hints").within(info);
    access
        .read(async |grant| {
            let (known, now) = (body.read(), state.clock.now());
            let received = body.received_at.map_or(now, |at| at.min(now));
            let told = Traits {
                matter: &known.matter,
                received_at: received,
                words: words_of(state, &known.words).await?,
            };
            let (duplicates, history) = parted(alike(grant, state, &told).await?, state);
            let said = known.words.iter().chain(&known.matter.place);
            let account = Account {
                texts: &said.map(String::as_str).collect::<Vec<_>>(),
                nature: body.nature,
                capacities: &body.capacities,
            };
            let proposal = propose(account, state.profile());
            let times = (received, now);
            let periods = foreseen(
                state.profile(),
                state.calendar(),
                times,
                proposal.urgency,
                body.real_name,
            );
            Ok(Hints {
                duplicates,
                history,
                proposal,
                periods,
            })
        })
        .await
}

/// What it probably repeats, and what else is known of the enterprise.
fn parted(likes: Vec<Like>, state: &State) -> (Vec<Duplicate>, Vec<CaseSummary>) {
    let probable = state.profile().likeness.probable;
    let (mut same, mut others): (Vec<Like>, Vec<Like>) =
        likes.into_iter().partition(|like| like.found.score >= probable);
    // The newest first; sorting keeps that among those of one score.
    same.sort_by_key(|like| std::cmp::Reverse((like.found.score, like.summary.registered_at)));
    others.retain(|like| like.found.is_same_enterprise());
    others.extend(same.split_off(same.len().min(DUPLICATES)));
    others.sort_by_key(|like| std::cmp::Reverse(like.summary.registered_at));
    let duplicates = same.into_iter().map(|like| Duplicate {
        case: like.summary,
        score: like.found.score,
        reasons: like.found.reasons,
    });
    let history = others.into_iter().take(HISTORY).map(|like| like.summary);
    (duplicates.collect(), history.collect())
}
