//! What is done with reports from outside: entered once, and asked after.

use super::store::{self, Used};
use crate::{
    access::{Access, Grant},
    audit::Place,
    cases::{
        Stand,
        entering::{Draft, Drafted, Entered, NO_PAST, Origin, draft, enter_all, enter_following},
        service as cases,
    },
    confidential::{HashKind, KeyedHash, Keyring},
    db::{Inserts, Txn},
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
use zeroize::Zeroizing;

/// The name under which the journal of access knows what is handed in.
const RESOURCE: &str = "reports";

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
    let access = || Access::new(state, actor.clone(), submission.operation, RESOURCE).within(info);
    access().admit().await?;
    let origin = Origin {
        source: submission.source,
        channel: submission.channel,
    };
    let drafted = draft(
        state,
        &submission.report,
        origin,
        (state.clock.now(), actor.reference()),
    )
    .await;
    let draft = match drafted {
        Ok(draft) => draft,
        Err(error) => return access().refuse(error).await,
    };
    let once = key
        .map(|key| Once::of(&actor, submission, key, &state.keys))
        .transpose()?;
    let handed_in = HandedIn {
        actor: actor.clone(),
        operation: submission.operation,
        info: *info,
        draft,
        once: once.clone(),
    };
    match (state.counter.hand_in(handed_in).await, once) {
        // Sent again, it finds its key taken, and before that its files.
        (Err(error), Some(once)) if matches!(error.code(), ProblemCode::Conflict | ProblemCode::Invalid) => {
            access()
                .read(async |grant| replay(grant, state, &once).await?.ok_or(error))
                .await
        }
        (entered, _) => entered.map(|receipt| Submitted {
            receipt,
            replayed: false,
        }),
    }
}

/// A report on the counter, ready to be entered.
pub(super) struct HandedIn {
    actor: Actor,
    operation: Operation,
    info: RequestInfo,
    draft: Draft,
    once: Option<Once>,
}

impl HandedIn {
    pub(super) fn access<'a>(&self, state: &'a State) -> Access<'a> {
        Access::new(state, self.actor.clone(), self.operation, RESOURCE).within(&self.info)
    }
}

/// Enters what was handed in, all or none, each with its key and under the grant of whoever handed it in.
pub(super) async fn enter(
    grants: &[Grant],
    state: &State,
    (txn, inserts): (&Txn, &mut Inserts),
    handed_in: &[HandedIn],
) -> Result<Vec<(SubmissionReceipt, Place)>> {
    let entered = enter_all(state, txn, inserts, &drafts(grants, handed_in)).await?;
    let receipts = receipts(entered);
    let used = keys(state, handed_in, &receipts)?;
    store::take(grants, inserts, used, state.clock.now());
    Ok(receipts)
}

/// The same without asking the database for anything, under the numbers that follow; `None` if that cannot be tried.
/// What cannot be entered so fails when it is inserted.
pub(super) fn follow(
    grants: &[Grant],
    state: &State,
    inserts: &mut Inserts,
    (handed_in, stand): (&[HandedIn], Stand),
) -> Result<Option<Vec<(SubmissionReceipt, Place)>>> {
    let entered = enter_following(state, inserts, &drafts(grants, handed_in), stand)?;
    let Some(receipts) = entered.map(receipts) else {
        return Ok(None);
    };
    let used = keys(state, handed_in, &receipts)?;
    store::take_or_fail(grants, inserts, used, state.clock.now());
    Ok(Some(receipts))
}

fn drafts<'a>(grants: &'a [Grant], handed_in: &'a [HandedIn]) -> Vec<Drafted<'a>> {
    let drafts = grants.iter().zip(handed_in).map(|(grant, one)| Drafted {
        grant,
        draft: &one.draft,
        past: NO_PAST,
    });
    drafts.collect()
}

fn receipts(entered: Vec<(Entered, Place)>) -> Vec<(SubmissionReceipt, Place)> {
    let receipts = entered.into_iter().map(|(entered, place)| {
        let receipt = SubmissionReceipt {
            number: entered.case.number,
            receipt_codes: entered.receipt_codes,
            received_at: entered.case.intake.received_at,
        };
        (receipt, place)
    });
    receipts.collect()
}

/// The keys that were sent with the reports, each with its answer.
fn keys<'a>(
    state: &State,
    handed_in: &'a [HandedIn],
    receipts: &[(SubmissionReceipt, Place)],
) -> Result<Vec<Used<'a>>> {
    let once = handed_in.iter().zip(receipts);
    let once = once.filter_map(|(one, (receipt, _))| Some((one.once.as_ref()?, receipt)));
    once.map(|(once, receipt)| once.used(state, receipt)).collect()
}

/// The answer that was given to the same key and body, if the key was used.
async fn replay(grant: &Grant, state: &State, once: &Once) -> Result<Option<Submitted>> {
    let Some((body, sealed)) = store::answer(grant, state.db.read(), &once.key).await? else {
        return Ok(None);
    };
    if body != once.body {
        return Err(other_body());
    }
    let opened = state
        .keys
        .open_replay(&once.sent, &once.caller, &sealed)
        .context("a kept answer does not open")?;
    let receipt = serde_json::from_slice(&opened).context("a kept answer does not parse")?;
    Ok(Some(Submitted {
        receipt,
        replayed: true,
    }))
}

/// By what a repeated request is known: nothing of it can be read from the row.
#[derive(Clone)]
struct Once {
    /// As it was sent: only with it can the kept answer be opened.
    sent: Zeroizing<String>,
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
            sent: Zeroizing::new(key.to_owned()),
            caller,
        })
    }

    fn used(&self, state: &State, receipt: &SubmissionReceipt) -> Result<Used<'_>> {
        let answer = serde_json::to_vec(receipt).map_err(anyhow::Error::from)?;
        Ok(Used {
            key: &self.key,
            caller: &self.caller,
            body: &self.body,
            answer: state
                .keys
                .seal_replay(&self.sent, &self.caller, &answer, &*state.ids),
        })
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

/// Whether it has the form of a case number: division, day, and what was counted.
fn is_number(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits =
        |part: &&str| (1..=12).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(digits)
}
