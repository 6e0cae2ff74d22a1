//! The journal of access as the audit administrator reads it, and its verification on request.

use crate::{
    procedure,
    world::{World, on_every_engine},
};
use anju_backend::error::Error;
use anju_shared::{
    access::{ActorRef, Role},
    api::audit::{AuditPage, Verification, VerificationState},
    problem::ProblemCode,
};
use sea_orm::ConnectionTrait as _;
use serde_json::json;

/// A case that the street signed for, and the token of the audit administrator; its id and its number.
async fn worked(world: &World) -> (String, String, String) {
    let street = procedure::organise(world).await;
    world.person("shen", "anwei", &[Role::AuditAdministrator]).await;
    let officer = world.sign_in("officer").await;
    let report = json!({"channel": "phone_12350", "region": "120102", "facts": "原话不外传",
        "reporters": [{"name": "欧阳示范", "phone": "13987654321"}]});
    let registered = world
        .post("/api/v1/cases")
        .bearer(&officer)
        .json(&report)
        .send()
        .await;
    let registered = registered.expect(201).json();
    let text = |field: &str| registered[field].as_str().expect("a text").to_owned();
    let (id, number) = (text("id"), text("number"));
    procedure::bring_to_street(world, street, &id).await;
    (world.sign_in("shen").await, id, number)
}

async fn list(world: &World, token: &str, query: &str) -> AuditPage {
    let path = format!("/api/v1/audit?{query}");
    world.get(&path).bearer(token).send().await.expect(200).parse()
}

#[test]
fn who_saw_what_when_and_why_is_found_by_case_person_operation_and_day_mem_10_3() {
    on_every_engine(async |world| {
        let (shen, id, number) = worked(world).await;
        let of_case = list(world, &shen, &format!("case={number}&limit=100")).await;
        assert!(of_case.items.len() >= 6, "{of_case:?}");
        assert!(
            of_case
                .items
                .iter()
                .all(|entry| entry.case_number.as_deref() == Some(number.as_str()))
        );
        assert!(
            of_case
                .items
                .iter()
                .all(|entry| entry.resource.starts_with(&format!("case/{id}")))
        );

        let handlers = of_case.items.iter().find_map(|entry| match &entry.actor {
            ActorRef::Staff { user, .. } if entry.operation == "issue_command" => Some(*user),
            _ => None,
        });
        let person = handlers.expect("the handler signed for it");
        let theirs = list(world, &shen, &format!("person={person}&limit=100")).await;
        assert!(!theirs.items.is_empty());
        assert!(
            theirs
                .items
                .iter()
                .all(|entry| entry.actor.user() == Some(person))
        );

        let signed = list(world, &shen, "operation=sign_in").await;
        assert!(signed.items.iter().all(|entry| entry.operation == "sign_in") && !signed.items.is_empty());
        assert!(list(world, &shen, "from=2026-11-17").await.items.is_empty());
        assert!(
            !list(world, &shen, "from=2026-11-16&to=2026-11-16")
                .await
                .items
                .is_empty()
        );
        assert!(list(world, &shen, "case=no-such-number").await.items.is_empty());
    });
}

#[test]
fn the_journal_tells_nobody_who_reported_or_what() {
    on_every_engine(async |world| {
        let (shen, ..) = worked(world).await;
        let answer = world
            .get("/api/v1/audit?limit=100")
            .bearer(&shen)
            .send()
            .await
            .expect(200);
        for secret in ["欧阳示范", "13987654321", "原话不外传"] {
            assert!(!answer.text().contains(secret), "{secret}");
        }
    });
}

