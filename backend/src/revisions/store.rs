//! Rows of revisions, of what was done to them, and of the walks through the cases.

mod runs;

pub(super) use runs::{
    Effects, Hold, Order, Purpose, advance, claim, effects, fail, finish, is_ordered, order, run,
};

use crate::{
    access::Grant,
    db::{Txn, is_duplicate},
    entity::{publication, revision, revision_step},
    error::{Error, Result},
};
use anju_shared::{
    access::ActorRef,
    api::revisions::{RevisionStep, RevisionSummary},
    ids::{RevisionId, UserId},
    problem::ProblemCode,
    revision::{RevisionAction, RevisionKind, RevisionState},
    time::{Instant, LegalDate},
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

/// A revision as it stands.
pub(super) struct Kept {
    pub(super) summary: RevisionSummary,
    /// What it says, as JSON.
    pub(super) content: String,
    pub(super) digest: Vec<u8>,
    /// Who wrote it as it stands, and who submitted it.
    pub(super) authors: Vec<UserId>,
}

/// What a draft says from now on.
pub(super) struct Written {
    pub(super) kind: RevisionKind,
    pub(super) name: String,
    pub(super) number: u32,
    pub(super) title: String,
    pub(super) in_force_from: LegalDate,
    pub(super) content: String,
    pub(super) digest: Vec<u8>,
}

/// Something that is done to a revision.
pub(super) struct Done<'a> {
    pub(super) action: RevisionAction,
    pub(super) by: &'a ActorRef,
    pub(super) at: Instant,
    pub(super) reasons: Option<&'a str>,
}

/// Adds a draft.
///
/// # Errors
/// 409 where another draft has this name and number.
pub(super) async fn insert(
    _: &Grant,
    txn: &Txn,
    id: RevisionId,
    written: &Written,
    done: &Done<'_>,
) -> Result<()> {
    let row = revision::ActiveModel {
        id: Set(id.0),
        state: Set(RevisionState::Draft.code().to_owned()),
        version: Set(1),
        created_at: Set(done.at.unix()),
        published_at: Set(None),
        ..columns(written)
    };
    match revision::Entity::insert(row).exec_without_returning(txn).await {
        Err(error) if is_duplicate(&error) => Err(taken(written)),
        Err(error) => Err(error.into()),
        Ok(_) => step(txn, id, 1, done).await,
    }
}

/// What a draft of this name would be numbered.
pub(super) async fn next_number(_: &Grant, txn: &Txn, kind: RevisionKind, name: &str) -> Result<u32> {
    use revision::Column as C;
    let last: Option<i32> = revision::Entity::find()
        .select_only()
        .column(C::Number)
        .filter(C::Kind.eq(kind.code()))
        .filter(C::Name.eq(name))
        .filter(C::State.ne(RevisionState::Discarded.code()))
        .order_by_desc(C::Number)
        .limit(1)
        .into_tuple()
        .one(txn)
        .await?;
    Ok(u32::try_from(last.unwrap_or_default()).unwrap_or_default() + 1)
}

/// Writes a draft anew, over the version that was read.
///
/// # Errors
/// 412 where somebody was faster, 409 where another draft has this name and number.
pub(super) async fn rewrite(
    _: &Grant,
    txn: &Txn,
    (id, version): (RevisionId, i64),
    written: &Written,
    done: &Done<'_>,
) -> Result<()> {
    let row = revision::ActiveModel {
        version: Set(version + 1),
        ..columns(written)
    };
    let changed = match update(txn, (id, version), row).await {
        Err(error) if is_duplicate(&error) => return Err(taken(written)),
        other => other?,
    };
    follow(txn, id, changed, done).await
}

/// Moves a revision on, over the version that was read.
///
/// # Errors
/// 412 where somebody was faster.
pub(super) async fn advance_state(
    _: &Grant,
    txn: &Txn,
    (id, version): (RevisionId, i64),
    state: RevisionState,
    done: &Done<'_>,
) -> Result<()> {
    let published = (state == RevisionState::Published).then(|| done.at.unix());
    let mut row = revision::ActiveModel {
        state: Set(state.code().to_owned()),
        version: Set(version + 1),
        ..Default::default()
    };
    if published.is_some() {
        row.published_at = Set(published);
    }
    let changed = update(txn, (id, version), row).await?;
    follow(txn, id, changed, done).await
}

async fn update(
    txn: &Txn,
    (id, version): (RevisionId, i64),
    row: revision::ActiveModel,
) -> std::result::Result<u64, sea_orm::DbErr> {
    let changed = revision::Entity::update_many()
        .set(row)
        .filter(revision::Column::Id.eq(id.0))
        .filter(revision::Column::Version.eq(version));
    Ok(changed.exec(txn).await?.rows_affected)
}

async fn follow(txn: &Txn, id: RevisionId, changed: u64, done: &Done<'_>) -> Result<()> {
    if changed != 1 {
        return Err(Error::of(ProblemCode::VersionMoved));
    }
    let so_far = revision_step::Entity::find()
        .filter(revision_step::Column::RevisionId.eq(id.0))
        .count(txn)
        .await?;
    step(txn, id, i32::try_from(so_far).unwrap_or(i32::MAX) + 1, done).await
}

