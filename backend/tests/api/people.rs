//! People and units in the hands of three separate administrators: what each may do, and that what is withdrawn is
//! gone at once.

use crate::{
    procedure,
    world::{Answer, PASSWORD, World, on_every_engine},
};
use anju_shared::{
    access::Role,
    api::{
        directory::{Unit, UnitKind},
        people::{FirstPassword, PeoplePage, Person},
    },
    ids::UserId,
    problem::ProblemCode,
};
use reqwest::Method;
use serde_json::{Value, json};

/// The office with its three administrators, `xi`, `an` and `shen`; tokens in this order.
async fn administrators(world: &World) -> [String; 3] {
    world.office().await;
    sign_in_administrators(world).await
}

async fn sign_in_administrators(world: &World) -> [String; 3] {
    world.person("xi", "anwei", &[Role::SystemAdministrator]).await;
    world.person("an", "anwei", &[Role::SecurityAdministrator]).await;
    world.person("shen", "anwei", &[Role::AuditAdministrator]).await;
    [
        world.sign_in("xi").await,
        world.sign_in("an").await,
        world.sign_in("shen").await,
    ]
}

async fn office_id(world: &World, token: &str) -> Value {
    let units = world
        .get("/api/v1/units")
        .bearer(token)
        .send()
        .await
        .expect(200)
        .json();
    units["units"][0]["id"].clone()
}

async fn make(world: &World, token: &str, login: &str) -> FirstPassword {
    let unit = office_id(world, token).await;
    let body = json!({"login": login, "name": "李强", "unit": unit});
    let made = world
        .post("/api/v1/people")
        .bearer(token)
        .json(&body)
        .send()
        .await;
    made.expect(201).parse()
}

async fn read(world: &World, token: &str, id: UserId) -> Person {
    let path = format!("/api/v1/people/{id}");
    world.get(&path).bearer(token).send().await.expect(200).parse()
}

/// Changes a person on the version that is there now.
async fn put(world: &World, token: &str, (id, of): (UserId, &str), body: &Value) -> Answer {
    let path = format!("/api/v1/people/{id}");
    let etag = world
        .get(&path)
        .bearer(token)
        .send()
        .await
        .header("etag")
        .to_owned();
    let call = world.call(Method::PUT, &format!("{path}{of}")).bearer(token);
    call.header("if-match", &etag).json(body).send().await
}

#[test]
fn a_person_gets_an_account_from_one_and_a_role_from_another() {
    on_every_engine(async |world| {
        let [xi, an, _] = administrators(world).await;
        let made = make(world, &xi, " Li.Qiang ").await;
        assert_eq!(made.person.login, "li.qiang");
        assert!(made.person.roles.is_empty() && made.person.must_change && made.person.active);
        assert!(!format!("{made:?}").contains(&made.password));
        let signed_in = world
            .try_to_sign_in("li.qiang", &made.password)
            .await
            .expect(200)
            .json();
        let token = signed_in["access_token"].as_str().expect("a token").to_owned();
        world.get("/api/v1/cases").bearer(&token).send().await.expect(403);
        // The first password is known to whoever made it: an own one comes first.
        let own = json!({"old": made.password, "new": "Quiet-River-42"});
        let change = world.call(Method::PUT, "/api/v1/session/password").bearer(&token);
        change.json(&own).send().await.expect(200);

        let roles = json!({"roles": ["dispatcher"], "reason": "新到岗"});
        put(world, &xi, (made.person.id, "/roles"), &roles)
            .await
            .expect(403);
        let given: Person = put(world, &an, (made.person.id, "/roles"), &roles)
            .await
            .expect(200)
            .parse();
        assert_eq!(given.roles, [Role::Dispatcher]);
        // The token is the same: what somebody is, is read at every request.
        world.get("/api/v1/cases").bearer(&token).send().await.expect(200);
        let taken = json!({"roles": [], "reason": "离岗"});
        put(world, &an, (made.person.id, "/roles"), &taken)
            .await
            .expect(200);
        world.get("/api/v1/cases").bearer(&token).send().await.expect(403);
    });
}

