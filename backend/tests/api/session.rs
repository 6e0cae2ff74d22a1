//! Sign-in of staff: proved by password, kept by a rotating token, slowed down for guessers, ended at once.

use crate::world::{Answer, PASSWORD, World, on_every_engine, with_settings};
use anju_backend::{admin, error::Error};
use anju_shared::{
    access::Role,
    api::session::{Account, SignedIn},
    problem::ProblemCode,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::Method;
use sea_orm::{ConnectionTrait as _, Statement};

/// The office, and in it a dispatcher named `zhou`.
async fn zhou(world: &World) {
    world.office().await;
    world.person("zhou", "anwei", &[Role::Dispatcher]).await;
}

/// The refresh token that an answer sets, and the rest of the cookie.
fn cookie(answer: &Answer) -> (String, String) {
    let text = answer.header("set-cookie");
    let (pair, rest) = text.split_once(';').expect("attributes");
    (pair.to_owned(), rest.to_owned())
}

async fn refresh(world: &World, cookie: &str) -> Answer {
    world
        .post("/api/v1/session/refresh")
        .header("cookie", cookie)
        .send()
        .await
}

async fn who(world: &World, token: &str) -> Answer {
    world.get("/api/v1/session").bearer(token).send().await
}

/// Operation, outcome and actor of every entry of the journal of access, oldest first.
async fn journal(world: &World) -> Vec<(String, String, String)> {
    let db = world.server.state().db.read();
    let asked = "SELECT action, outcome, actor, resource FROM audit_entry ORDER BY at, lane, seq";
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), asked))
        .await;
    let text = |row: &sea_orm::QueryResult, column| row.try_get::<String>("", column).expect("a text");
    rows.expect("entries")
        .iter()
        .map(|row| (text(row, "action"), text(row, "outcome"), text(row, "actor")))
        .collect()
}

#[test]
fn whoever_knows_the_password_is_signed_in() {
    on_every_engine(async |world| {
        zhou(world).await;
        let answer = world.try_to_sign_in(" Zhou ", PASSWORD).await.expect(200);
        let signed_in: SignedIn = answer.parse();
        assert_eq!(signed_in.expires_in, 300);
        assert_eq!(signed_in.account.login, "zhou");
        assert_eq!(signed_in.account.region, "1201");
        assert_eq!(signed_in.account.unit.name, "anwei 单位");
        assert_eq!(signed_in.account.roles, [Role::Dispatcher]);
        let account: Account = who(world, &signed_in.access_token).await.expect(200).parse();
        assert_eq!(account, signed_in.account);
    });
}

#[test]
fn the_refresh_token_is_out_of_reach_of_scripts_and_other_sites() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (_, attributes) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        for attribute in [
            "HttpOnly",
            "SameSite=Strict",
            "Path=/api/v1/session",
            "Max-Age=14400",
        ] {
            assert!(attributes.contains(attribute), "{attributes}");
        }
        assert!(
            !attributes.contains("Secure"),
            "on this machine alone there is no TLS: {attributes}"
        );
    });
    with_settings(&[("secure_cookies", "true")], async |world| {
        zhou(world).await;
        let (_, attributes) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        assert!(attributes.contains("Secure"), "{attributes}");
    });
}

#[test]
fn an_unknown_user_and_a_wrong_password_get_the_same_answer() {
    on_every_engine(async |world| {
        zhou(world).await;
        world.person("closed", "anwei", &[Role::Dispatcher]).await;
        admin::set_user_active(world.server.state(), "closed", false)
            .await
            .expect("closed");
        let mut answers = Vec::new();
        for (login, password) in [
            ("zhou", "wrong"),
            ("nobody", "wrong"),
            ("nobody", PASSWORD),
            ("closed", PASSWORD),
            ("", ""),
        ] {
            let answer = world.try_to_sign_in(login, password).await.expect(401);
            let mut problem = answer.problem();
            problem.request_id = None;
            answers.push((problem, answer.headers.len()));
        }
        assert_eq!(answers[0].0.code, ProblemCode::BadCredentials);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    });
}

#[test]
fn every_further_failure_doubles_the_wait() {
    on_every_engine(async |world| {
        zhou(world).await;
        let wrong = async || world.try_to_sign_in("zhou", "wrong").await;
        for _ in 0..4 {
            wrong().await.expect(401);
        }
        for wait in [1, 2, 4, 8] {
            // Even the right password is not looked at before its time.
            let refused = world.try_to_sign_in("zhou", PASSWORD).await.expect(429);
            assert_eq!(refused.header("retry-after"), wait.to_string());
            world.clock.advance(wait);
            wrong().await.expect(401);
        }
        world.try_to_sign_in("li", "wrong").await.expect(401);
        world.clock.advance(16);
        world.sign_in("zhou").await;
        for _ in 0..4 {
            wrong().await.expect(401);
        }
        assert_eq!(
            wrong().await.expect(429).header("retry-after"),
            "1",
            "a success clears the count"
        );
    });
}

