//! Rows of walks through the cases. Whoever walks holds the row for a while and says so with every page; a server that does
//! not is taken to be gone, and another goes on from the place that was reached.

use crate::{
    access::Grant,
    db::Txn,
    entity::{
        revision_effect::{self, Column as E},
        revision_run::{self, Column as C},
    },
    error::Result,
};
use anju_shared::{
    access::CaseScope,
    api::revisions::{
        EffectFilter, EffectGroup, RevisionEffect, RevisionFigures, RevisionRun, RunState, SimulationBody,
    },
    ids::{CaseId, RevisionId},
    revision::Shift,
    rules::ClockKind,
    time::{Instant, LegalDate},
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// For what somebody walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::revisions) enum Purpose {
    /// To see what would change.
    Simulate,
    /// To change it.
    Apply,
}

impl Purpose {
    /// As it stands in the database.
    pub(in crate::revisions) const fn code(self) -> &'static str {
        match self {
            Self::Simulate => "simulate",
            Self::Apply => "apply",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        [Self::Simulate, Self::Apply]
            .into_iter()
            .find(|one| one.code() == code)
    }
}

/// A walk that a server has to go on with.
#[derive(Clone, Debug)]
pub(in crate::revisions) struct Order {
    pub(in crate::revisions) revision: RevisionId,
    pub(in crate::revisions) purpose: Purpose,
    pub(in crate::revisions) digest: Vec<u8>,
    pub(in crate::revisions) past: SimulationBody,
    /// The last case that was looked at.
    pub(in crate::revisions) place: Option<CaseId>,
    pub(in crate::revisions) done: u64,
    pub(in crate::revisions) total: u64,
    pub(in crate::revisions) figures: RevisionFigures,
    pub(in crate::revisions) attempts: i32,
}

/// A claim on a walk: by which server, until when.
#[derive(Clone, Copy)]
pub(in crate::revisions) struct Hold {
    pub(in crate::revisions) holder: Uuid,
    pub(in crate::revisions) until: Instant,
}