#[test]
fn a_closed_account_is_out_at_once_and_its_sign_ins_do_not_come_back() {
    on_every_engine(async |world| {
        let [xi, ..] = administrators(world).await;
        let id = world.person("wang", "anwei", &[Role::Dispatcher]).await;
        let token = world.sign_in("wang").await;
        assert_eq!(read(world, &xi, id).await.sessions, 1);
        let unit = office_id(world, &xi).await;
        let body = |active: bool| json!({"name": "王敏", "unit": unit, "active": active});
        put(world, &xi, (id, ""), &body(false)).await.expect(200);
        world.get("/api/v1/cases").bearer(&token).send().await.expect(401);
        world.try_to_sign_in("wang", PASSWORD).await.expect(401);
        let open: Person = put(world, &xi, (id, ""), &body(true)).await.expect(200).parse();
        assert_eq!((open.sessions, open.name.as_str()), (0, "王敏"));
        world.get("/api/v1/cases").bearer(&token).send().await.expect(401);
        world.sign_in("wang").await;
    });
}

#[test]
fn a_new_first_password_ends_what_was_signed_in_with_the_old_one() {
    on_every_engine(async |world| {
        let [xi, an, _] = administrators(world).await;
        let id = world.person("wang", "anwei", &[Role::Dispatcher]).await;
        let token = world.sign_in("wang").await;
        let path = format!("/api/v1/people/{id}/password");
        let reset = async |token: &str, reason: &str| {
            world
                .post(&path)
                .bearer(token)
                .json(&json!({"reason": reason}))
                .send()
                .await
        };
        reset(&an, "忘记密码").await.expect(403);
        reset(&xi, "  ").await.expect(422);
        let new: FirstPassword = reset(&xi, "忘记密码").await.expect(200).parse();
        assert!(new.person.must_change);
        world
            .get("/api/v1/session")
            .bearer(&token)
            .send()
            .await
            .expect(401);
        world.try_to_sign_in("wang", PASSWORD).await.expect(401);
        world.try_to_sign_in("wang", &new.password).await.expect(200);

        let ended = format!("/api/v1/people/{id}/sessions");
        world
            .call(Method::DELETE, &ended)
            .bearer(&xi)
            .send()
            .await
            .expect(204);
        assert_eq!(read(world, &xi, id).await.sessions, 0);
    });
}

#[test]
fn no_administrator_becomes_another_or_changes_themselves() {
    on_every_engine(async |world| {
        let [xi, an, _] = administrators(world).await;
        let page: PeoplePage = world
            .get("/api/v1/people")
            .bearer(&xi)
            .send()
            .await
            .expect(200)
            .parse();
        let id = |login: &str| {
            page.items
                .iter()
                .find(|one| one.login == login)
                .expect("there")
                .id
        };
        for (login, refusal) in [
            ("xi", "own_account"),
            ("an", "administrator_account"),
            ("shen", "administrator_account"),
        ] {
            let path = format!("/api/v1/people/{}", id(login));
            let reset = world
                .post(&format!("{path}/password"))
                .bearer(&xi)
                .json(&json!({"reason": "x"}));
            assert_eq!(
                reset.send().await.expect(403).problem().refusal.as_deref(),
                Some(refusal)
            );
            let ended = world
                .call(Method::DELETE, &format!("{path}/sessions"))
                .bearer(&xi)
                .send()
                .await;
            assert_eq!(ended.expect(403).problem().refusal.as_deref(), Some(refusal));
            let unit = office_id(world, &xi).await;
            let closed = json!({"name": "某人", "unit": unit, "active": false});
            let refused = put(world, &xi, (id(login), ""), &closed).await.expect(403);
            assert_eq!(refused.problem().refusal.as_deref(), Some(refusal));
        }
        let own = json!({"roles": ["audit_administrator"], "reason": "x"});
        let refused = put(world, &an, (id("an"), "/roles"), &own).await.expect(403);
        assert_eq!(refused.problem().refusal.as_deref(), Some("own_account"));
        for roles in [
            json!(["system_administrator", "audit_administrator"]),
            json!(["security_administrator", "handler"]),
        ] {
            let two = json!({"roles": roles, "reason": "x"});
            let refused = put(world, &an, (id("shen"), "/roles"), &two).await.expect(422);
            assert_eq!(refused.problem().violations[0].code, "incompatible");
        }
    });
}

