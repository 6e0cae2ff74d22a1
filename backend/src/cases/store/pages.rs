//! Cases one page after the other, in the order of their ids, for whoever looks at all of them.

use super::{Stored, stored};
use crate::{access::Grant, entity::case_file, error::Result};
use anju_shared::{ids::CaseId, time::LegalDate, workflow::Stage};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

/// Which cases are looked at: the open ones, and those that were registered within these days.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walked {
    pub(crate) past: Option<(LegalDate, LegalDate)>,
}

impl Walked {
    fn condition(self) -> Condition {
        let open: Vec<&str> = Stage::ALL
            .iter()
            .filter(|stage| stage.is_open())
            .map(|stage| stage.code())
            .collect();
        let open = Condition::any().add(case_file::Column::Stage.is_in(open));
        match self.past {
            None => open,
            Some((from, until)) => {
                let registered = case_file::Column::RegisteredAt;
                let within = Condition::all()
                    .add(registered.gte(from.start().unix()))
                    .add(registered.lt(until.plus(1).start().unix()));
                open.add(within)
            }
        }
    }
}

/// How many they are.
pub(crate) async fn count_walked(_: &Grant, db: &impl ConnectionTrait, walked: Walked) -> Result<u64> {
    let counted = case_file::Entity::find().filter(walked.condition());
    Ok(counted.count(db).await?)
}

/// The states of so many of them after this case, as they are kept.
pub(crate) async fn walked(
    _: &Grant,
    db: &impl ConnectionTrait,
    walked: Walked,
    (after, most): (Option<CaseId>, u64),
) -> Result<Vec<(CaseId, String)>> {
    use case_file::Column as C;
    let rows: Vec<(Uuid, String)> = case_file::Entity::find()
        .select_only()
        .columns([C::Id, C::State])
        .filter(C::Id.gt(after.map_or(Uuid::nil(), |case| case.0)))
        .filter(walked.condition())
        .order_by_asc(C::Id)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, state)| (CaseId(id), state)).collect())
}

/// Cases by their ids, in the order of these.
pub(crate) async fn load_all(_: &[Grant], db: &impl ConnectionTrait, ids: &[CaseId]) -> Result<Vec<Stored>> {
    let rows = case_file::Entity::find()
        .filter(case_file::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(case_file::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(stored).collect()
}
