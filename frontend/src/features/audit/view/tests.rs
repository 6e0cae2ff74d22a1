use super::*;
use crate::text::ZH;
use anju_shared::time::Instant;
use uuid::Uuid;

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[test]
fn an_address_and_its_fields_say_the_same() {
    let said = pairs(&[
        ("person", "0199aa00-0000-7000-8000-000000000001"),
        ("operation", "open_identity"),
        ("case", "1201-20261116-0001"),
        ("refused", "true"),
        ("from", "2026-11-01"),
        ("to", "2026-11-30"),
    ]);
    let read = filter(&said);
    assert_eq!(fields(&read), said);
    assert_eq!(filter(&fields(&read)), read);
}

#[test]
fn what_an_address_does_not_know_is_left_out() {
    let odd = pairs(&[
        ("person", "me"),
        ("operation", "no"),
        ("from", "x"),
        ("case", " "),
        ("who", "x"),
    ]);
    assert_eq!(filter(&odd), AuditFilter::default());
}

#[test]
fn an_entry_about_a_case_shows_its_number_and_what_of_it() {
    let id = "0199aa00-0000-7000-8000-000000000001";
    let entry = |resource: String, number: Option<&str>| AuditEntry {
        lane: Uuid::nil(),
        seq: 1,
        at: Instant::from_unix(0),
        actor: ActorRef::Public,
        operation: "read_case".into(),
        resource,
        case_number: number.map(str::to_owned),
        outcome: "allowed".into(),
        reason: None,
        request_id: None,
    };
    assert_eq!(on(&entry(format!("case/{id}"), Some("1201-1"))), "1201-1");
    assert_eq!(
        on(&entry(format!("case/{id}/events"), Some("1201-1"))),
        "1201-1/events"
    );
    assert_eq!(on(&entry("audit".into(), None)), "audit");
    assert_eq!(actor(&ActorRef::System, ZH.audit()), "系统");
}

#[test]
fn a_verification_tells_how_far_it_is_and_how_it_ended() {
    let one = |state, checked, total, faults| Verification {
        id: Uuid::nil(),
        state,
        begun_by: "郑核".into(),
        begun_at: Instant::from_unix(0),
        ended_at: None,
        checked,
        total,
        faults,
        first_fault: None,
    };
    use VerificationState::{Done, Failed, Running};
    assert_eq!(ending(&one(Running, 0, 0, 0)), Ending::Running(0));
    assert_eq!(ending(&one(Running, 50, 200, 0)), Ending::Running(25));
    assert_eq!(ending(&one(Done, 200, 200, 0)), Ending::Whole);
    assert_eq!(ending(&one(Done, 200, 200, 3)), Ending::Broken(3));
    assert_eq!(ending(&one(Failed, 9, 200, 0)), Ending::Failed);
}