#[test]
fn nobody_overwrites_what_they_have_not_seen() {
    on_every_engine(async |world| {
        let [xi, an, _] = administrators(world).await;
        let id = world.person("wang", "anwei", &[Role::Dispatcher]).await;
        let path = format!("/api/v1/people/{id}/roles");
        let roles = json!({"roles": ["analyst"], "reason": "调岗"});
        let call = || world.call(Method::PUT, &path).bearer(&an).json(&roles);
        call().send().await.expect(428);
        call().header("if-match", "\"1\"").send().await.expect(200);
        let moved = call().header("if-match", "\"1\"").send().await.expect(412);
        assert_eq!(moved.problem().code, ProblemCode::VersionMoved);
        let nobody = "/api/v1/people/018f0000-0000-7000-8000-000000000000";
        world.get(nobody).bearer(&xi).send().await.expect(404);
        let unit = office_id(world, &xi).await;
        for (login, status) in [("wang", 409), ("a b", 422)] {
            let body = json!({"login": login, "name": "某人", "unit": unit});
            world
                .post("/api/v1/people")
                .bearer(&xi)
                .json(&body)
                .send()
                .await
                .expect(status);
        }
        let nowhere =
            json!({"login": "zhao", "name": "某人", "unit": "018f0000-0000-7000-8000-000000000000"});
        let wrong = world
            .post("/api/v1/people")
            .bearer(&xi)
            .json(&nowhere)
            .send()
            .await
            .expect(422);
        assert_eq!(wrong.problem().violations[0].field, "unit");
    });
}

#[test]
fn people_are_found_by_part_of_a_name_and_paged_by_user_name() {
    on_every_engine(async |world| {
        let [xi, ..] = administrators(world).await;
        for number in 0..7 {
            world
                .person(&format!("p_{number}"), "anwei", &[Role::Handler])
                .await;
        }
        let list = async |query: &str| -> PeoplePage {
            let path = format!("/api/v1/people?{query}");
            world.get(&path).bearer(&xi).send().await.expect(200).parse()
        };
        let first = list("limit=4").await;
        assert_eq!((first.items.len(), first.total), (4, 10));
        let next = first.next.expect("more");
        let second = list(&format!("limit=100&after={next}")).await;
        assert_eq!((second.items.len(), second.next), (6, None));
        assert_eq!(list("q=P_").await.total, 7);
        assert_eq!(list("q=%25").await.total, 0, "a percent sign is a percent sign");
        assert_eq!(list("q=%27%20OR%201%3D1").await.total, 0);
        assert_eq!(list("active=false").await.total, 0);
        for wrong in ["limit=0", "limit=101", "who=me", "unit=1"] {
            world
                .get(&format!("/api/v1/people?{wrong}"))
                .bearer(&xi)
                .send()
                .await
                .expect(422);
        }
    });
}

async fn change_unit(world: &World, token: &str, unit: &Unit, body: Value) -> Answer {
    let path = format!("/api/v1/units/{}", unit.id);
    let read = world.get(&path).bearer(token).send().await.expect(200);
    let call = world.call(Method::PUT, &path).bearer(token);
    call.header("if-match", read.header("etag"))
        .json(&body)
        .send()
        .await
}