#[test]
fn tries_at_the_same_moment_are_no_way_around_the_wait() {
    on_every_engine(async |world| {
        zhou(world).await;
        let tries = (0..12).map(|_| world.try_to_sign_in("zhou", "wrong"));
        let answers = futures_util::future::join_all(tries).await;
        let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
        assert_eq!(
            looked_at,
            4,
            "{:?}",
            answers.iter().map(|a| a.status).collect::<Vec<_>>()
        );
    });
}

#[test]
fn nobody_is_locked_out_by_failures_elsewhere() {
    with_settings(&[("trusted_proxies", "1")], async |world| {
        zhou(world).await;
        let from = async |address: &str, password: &str| {
            let body = serde_json::json!({ "login": "zhou", "password": password });
            world
                .post("/api/v1/session")
                .header("x-forwarded-for", address)
                .json(&body)
                .send()
                .await
        };
        for last in 0..40 {
            let answer = from(&format!("198.51.100.{last}"), "wrong").await;
            assert!([401, 429].contains(&answer.status));
        }
        let refused = from("203.0.113.7", PASSWORD).await.expect(429);
        let wait: i64 = refused.header("retry-after").parse().expect("seconds");
        assert!(wait <= 5, "{wait}");
        world.clock.advance(wait);
        from("203.0.113.7", PASSWORD).await.expect(200);
    });
}

#[test]
fn a_refresh_token_is_good_once() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (first, _) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        world.clock.advance(290);
        let renewed = refresh(world, &first).await.expect(200);
        let (second, _) = cookie(&renewed);
        assert_ne!(first, second);
        let token = renewed.parse::<SignedIn>().access_token;
        world.clock.advance(290);
        who(world, &token).await.expect(200);
        let (third, _) = cookie(&refresh(world, &second).await.expect(200));
        refresh(world, &third).await.expect(200);
    });
}

#[test]
fn a_refresh_token_that_comes_twice_ends_the_sign_in() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (stolen, _) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        let elsewhere = world.sign_in("zhou").await;
        let renewed = refresh(world, &stolen).await.expect(200);
        let (good, _) = cookie(&renewed);
        let token = renewed.parse::<SignedIn>().access_token;

        let answer = refresh(world, &stolen).await.expect(401);
        assert_eq!(answer.problem().code, ProblemCode::Unauthenticated);
        assert!(
            cookie(&answer).1.contains("Max-Age=0"),
            "the cookie is taken back"
        );
        refresh(world, &good).await.expect(401);
        who(world, &token).await.expect(401);
        who(world, &elsewhere).await.expect(200);

        let told = journal(world).await;
        let of_anju = |actor: &str| actor.contains("system");
        assert!(
            told.iter()
                .any(|(what, how, who)| what == "sign_out" && how == "allowed" && of_anju(who)),
            "{told:?}"
        );
        assert!(
            told.iter()
                .any(|(what, how, _)| what == "use_session" && how == "conflict"),
            "{told:?}"
        );
    });
}

#[test]
fn of_two_renewals_at_the_same_moment_at_most_one_succeeds() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (token, _) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        let answers = futures_util::future::join_all((0..6).map(|_| refresh(world, &token))).await;
        let won = answers.iter().filter(|answer| answer.status == 200).count();
        assert!(won <= 1, "{won}");
        assert!(answers.iter().all(|answer| [200, 401].contains(&answer.status)));
    });
}

#[test]
fn whoever_has_no_refresh_token_or_comes_from_another_site_is_not_renewed() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (token, _) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        for wrong in [
            "other=1",
            "anju_refresh=",
            "anju_refresh=AAAA",
            &format!("anju_refresh={}", "A".repeat(43)),
        ] {
            refresh(world, wrong).await.expect(401);
        }
        world.post("/api/v1/session/refresh").send().await.expect(401);
        for site in ["cross-site", "same-site"] {
            let call = world.post("/api/v1/session/refresh").header("cookie", &token);
            call.header("sec-fetch-site", site).send().await.expect(403);
        }
        let call = world.post("/api/v1/session/refresh").header("cookie", &token);
        call.header("sec-fetch-site", "same-origin")
            .send()
            .await
            .expect(200);
    });
}

#[test]
fn a_sign_in_ends_after_a_pause_and_after_a_day_at_the_latest() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (paused, _) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        let (mut busy, _) = cookie(&world.try_to_sign_in("zhou", PASSWORD).await);
        for _ in 0..3 {
            world.clock.advance(4 * 3600 - 1);
            busy = cookie(&refresh(world, &busy).await.expect(200)).0;
        }
        refresh(world, &paused).await.expect(401);
        world.clock.advance(3);
        refresh(world, &busy).await.expect(401);
    });
}

#[test]
fn signing_out_ends_this_sign_in_only() {
    on_every_engine(async |world| {
        zhou(world).await;
        let answer = world.try_to_sign_in("zhou", PASSWORD).await;
        let (here_cookie, _) = cookie(&answer);
        let here = answer.parse::<SignedIn>().access_token;
        let there = world.sign_in("zhou").await;
        let closed = world
            .call(Method::DELETE, "/api/v1/session")
            .bearer(&here)
            .send()
            .await
            .expect(204);
        assert!(cookie(&closed).1.contains("Max-Age=0"));
        who(world, &here).await.expect(401);
        refresh(world, &here_cookie).await.expect(401);
        who(world, &there).await.expect(200);
    });
}