async fn step(txn: &Txn, id: RevisionId, seq: i32, done: &Done<'_>) -> Result<()> {
    let name = match done.by {
        ActorRef::Staff { name, .. } => Some(name.clone()),
        _ => None,
    };
    let row = revision_step::ActiveModel {
        revision_id: Set(id.0),
        seq: Set(seq),
        action: Set(done.action.code().to_owned()),
        user_id: Set(done.by.user().map(|user| user.0)),
        name: Set(name),
        at: Set(done.at.unix()),
        reasons: Set(done.reasons.map(str::to_owned)),
    };
    revision_step::Entity::insert(row)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

fn columns(written: &Written) -> revision::ActiveModel {
    revision::ActiveModel {
        kind: Set(written.kind.code().to_owned()),
        name: Set(written.name.clone()),
        number: Set(i32::try_from(written.number).unwrap_or(i32::MAX)),
        title: Set(written.title.clone()),
        in_force_from: Set(written.in_force_from.number()),
        content: Set(written.content.clone()),
        digest: Set(written.digest.clone()),
        ..Default::default()
    }
}

fn taken(written: &Written) -> Error {
    let Written { name, number, .. } = written;
    Error::with(
        ProblemCode::Conflict,
        format!("{name} 的第 {number} 版已在修订中，请先发布或作废"),
        format!("Version {number} of {name} is being revised already: publish or discard that first"),
    )
}

/// All revisions, the latest first.
pub(super) async fn all(_: &Grant, db: &impl ConnectionTrait) -> Result<Vec<RevisionSummary>> {
    use revision::Column as C;
    let rows = revision::Entity::find()
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .all(db)
        .await?;
    let mut steps = revision_step::Entity::find()
        .order_by_asc(revision_step::Column::Seq)
        .all(db)
        .await?;
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        let own = steps.extract_if(.., |step| step.revision_id == row.id).collect();
        listed.push(kept(row, own)?.summary);
    }
    Ok(listed)
}

/// One of them.
pub(super) async fn find(_: &Grant, db: &impl ConnectionTrait, id: RevisionId) -> Result<Option<Kept>> {
    let Some(row) = revision::Entity::find_by_id(id.0).one(db).await? else {
        return Ok(None);
    };
    let steps = revision_step::Entity::find()
        .filter(revision_step::Column::RevisionId.eq(id.0))
        .order_by_asc(revision_step::Column::Seq)
        .all(db)
        .await?;
    kept(row, steps).map(Some)
}

/// What was published, in that order: what it says, with its id.
pub(super) async fn published(db: &impl ConnectionTrait) -> Result<Vec<(RevisionKind, String)>> {
    use revision::Column as C;
    let rows: Vec<(String, String)> = revision::Entity::find()
        .select_only()
        .columns([C::Kind, C::Content])
        .filter(in_force())
        .order_by_asc(C::PublishedAt)
        .order_by_asc(C::Id)
        .into_tuple()
        .all(db)
        .await?;
    let known = |(code, content): (String, String)| {
        let kind = RevisionKind::parse(&code).context("impossible row: of what a revision is")?;
        Ok((kind, content))
    };
    rows.into_iter().map(known).collect()
}

/// How often something was published: what tells servers that there is something new.
pub(super) async fn generation(db: &impl ConnectionTrait) -> Result<i64> {
    let count: Option<i64> = publication::Entity::find()
        .select_only()
        .column(publication::Column::Count)
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.context("impossible row: how often something was published")?)
}

/// Takes the turn to publish after what is known; false where something was published since.
pub(super) async fn take_turn(_: &Grant, txn: &Txn, known: i64) -> Result<bool> {
    let taken = publication::Entity::update_many()
        .col_expr(publication::Column::Count, Expr::value(known + 1))
        .filter(publication::Column::Count.eq(known))
        .exec(txn)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Revisions that were published until then and are to be applied from this day on.
pub(super) async fn to_apply(
    db: &impl ConnectionTrait,
    (until, today): (Instant, LegalDate),
) -> Result<Vec<RevisionId>> {
    use revision::Column as C;
    let due = C::InForceFrom
        .lte(today.number())
        .or(C::Kind.eq(RevisionKind::Calendar.code()));
    let ids: Vec<Uuid> = revision::Entity::find()
        .select_only()
        .column(C::Id)
        .filter(C::State.eq(RevisionState::Published.code()))
        .filter(C::PublishedAt.lte(until.unix()))
        .filter(due)
        .order_by_asc(C::PublishedAt)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(RevisionId).collect())
}

fn in_force() -> Expr {
    let states = [RevisionState::Published.code(), RevisionState::Applied.code()];
    revision::Column::State.is_in(states)
}

fn kept(row: revision::Model, steps: Vec<revision_step::Model>) -> Result<Kept> {
    let impossible = |what: &str| format!("impossible row: {what} of revision {}", row.id);
    let mut authors = Vec::new();
    let mut told = Vec::with_capacity(steps.len());
    for one in steps {
        let action = RevisionAction::parse(&one.action).with_context(|| impossible("a step"))?;
        let writes = matches!(
            action,
            RevisionAction::Draft | RevisionAction::Edit | RevisionAction::Submit
        );
        authors.extend(one.user_id.filter(|_| writes).map(UserId));
        told.push(RevisionStep {
            action,
            by: one.name,
            at: Instant::from_unix(one.at),
            reasons: one.reasons,
        });
    }
    Ok(Kept {
        summary: RevisionSummary {
            id: RevisionId(row.id),
            kind: RevisionKind::parse(&row.kind).with_context(|| impossible("the kind"))?,
            state: RevisionState::parse(&row.state).with_context(|| impossible("the state"))?,
            number: u32::try_from(row.number).with_context(|| impossible("the number"))?,
            name: row.name,
            title: row.title,
            in_force_from: LegalDate::from_number(row.in_force_from),
            version: row.version,
            steps: told,
        },
        content: row.content,
        digest: row.digest,
        authors,
    })
}
