use super::*;
use crate::text::{EN, ZH};
use anju_shared::{api::directory::UnitRef, time::Instant};
use uuid::Uuid;

fn person(version: i64) -> Person {
    Person {
        id: UserId(Uuid::from_u128(1)),
        login: "zhou".into(),
        name: "周晓".into(),
        unit: UnitRef {
            id: UnitId(Uuid::from_u128(2)),
            name: "区安委办".into(),
        },
        roles: vec![Role::Dispatcher],
        active: true,
        must_change: false,
        sessions: 0,
        created_at: Instant::from_unix(0),
        version,
    }
}

fn filled(job: &Job, pairs: &[(&'static str, &str)]) -> Draft {
    let mut draft = start(job);
    draft.extend(pairs.iter().map(|(name, value)| (*name, (*value).to_owned())));
    draft
}

fn fields(result: Result<Request, Vec<Violation>>) -> Vec<String> {
    result
        .expect_err("something is wrong")
        .into_iter()
        .map(|violation| violation.field)
        .collect()
}

#[test]
fn a_change_is_sent_over_the_version_that_was_read() {
    let job = Job::ChangePerson(person(7));
    let sent = request(&job, &filled(&job, &[("active", "false")])).expect("fits");
    let Request::ChangePerson(_, version, body) = sent else {
        panic!("{sent:?}")
    };
    assert_eq!((version, body.active, body.name.as_str()), (7, false, "周晓"));
}

#[test]
fn what_the_server_would_refuse_is_told_beside_its_field() {
    let job = Job::NewPerson(None);
    assert_eq!(
        fields(request(&job, &filled(&job, &[("login", "a b")]))),
        ["login", "name"]
    );
    let job = Job::Roles(person(1));
    let two = filled(&job, &[("roles", "dispatcher,audit_administrator")]);
    assert_eq!(fields(request(&job, &two)), ["roles", "reason"]);
}

#[test]
fn every_field_that_can_be_wrong_has_a_place_in_its_form() {
    for words in [ZH.people(), EN.people()] {
        for job in [
            Job::NewUnit(None),
            Job::NewPerson(None),
            Job::Roles(person(1)),
            Job::Reset(person(1)),
        ] {
            let names: Vec<&str> = specs(&job, words).iter().map(|spec| spec.name).collect();
            for field in fields(request(
                &job,
                &Draft::from([("roles", "handler,audit_administrator".into())]),
            )) {
                assert!(names.contains(&field.as_str()), "{field} of {job:?}");
            }
        }
    }
}

#[test]
fn roles_are_ticked_in_the_order_of_the_list() {
    assert_eq!(ticked("handler", Role::Dispatcher, true), "dispatcher,handler");
    assert_eq!(ticked("dispatcher,handler", Role::Handler, false), "dispatcher");
    assert_eq!(ticked("", Role::Handler, false), "");
}

#[test]
fn after_a_conflict_the_form_shows_what_somebody_else_changed() {
    let (mut other, read) = (person(8), start(&Job::ChangePerson(person(7))));
    other.name = "周小".into();
    let now = start(&Job::ChangePerson(other));
    let mut draft = read.clone();
    assert_eq!(became(&read, &now, &draft, "name"), Some("周小"));
    assert_eq!(became(&read, &now, &draft, "unit"), None);
    draft.insert("name", "周小".into());
    assert_eq!(became(&read, &now, &draft, "name"), None);
}