#[test]
fn signing_out_everywhere_ends_every_sign_in_of_this_person_only() {
    on_every_engine(async |world| {
        zhou(world).await;
        world.person("li", "anwei", &[Role::IntakeOfficer]).await;
        let (here, there, li) = (
            world.sign_in("zhou").await,
            world.sign_in("zhou").await,
            world.sign_in("li").await,
        );
        world
            .call(Method::DELETE, "/api/v1/sessions")
            .bearer(&here)
            .send()
            .await
            .expect(204);
        for token in [&here, &there] {
            who(world, token).await.expect(401);
        }
        who(world, &li).await.expect(200);
        world.sign_in("zhou").await;
    });
}

#[test]
fn a_withdrawn_role_is_gone_with_the_next_request() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        admin::set_roles(world.server.state(), "zhou", &[Role::Analyst])
            .await
            .expect("changed");
        let account: Account = who(world, &token).await.expect(200).parse();
        assert_eq!(account.roles, [Role::Analyst]);
        admin::set_user_active(world.server.state(), "zhou", false)
            .await
            .expect("closed");
        who(world, &token).await.expect(401);
    });
}

#[test]
fn an_access_token_is_good_for_five_minutes() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        world.clock.advance(299);
        who(world, &token).await.expect(200);
        world.clock.advance(1);
        let answer = who(world, &token).await.expect(401);
        assert_eq!(answer.header("www-authenticate"), "Bearer");
    });
}

#[test]
fn a_token_that_is_not_signed_by_us_is_no_token() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        let mut parts = token.split('.');
        let (head, claims) = (parts.next().expect("a head"), parts.next().expect("claims"));
        let unsigned = URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"JWT"}"#);
        for forged in [
            format!("{unsigned}.{claims}."),
            format!("{unsigned}.{claims}.{}", parts.next().expect("a signature")),
            format!("{head}.{claims}."),
            format!("{head}.{claims}.{}", URL_SAFE_NO_PAD.encode([0; 32])),
            "x".to_owned(),
        ] {
            who(world, &forged).await.expect(401);
        }
        for header in [
            "",
            "Bearer",
            "Basic emhvdTp4",
            &format!("Token {token}"),
            &format!("Bearer {token} x"),
        ] {
            world
                .get("/api/v1/session")
                .header("authorization", header)
                .send()
                .await
                .expect(401);
        }
        assert_eq!(
            world
                .get("/api/v1/session")
                .send()
                .await
                .expect(401)
                .problem()
                .code,
            ProblemCode::Unauthenticated
        );
    });
}

#[test]
fn every_try_is_in_the_journal_without_the_user_name() {
    on_every_engine(async |world| {
        zhou(world).await;
        world.try_to_sign_in("zhou", "wrong").await.expect(401);
        world.sign_in("zhou").await;
        let told = journal(world).await;
        let tries: Vec<_> = told.iter().filter(|(what, ..)| what == "sign_in").collect();
        assert_eq!(tries.len(), 2, "{told:?}");
        assert!(
            tries
                .iter()
                .any(|(_, how, who)| how == "bad_credentials" && who.contains("public")),
            "{tries:?}"
        );
        assert!(
            tries
                .iter()
                .any(|(_, how, who)| how == "allowed" && who.contains("staff")),
            "{tries:?}"
        );
        assert!(!format!("{told:?}").contains("zhou"), "{told:?}");
        let state = world.server.state();
        assert_eq!(
            anju_backend::audit::verify(&state.db, &state.keys)
                .await
                .expect("an answer"),
            []
        );
    });
}

#[test]
fn an_account_is_refused_with_everything_that_is_wrong_with_it() {
    on_every_engine(async |world| {
        zhou(world).await;
        let state = world.server.state();
        let add = async |login: &str, unit: &str, roles: &[Role], password: &str| {
            let password = Some(zeroize::Zeroizing::new(password.to_owned()));
            let added = admin::add_user(
                state,
                admin::NewUser {
                    login,
                    name: "李娜",
                    unit,
                    roles,
                    password,
                },
            )
            .await;
            added.map(drop).expect_err("refused")
        };
        let roles = [Role::SystemAdministrator, Role::Dispatcher];
        let Error::Invalid(violations) = add("a b", "anwei", &roles, "short").await else {
            panic!("violations")
        };
        let fields: Vec<&str> = violations
            .iter()
            .map(|violation| violation.field.as_str())
            .collect();
        assert_eq!(fields, ["login", "roles", "password", "password"]);
        assert_eq!(
            add("ZHOU", "anwei", &[Role::Handler], PASSWORD).await.code(),
            ProblemCode::Conflict
        );
        assert_eq!(
            add("li", "nowhere", &[Role::Handler], PASSWORD).await.code(),
            ProblemCode::NotFound
        );
    });
}
