//! Puts a workbench together: counts, rows, and for each row what comes next.

use crate::{
    access::{Access, Grant},
    cases::query::workbench::{self as query, Count, Moment},
    error::{Error, Result},
    http::RequestInfo,
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{Actor, Operation},
    api::{
        cases::{CaseSummary, UnitProposal},
        workbench::{WorkGroup, WorkItem, Workbench, WorkbenchQuery},
    },
    deadlines::Band,
    problem::{Bilingual, Violation},
    time::Instant,
    workflow::{Action, Case, Context, Stage, next_action},
};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

const DEFAULT_ROWS: u32 = 20;
const MOST_ROWS: u32 = 100;

/// What waits for the caller.
pub(super) async fn read(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    asked: WorkbenchQuery,
) -> Result<Workbench> {
    let access = Access::new(state, actor, Operation::ListCases, "workbench").within(info);
    if asked.limit.is_some_and(|limit| limit > MOST_ROWS) {
        let message = Bilingual::new(
            format!("每组至多 {MOST_ROWS} 行"),
            format!("At most {MOST_ROWS} rows a group"),
        );
        return access
            .refuse(Error::Invalid(vec![Violation::new(
                "limit",
                "out_of_range",
                message,
            )]))
            .await;
    }
    access
        .read(async |grant| {
            // Counts and rows of the same moment.
            let db = state.db.snapshot().await?;
            assemble(grant, state, &db, asked).await
        })
        .await
}

async fn assemble(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    asked: WorkbenchQuery,
) -> Result<Workbench> {
    let now = state.clock.now();
    let at = Moment {
        now,
        calendar: state.calendar(),
    };
    let Some(staff) = grant.actor().staff() else {
        return Err(Error::not_found());
    };
    let counts = query::count(grant, db, staff, at).await?;
    let work = asked.work.unwrap_or_default();
    let wanted: Vec<&Count> = counts.iter().filter(|count| work.takes(count.action)).collect();
    let actions: Vec<Action> = wanted.iter().map(|count| count.action).collect();
    let limit = asked.limit.unwrap_or(DEFAULT_ROWS);
    let mut rows = Rows {
        grant,
        state,
        db,
        now,
        proposals: HashMap::new(),
    };
    let mut groups = Vec::with_capacity(Band::ALL.len());
    for &band in Band::ALL {
        let total: u64 = wanted.iter().map(|count| count.of(band)).sum();
        let found = match total.min(u64::from(limit)) {
            0 => Vec::new(),
            _ => query::list(grant, db, staff, (at, band), (&actions, limit)).await?,
        };
        let mut items = Vec::with_capacity(found.len());
        for (summary, case) in found {
            items.push(rows.item(summary, &case).await?);
        }
        groups.push(WorkGroup { band, total, items });
    }
    Ok(Workbench {
        tiles: query::tiles(grant, db, at).await?,
        waiting: counts.into_iter().map(|count| count.waiting).collect(),
        groups,
    })
}

/// What rows are completed with.
struct Rows<'a, C> {
    grant: &'a Grant,
    state: &'a State,
    db: &'a C,
    now: Instant,
    /// By region and industry: many rows share them.
    proposals: HashMap<(Option<String>, Option<String>), Option<UnitProposal>>,
}

impl<C: ConnectionTrait> Rows<'_, C> {
    async fn item(&mut self, summary: CaseSummary, case: &Case) -> Result<WorkItem> {
        let context = Context {
            profile: self.state.rules_of(case),
            calendar: self.state.calendar(),
            now: self.now,
        };
        Ok(WorkItem {
            version: case.version,
            next: next_action(case, self.grant.actor(), &context),
            proposal: self.proposal(&summary).await?,
            case: summary,
        })
    }

    async fn proposal(&mut self, row: &CaseSummary) -> Result<Option<UnitProposal>> {
        if row.stage != Stage::Accepted {
            return Ok(None);
        }
        let place = (row.region.clone(), row.industry.clone());
        if let Some(known) = self.proposals.get(&place) {
            return Ok(known.clone());
        }
        let asked = (row.region.as_deref(), row.industry.as_deref());
        let proposed = units::propose(self.grant, self.state, self.db, asked).await?;
        self.proposals.insert(place, proposed.clone());
        Ok(proposed)
    }
}
