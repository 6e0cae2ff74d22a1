//! What is done with messages: kept sealed, opened for whoever may read them, sent once however often.

use super::store::{self, NewWords};
use crate::{
    access::{Access, Grant},
    cases::service::{self as cases, Asked, Opened},
    confidential::{DataKey, HashKind, KeyedHash, SealedWords},
    db::Txn,
    error::{Error, Result},
    files::service as files,
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::messages::{AttachedFile, CaseMessage, CaseMessages},
    ids::{CaseId, FileId},
    problem::ProblemCode,
    text::Narrative,
    workflow::{Case, Command, Message, Said, Say},
};
use anyhow::Context as _;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Id and digest for words that parse; the procedure says what is wrong with others.
pub(crate) fn said(state: &State, say: &Say) -> Option<Said> {
    let words = Narrative::parse(&say.text).ok()?;
    Some(Said {
        id: state.ids.message(),
        digest: digest(state, words.as_str()),
    })
}

fn digest(state: &State, words: &str) -> String {
    hex::encode(state.keys.keyed_hash(HashKind::Message, words))
}

/// Keeps the words of a message that the procedure let pass, in the transaction that journals it.
pub(crate) async fn keep(
    grant: &Grant,
    (state, txn): (&State, &Txn),
    (case, data_key): (&Case, &DataKey),
    (say, once): (&Say, Option<&KeyedHash>),
) -> Result<()> {
    let message = case.messages.last().context("what was said is in no state")?;
    let words = Narrative::parse(&say.text).map_err(|_| anyhow::anyhow!("words passed that do not parse"))?;
    let new = NewWords {
        id: message.id,
        case: case.id,
        words: SealedWords::seal(words.as_str(), message.id, data_key, &*state.ids),
        key: once,
    };
    store::insert(grant, txn, &new).await
}

/// Those messages of a case that are chosen, with their words, oldest first.
pub(crate) async fn open(
    grant: &Grant,
    (state, db): (&State, &impl ConnectionTrait),
    opened: &Opened,
    chosen: impl Fn(&Message) -> bool,
) -> Result<Vec<CaseMessage>> {
    let chosen: Vec<&Message> = opened
        .case
        .messages
        .iter()
        .filter(|message| chosen(message))
        .collect();
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let key = opened.data_key(&state.keys)?;
    let words = store::of_case(grant, db, opened.case.id).await?;
    let named: Vec<FileId> = chosen
        .iter()
        .flat_map(|message| message.files.iter().copied())
        .collect();
    let files = files::attached(grant, db, opened.case.id, &named).await?;
    chosen
        .into_iter()
        .map(|message| {
            let sealed = words.get(&message.id).context("a message has no words")?;
            let text = sealed
                .open(message.id, &key)
                .context("sealed words do not open")?;
            Ok(told(message, text, &files))
        })
        .collect()
}

fn told(message: &Message, text: String, files: &HashMap<FileId, AttachedFile>) -> CaseMessage {
    CaseMessage {
        id: message.id,
        reporter: message.reporter,
        from: message.from,
        supplement: message.supplement,
        by: message.by.clone(),
        at: message.at,
        text,
        files: message
            .files
            .iter()
            .filter_map(|file| files.get(file).cloned())
            .collect(),
    }
}

/// The messages of a case that this caller may read.
pub(crate) async fn list(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    id: CaseId,
) -> Result<CaseMessages> {
    let resource = format!("case/{id}/messages");
    let access = Access::new(state, actor, Operation::ReadMessages, resource).within(info);
    access
        .read(async |grant| {
            let db = state.db.read();
            let opened = cases::reach(grant, db, id).await?;
            let messages = open(grant, (state, db), &opened, |message| {
                cases::may_read(grant.actor(), &opened.case, message)
            })
            .await?;
            Ok(CaseMessages { messages })
        })
        .await
}

/// What was sent, and whether it had been sent before.
pub(crate) struct Sent {
    pub(crate) case: Case,
    pub(crate) message: Message,
    pub(crate) replayed: bool,
}

/// Says something as this actor. With a key, saying it again does nothing and answers the same.
pub(crate) async fn send<'a>(
    state: &'a State,
    access: impl Fn() -> Access<'a>,
    (id, command): (CaseId, &Command),
    key: Option<&str>,
) -> Result<Sent> {
    let say = command.words().context("a command without words")?;
    let once = key.map(|key| {
        let named = format!("case/{id}/{} {key}", say.reporter);
        state.keys.keyed_hash(HashKind::IdempotencyKey, &named)
    });
    if let Some(once) = &once
        && let Some(sent) = before(state, access(), id, (command, once)).await?
    {
        return Ok(sent);
    }
    let asked = Asked {
        command,
        once: once.as_ref(),
    };
    match (cases::issue_now(state, &access, id, asked).await, &once) {
        (Ok(case), _) => {
            let message = case
                .messages
                .last()
                .context("what was said is in no state")?
                .clone();
            Ok(Sent {
                case,
                message,
                replayed: false,
            })
        }
        // The same request was under way at the same time.
        (Err(error), Some(once)) if error.code() == ProblemCode::Conflict => {
            before(state, access(), id, (command, once)).await?.ok_or(error)
        }
        (Err(error), _) => Err(error),
    }
}

/// The case, if this very thing was said with this key before.
async fn before(
    state: &State,
    access: Access<'_>,
    id: CaseId,
    (command, once): (&Command, &KeyedHash),
) -> Result<Option<Sent>> {
    access
        .read(async |grant| {
            let db = state.db.read();
            let Some((_, message)) = store::by_key(grant, db, once).await? else {
                return Ok(None);
            };
            let opened = cases::reach(grant, db, id).await?;
            let case = opened.case;
            let same = |one: &&Message| one.id == message && is_same(state, one, command);
            let message = case.messages.iter().find(same).ok_or_else(other_words)?.clone();
            Ok(Some(Sent {
                case,
                message,
                replayed: true,
            }))
        })
        .await
}

fn is_same(state: &State, message: &Message, command: &Command) -> bool {
    let same_words = |say: &Say| {
        let words = Narrative::parse(&say.text).ok();
        words.is_some_and(|words| digest(state, words.as_str()) == message.digest)
            && say.files == message.files
            && say.reporter == message.reporter
    };
    command.words().is_some_and(same_words) && matches!(command, Command::Supplement(_)) == message.supplement
}

fn other_words() -> Error {
    Error::with(
        ProblemCode::Conflict,
        "该 Idempotency-Key 已用于另一份内容；新的内容请使用新的键",
        "This Idempotency-Key was used with other words; use a new key for new ones",
    )
}
