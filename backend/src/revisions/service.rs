//! What is done with revisions, step by step on their way. What may be done is said by `anju_shared::revision`.

use super::{
    content::{Content, Examined},
    publication, store,
    store::{Done, Kept, Purpose, Written},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    db::Txn,
    error::{Error, Result},
    http::{IfMatch, RequestInfo},
    law::Known,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::revisions::{
        EffectFilter, EffectPage, MOST_EFFECTS, NewRevision, RevisionBody, RevisionDetail, RevisionList,
        RevisionOffer, RevisionRun, RunState, SimulationBody,
    },
    ids::RevisionId,
    problem::{Bilingual, ProblemCode, Violation},
    revision::{CLAUSE, RevisionAction, RevisionKind, RevisionRefusal, RevisionState, Standing, permit},
    rules::Layer,
    text::Narrative,
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::ConnectionTrait;
use serde_json::Value;

/// Rows of a page of effects, where nobody said how many.
const EFFECTS: u32 = 50;

fn access<'a>(
    state: &'a State,
    actor: Actor,
    operation: Operation,
    (id, info): (Option<RevisionId>, &RequestInfo),
) -> Access<'a> {
    let resource = id.map_or_else(|| "revisions".to_owned(), |id| format!("revision/{id}"));
    Access::new(state, actor, operation, resource).within(info)
}

/// All revisions, the latest first.
pub(super) async fn list(state: &State, info: &RequestInfo, actor: Actor) -> Result<RevisionList> {
    let access = access(state, actor, Operation::ReadRevisions, (None, info));
    let listed = async |grant: &Grant| {
        Ok(RevisionList {
            revisions: store::all(grant, state.db.read()).await?,
        })
    };
    access.read(listed).await
}

/// One of them, with everything that belongs to it.
pub(super) async fn read(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    id: RevisionId,
) -> Result<RevisionDetail> {
    let access = access(state, actor, Operation::ReadRevisions, (Some(id), info));
    let found = async |grant: &Grant| {
        let kept = find(grant, state.db.read(), id).await?;
        detail(grant, state, state.db.read(), kept).await
    };
    access.read(found).await
}

/// Begins a draft.
pub(super) async fn draft(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    new: &NewRevision,
) -> Result<RevisionDetail> {
    let id = state.ids.revision();
    let access = access(state, actor, Operation::DraftRevision, (Some(id), info));
    access.admit().await?;
    let content = match begun(state, new) {
        Ok(content) => content,
        Err(error) => return access.refuse(error).await,
    };
    let drafted = async |grant: &Grant, txn: &Txn| {
        let number = match &content {
            Content::Layer(layer) => layer.version,
            Content::Calendar(_) => store::next_number(grant, txn, content.kind(), &content.name()).await?,
        };
        let by = grant.actor().reference();
        let done = Done {
            action: RevisionAction::Draft,
            by: &by,
            at: state.clock.now(),
            reasons: None,
        };
        store::insert(grant, txn, id, &written(&content, number)?, &done).await?;
        let kept = find(grant, txn, id).await?;
        Ok((detail(grant, state, txn, kept).await?, Place::of_new(id.0)))
    };
    access.change(drafted).await
}

/// What a draft says at first.
fn begun(state: &State, new: &NewRevision) -> Result<Content> {
    match new {
        NewRevision::Calendar { arrangement } => Content::parse(RevisionKind::Calendar, arrangement),
        NewRevision::Layer { copy_of, id } => {
            let regimes = &state.law.known().regimes;
            let newest = |id: &str| regimes.newest(id).map(|one| one.profile.version);
            let original = newest(copy_of).and_then(|version| regimes.layer(copy_of, version));
            let original = original.ok_or_else(|| {
                let known = regimes.ids().join("、");
                invalid(
                    "copy_of",
                    "unknown",
                    &format!("没有这个规则集，现有 {known}"),
                    &format!("There is no such regime; there are {known}"),
                )
            })?;
            let mut layer: Layer = original.clone();
            layer.version = original.version + 1;
            layer.in_force_from = state.clock.now().local_date().plus(1);
            layer.in_force_until = None;
            if let Some(id) = id.as_deref().filter(|id| id != copy_of) {
                layer.id = further(id, newest(id).is_some())?;
                layer.version = 1;
            }
            Ok(Content::Layer(Box::new(layer)))
        }
    }
}

