//! Numbers of cases: counted for each division and day, without gap or double. Part of this feature's store.

use crate::{access::Grant, db::Inserts, entity::case_number, error::Result};
use anju_shared::time::LegalDate;
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait, ExprTrait,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeMap;

/// The next numbers of this division, one for each of these days of entry, without gap or double: the row of a
/// day stays locked until the transaction ends, and an undone transaction gives its numbers back.
pub(crate) async fn draw_numbers(
    _: &[&Grant],
    db: &impl ConnectionTrait,
    division: &str,
    days: &[LegalDate],
) -> Result<Vec<String>> {
    let mut wanted: BTreeMap<LegalDate, i64> = BTreeMap::new();
    for day in days {
        *wanted.entry(*day).or_default() += 1;
    }
    // In the order of the days, so that no two transactions wait for each other.
    let mut next = BTreeMap::new();
    for (day, count) in wanted {
        let last = draw(db, division, day_number(day), count).await?;
        next.insert(day, last - count + 1..);
    }
    let numbers = days.iter().map(|day| {
        let count = next
            .get_mut(day)
            .and_then(Iterator::next)
            .context("every day was drawn for")?;
        Ok(number(division, day_number(*day), count))
    });
    numbers.collect()
}

/// Moves the counter of a day on and answers where it stands.
async fn draw(db: &impl ConnectionTrait, division: &str, day: i32, count: i64) -> Result<i64> {
    let next = Expr::col((case_number::Entity, case_number::Column::Last)).add(count);
    let conflict = counter().value(case_number::Column::Last, next).to_owned();
    let row = case_number::ActiveModel {
        division: Set(division.to_owned()),
        day: Set(day),
        last: Set(count),
    };
    let drawn = case_number::Entity::insert(row)
        .on_conflict(conflict)
        .exec_with_returning(db)
        .await?;
    Ok(drawn.last)
}

/// Where the numbers of a day stand, as far as somebody knows who does not hold the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    day: i32,
    last: i64,
}

impl Stand {
    /// After this number was given out.
    pub(crate) fn after(number: &str) -> Option<Self> {
        let (before, last) = number.rsplit_once('-')?;
        let (_, day) = before.rsplit_once('-')?;
        Some(Self {
            day: day.parse().ok()?,
            last: last.parse().ok()?,
        })
    }

    /// Whether the first of these numbers comes right after.
    pub(crate) fn is_followed_by(self, number: &str) -> bool {
        Self::after(number)
            == Some(Self {
                last: self.last + 1,
                ..self
            })
    }
}

/// The numbers that follow, one for each of these days of entry, without asking: what is inserted fails as a whole if
/// somebody else has drawn meanwhile. `None` if it is another day.
pub(crate) fn follow(
    _: &[&Grant],
    inserts: &mut Inserts,
    division: &str,
    (stand, days): (Stand, &[LegalDate]),
) -> Option<Vec<String>> {
    if days.iter().any(|day| day_number(*day) != stand.day) {
        return None;
    }
    let last = stand.last + i64::try_from(days.len()).ok()?;
    let row = case_number::ActiveModel {
        division: Set(division.to_owned()),
        day: Set(stand.day),
        last: Set(last),
    };
    // Where the counter stands elsewhere this is null, which the column does not take.
    let known = Expr::col((case_number::Entity, case_number::Column::Last)).eq(stand.last);
    let next = Expr::case(known, Expr::col(("excluded", case_number::Column::Last)));
    inserts.count([row], counter().value(case_number::Column::Last, next).to_owned());
    let counts = stand.last + 1..=last;
    Some(counts.map(|count| number(division, stand.day, count)).collect())
}

/// On the row of a division and a day.
fn counter() -> OnConflict {
    OnConflict::columns([case_number::Column::Division, case_number::Column::Day])
}

/// As 20261112.
fn day_number(day: LegalDate) -> i32 {
    let (year, month, date) = day.ymd();
    year * 10_000 + i32::try_from(month * 100 + date).unwrap_or_default()
}

/// As `1201-20261112-0006`: division, day of entry, count of that day.
pub(super) fn number(division: &str, day: i32, count: i64) -> String {
    format!("{division}-{day}-{count:04}")
}
