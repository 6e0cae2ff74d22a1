//! What people owe when they sign in: an own password, a one-time code, the confidentiality agreement; until then nothing
//! else is answered.

use crate::world::{Answer, PASSWORD, World, on_every_engine, with_settings};
use anju_backend::admin::{self, NewUser};
use anju_shared::{
    access::Role,
    api::session::{Account, Agreement, Duty, NewOneTimeCode, SignedIn},
    problem::ProblemCode,
};
use reqwest::Method;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

const NEW: &str = "Quiet-River-42";
const CODE: &str = "/api/v1/session/one-time-code";
const CONFIRM: &str = "/api/v1/session/one-time-code/confirmation";
const AGREEMENT: &str = "/api/v1/session/agreement";

async fn zhou(world: &World) {
    world.office().await;
    world.person("zhou", "anwei", &[Role::Dispatcher]).await;
}

async fn post(world: &World, token: &str, path: &str, body: Value) -> Answer {
    world.post(path).bearer(token).json(&body).send().await
}

async fn change_password(world: &World, token: &str, old: &str, new: &str) -> Answer {
    let call = world.call(Method::PUT, "/api/v1/session/password").bearer(token);
    call.json(&json!({ "old": old, "new": new })).send().await
}

async fn cases(world: &World, token: &str) -> Answer {
    world.get("/api/v1/cases").bearer(token).send().await
}

/// That nothing is answered but what belongs to the session.
async fn is_held_up(world: &World, token: &str, code: ProblemCode) {
    for path in [
        "/api/v1/cases",
        "/api/v1/drafts",
        "/api/v1/units",
        "/api/v1/rules",
    ] {
        let answer = world.get(path).bearer(token).send().await.expect(403);
        assert_eq!(answer.problem().code, code, "{path}");
    }
    world
        .get("/api/v1/session")
        .bearer(token)
        .send()
        .await
        .expect(200);
}

fn signed_in(answer: Answer) -> (String, Vec<Duty>) {
    let signed_in: SignedIn = answer.expect(200).parse();
    (signed_in.access_token, signed_in.account.duties)
}

#[test]
fn whoever_signs_in_with_an_initial_password_changes_it_first() {
    on_every_engine(async |world| {
        world.office().await;
        let new = NewUser {
            login: "li",
            name: "李示范",
            unit: "anwei",
            roles: &[Role::Dispatcher],
            password: None,
        };
        let added = admin::add_user(world.server.state(), new)
            .await
            .expect("an account");
        let initial = added.generated.expect("a password").to_string();
        let (token, duties) = signed_in(world.try_to_sign_in("li", &initial).await);
        assert_eq!(duties, [Duty::ChangePassword]);
        is_held_up(world, &token, ProblemCode::PasswordChangeRequired).await;
        let account: Account = change_password(world, &token, &initial, NEW)
            .await
            .expect(200)
            .parse();
        assert!(account.duties.is_empty());
        cases(world, &token).await.expect(200);
        world.try_to_sign_in("li", &initial).await.expect(401);
        assert!(signed_in(world.try_to_sign_in("li", NEW).await).1.is_empty());
    });
}

#[test]
fn a_changed_password_ends_every_other_sign_in() {
    on_every_engine(async |world| {
        zhou(world).await;
        let (here, elsewhere) = (world.sign_in("zhou").await, world.sign_in("zhou").await);
        change_password(world, &here, PASSWORD, NEW).await.expect(200);
        cases(world, &here).await.expect(200);
        cases(world, &elsewhere).await.expect(401);
        world.try_to_sign_in("zhou", PASSWORD).await.expect(401);
    });
}

#[test]
fn a_password_is_changed_only_by_its_owner_and_to_one_that_is_hard_to_guess() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        for (old, new, field, code) in [
            (PASSWORD, "Short-1", "new", "password_too_short"),
            (PASSWORD, "P@ssw0rd-12", "new", "password_too_common"),
            (PASSWORD, "Zhou-is-here-1", "new", "password_contains_user_name"),
            (PASSWORD, PASSWORD, "new", "password_unchanged"),
            ("wrong", NEW, "old", "wrong_password"),
        ] {
            let problem = change_password(world, &token, old, new)
                .await
                .expect(422)
                .problem();
            let told = &problem.violations[0];
            assert_eq!((told.field.as_str(), told.code.as_str()), (field, code));
        }
        // Whoever sits down at an open desk guesses no faster than at the door.
        for _ in 0..3 {
            change_password(world, &token, "wrong", NEW).await.expect(422);
        }
        change_password(world, &token, PASSWORD, NEW).await.expect(429);
        world.clock.advance(1);
        change_password(world, &token, PASSWORD, NEW).await.expect(200);
    });
}

#[test]
fn tj_17_nobody_works_on_reports_before_they_accept_the_agreement() {
    with_settings(&[("sign_in.agreement", "true")], async |world| {
        zhou(world).await;
        let (token, duties) = signed_in(world.try_to_sign_in("zhou", PASSWORD).await);
        assert_eq!(duties, [Duty::AcceptAgreement]);
        is_held_up(world, &token, ProblemCode::AgreementRequired).await;
        let text: Agreement = world
            .get(AGREEMENT)
            .bearer(&token)
            .send()
            .await
            .expect(200)
            .parse();
        assert!(text.accepted_until.is_none() && text.title.zh.contains("保密协议"));
        post(world, &token, AGREEMENT, json!({ "version": "another" }))
            .await
            .expect(409);
        cases(world, &token).await.expect(403);
        let version = json!({ "version": text.version });
        let account: Account = post(world, &token, AGREEMENT, version.clone())
            .await
            .expect(200)
            .parse();
        assert!(account.duties.is_empty());
        cases(world, &token).await.expect(200);
        world.clock.advance(366 * 86_400);
        let (token, duties) = signed_in(world.try_to_sign_in("zhou", PASSWORD).await);
        assert_eq!(
            duties,
            [Duty::AcceptAgreement],
            "an acceptance is good for its term"
        );
        post(world, &token, AGREEMENT, version).await.expect(200);
        cases(world, &token).await.expect(200);
    });
}

