//! Bodies of every wrong kind, at every operation that takes one: never a 5xx, always a documented problem.

use crate::world::{Answer, World, on_every_engine};
use anju_shared::problem::ProblemCode;
use reqwest::Method;

/// What is not JSON, or not JSON that anybody sends in good faith.
fn malformed() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("nothing", Vec::new()),
        ("half an object", b"{\"a\":".to_vec()),
        ("a word", b"nonsense".to_vec()),
        ("invalid UTF-8", b"{\"a\":\"\xc3\x28\"}".to_vec()),
        ("a lone surrogate", br#"{"a":"\ud800"}"#.to_vec()),
        ("a number beyond all numbers", br#"{"a":1e999}"#.to_vec()),
        ("100,000 levels of arrays", vec![b'['; 100_000]),
        ("100,000 levels of objects", br#"{"a":"#.repeat(20_000)),
        ("two values", b"{} {}".to_vec()),
        ("a raw NUL", b"{\"a\":\"\0\"}".to_vec()),
    ]
}

/// What is JSON but no body of any operation.
fn unfit() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("an array", b"[]".to_vec()),
        ("null", b"null".to_vec()),
        ("a number of 23 digits", b"12345678901234567890123".to_vec()),
        ("an escaped NUL", br#"{"a":"\u0000"}"#.to_vec()),
        ("a text", "\"𠀀 \u{202e}\u{200b}\"".as_bytes().to_vec()),
    ]
}

/// Every operation that takes JSON, with its path filled in.
fn operations(world: &World) -> Vec<(Method, String)> {
    let paths = world.document()["paths"].as_object().expect("paths");
    let mut found = Vec::new();
    for (path, item) in paths {
        for (method, operation) in item.as_object().expect("an item") {
            if operation["requestBody"]["content"]
                .get("application/json")
                .is_some()
            {
                let method = method.to_ascii_uppercase().parse().expect("a method");
                found.push((method, fill(path)));
            }
        }
    }
    found
}

fn fill(path: &str) -> String {
    let filled = path.split('/').map(|part| {
        if part.starts_with('{') {
            "0198c0de-0000-7000-8000-000000000001"
        } else {
            part
        }
    });
    filled.collect::<Vec<_>>().join("/")
}

async fn send(world: &World, method: &Method, path: &str, media_type: &str, body: Vec<u8>) -> Answer {
    world
        .call(method.clone(), path)
        .header("if-match", "\"1\"")
        .raw(media_type, body)
        .send()
        .await
}

#[test]
fn no_malformed_body_is_answered_with_a_fault_of_the_server() {
    on_every_engine(async |world| {
        for (method, path) in operations(world) {
            for (kind, body) in malformed() {
                let answer = send(world, &method, &path, "application/json", body).await;
                assert!(
                    [400, 401, 422].contains(&answer.status),
                    "{kind} at {method} {path}: {answer:?}"
                );
            }
            for (kind, body) in unfit() {
                let answer = send(world, &method, &path, "application/json", body).await;
                assert!(
                    [401, 422].contains(&answer.status),
                    "{kind} at {method} {path}: {answer:?}"
                );
            }
        }
    });
}

#[test]
fn another_content_type_is_not_read() {
    on_every_engine(async |world| {
        for (method, path) in operations(world) {
            for media_type in [
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
            ] {
                let answer = send(world, &method, &path, media_type, b"{}".to_vec()).await;
                assert!(
                    [401, 415].contains(&answer.status),
                    "{media_type} at {method} {path}: {answer:?}"
                );
            }
        }
    });
}

#[test]
fn a_body_over_the_limit_is_refused() {
    on_every_engine(async |world| {
        for (method, path) in operations(world) {
            let body = format!("{{\"a\":\"{}\"}}", "x".repeat(300 << 10));
            let answer = send(world, &method, &path, "application/json", body.into_bytes()).await;
            match answer.status {
                401 => {}
                _ => assert_eq!(answer.expect(413).problem().code, ProblemCode::TooLarge),
            }
        }
    });
}

#[test]
fn an_odd_path_or_query_finds_nothing_and_breaks_nothing() {
    on_every_engine(async |world| {
        let paths = world.document()["paths"].as_object().expect("paths");
        for path in paths.keys().filter(|path| path.contains('{')) {
            for odd in ["%00", "..%2f..", "%ff%fe", "𠀀", "'%20OR%201=1--", "0"] {
                let odd = path
                    .split('/')
                    .map(|part| if part.starts_with('{') { odd } else { part });
                let answer = world.get(&odd.collect::<Vec<_>>().join("/")).send().await;
                assert!((400..500).contains(&answer.status), "{path}: {answer:?}");
            }
        }
        for (path, _) in paths
            .iter()
            .filter(|(path, item)| !path.contains('{') && item.get("get").is_some())
        {
            for odd in [
                "a=%00",
                "limit=99999999999999999999999",
                "limit=%ff",
                "cursor=%27",
                "&&&=&",
            ] {
                let answer = world.get(&format!("{path}?{odd}")).send().await;
                assert!(answer.status < 500, "{path}?{odd}: {answer:?}");
            }
        }
    });
}
