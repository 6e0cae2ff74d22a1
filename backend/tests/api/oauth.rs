//! Tokens of third-party systems.

use crate::world::{Answer, World, on_every_engine};
use anju_backend::admin::{self, AddedClient};
use anju_shared::{access::Scope, api::session::TokenResponse, problem::ProblemCode};
use base64::{Engine as _, engine::general_purpose::STANDARD};

const BOTH: &[Scope] = &[Scope::ReportsSubmit, Scope::ReportsStatus];

async fn ask(world: &World, system: &AddedClient, scope: &str) -> Answer {
    let basic = STANDARD.encode(format!("{}:{}", system.client_id, system.secret.reveal()));
    let form = [("grant_type", "client_credentials"), ("scope", scope)];
    world
        .post("/oauth/token")
        .header("authorization", &format!("Basic {basic}"))
        .form(&form)
        .send()
        .await
}

#[test]
fn a_system_gets_a_token_by_its_secret_in_header_or_body() {
    on_every_engine(async |world| {
        let system = world.system(BOTH).await;
        let token: TokenResponse = ask(world, &system, "").await.expect(200).parse();
        assert_eq!((token.token_type.as_str(), token.expires_in), ("Bearer", 300));
        assert_eq!(token.scope, "reports:submit reports:status");
        let by_body = world.system_token(&system).await;
        for token in [token.access_token, by_body] {
            world.get("/api/v1/rules").bearer(&token).send().await.expect(200);
        }
    });
}

#[test]
fn a_system_gets_no_more_than_it_was_granted() {
    on_every_engine(async |world| {
        let system = world.system(BOTH).await;
        let narrow: TokenResponse = ask(world, &system, "reports:status").await.expect(200).parse();
        assert_eq!(narrow.scope, "reports:status");
        let status_only = world.system(&[Scope::ReportsStatus]).await;
        for scope in ["reports:submit", "reports:status reports:submit", "cases:read"] {
            let problem = ask(world, &status_only, scope).await.expect(422).problem();
            assert_eq!(
                (problem.code, problem.violations[0].code.as_str()),
                (ProblemCode::Invalid, "invalid_scope")
            );
        }
    });
}

#[test]
fn wrong_credentials_get_one_and_the_same_answer() {
    on_every_engine(async |world| {
        let system = world.system(BOTH).await;
        let other = world.system(BOTH).await;
        let closed = world.system(BOTH).await;
        admin::set_client_active(world.server.state(), &closed.client_id, false)
            .await
            .expect("closed");
        let mut answers = Vec::new();
        for (id, secret) in [
            (system.client_id.as_str(), other.secret.reveal()),
            (&system.client_id, "short"),
            (&system.client_id, ""),
            ("nobody", system.secret.reveal()),
            ("", ""),
            (&closed.client_id, closed.secret.reveal()),
        ] {
            let form = [
                ("grant_type", "client_credentials"),
                ("client_id", id),
                ("client_secret", secret),
            ];
            let answer = world.post("/oauth/token").form(&form).send().await.expect(401);
            assert_eq!(answer.header("www-authenticate"), "Basic", "RFC 6749, 5.2");
            let mut problem = answer.problem();
            problem.request_id = None;
            answers.push(problem);
        }
        assert_eq!(answers[0].code, ProblemCode::BadCredentials);
        assert!(answers.iter().all(|answer| *answer == answers[0]));
    });
}

#[test]
fn what_is_not_asked_for_as_the_standard_says_is_refused() {
    on_every_engine(async |world| {
        let system = world.system(BOTH).await;
        let form = [
            ("grant_type", "password"),
            ("client_id", &system.client_id),
            ("client_secret", system.secret.reveal()),
        ];
        let problem = world
            .post("/oauth/token")
            .form(&form)
            .send()
            .await
            .expect(422)
            .problem();
        assert_eq!(problem.violations[0].code, "unsupported_grant_type");
        let problem = world
            .post("/oauth/token")
            .form(&[("scope", "x")])
            .send()
            .await
            .expect(422)
            .problem();
        assert_eq!(problem.violations[0].field, "grant_type");
        world
            .post("/oauth/token")
            .json(&serde_json::json!({}))
            .send()
            .await
            .expect(415);
        world
            .post("/oauth/token")
            .raw("application/x-www-form-urlencoded", "grant_type=%00")
            .send()
            .await
            .expect(422);
        let long = format!("grant_type={}", "x".repeat(300 << 10));
        world
            .post("/oauth/token")
            .raw("application/x-www-form-urlencoded", long)
            .send()
            .await
            .expect(413);
    });
}

#[test]
fn a_closed_system_is_out_with_its_next_request() {
    on_every_engine(async |world| {
        let system = world.system(BOTH).await;
        let token = world.system_token(&system).await;
        admin::set_client_active(world.server.state(), &system.client_id, false)
            .await
            .expect("closed");
        world.get("/api/v1/rules").bearer(&token).send().await.expect(401);
        admin::set_client_active(world.server.state(), &system.client_id, true)
            .await
            .expect("open");
        world.get("/api/v1/rules").bearer(&token).send().await.expect(200);
        world.clock.advance(300);
        world.get("/api/v1/rules").bearer(&token).send().await.expect(401);
    });
}

#[test]
fn a_system_is_not_a_person() {
    on_every_engine(async |world| {
        let token = world.system_token(&world.system(BOTH).await).await;
        for path in ["/api/v1/session", "/api/v1/units"] {
            world.get(path).bearer(&token).send().await.expect(403);
        }
        for path in ["/api/v1/session", "/api/v1/sessions"] {
            world
                .call(reqwest::Method::DELETE, path)
                .bearer(&token)
                .send()
                .await
                .expect(403);
        }
    });
}