/// What the authenticator shows.
fn shown(world: &World, enrolled: &NewOneTimeCode) -> String {
    let secret = Secret::try_from_base32(&enrolled.secret).expect("base32");
    let now = u64::try_from(world.server.state().clock.now().unix()).expect("after 1970");
    let generator = Builder::new().with_secret(secret).build_noncompliant();
    generator.generate(now).to_string()
}

async fn sign_in_with(world: &World, password: &str, code: &str) -> Answer {
    let body = json!({ "login": "zhou", "password": password, "code": code });
    world.post("/api/v1/session").json(&body).send().await
}

async fn enrol(world: &World, token: &str) -> NewOneTimeCode {
    let begun = post(world, token, CODE, json!({ "password": PASSWORD })).await;
    let enrolled: NewOneTimeCode = begun.expect(200).parse();
    assert!(enrolled.qr.starts_with("<svg "));
    post(world, token, CONFIRM, json!({ "code": "000000" }))
        .await
        .expect(422);
    let code = json!({ "code": shown(world, &enrolled) });
    let account: Account = post(world, token, CONFIRM, code).await.expect(200).parse();
    assert!(account.has_one_time_code && account.duties.is_empty());
    enrolled
}

#[test]
fn a_one_time_code_is_asked_for_after_the_password_and_good_once() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        post(world, &token, CODE, json!({ "password": "wrong" }))
            .await
            .expect(422);
        let enrolled = enrol(world, &token).await;
        post(world, &token, CODE, json!({ "password": PASSWORD }))
            .await
            .expect(409);

        let asked = world.try_to_sign_in("zhou", PASSWORD).await.expect(401);
        assert_eq!(asked.problem().code, ProblemCode::OneTimeCodeRequired);
        // The code that confirmed the secret was used by that.
        sign_in_with(world, PASSWORD, &shown(world, &enrolled))
            .await
            .expect(401);
        world.clock.advance(60);
        let code = shown(world, &enrolled);
        sign_in_with(world, PASSWORD, &code).await.expect(200);
        let replayed = sign_in_with(world, PASSWORD, &code).await.expect(401);
        let wrong = sign_in_with(world, "wrong", &code).await.expect(401);
        let unknown = world.try_to_sign_in("nobody", PASSWORD).await.expect(401);
        let told = |answer: Answer| {
            let mut problem = answer.problem();
            problem.request_id = None;
            (problem, answer.headers.len())
        };
        let (replayed, wrong, unknown) = (told(replayed), told(wrong), told(unknown));
        assert_eq!(wrong.0.code, ProblemCode::BadCredentials);
        assert!(replayed == wrong && wrong == unknown);
    });
}

#[test]
fn two_who_show_the_same_code_at_once_are_not_both_let_in() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        let enrolled = enrol(world, &token).await;
        world.clock.advance(60);
        let code = shown(world, &enrolled);
        let both = (
            sign_in_with(world, PASSWORD, &code),
            sign_in_with(world, PASSWORD, &code),
        );
        let (one, other) = futures_util::future::join(both.0, both.1).await;
        assert_eq!(
            (one.status.min(other.status), one.status.max(other.status)),
            (200, 401)
        );
    });
}

#[test]
fn a_role_may_ask_for_a_code_and_an_administrator_takes_a_lost_one_away() {
    let settings = [("sign_in.one_time_code", "dispatcher,office_leader")];
    with_settings(&settings, async |world| {
        zhou(world).await;
        world.person("chen", "anwei", &[Role::IntakeOfficer]).await;
        cases(world, &world.sign_in("chen").await).await.expect(200);
        let (token, duties) = signed_in(world.try_to_sign_in("zhou", PASSWORD).await);
        assert_eq!(duties, [Duty::EnrolOneTimeCode]);
        is_held_up(world, &token, ProblemCode::OneTimeCodeMissing).await;
        enrol(world, &token).await;
        cases(world, &token).await.expect(200);
        let state = world.server.state();
        admin::forget_one_time_code(state, "Zhou")
            .await
            .expect("forgotten");
        assert!(admin::forget_one_time_code(state, "zhou").await.is_err());
        let (_, duties) = signed_in(world.try_to_sign_in("zhou", PASSWORD).await);
        assert_eq!(duties, [Duty::EnrolOneTimeCode]);
    });
}

#[test]
fn the_secret_of_an_authenticator_is_sealed_where_it_lies() {
    on_every_engine(async |world| {
        zhou(world).await;
        let token = world.sign_in("zhou").await;
        let enrolled = enrol(world, &token).await;
        let secret = Secret::try_from_base32(&enrolled.secret).expect("base32");
        let db = world.server.state().db.read();
        let asked = "SELECT secret_sealed FROM one_time_code";
        let asked = Statement::from_string(db.get_database_backend(), asked);
        let row = db.query_one_raw(asked).await.expect("an answer").expect("a row");
        let sealed: Vec<u8> = row.try_get("", "secret_sealed").expect("bytes");
        assert!(!sealed.windows(secret.len()).any(|window| window == &*secret));
    });
}
