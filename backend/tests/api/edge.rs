//! What holds for every path: probes, problems, names of requests, languages, limits.

use crate::world::{on_every_engine, with_settings};
use anju_shared::problem::ProblemCode;
use reqwest::Method;

#[test]
fn the_probes_answer() {
    on_every_engine(async |world| {
        assert_eq!(world.get("/healthz").send().await.expect(200).text(), "ok");
        assert_eq!(world.get("/readyz").send().await.expect(200).text(), "ready");
        let metrics = world.get("/metrics").send().await.expect(200).text();
        assert!(
            metrics.contains(r#"route="/readyz""#),
            "times are counted by route:\n{metrics}"
        );
    });
}

#[test]
fn an_unknown_path_is_a_problem_in_the_language_of_the_caller() {
    on_every_engine(async |world| {
        let chinese = world.get("/api/v1/nothing").send().await.expect(404).problem();
        assert_eq!(
            (chinese.code, chinese.title.as_str()),
            (ProblemCode::NotFound, "未找到")
        );
        let english = world
            .get("/api/v1/nothing")
            .header("accept-language", "en-GB,en;q=0.8")
            .send()
            .await;
        assert_eq!(english.expect(404).problem().title, "Not found");
    });
}

#[test]
fn a_wrong_method_is_405_and_says_which_are_right() {
    on_every_engine(async |world| {
        let paths = world.document()["paths"].as_object().expect("paths");
        for (path, item) in paths {
            for method in [
                Method::GET,
                Method::POST,
                Method::PUT,
                Method::PATCH,
                Method::DELETE,
            ] {
                if item.get(method.as_str().to_ascii_lowercase()).is_some() {
                    continue;
                }
                let answer = world
                    .call(method, &path.replace(['{', '}'], ""))
                    .send()
                    .await
                    .expect(405);
                assert_eq!(answer.problem().code, ProblemCode::MethodNotAllowed);
                let allowed = answer.header("allow").to_ascii_lowercase();
                for allowed in allowed.split(", ") {
                    assert!(item.get(allowed).is_some(), "{path} allows {allowed}");
                }
            }
        }
    });
}

#[test]
fn a_request_keeps_its_name_if_it_is_a_uuid() {
    on_every_engine(async |world| {
        let name = "0198c0de-0000-7000-8000-000000000001";
        let kept = world.get("/api/v1/x").header("x-request-id", name).send().await;
        assert_eq!(kept.header("x-request-id"), name);
        assert_eq!(kept.problem().request_id.as_deref(), Some(name));
        let other = world
            .get("/healthz")
            .header("x-request-id", "not-a-uuid")
            .send()
            .await;
        assert_ne!(other.header("x-request-id"), "not-a-uuid");
    });
}

#[test]
fn too_many_calls_from_one_address_wait() {
    with_settings(
        &[("rates.general.burst", "3"), ("rates.general.per_minute", "3")],
        async |world| {
            for _ in 0..3 {
                world.get("/api/v1/x").send().await.expect(404);
            }
            let answer = world.get("/api/v1/x").send().await.expect(429);
            assert_eq!(answer.problem().code, ProblemCode::TooManyRequests);
            assert!(
                answer
                    .header("retry-after")
                    .parse::<u64>()
                    .is_ok_and(|seconds| (1..=20).contains(&seconds))
            );
            world.get("/healthz").send().await.expect(200);
        },
    );
}

#[test]
fn the_document_is_served_with_a_reader_that_needs_no_internet() {
    on_every_engine(async |world| {
        let served = world.get("/openapi.json").send().await.expect(200).json();
        assert_eq!(&served, world.document());
        world.get("/docs").send().await.expect(308);
        let page = world.get("/docs/").send().await.expect(200).text();
        for attribute in ["src=\"", "href=\""] {
            for target in page.split(attribute).skip(1) {
                let target = target.split('"').next().unwrap_or_default();
                assert!(
                    !target.starts_with("http") && !target.starts_with("//"),
                    "{target}"
                );
            }
        }
        world.get("/docs/swagger-ui.css").send().await.expect(200);
        world.get("/docs/nothing.js").send().await.expect(404);
    });
}