/// Orders a walk, in place of what one for the same found before.
pub(in crate::revisions) async fn order(
    _: &Grant,
    txn: &Txn,
    (revision, purpose): (RevisionId, Purpose),
    (digest, past): (&[u8], SimulationBody),
    at: Instant,
) -> Result<()> {
    revision_effect::Entity::delete_many()
        .filter(E::RevisionId.eq(revision.0))
        .exec(txn)
        .await?;
    let day = |day: Option<LegalDate>| Set(day.map(LegalDate::number));
    let row = revision_run::ActiveModel {
        revision_id: Set(revision.0),
        purpose: Set(purpose.code().to_owned()),
        state: Set(RunState::Queued.code().to_owned()),
        digest: Set(digest.to_vec()),
        past_from: day(past.from),
        past_until: day(past.until),
        attempts: Set(0),
        holder: Set(None),
        held_until: Set(None),
        place: Set(None),
        done: Set(0),
        total: Set(0),
        figures: Set(json(&RevisionFigures::default())?),
        asked_at: Set(at.unix()),
    };
    let anew = OnConflict::columns([C::RevisionId, C::Purpose])
        .update_columns([
            C::State,
            C::Digest,
            C::PastFrom,
            C::PastUntil,
            C::Attempts,
            C::Holder,
            C::HeldUntil,
            C::Place,
            C::Done,
            C::Total,
            C::Figures,
            C::AskedAt,
        ])
        .to_owned();
    revision_run::Entity::insert(row)
        .on_conflict(anew)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Whether the application of a revision was ordered.
pub(in crate::revisions) async fn is_ordered(
    db: &impl ConnectionTrait,
    revision: RevisionId,
) -> Result<bool> {
    let key = (revision.0, Purpose::Apply.code().to_owned());
    Ok(revision_run::Entity::find_by_id(key).one(db).await?.is_some())
}

/// How far a walk is; `digest` is that of what the revision says now.
pub(in crate::revisions) async fn run(
    _: &Grant,
    db: &impl ConnectionTrait,
    (revision, purpose): (RevisionId, Purpose),
    digest: &[u8],
) -> Result<Option<RevisionRun>> {
    let row = revision_run::Entity::find_by_id((revision.0, purpose.code().to_owned()));
    let Some(row) = row.one(db).await? else {
        return Ok(None);
    };
    let day = |number: Option<i32>| number.map(LegalDate::from_number);
    Ok(Some(RevisionRun {
        state: RunState::parse(&row.state).context("impossible row: the state of a walk")?,
        done: number(row.done),
        total: number(row.total),
        asked_at: Instant::from_unix(row.asked_at),
        past: SimulationBody {
            from: day(row.past_from),
            until: day(row.past_until),
        },
        current: row.digest == digest,
        figures: parse(&row.figures)?,
    }))
}

/// Takes the walk that waits longest, or whose server is gone.
pub(in crate::revisions) async fn claim(txn: &Txn, now: Instant, hold: Hold) -> Result<Option<Order>> {
    let free = || {
        let abandoned = Condition::all()
            .add(C::State.eq(RunState::Running.code()))
            .add(C::HeldUntil.lte(now.unix()));
        Condition::any()
            .add(C::State.eq(RunState::Queued.code()))
            .add(abandoned)
    };
    let waiting = revision_run::Entity::find()
        .filter(free())
        .order_by_asc(C::AskedAt)
        .one(txn)
        .await?;
    let Some(row) = waiting else { return Ok(None) };
    let taken = revision_run::Entity::update_many()
        .set(revision_run::ActiveModel {
            state: Set(RunState::Running.code().to_owned()),
            ..held(hold)
        })
        .col_expr(C::Attempts, Expr::col(C::Attempts).add(1))
        .filter(C::RevisionId.eq(row.revision_id))
        .filter(C::Purpose.eq(row.purpose.clone()))
        .filter(free())
        .exec(txn)
        .await?;
    match taken.rows_affected {
        0 => Ok(None),
        _ => claimed(row).map(Some),
    }
}

/// Says how far a walk is; false if it is no longer this server's, or was ordered anew.
pub(in crate::revisions) async fn advance(txn: &Txn, order: &Order, hold: Hold) -> Result<bool> {
    let row = revision_run::ActiveModel {
        place: Set(order.place.map(|case| case.0)),
        done: Set(signed(order.done)),
        total: Set(signed(order.total)),
        figures: Set(json(&order.figures)?),
        ..held(hold)
    };
    update(txn, order, hold, row).await
}

/// The walk has come to its end; false as in [`advance`].
pub(in crate::revisions) async fn finish(txn: &Txn, order: &Order, hold: Hold) -> Result<bool> {
    end(txn, order, hold, RunState::Done).await
}

/// The walk cannot be done.
pub(in crate::revisions) async fn fail(txn: &Txn, order: &Order, hold: Hold) -> Result<bool> {
    end(txn, order, hold, RunState::Failed).await
}

async fn end(txn: &Txn, order: &Order, hold: Hold, state: RunState) -> Result<bool> {
    let row = revision_run::ActiveModel {
        state: Set(state.code().to_owned()),
        holder: Set(None),
        held_until: Set(None),
        ..Default::default()
    };
    update(txn, order, hold, row).await
}

async fn update(txn: &Txn, order: &Order, hold: Hold, row: revision_run::ActiveModel) -> Result<bool> {
    let done = revision_run::Entity::update_many()
        .set(row)
        .filter(C::RevisionId.eq(order.revision.0))
        .filter(C::Purpose.eq(order.purpose.code()))
        .filter(C::State.eq(RunState::Running.code()))
        .filter(C::Holder.eq(hold.holder.to_string()))
        .exec(txn)
        .await?;
    Ok(done.rows_affected > 0)
}

fn held(hold: Hold) -> revision_run::ActiveModel {
    revision_run::ActiveModel {
        holder: Set(Some(hold.holder.to_string())),
        held_until: Set(Some(hold.until.unix())),
        ..Default::default()
    }
}

fn claimed(row: revision_run::Model) -> Result<Order> {
    let day = |number: Option<i32>| number.map(LegalDate::from_number);
    Ok(Order {
        revision: RevisionId(row.revision_id),
        purpose: Purpose::parse(&row.purpose).context("impossible row: the purpose of a walk")?,
        digest: row.digest,
        past: SimulationBody {
            from: day(row.past_from),
            until: day(row.past_until),
        },
        place: row.place.map(CaseId),
        done: number(row.done),
        total: number(row.total),
        figures: parse(&row.figures)?,
        attempts: row.attempts + 1,
    })
}

/// Effects that a page of cases was found to have, with the number of the first and the region of each.
pub(in crate::revisions) struct Effects {
    pub(in crate::revisions) first: u64,
    pub(in crate::revisions) found: Vec<(RevisionEffect, String)>,
}

impl Effects {
    /// Writes them down.
    pub(in crate::revisions) async fn keep(&self, txn: &Txn, revision: RevisionId) -> Result<()> {
        // An engine takes so many values in one statement.
        const AT_ONCE: usize = 500;
        let mut seq = signed(self.first);
        for part in self.found.chunks(AT_ONCE) {
            let mut rows = Vec::with_capacity(part.len());
            for (effect, region) in part {
                rows.push(revision_effect::ActiveModel {
                    revision_id: Set(revision.0),
                    seq: Set(seq),
                    case_id: Set(effect.case.0),
                    number: Set(effect.number.clone()),
                    region: Set(region.clone()),
                    clock: Set(effect.clock.code().to_owned()),
                    round: Set(i32::try_from(effect.round).unwrap_or(i32::MAX)),
                    grouped: Set(effect.group.code().to_owned()),
                    shift: Set(effect.shift.code().to_owned()),
                    before: Set(json(&effect.before)?),
                    after: Set(json(&effect.after)?),
                });
                seq += 1;
            }
            revision_effect::Entity::insert_many(rows)
                .exec_without_returning(txn)
                .await?;
        }
        Ok(())
    }
}

/// A page of effects on cases that the grant reaches, and one row more if there are more.
pub(in crate::revisions) async fn effects(
    grant: &Grant,
    db: &impl ConnectionTrait,
    revision: RevisionId,
    (filter, limit): (&EffectFilter, u32),
) -> Result<Vec<(i64, RevisionEffect)>> {
    let CaseScope::Region(region) = grant.scope() else {
        return Ok(Vec::new());
    };
    let mut query = revision_effect::Entity::find()
        .filter(E::RevisionId.eq(revision.0))
        .filter(E::Region.eq("").or(E::Region.starts_with(region)))
        .order_by_asc(E::Seq)
        .limit(u64::from(limit) + 1);
    if let Some(group) = filter.group {
        query = query.filter(E::Grouped.eq(group.code()));
    }
    if let Some(shift) = filter.shift {
        query = query.filter(E::Shift.eq(shift.code()));
    }
    if let Some(after) = filter.after {
        query = query.filter(E::Seq.gt(after));
    }
    query.all(db).await?.into_iter().map(effect).collect()
}

fn effect(row: revision_effect::Model) -> Result<(i64, RevisionEffect)> {
    let impossible = || format!("impossible row: effect {} of a revision", row.seq);
    let effect = RevisionEffect {
        case: CaseId(row.case_id),
        clock: ClockKind::parse(&row.clock).with_context(impossible)?,
        round: u32::try_from(row.round).with_context(impossible)?,
        group: EffectGroup::parse(&row.grouped).with_context(impossible)?,
        shift: Shift::parse(&row.shift).with_context(impossible)?,
        before: parse(&row.before)?,
        after: parse(&row.after)?,
        number: row.number,
    };
    Ok((row.seq, effect))
}

fn number(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn json(value: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(anyhow::Error::from)?)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(text).context("impossible row: a walk does not parse")?)
}
