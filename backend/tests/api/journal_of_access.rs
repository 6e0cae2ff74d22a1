//! The chain of reads and refusals: complete, and broken by whoever touches it.

use crate::world::{World, on_every_engine};
use anju_backend::{
    audit::{self, Entry, Fault},
    error::Error,
};
use anju_shared::access::{ActorRef, Operation};
use sea_orm::ConnectionTrait as _;

fn entry(world: &World, number: usize) -> Entry {
    Entry {
        at: world.server.state().clock.now(),
        actor: ActorRef::Public,
        operation: Operation::PublicFollow,
        resource: format!("receipt/{number}"),
        outcome: audit::ALLOWED.to_owned(),
        reason: None,
        request_id: None,
    }
}

/// Records many entries at once, which the recorder writes in batches.
async fn record(world: &World, count: usize) {
    let recorder = &world.server.state().recorder;
    let all = (0..count).map(|number| recorder.record(entry(world, number)));
    for outcome in futures_util::future::join_all(all).await {
        outcome.expect("durable");
    }
}

async fn faults(world: &World) -> Vec<Fault> {
    let state = world.server.state();
    audit::verify(&state.db, &state.keys).await.expect("an answer")
}

async fn tamper(world: &World, statement: &str) {
    let db = &world.server.state().db;
    db.write(async |txn| Ok::<_, Error>(txn.execute_unprepared(statement).await?))
        .await
        .expect("tampered");
}

#[test]
fn what_was_recorded_holds_together() {
    on_every_engine(async |world| {
        record(world, 500).await;
        record(world, 3).await;
        assert_eq!(faults(world).await, []);
    });
}

#[test]
fn a_changed_entry_is_named() {
    on_every_engine(async |world| {
        record(world, 20).await;
        tamper(
            world,
            "UPDATE audit_entry SET resource = 'receipt/other' WHERE seq = 7",
        )
        .await;
        let lane = world.server.state().run;
        assert_eq!(faults(world).await, [Fault::Changed { lane, seq: 7 }]);
    });
}

#[test]
fn a_missing_entry_is_named() {
    on_every_engine(async |world| {
        record(world, 20).await;
        tamper(world, "DELETE FROM audit_entry WHERE seq = 7").await;
        let lane = world.server.state().run;
        let found = faults(world).await;
        assert!(found.contains(&Fault::Missing { lane, after: 6 }), "{found:?}");
    });
}
