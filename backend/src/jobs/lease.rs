//! Who may run a job: the server whose name stands in its row, until the time that stands there too.

use super::Job;
use crate::{db::Txn, entity::job_lease, error::Result, state::State};
use sea_orm::{
    EntityTrait as _, ExprTrait as _, Set,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

/// Seconds for which a job is taken, at least.
const SHORTEST: i64 = 60;

/// The claim of one server on one job.
pub(super) struct Lease {
    name: &'static str,
    holder: Uuid,
    seconds: i64,
    alone: bool,
    until: i64,
}

impl Lease {
    pub(super) fn of(job: &Job, holder: Uuid) -> Self {
        let twice = i64::try_from(job.every.as_secs()).unwrap_or(SHORTEST) * 2;
        Self {
            name: job.name,
            holder,
            seconds: Ord::max(twice, SHORTEST),
            alone: job.alone,
            until: 0,
        }
    }

    /// Whether the job is ours now. The row is only written when half of our time is over.
    pub(super) async fn hold(&mut self, state: &State) -> Result<bool> {
        let now = state.clock.now().unix();
        if !self.alone || now < self.until - self.seconds / 2 {
            return Ok(true);
        }
        let until = now + self.seconds;
        let held = state
            .db
            .write(async |txn| claim(txn, self.name, self.holder, now, until).await)
            .await?;
        self.until = if held { until } else { 0 };
        Ok(held)
    }
}

/// Takes the job if it is free, run out, or ours.
async fn claim(txn: &Txn, name: &str, holder: Uuid, now: i64, until: i64) -> Result<bool> {
    use job_lease::Column as C;
    let row = job_lease::ActiveModel {
        name: Set(name.to_owned()),
        holder: Set(holder.to_string()),
        until: Set(until),
    };
    let free = Expr::col((job_lease::Entity, C::Until)).lte(now);
    let ours = Expr::col((job_lease::Entity, C::Holder)).eq(holder.to_string());
    let conflict = OnConflict::column(C::Name)
        .update_columns([C::Holder, C::Until])
        .action_and_where(free.or(ours))
        .to_owned();
    let written = job_lease::Entity::insert(row)
        .on_conflict(conflict)
        .exec_without_returning(txn)
        .await?;
    Ok(written > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::DatabaseUrl, db::Db, error::Error};

    #[tokio::test]
    async fn of_two_servers_one_has_the_job_until_its_time_is_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}/test.sqlite", folder.path().display());
        let db = Db::connect(&DatabaseUrl::parse(&url).expect("a url"))
            .await
            .expect("a database");
        db.migrate().await.expect("the schema");
        let [first, second] = [1, 2].map(Uuid::from_u128);
        let claimed = async |holder, now: i64| {
            let held = db
                .write(async |txn| claim(txn, "sweep", holder, now, now + 60).await)
                .await;
            held.map_err(|error: Error| error.to_string()).expect("an answer")
        };
        assert!(claimed(first, 0).await);
        assert!(!claimed(second, 59).await, "it is the first one's");
        assert!(claimed(first, 59).await, "its holder may go on");
        assert!(claimed(second, 119).await, "its time is over");
        assert!(!claimed(first, 120).await);
    }
}
