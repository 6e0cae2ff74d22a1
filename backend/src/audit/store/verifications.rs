//! Rows of verifications: how far each is and what it found.

use crate::{
    access::Grant,
    audit::verify::Progress,
    db::{Txn, is_duplicate},
    entity::verification,
    error::{Error, Result},
};
use anju_shared::{
    api::audit::{Verification, VerificationState},
    problem::ProblemCode,
    time::Instant,
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

/// How many of the last ones are shown.
const SHOWN: u64 = 10;
/// Seconds after which a verification that says nothing is taken for dead: its server stopped.
const DEAD: i64 = 60;

/// Begins one.
///
/// # Errors
/// 409 while another is at work.
pub(in crate::audit) async fn begin(
    _: &Grant,
    txn: &Txn,
    id: Uuid,
    (by, now): (&str, Instant),
) -> Result<()> {
    use verification::Column as V;
    verification::Entity::update_many()
        .col_expr(V::State, Expr::value(VerificationState::Failed.code()))
        .col_expr(V::EndedAt, Expr::value(now.unix()))
        .filter(V::State.eq(VerificationState::Running.code()))
        .filter(V::SeenAt.lt(now.plus(-DEAD).unix()))
        .exec(txn)
        .await?;
    let row = verification::ActiveModel {
        id: Set(id),
        begun_at: Set(now.unix()),
        begun_by: Set(by.to_owned()),
        state: Set(VerificationState::Running.code().to_owned()),
        checked: Set(0),
        total: Set(0),
        faults: Set(0),
        first_fault: Set(None),
        seen_at: Set(now.unix()),
        ended_at: Set(None),
    };
    match verification::Entity::insert(row)
        .exec_without_returning(txn)
        .await
    {
        Err(error) if is_duplicate(&error) => Err(Error::with(
            ProblemCode::Conflict,
            "已有一次核验正在进行，请等待其完成",
            "A verification is at work already: wait for it",
        )),
        other => Ok(other.map(drop)?),
    }
}

/// Says how far one is, or that it ended.
pub(in crate::audit) async fn tell(
    txn: &Txn,
    id: Uuid,
    (state, now): (VerificationState, Instant),
    progress: &Progress,
    faults: &[String],
) -> Result<()> {
    use verification::Column as V;
    let ended = (state != VerificationState::Running).then_some(now.unix());
    let (checked, total) = progress.told();
    verification::Entity::update_many()
        .col_expr(V::State, Expr::value(state.code()))
        .col_expr(V::Checked, Expr::value(checked))
        .col_expr(V::Total, Expr::value(total))
        .col_expr(
            V::Faults,
            Expr::value(i64::try_from(faults.len()).unwrap_or(i64::MAX)),
        )
        .col_expr(V::FirstFault, Expr::value(faults.first().cloned()))
        .col_expr(V::SeenAt, Expr::value(now.unix()))
        .col_expr(V::EndedAt, Expr::value(ended))
        .filter(V::Id.eq(id))
        .exec(txn)
        .await?;
    Ok(())
}

/// The last ones, the latest first.
pub(in crate::audit) async fn last(
    _: &Grant,
    db: &impl ConnectionTrait,
    now: Instant,
) -> Result<Vec<Verification>> {
    use verification::Column as V;
    let rows = verification::Entity::find()
        .order_by_desc(V::BegunAt)
        .order_by_desc(V::Id);
    let rows = rows.limit(SHOWN).all(db).await?;
    rows.into_iter().map(|row| parse(row, now)).collect()
}

/// One of them.
pub(in crate::audit) async fn one(
    _: &Grant,
    db: &impl ConnectionTrait,
    id: Uuid,
    now: Instant,
) -> Result<Option<Verification>> {
    let row = verification::Entity::find_by_id(id).one(db).await?;
    row.map(|row| parse(row, now)).transpose()
}

fn parse(row: verification::Model, now: Instant) -> Result<Verification> {
    let said = VerificationState::parse(&row.state);
    let said = said.with_context(|| format!("impossible row: verification {} is in no state", row.id))?;
    let is_dead = said == VerificationState::Running && row.seen_at < now.plus(-DEAD).unix();
    Ok(Verification {
        id: row.id,
        state: if is_dead { VerificationState::Failed } else { said },
        begun_by: row.begun_by,
        begun_at: Instant::from_unix(row.begun_at),
        ended_at: row.ended_at.map(Instant::from_unix),
        checked: row.checked,
        total: row.total,
        faults: row.faults,
        first_fault: row.first_fault,
    })
}