#[test]
fn the_reading_is_itself_recorded_with_what_was_looked_for() {
    on_every_engine(async |world| {
        let (shen, _, number) = worked(world).await;
        list(world, &shen, &format!("case={number}")).await;
        world
            .get("/api/v1/audit")
            .bearer(&world.sign_in("officer").await)
            .send()
            .await
            .expect(403);
        let readings = list(world, &shen, "operation=read_audit").await;
        let allowed = readings
            .items
            .iter()
            .find(|entry| entry.outcome == "allowed")
            .expect("recorded");
        assert_eq!(allowed.reason.as_deref(), Some(format!("case={number}").as_str()));
        assert!(readings.items.iter().any(|entry| entry.outcome == "forbidden"));
        let refused = list(world, &shen, "operation=read_audit&refused=true").await;
        assert!(refused.items.iter().all(|entry| entry.outcome == "forbidden"));
    });
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    on_every_engine(async |world| {
        let (shen, ..) = worked(world).await;
        // All within one second: the key tells them apart all the same.
        let whole = list(world, &shen, "limit=100&to=2026-11-16&operation=sign_in")
            .await
            .items;
        let mut found = Vec::new();
        let mut after = String::new();
        loop {
            let page = list(
                world,
                &shen,
                &format!("limit=3&operation=sign_in&to=2026-11-16{after}"),
            )
            .await;
            found.extend(page.items);
            match page.next {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(found, whole);
        for wrong in [
            "after=AAAA",
            "operation=no",
            "limit=0",
            "person=1",
            "from=2026-13-01",
            "who=x",
        ] {
            let answer = world
                .get(&format!("/api/v1/audit?{wrong}"))
                .bearer(&shen)
                .send()
                .await;
            assert_eq!(answer.expect(422).problem().code, ProblemCode::Invalid, "{wrong}");
        }
    });
}

/// Begins a verification and waits for its end.
async fn verify(world: &World, token: &str) -> Verification {
    let begun: Verification = world
        .post("/api/v1/audit/verifications")
        .bearer(token)
        .send()
        .await
        .expect(201)
        .parse();
    let path = format!("/api/v1/audit/verifications/{}", begun.id);
    for _ in 0..200 {
        let read: Verification = world.get(&path).bearer(token).send().await.expect(200).parse();
        if read.state != VerificationState::Running {
            return read;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no end");
}

async fn tamper(world: &World, statement: &str) {
    let db = &world.server.state().db;
    db.write(async |txn| Ok::<_, Error>(txn.execute_unprepared(statement).await?))
        .await
        .expect("tampered");
}

#[test]
fn a_verification_follows_every_chain_and_names_the_first_broken_place() {
    on_every_engine(async |world| {
        let (shen, ..) = worked(world).await;
        let whole = verify(world, &shen).await;
        assert_eq!(
            (whole.state, whole.faults, whole.first_fault),
            (VerificationState::Done, 0, None)
        );
        assert!(
            whole.checked > 20 && whole.checked == whole.total,
            "{} of {}",
            whole.checked,
            whole.total
        );
        tamper(
            world,
            "UPDATE audit_entry SET outcome = 'other' WHERE action = 'read_audit' OR action = 'verify_audit'",
        )
        .await;
        let broken = verify(world, &shen).await;
        assert!(broken.faults > 0);
        assert!(
            broken
                .first_fault
                .expect("a place")
                .contains("is not as it was written")
        );
        let all = world
            .get("/api/v1/audit/verifications")
            .bearer(&shen)
            .send()
            .await
            .expect(200)
            .json();
        assert_eq!(all["items"].as_array().expect("items").len(), 2);
    });
}

#[test]
fn one_verification_at_a_time_and_one_that_fell_silent_is_dead() {
    on_every_engine(async |world| {
        let (shen, ..) = worked(world).await;
        let done = verify(world, &shen).await;
        tamper(
            world,
            "UPDATE verification SET state = 'running', ended_at = NULL",
        )
        .await;
        world
            .post("/api/v1/audit/verifications")
            .bearer(&shen)
            .send()
            .await
            .expect(409);
        world.clock.advance(61);
        let path = format!("/api/v1/audit/verifications/{}", done.id);
        let dead: Verification = world.get(&path).bearer(&shen).send().await.expect(200).parse();
        assert_eq!(dead.state, VerificationState::Failed);
        assert_eq!(verify(world, &shen).await.state, VerificationState::Done);
        let officer = world.sign_in("officer").await;
        world
            .post("/api/v1/audit/verifications")
            .bearer(&officer)
            .send()
            .await
            .expect(403);
        world.get("/api/v1/cases").bearer(&shen).send().await.expect(403);
    });
}
