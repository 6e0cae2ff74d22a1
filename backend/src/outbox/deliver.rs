//! Delivery: in order, in batches, again and later when it fails.

use super::{store, webhook};
use crate::{entity::outbox, error::Result, state::State};
use anju_shared::time::Instant;
use uuid::Uuid;

const BATCH: u64 = 100;
/// The longest wait between two tries.
const LONGEST_WAIT: i64 = 3_600;
/// How long delivered facts are kept for questions.
const KEPT: i64 = 30 * 86_400;

/// Delivers what is due.
///
/// # Errors
/// Those of the database; a receiver that fails is tried again later.
pub(crate) async fn deliver(state: &State) -> Result<()> {
    loop {
        let now = state.clock.now();
        let facts = store::waiting(state.db.read(), now.unix(), BATCH).await?;
        if facts.is_empty() {
            return Ok(());
        }
        let failed = attempt(state, &facts, now).await?;
        if let Some(fact) = failed {
            let next_at = now.unix() + wait(fact.attempts);
            state
                .db
                .write(async |txn| store::postpone(txn, fact.id, next_at).await)
                .await?;
            return Ok(());
        }
    }
}

/// Delivers in order until one fails, and answers that one.
async fn attempt<'a>(
    state: &State,
    facts: &'a [outbox::Model],
    now: Instant,
) -> Result<Option<&'a outbox::Model>> {
    let (mut done, mut failed) = (Vec::<Uuid>::new(), None);
    for fact in facts {
        if let Some(webhook) = &state.config.webhook
            && let Err(cause) = webhook::send(webhook, fact, now).await
        {
            tracing::warn!(fact = %fact.id, topic = fact.topic, cause = cause.to_string(), "not delivered");
            failed = Some(fact);
            break;
        }
        tracing::debug!(fact = %fact.id, topic = fact.topic, case = %fact.case_id, "delivered");
        metrics::counter!("anju_facts_delivered_total", "topic" => fact.topic.clone()).increment(1);
        done.push(fact.id);
    }
    if !done.is_empty() {
        state
            .db
            .write(async |txn| store::delivered(txn, &done, now.unix()).await)
            .await?;
    }
    Ok(failed)
}

/// Seconds until the next try: doubled each time.
fn wait(attempts: i32) -> i64 {
    2_i64
        .saturating_pow(u32::try_from(attempts).unwrap_or(0) + 1)
        .min(LONGEST_WAIT)
}

/// Forgets what was delivered long ago.
///
/// # Errors
/// Those of the database.
pub(crate) async fn forget_delivered(state: &State) -> Result<()> {
    let before = state.clock.now().plus(-KEPT).unix();
    state
        .db
        .write(async |txn| store::forget_before(txn, before).await)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        assert_eq!(
            [0, 1, 2, 10, 30, i32::MAX].map(wait),
            [2, 4, 8, 2_048, 3_600, 3_600]
        );
    }
}
