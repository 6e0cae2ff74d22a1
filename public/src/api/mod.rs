//! The server, as this app sees it: one function per operation, named as its operation id.
//!
//! With [`call`] the only place that knows addresses of the API. Not here: what is done with the answers.

mod call;
mod key;

pub(crate) use call::{Failure, now, own_time};
pub(crate) use key::random_key;

use anju_shared::{
    api::{
        deadlines::{Deadline, DeadlineBody, RegimePeriods},
        files::StoredFile,
        public::{Follow, Guide, Progress, ReportExplanation, ReporterWords},
        reports::{ReportBody, SubmissionReceipt},
        rules::RegimeList,
    },
    ids::FileId,
    json,
    problem::Language,
};
use call::{Body, Call};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;
use web_sys::{File, FormData, XmlHttpRequest};
use yew::Callback;

/// The rules as citizens need them: `GET /public/guide`.
pub(crate) async fn read_guide(language: Language) -> Result<Guide, Failure> {
    ask(language, "/public/guide", None, Body::Nothing).await
}

/// Reports: `POST /public/reports`. Under the same `key` it is entered once, however often it is sent.
pub(crate) async fn submit_public_report(
    language: Language,
    key: &str,
    body: &ReportBody,
) -> Result<SubmissionReceipt, Failure> {
    ask(language, "/public/reports", Some(key), written(body)?).await
}

/// How a report stands: `POST /public/follow`.
pub(crate) async fn follow_report(language: Language, receipt_code: String) -> Result<Progress, Failure> {
    ask(
        language,
        "/public/follow",
        None,
        written(&Follow { receipt_code })?,
    )
    .await
}

/// What words with a receipt code are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saying {
    /// 留言
    Message,
    /// 补充
    Supplement,
}

/// Sends words and files: `POST /public/messages` or `/public/supplement`. Under the same `key` they arrive once.
pub(crate) async fn say(
    language: Language,
    saying: Saying,
    key: &str,
    (receipt_code, text, files): (String, String, Vec<FileId>),
) -> Result<Progress, Failure> {
    let path = match saying {
        Saying::Message => "/public/messages",
        Saying::Supplement => "/public/supplement",
    };
    let words = ReporterWords {
        receipt_code,
        text,
        files,
    };
    ask(language, path, Some(key), written(&words)?).await
}

/// Takes a report back: `POST /public/withdraw`.
pub(crate) async fn withdraw_report(language: Language, receipt_code: String) -> Result<Progress, Failure> {
    ask(
        language,
        "/public/withdraw",
        None,
        written(&Follow { receipt_code })?,
    )
    .await
}

/// The regimes, and which of them is in force: `GET /regimes`.
pub(crate) async fn list_regimes(language: Language) -> Result<RegimeList, Failure> {
    ask(language, "/regimes", None, Body::Nothing).await
}

/// The periods of a regime: `GET /regimes/{regime}/periods`.
pub(crate) async fn list_regime_periods(language: Language, regime: &str) -> Result<RegimePeriods, Failure> {
    let path = format!("/regimes/{regime}/periods");
    ask(language, &path, None, Body::Nothing).await
}

/// When a period ends, and why then: `POST /deadlines`.
pub(crate) async fn calculate_deadline(language: Language, body: &DeadlineBody) -> Result<Deadline, Failure> {
    ask(language, "/deadlines", None, written(body)?).await
}

/// Why the period of a report ends when it does: `POST /public/explanation`.
pub(crate) async fn explain_report(
    language: Language,
    receipt_code: String,
) -> Result<ReportExplanation, Failure> {
    ask(
        language,
        "/public/explanation",
        None,
        written(&Follow { receipt_code })?,
    )
    .await
}

/// Stores a file: `POST /public/files`. Stopping `request` ends it.
pub(crate) async fn upload_public_file(
    language: Language,
    request: XmlHttpRequest,
    file: &File,
    tell: Callback<u32>,
) -> Result<StoredFile, Failure> {
    let form = form(file).map_err(|_| Failure::Unreadable)?;
    let call = Call {
        request,
        path: "/public/files",
        language,
        key: None,
        body: Body::Form(form, tell),
    };
    read(&call.send().await?)
}

fn form(file: &File) -> Result<FormData, JsValue> {
    let form = FormData::new()?;
    form.append_with_blob_and_filename("file", file, &file.name())?;
    Ok(form)
}

async fn ask<T: DeserializeOwned>(
    language: Language,
    path: &str,
    key: Option<&str>,
    body: Body,
) -> Result<T, Failure> {
    let request = XmlHttpRequest::new().map_err(|_| Failure::Offline)?;
    let call = Call {
        request,
        path,
        language,
        key,
        body,
    };
    read(&call.send().await?)
}

fn written(body: &impl Serialize) -> Result<Body, Failure> {
    serde_json::to_string(body)
        .map(Body::Json)
        .map_err(|_| Failure::Unreadable)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    json::read(text).ok_or(Failure::Unreadable)
}