/// The id of a further authority.
fn further(id: &str, taken: bool) -> Result<String> {
    let fits = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    if id.is_empty() || id.len() > 20 || !id.chars().all(fits) {
        return Err(invalid(
            "id",
            "wrong_form",
            "应为 1 至 20 个大写字母或数字",
            "1 to 20 capital letters or digits",
        ));
    }
    match taken {
        true => Err(invalid(
            "id",
            "taken",
            "已有这个规则集，请用新的代码",
            "There is such a regime already: take another id",
        )),
        false => Ok(id.to_owned()),
    }
}

fn invalid(field: &str, code: &'static str, zh: &str, en: &str) -> Error {
    Error::Invalid(vec![Violation::new(field, code, Bilingual::new(zh, en))])
}

/// Writes a draft anew.
pub(super) async fn edit(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read): (RevisionId, IfMatch),
    body: &RevisionBody,
) -> Result<RevisionDetail> {
    let written = async |grant: &Grant, txn: &Txn, kept: &Kept| {
        let content = Content::parse(kept.summary.kind, &body.content)?;
        same_name(&content, kept)?;
        let by = grant.actor().reference();
        let done = Done {
            action: RevisionAction::Edit,
            by: &by,
            at: state.clock.now(),
            reasons: None,
        };
        let written = written(&content, kept.summary.number)?;
        store::rewrite(grant, txn, (id, read.0), &written, &done).await
    };
    go(state, info, actor, (id, read, RevisionAction::Edit), written).await
}

/// A draft keeps its name and its version: they are what it was begun for.
fn same_name(content: &Content, kept: &Kept) -> Result<()> {
    let mut wrong = Vec::new();
    let mut keep = |field: &str, was: String| {
        let message = Bilingual::new(
            format!("不能改动，应为 {was}"),
            format!("Cannot be changed: {was}"),
        );
        wrong.push(Violation::new(field, "fixed", message));
    };
    if content.name() != kept.summary.name {
        let field = match content.kind() {
            RevisionKind::Layer => "content.id",
            RevisionKind::Calendar => "content.year",
        };
        keep(field, kept.summary.name.clone());
    }
    if let Content::Layer(layer) = content
        && layer.version != kept.summary.number
    {
        keep("content.version", kept.summary.number.to_string());
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Error::Invalid(wrong)),
    }
}

fn written(content: &Content, number: u32) -> Result<Written> {
    let text = content.to_value()?.to_string();
    Ok(Written {
        kind: content.kind(),
        name: content.name(),
        number,
        title: content.title(),
        in_force_from: content.in_force_from(),
        digest: Content::digest(&text),
        content: text,
    })
}

/// Orders a simulation of what a draft says now.
pub(super) async fn simulate(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read): (RevisionId, IfMatch),
    past: SimulationBody,
) -> Result<RevisionDetail> {
    let ordered = async |grant: &Grant, txn: &Txn, kept: &Kept| {
        if past.from.is_none() != past.until.is_none() || past.from > past.until {
            return Err(invalid(
                "until",
                "out_of_range",
                "往期须同时写明起止日期，且起始不晚于截止",
                "A past period has a first and a last day, in this order",
            ));
        }
        let what = (kept.digest.as_slice(), past);
        store::order(grant, txn, (id, Purpose::Simulate), what, state.clock.now()).await
    };
    go(state, info, actor, (id, read, RevisionAction::Simulate), ordered).await
}