#[test]
fn a_unit_is_set_up_moved_and_retired_but_not_in_a_circle() {
    on_every_engine(async |world| {
        let [xi, an, _] = administrators(world).await;
        let body = |code: &str, parent: Option<&Unit>| {
            json!({"code": code, "name": format!("{code}局"), "kind": "department", "region": "1201",
                "parent": parent.map(|parent| parent.id)})
        };
        let set_up = async |token: &str, body: &Value| {
            world.post("/api/v1/units").bearer(token).json(body).send().await
        };
        set_up(&an, &body("anjian", None)).await.expect(403);
        let above: Unit = set_up(&xi, &body("anjian", None)).await.expect(201).parse();
        let below: Unit = set_up(&xi, &body("zhidui", Some(&above)))
            .await
            .expect(201)
            .parse();
        assert_eq!(below.parent, Some(above.id));
        set_up(&xi, &body("zhidui", None)).await.expect(409);
        let change = |name: &str, parent: Option<&Unit>, active: bool| json!({"name": name, "kind": "department", "region": "1201", "parent": parent.map(|p| p.id), "active": active});
        let circle = change_unit(world, &xi, &above, change("安监局", Some(&below), true))
            .await
            .expect(422);
        assert_eq!(circle.problem().violations[0].code, "circle");
        let refused = change_unit(world, &xi, &above, change("安监局", None, false))
            .await
            .expect(422);
        assert_eq!(refused.problem().refusal.as_deref(), Some("unit_has_units"));
        change_unit(world, &xi, &below, change("支队", None, false))
            .await
            .expect(200);
        change_unit(world, &xi, &above, change("安监局", None, false))
            .await
            .expect(200);
        let count = async |query: &str| {
            let path = format!("/api/v1/units{query}");
            let list = world.get(&path).bearer(&xi).send().await.expect(200).json();
            list["units"].as_array().expect("units").len()
        };
        assert_eq!((count("").await, count("?retired=true").await), (1, 3));
    });
}

#[test]
fn a_unit_with_open_cases_is_not_retired_tj_3_1() {
    on_every_engine(async |world| {
        let street = procedure::organise(world).await;
        let [xi, ..] = sign_in_administrators(world).await;
        let officer = world.sign_in("officer").await;
        let report = json!({"channel": "phone_12350", "region": "120102", "facts": "疏散通道堵塞"});
        let registered = world
            .post("/api/v1/cases")
            .bearer(&officer)
            .json(&report)
            .send()
            .await;
        let id = registered.expect(201).json()["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        procedure::bring_to_street(world, street, &id).await;
        let path = format!("/api/v1/units/{street}");
        let unit: Unit = world.get(&path).bearer(&xi).send().await.expect(200).parse();
        assert_eq!(unit.kind, UnitKind::Street);
        let body = json!({"name": unit.name, "kind": "street", "region": unit.region, "active": false});
        let problem = change_unit(world, &xi, &unit, body).await.expect(422).problem();
        assert_eq!(problem.refusal.as_deref(), Some("unit_has_cases"));
        assert_eq!(problem.basis.expect("a basis").clause, "TJ-3.1");
    });
}

#[test]
fn every_step_of_an_administrator_is_in_the_journal_with_its_reason() {
    on_every_engine(async |world| {
        let [xi, an, _] = administrators(world).await;
        let made = make(world, &xi, "li").await;
        let roles = json!({"roles": ["handler"], "reason": "新到岗"});
        put(world, &an, (made.person.id, "/roles"), &roles)
            .await
            .expect(200);
        put(world, &xi, (made.person.id, "/roles"), &roles)
            .await
            .expect(403);
        use sea_orm::{ConnectionTrait as _, Statement};
        let db = world.server.state().db.read();
        let asked = "SELECT action, outcome, reason FROM audit_entry WHERE action IN ('manage_people', 'grant_roles') ORDER BY at, outcome, action";
        let rows = db
            .query_all_raw(Statement::from_string(db.get_database_backend(), asked))
            .await;
        let read = |row: &sea_orm::QueryResult| {
            let text = |column| {
                row.try_get::<Option<String>>("", column)
                    .expect("a text")
                    .unwrap_or_default()
            };
            (text("action"), text("outcome"), text("reason"))
        };
        let found: Vec<_> = rows.expect("rows").iter().map(read).collect();
        let entry = |action: &str, outcome: &str, reason: &str| {
            (action.to_owned(), outcome.to_owned(), reason.to_owned())
        };
        for expected in [
            entry("manage_people", "allowed", ""),
            entry("grant_roles", "allowed", "[handler] 新到岗"),
            entry("grant_roles", "forbidden", "[handler] 新到岗"),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
    });
}
