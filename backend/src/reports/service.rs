//! What is done with reports from outside: entered once, and asked after.

use super::store::{self, Used};
use crate::{
    access::{Access, Grant},
    cases::service::{self as cases, Origin},
    confidential::{HashKind, KeyedHash, Keyring},
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::reports::{ParsedReport, ReportBody, SubmissionReceipt, SubmissionStatus},
    ids::ClientId,
    problem::ProblemCode,
};
use anyhow::Context as _;

/// A report as it was handed in.
pub(crate) struct Submission {
    /// What was sent, to know it again.
    pub(crate) body: ReportBody,
    /// The same, parsed.
    pub(crate) report: ParsedReport,
    /// Who may hand it in.
    pub(crate) operation: Operation,
    /// The system that sent it.
    pub(crate) source: Option<ClientId>,
    /// By which way, unless the report says so.
    pub(crate) channel: &'static str,
}

/// An answer, and whether it was given before.
pub(crate) struct Submitted {
    pub(crate) receipt: SubmissionReceipt,
    pub(crate) replayed: bool,
}

/// Enters a report. With a key, sending it again gives the same answer and does nothing, even at the same time;
/// the key with another body is a conflict. The key is taken in the transaction that enters the report, so there
/// is never the one without the other.
pub(crate) async fn submit(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    submission: &Submission,
    key: Option<&str>,
) -> Result<Submitted> {
    let access = || Access::new(state, actor.clone(), submission.operation, "reports").within(info);
    let Some(key) = key else {
        let entered = access()
            .change(async |grant, txn| enter(grant, state, txn, submission).await)
            .await;
        return entered.map(|receipt| Submitted {
            receipt,
            replayed: false,
        });
    };
    let once = Once::of(&actor, submission, key, &state.keys)?;
    let entered = access()
        .change(async |grant, txn| {
            if !store::take(grant, txn, &once.used(), state.clock.now()).await? {
                return Err(Error::of(ProblemCode::Conflict));
            }
            let (receipt, place) = enter(grant, state, txn, submission).await?;
            let answer = serde_json::to_vec(&receipt).map_err(anyhow::Error::from)?;
            let sealed = state.keys.seal_replay(key, &once.caller, &answer, &*state.ids);
            store::keep_answer(grant, txn, &once.key, sealed).await?;
            Ok((receipt, place))
        })
        .await;
    match entered {
        Err(error) if error.code() == ProblemCode::Conflict => {
            access()
                .read(async |grant| replay(grant, state, &once, key).await)
                .await
        }
        entered => entered.map(|receipt| Submitted {
            receipt,
            replayed: false,
        }),
    }
}

async fn enter(
    grant: &Grant,
    state: &State,
    txn: &crate::db::Txn,
    submission: &Submission,
) -> Result<(SubmissionReceipt, crate::audit::Place)> {
    let origin = Origin {
        source: submission.source,
        channel: submission.channel,
    };
    let (entered, place) = cases::enter(grant, state, txn, &submission.report, origin).await?;
    let receipt = SubmissionReceipt {
        number: entered.case.number,
        receipt_codes: entered.receipt_codes,
        received_at: entered.case.intake.received_at,
    };
    Ok((receipt, place))
}

/// The answer that was given to the same key and body.
async fn replay(grant: &Grant, state: &State, once: &Once, key: &str) -> Result<Submitted> {
    let kept = store::answer(grant, state.db.read(), &once.key).await?;
    let (body, sealed) = kept.ok_or_else(other_body)?;
    if body != once.body {
        return Err(other_body());
    }
    let opened = state
        .keys
        .open_replay(key, &once.caller, &sealed)
        .context("a kept answer does not open")?;
    let receipt = serde_json::from_slice(&opened).context("a kept answer does not parse")?;
    Ok(Submitted {
        receipt,
        replayed: true,
    })
}

/// By what a repeated request is known: nothing of it can be read from the row.
struct Once {
    caller: String,
    key: KeyedHash,
    body: KeyedHash,
}

impl Once {
    fn of(actor: &Actor, submission: &Submission, key: &str, keys: &Keyring) -> Result<Self> {
        let caller = match actor {
            Actor::Client { client, scopes: _ } => format!("client/{client}"),
            _ => "public".to_owned(),
        };
        let body = serde_json::to_string(&submission.body).map_err(anyhow::Error::from)?;
        Ok(Self {
            key: keys.keyed_hash(HashKind::IdempotencyKey, &format!("{caller} {key}")),
            body: keys.keyed_hash(HashKind::RequestBody, &format!("{key} {body}")),
            caller,
        })
    }

    fn used(&self) -> Used<'_> {
        Used {
            key: &self.key,
            caller: &self.caller,
            body: &self.body,
        }
    }
}

fn other_body() -> Error {
    Error::with(
        ProblemCode::Conflict,
        "该 Idempotency-Key 已用于另一份内容；新的举报请使用新的键",
        "This Idempotency-Key was used with another body; use a new key for a new report",
    )
}

/// How a report stands that this system handed in.
pub(crate) async fn status(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    number: &str,
) -> Result<SubmissionStatus> {
    // What cannot be a number is not written into the journal of access.
    let named = if is_number(number) { number } else { "?" };
    let access = Access::new(state, actor, Operation::ReadSubmission, format!("report/{named}")).within(info);
    access
        .read(async |grant| {
            let (case, changed_at) = cases::by_number(grant, state.db.read(), named).await?;
            Ok(SubmissionStatus {
                stage: case.stage(),
                number: case.number,
                external_number: case.intake.external_number,
                received_at: case.intake.received_at,
                changed_at,
            })
        })
        .await
}

fn is_number(text: &str) -> bool {
    text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}
