//! `anju audit verify` names whatever is not as it was written.

use super::story::{Story, register, report};
use crate::{
    procedure,
    world::{World, on_every_engine},
};
use anju_backend::{audit, cases};
use sea_orm::ConnectionTrait as _;

pub(crate) async fn faults(world: &World) -> Vec<String> {
    let state = world.server.state();
    let found = cases::verify(&state.db, &state.keys)
        .await
        .expect("a verification");
    let access = audit::verify(&state.db, &state.keys)
        .await
        .expect("a verification");
    let cases = found.faults.iter().map(ToString::to_string);
    cases.chain(access.iter().map(ToString::to_string)).collect()
}

/// Runs a statement behind the server's back.
pub(crate) async fn tamper(world: &World, statement: &str) {
    let run = async |txn: &anju_backend::db::Txn| txn.execute_unprepared(statement).await.map(|_| ());
    world
        .server
        .state()
        .db
        .write::<(), sea_orm::DbErr>(run)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}

#[test]
fn an_untouched_installation_has_no_fault() {
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_closure_review().await;
        register(world, &report()).await.expect(201);
        assert_eq!(faults(world).await, Vec::<String>::new());
    });
}

#[test]
fn whatever_is_changed_is_named() {
    let changes = [
        (
            "update event set payload = replace(payload, '勘验笔录', '勘验记录') where kind = 'evidence_added'",
            "event 13 is not as it was written",
        ),
        (
            "update event set at = at + 1 where seq = 3",
            "event 3 is not as it was written",
        ),
        (
            "update event set actor = replace(actor, '张伟', '李伟') where seq = 3",
            "event 3 is not as it was written",
        ),
        ("delete from event where seq = 4", "event 4 is missing"),
        (
            "update case_file set stage = 'closed'",
            "case_file.stage does not say",
        ),
        (
            "update case_file set due_at = due_at + 86400",
            "case_file.due_at does not say",
        ),
        (
            "update case_file set state = replace(state, '二号车间', '三号车间')",
            "case_file.state does not say",
        ),
        (
            "update case_file set original = replace(original, '接地', '接线')",
            "case_file.original does not say",
        ),
        (
            "update clock set due_at = due_at + 86400 where kind = 'handling'",
            "clock handling/1 does not say",
        ),
        (
            "update reporter set phone_masked = '139****1234'",
            "reporter 1 does not say",
        ),
        (
            "update reporter set phone_sealed = name_sealed",
            "reporter 1 does not say",
        ),
        (
            "update case_number set last = last + 1",
            "case 1201-20261116-0002 is missing",
        ),
        (
            "update case_tally set total = total + 1 where stage = 'registered' and cube = 0",
            "is not the number of its cases",
        ),
        (
            "update audit_entry set reason = 'x' where action = 'issue_command'",
            "is not as it was written",
        ),
        (
            "delete from audit_entry where action = 'issue_command'",
            "are missing after",
        ),
    ];
    on_every_engine(async |world| {
        let story = Story::begin(world).await;
        story.to_closure_review().await;
        for (statement, expected) in changes {
            let before = dump(world).await;
            tamper(world, statement).await;
            let found = faults(world).await;
            assert!(
                found.iter().any(|fault| fault.contains(expected)),
                "{statement}: {found:?}"
            );
            restore(world, &before).await;
        }
        assert_eq!(faults(world).await, Vec::<String>::new());
    });
}

const TABLES: [&str; 7] = [
    "event",
    "clock",
    "reporter",
    "case_number",
    "case_tally",
    "audit_entry",
    "case_file",
];

/// Copies of the tables, so that each change is tried alone.
async fn dump(world: &World) -> Vec<String> {
    for table in TABLES {
        tamper(
            world,
            &format!("create table copy_of_{table} as select * from {table}"),
        )
        .await;
    }
    TABLES.iter().map(ToString::to_string).collect()
}

async fn restore(world: &World, tables: &[String]) {
    // Rows are put back table by table; the case itself stays, because others point to it.
    for table in tables.iter().filter(|table| *table != "case_file") {
        tamper(world, &format!("delete from {table}")).await;
        tamper(
            world,
            &format!("insert into {table} select * from copy_of_{table}"),
        )
        .await;
        tamper(world, &format!("drop table copy_of_{table}")).await;
    }
    let columns = ["stage", "due_at", "state", "original"];
    let set = columns.map(|column| {
        format!("{column} = (select {column} from copy_of_case_file c where c.id = case_file.id)")
    });
    tamper(world, &format!("update case_file set {}", set.join(", "))).await;
    tamper(world, "drop table copy_of_case_file").await;
}

#[test]
fn an_event_that_was_added_or_swapped_is_named() {
    on_every_engine(async |world| {
        procedure::organise(world).await;
        register(world, &report()).await.expect(201);
        tamper(
            world,
            "insert into event (case_id, seq, kind, at, actor, payload, cause, prev, hash) \
             select case_id, 3, kind, at, actor, payload, cause, hash, hash from event where seq = 2",
        )
        .await;
        let found = faults(world).await;
        assert!(
            found.iter().any(|fault| fault.contains("event 3 was added")),
            "{found:?}"
        );
        tamper(world, "delete from event where seq = 3").await;
        for (from, to) in [(1, 9), (2, 1), (9, 2)] {
            tamper(world, &format!("update event set seq = {to} where seq = {from}")).await;
        }
        let found = faults(world).await;
        assert!(
            found
                .iter()
                .any(|fault| fault.contains("event 1 is not as it was written")),
            "{found:?}"
        );
    });
}

#[test]
fn words_of_a_message_that_are_changed_or_lost_are_named() {
    let changes = [
        "update message set words_sealed = (select wrapped_key from case_file)",
        "delete from message",
    ];
    for change in changes {
        on_every_engine(async |world| {
            let story = Story::begin(world).await;
            let reporter = story.case().await["reporters"][0]["id"].clone();
            let words = serde_json::json!({"reporter": reporter, "text": "请补充照片。"});
            let officer = world.sign_in("officer").await;
            let call = world.post(&format!("/api/v1/cases/{}/messages", story.id));
            call.bearer(&officer).json(&words).send().await.expect(201);
            assert_eq!(faults(world).await, Vec::<String>::new());
            tamper(world, change).await;
            let found = faults(world).await;
            assert!(
                found.iter().any(|fault| fault.contains("message")),
                "{change}: {found:?}"
            );
        });
    }
}