/// Hands a draft in, sends it back, publishes it or gives it up.
pub(super) async fn advance(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read, action): (RevisionId, IfMatch, RevisionAction),
    reasons: Option<&str>,
) -> Result<RevisionDetail> {
    let reasons = reasons.map(Narrative::parse).transpose();
    let reasons = reasons.map_err(|fault| Error::Invalid(vec![Violation::of("reasons", fault)]))?;
    let moved = async |grant: &Grant, txn: &Txn, kept: &Kept| {
        let to = match action {
            RevisionAction::Submit => RevisionState::Submitted,
            RevisionAction::Return => RevisionState::Draft,
            RevisionAction::Publish => RevisionState::Published,
            _ => RevisionState::Discarded,
        };
        if to == RevisionState::Published
            && !store::take_turn(grant, txn, state.law.known().generation).await?
        {
            return Err(Error::with(
                ProblemCode::Conflict,
                "另一项修订刚刚发布，请核对后再发布",
                "Another revision was published just now: look at it, then publish this one",
            ));
        }
        let by = grant.actor().reference();
        let done = Done {
            action,
            by: &by,
            at: state.clock.now(),
            reasons: reasons.as_ref().map(Narrative::as_str),
        };
        store::advance_state(grant, txn, (id, kept.summary.version), to, &done).await
    };
    let detail = go(state, info, actor, (id, read, action), moved).await?;
    if action == RevisionAction::Publish {
        publication::take_up(state).await?;
    }
    Ok(detail)
}

/// One step of a revision: permitted, done over the version that was read, answered with what it has come to.
async fn go(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read, action): (RevisionId, IfMatch, RevisionAction),
    work: impl AsyncFn(&Grant, &Txn, &Kept) -> Result<()>,
) -> Result<RevisionDetail> {
    let operation = match action {
        RevisionAction::Publish | RevisionAction::Return => Operation::PublishRevision,
        _ => Operation::DraftRevision,
    };
    let access = access(state, actor, operation, (Some(id), info)).because(action.code());
    let done = async |grant: &Grant, txn: &Txn| {
        let kept = find(grant, txn, id).await?;
        read.require(kept.summary.version)?;
        let (standing, ..) = stand(grant, state, txn, &kept).await?;
        permit(grant.actor(), action, &standing).map_err(|refusal| refused(state, &refusal))?;
        work(grant, txn, &kept).await?;
        let kept = find(grant, txn, id).await?;
        let detail = detail(grant, state, txn, kept).await?;
        Ok((detail, Place::of_new(state.ids.uuid())))
    };
    access.change(done).await
}

fn refused(state: &State, refusal: &RevisionRefusal) -> Error {
    let regime = state.law.regime(state.clock.now().local_date());
    let clause = match regime.citations.contains_key(refusal.clause()) {
        true => refusal.clause(),
        false => CLAUSE,
    };
    Error::Refused {
        code: refusal.code().to_owned(),
        detail: refusal.message(),
        basis: Some(Box::new(regime.basis(clause))),
        by_role: matches!(refusal, RevisionRefusal::NotForYou | RevisionRefusal::SamePerson),
    }
}

/// What a revision would do, case by case, as far as the caller knows of the cases.
pub(super) async fn effects(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, filter): (RevisionId, &EffectFilter),
) -> Result<EffectPage> {
    let access = access(state, actor, Operation::ReadRevisionEffects, (Some(id), info));
    let found = async |grant: &Grant| {
        find(grant, state.db.read(), id).await?;
        let limit = filter.limit.unwrap_or(EFFECTS);
        if !(1..=MOST_EFFECTS).contains(&limit) {
            let (zh, en) = (
                format!("应为 1 至 {MOST_EFFECTS}"),
                format!("1 to {MOST_EFFECTS}"),
            );
            return Err(invalid("limit", "out_of_range", &zh, &en));
        }
        let mut rows = store::effects(grant, state.db.read(), id, (filter, limit)).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        Ok(EffectPage {
            next: rows.last().filter(|_| more).map(|(seq, _)| *seq),
            items: rows.into_iter().map(|(_, effect)| effect).collect(),
        })
    };
    access.read(found).await
}

