//! How much waits for the person who is signed in, as the navigation shows it.

use super::{Query, live::use_live_reload_within, use_live_reload, use_query, use_regard};
use crate::api::workbench::read_workbench;
use anju_shared::api::workbench::{Waiting, Work, Workbench, WorkbenchQuery};
use yew::prelude::*;

/// Milliseconds by which the numbers beside the page may be behind.
const PATIENCE: u32 = 2_000;

/// The own work: so many rows of each group of this part of it. Follows what happens.
#[hook]
pub fn use_work(work: Work, limit: u32) -> Query<Workbench> {
    let query = use_query((work, limit), |client, (work, limit)| {
        let (work, limit) = (Some(work), Some(limit));
        read_workbench(&client, &WorkbenchQuery { work, limit })
    });
    use_live_reload(None, query.reload.clone());
    use_regard(query.reload.clone());
    query
}

/// How many cases wait for what, as far as it is known; nothing for whoever sees no case.
#[hook]
pub fn use_waiting(sees: bool) -> Vec<Waiting> {
    let query = use_query(sees, |client, sees| async move {
        let asked = WorkbenchQuery {
            work: None,
            limit: Some(0),
        };
        match sees {
            true => read_workbench(&client, &asked).await.map(|bench| bench.waiting),
            false => Ok(vec![]),
        }
    });
    use_live_reload_within(PATIENCE, None, query.reload.clone());
    query
        .remote
        .ready()
        .map(|waiting| (**waiting).clone())
        .unwrap_or_default()
}
