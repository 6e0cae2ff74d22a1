//! Walks through the cases: what one server left, another goes on with; what moves meanwhile is counted all the same.

use super::{dispatched, draft, due, id_of, organise, publish, read, registered};
use crate::world::on_every_engine;
use anju_shared::{api::revisions::RunState, revision::RevisionState};
use serde_json::json;

fn local_holiday() -> serde_json::Value {
    json!({"kind": "calendar", "arrangement": {"year": 2026, "division": "12", "source": "地方文件",
        "days": [{"date": "2026-11-27", "name": "地方节日", "closed": true}]}})
}

#[test]
fn more_cases_than_a_page_are_all_counted_again() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let first = dispatched(world, street).await;
        for _ in 0..4 {
            registered(world).await;
        }
        let last = dispatched(world, street).await;
        let id = id_of(&draft(world, "administrator", &local_holiday()).await.expect(201));
        publish(world, &id).await;
        world.server.run_jobs().await.expect("the jobs");
        let applied = read(world, &id).await;
        assert_eq!(applied.revision.state, RevisionState::Applied);
        let run = applied.application.expect("it was applied");
        assert_eq!((run.state, run.done, run.total), (RunState::Done, 6, 6));
        for case in [first, last] {
            assert_eq!(due(world, &case, "handling").await, "2026-12-01T16:00:00Z");
        }
    });
}

#[test]
fn what_one_server_left_another_goes_on_with() {
    on_every_engine(async |world| {
        let street = organise(world).await;
        let case = dispatched(world, street).await;
        let id = id_of(&draft(world, "administrator", &local_holiday()).await.expect(201));
        publish(world, &id).await;
        // Another server had taken the application up, and has not been heard of since.
        let left = "update revision_run set state = 'running', holder = 'gone', held_until = 0, attempts = 1 where purpose = 'apply'";
        world.server.run_jobs().await.expect("the jobs");
        let again = format!("update revision set state = 'published' where state = 'applied'; {left}");
        for statement in again.split(';') {
            crate::cases::verification::tamper(world, statement).await;
        }
        world.server.run_jobs().await.expect("the jobs");
        assert_eq!(read(world, &id).await.revision.state, RevisionState::Applied);
        assert_eq!(due(world, &case, "handling").await, "2026-12-01T16:00:00Z");
    });
}
