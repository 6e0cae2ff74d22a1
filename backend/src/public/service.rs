//! What people without an account can do.

use crate::{
    access::Access,
    audit,
    cases::service as cases,
    error::{Error, Result},
    http::RequestInfo,
    reports::service::{self as reports, Submission, Submitted},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        public::{self, Guide, Progress, parse_report, progress},
        reports::ReportBody,
    },
    problem::ProblemCode,
    receipt::ReceiptCode,
};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// How long an answer to a receipt code takes at least: longer than the work, so that the time does not tell
/// whether there is such a code.
const PACE: Duration = Duration::from_millis(60);

/// What everybody may know of the rules in force.
pub(super) fn guide(state: &State) -> Guide {
    public::guide(state.profile, state.config.limits.file_bytes as u64)
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
    let leaves_at = Instant::now() + PACE;
    let access = Access::new(state, Actor::Public, Operation::PublicFollow, "receipt").within(info);
    let found = access
        .read(async |grant| {
            let db = state.db.read();
            let found = cases::by_receipt(grant, db, &state.keys.receipt_hash(code)).await?;
            let (case, reporter) = found.ok_or_else(unknown_code)?;
            let identity = cases::identity_resource(case.id, reporter);
            let opened = audit::count_openings(grant, db, &identity).await?;
            progress(&case, reporter, state.profile, opened).ok_or_else(unknown_code)
        })
        .await;
    sleep_until(leaves_at).await;
    found
}

fn unknown_code() -> Error {
    Error::with(
        ProblemCode::NotFound,
        "没有使用该查询码的举报，请与举报时得到的查询码核对",
        "No report has this receipt code; compare it with the one that you were given",
    )
}
