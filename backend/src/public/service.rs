//! What people without an account can do.

use crate::{
    access::{Access, Grant},
    audit,
    cases::service::{self as cases, Asked, Opened},
    error::{Error, Result},
    http::RequestInfo,
    messages::service as talk,
    reports::service::{self as reports, Submission, Submitted},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        messages::CaseMessage,
        public::{
            self, Guide, Progress, ReportExplanation, ReportMessage, ReporterWords, Told, explained,
            parse_report, progress,
        },
        reports::ReportBody,
    },
    ids::{CaseId, ReporterId},
    problem::ProblemCode,
    receipt::ReceiptCode,
    workflow::{Command, Say, Withdraw},
};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// How long an answer to a receipt code takes at least: longer than the work, so that the time does not tell
/// whether there is such a code.
const PACE: Duration = Duration::from_millis(60);

/// What everybody may know of the rules in force.
pub(super) fn guide(state: &State) -> Guide {
    public::guide(state.profile(), state.config.limits.file_bytes as u64)
}

/// Enters a report by a member of the public.
pub(crate) async fn submit(
    state: &State,
    info: &RequestInfo,
    body: ReportBody,
    key: Option<&str>,
) -> Result<Submitted> {
    let report = parse_report(body.clone()).map_err(Error::Invalid)?;
    let (operation, channel) = (Operation::PublicSubmit, "web");
    let submission = Submission {
        body,
        report,
        operation,
        source: None,
        channel,
    };
    reports::submit(state, Actor::Public, info, &submission, key).await
}

/// How the report stands to which this code belongs.
pub(crate) async fn follow(state: &State, info: &RequestInfo, code: &ReceiptCode) -> Result<Progress> {
    paced(async || {
        let access = Access::new(state, Actor::Public, Operation::PublicFollow, "receipt").within(info);
        access
            .read(async |grant| {
                let db = state.db.read();
                let (opened, reporter) = found(grant, state, code).await?;
                let identity = cases::identity_resource(opened.case.id, reporter);
                let told = Told {
                    opened: audit::count_openings(grant, db, &identity).await?,
                    messages: messages(grant, state, &opened, reporter).await?,
                };
                let context = cases::context(state, &opened.case, state.clock.now());
                progress(&opened.case, reporter, told, &context).ok_or_else(unknown_code)
            })
            .await
    })
    .await
}

/// How the period that binds the authority is counted, for the report to which this code belongs.
pub(crate) async fn explain(
    state: &State,
    info: &RequestInfo,
    code: &ReceiptCode,
) -> Result<ReportExplanation> {
    paced(async || {
        let access = Access::new(state, Actor::Public, Operation::PublicFollow, "receipt").within(info);
        access
            .read(async |grant| {
                let (opened, reporter) = found(grant, state, code).await?;
                let context = cases::context(state, &opened.case, state.clock.now());
                explained(&opened.case, reporter, &context).ok_or_else(unknown_code)
            })
            .await
    })
    .await
}

/// What somebody says with a receipt code.
pub(crate) struct Words {
    /// The words and their files, once the reporter is known.
    pub(crate) say: fn(Say) -> Command,
    pub(crate) body: ReporterWords,
}

/// Says something; answers how the report stands then, and whether it had been said before.
pub(crate) async fn say(
    state: &State,
    info: &RequestInfo,
    (code, words): (&ReceiptCode, Words),
    key: Option<&str>,
) -> Result<(Progress, bool)> {
    let (id, reporter, _) = holder(state, info, code).await?;
    let command = (words.say)(Say {
        reporter,
        text: words.body.text,
        files: words.body.files,
    });
    let access = || acting(state, info, id);
    let sent = talk::send(state, access, (id, &command), key).await?;
    Ok((follow(state, info, code).await?, sent.replayed))
}

/// Takes the report back. Doing it again changes nothing.
pub(crate) async fn withdraw(state: &State, info: &RequestInfo, code: &ReceiptCode) -> Result<Progress> {
    let (id, reporter, withdrawn) = holder(state, info, code).await?;
    if !withdrawn {
        let command = Command::Withdraw(Withdraw { reporter });
        cases::issue_now(state, || acting(state, info, id), id, Asked::plain(&command)).await?;
    }
    follow(state, info, code).await
}

/// The access of whoever holds the code of this case.
fn acting<'a>(state: &'a State, info: &RequestInfo, id: CaseId) -> Access<'a> {
    Access::new(
        state,
        Actor::Reporter(id),
        Operation::PublicAct,
        format!("case/{id}"),
    )
    .within(info)
}

/// Case and reporter of a code, and whether they withdrew.
async fn holder(state: &State, info: &RequestInfo, code: &ReceiptCode) -> Result<(CaseId, ReporterId, bool)> {
    paced(async || {
        let access = Access::new(state, Actor::Public, Operation::PublicFollow, "receipt").within(info);
        access
            .read(async |grant| {
                let (opened, reporter) = found(grant, state, code).await?;
                let mut reporters = opened.case.reporters.iter();
                let withdrawn = reporters.any(|one| one.id == reporter && one.withdrawn_at.is_some());
                Ok((opened.case.id, reporter, withdrawn))
            })
            .await
    })
    .await
}

async fn found(grant: &Grant, state: &State, code: &ReceiptCode) -> Result<(Opened, ReporterId)> {
    let found = cases::by_receipt(grant, state.db.read(), &state.keys.receipt_hash(code)).await?;
    found.ok_or_else(unknown_code)
}

/// The messages with this reporter, without anybody of the authority named.
async fn messages(
    grant: &Grant,
    state: &State,
    opened: &Opened,
    reporter: ReporterId,
) -> Result<Vec<ReportMessage>> {
    let theirs = talk::open(grant, (state, state.db.read()), opened, |message| {
        message.reporter == reporter
    })
    .await?;
    let told = |message: CaseMessage| ReportMessage {
        id: message.id,
        from: message.from,
        supplement: message.supplement,
        at: message.at,
        text: message.text,
        files: message.files,
    };
    Ok(theirs.into_iter().map(told).collect())
}

/// Answers no sooner than [`PACE`].
async fn paced<T>(work: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
    let leaves_at = Instant::now() + PACE;
    let done = work().await;
    sleep_until(leaves_at).await;
    done
}

fn unknown_code() -> Error {
    Error::with(
        ProblemCode::NotFound,
        "没有使用该查询码的举报，请与举报时得到的查询码核对",
        "No report has this receipt code; compare it with the one that you were given",
    )
}