/// A layer as a file: its name and its text.
pub(super) async fn file(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    id: RevisionId,
) -> Result<(String, String)> {
    let access = access(state, actor, Operation::ReadRevisions, (Some(id), info));
    let found = async |grant: &Grant| {
        let kept = find(grant, state.db.read(), id).await?;
        let name = format!("{}-{}", kept.summary.name.replace('/', "-"), kept.summary.number);
        match content(&kept)? {
            Content::Layer(layer) => {
                let text = layer.to_toml().context("a layer cannot be written as a file")?;
                Ok((format!("{name}.toml"), text))
            }
            Content::Calendar(_) => Ok((format!("{name}.json"), kept.content)),
        }
    };
    access.read(found).await
}

async fn find(grant: &Grant, db: &impl ConnectionTrait, id: RevisionId) -> Result<Kept> {
    store::find(grant, db, id).await?.ok_or_else(Error::not_found)
}

pub(super) fn content(kept: &Kept) -> Result<Content> {
    let value: Value = serde_json::from_str(&kept.content).context("impossible row: a revision")?;
    Content::parse(kept.summary.kind, &value)
}

/// How it stands, what was found in it, and its simulation: read once, since it may end meanwhile and would then be told as
/// done beside actions that still wait for it. What is published is part of the law already: only what it changed is told.
async fn stand(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    kept: &Kept,
) -> Result<(Standing, Examined, Option<RevisionRun>)> {
    let now: Instant = state.clock.now();
    let on_its_way = matches!(
        kept.summary.state,
        RevisionState::Draft | RevisionState::Submitted
    );
    let known: &Known = state.law.known();
    let examined = match on_its_way {
        true => content(kept)?.examine(known, now.local_date()),
        false if kept.summary.state == RevisionState::Discarded => Examined::nothing(),
        false => content(kept)?.changed(known),
    };
    let run = store::run(grant, db, (kept.summary.id, Purpose::Simulate), &kept.digest).await?;
    let simulated = |run: &RevisionRun| run.current && run.state == RunState::Done;
    let standing = Standing {
        state: kept.summary.state,
        kind: kept.summary.kind,
        faults: examined.faults.len(),
        simulated: run.as_ref().is_some_and(simulated),
        in_force_from: kept.summary.in_force_from,
        authors: kept.authors.clone(),
        today: now.local_date(),
    };
    Ok((standing, examined, run))
}

async fn detail(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    kept: Kept,
) -> Result<RevisionDetail> {
    let (standing, examined, simulation) = stand(grant, state, db, &kept).await?;
    let offer = |action: &RevisionAction| RevisionOffer {
        action: *action,
        refused: permit(grant.actor(), *action, &standing)
            .err()
            .map(|refusal| refusal.message()),
    };
    let offered = RevisionAction::ALL
        .iter()
        .filter(|action| !matches!(action, RevisionAction::Draft | RevisionAction::Apply));
    let content = content(&kept)?;
    let inherited = match &content {
        Content::Layer(layer) => state.law.known().regimes.below(layer),
        Content::Calendar(_) => None,
    };
    let inherited = inherited.map(serde_json::to_value).transpose();
    let id = kept.summary.id;
    Ok(RevisionDetail {
        content: content.to_value()?,
        inherited: inherited.map_err(anyhow::Error::from)?,
        faults: examined.faults,
        doubts: examined.doubts,
        changes: examined.changes,
        simulation,
        application: store::run(grant, db, (id, Purpose::Apply), &kept.digest).await?,
        actions: offered.map(offer).collect(),
        revision: kept.summary,
    })
}
