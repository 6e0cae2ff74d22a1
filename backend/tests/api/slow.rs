//! Clients that take their time, and bodies without an end.

use crate::world::{World, with_settings};
use std::{
    io,
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

/// Longer than any test here waits for the server to lose patience.
const PATIENCE: Duration = Duration::from_secs(10);
const HURRIED: &[(&str, &str)] = &[("limits.head_seconds", "1")];

async fn connect(world: &World) -> TcpStream {
    TcpStream::connect(world.server.addr).await.expect("a connection")
}

/// Everything until the server closes the connection, within ten seconds.
async fn read_to_close(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let closed = timeout(PATIENCE, stream.read_to_end(&mut answer))
        .await
        .expect("closed within 10 s");
    match closed {
        Ok(_) => {}
        Err(error) => assert_eq!(error.kind(), io::ErrorKind::ConnectionReset, "{error}"),
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// A path that takes JSON from anybody.
fn open_path(world: &World) -> String {
    let paths = world.document()["paths"].as_object().expect("paths");
    let open = paths.iter().find(|(_, item)| {
        let post = &item["post"];
        let is_open = post["security"].as_array().is_none_or(Vec::is_empty);
        is_open && post["requestBody"]["content"].get("application/json").is_some()
    });
    open.expect("an operation for everybody").0.clone()
}

#[test]
fn half_open_connections_are_closed_and_others_are_served_meanwhile() {
    with_settings(HURRIED, async |world| {
        let mut half_open = Vec::new();
        for _ in 0..200 {
            let mut stream = connect(world).await;
            stream
                .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ")
                .await
                .expect("sent");
            half_open.push(stream);
        }
        let begun = Instant::now();
        world.get("/healthz").send().await.expect(200);
        assert!(
            begun.elapsed() < Duration::from_secs(1),
            "a healthy client waited {:?}",
            begun.elapsed()
        );
        for stream in &mut half_open {
            let answer = read_to_close(stream).await;
            assert!(
                answer.is_empty() || answer.starts_with("HTTP/1.1 408"),
                "{answer}"
            );
        }
    });
}

#[test]
fn a_body_that_stops_coming_is_given_up() {
    with_settings(HURRIED, async |world| {
        let mut stream = connect(world).await;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"a\":",
            open_path(world)
        );
        stream.write_all(head.as_bytes()).await.expect("sent");
        let answer = read_to_close(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
        assert!(answer.contains("\"timed_out\""), "{answer}");
    });
}

#[test]
fn a_body_of_one_gibibyte_is_refused_before_it_is_sent() {
    with_settings(&[], async |world| {
        let mut stream = connect(world).await;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            open_path(world),
            1 << 30
        );
        stream.write_all(head.as_bytes()).await.expect("sent");
        let mut answer = vec![0; 12];
        timeout(Duration::from_secs(2), stream.read_exact(&mut answer))
            .await
            .expect("at once")
            .expect("an answer");
        assert_eq!(answer, b"HTTP/1.1 413");
    });
}

#[test]
fn a_body_without_an_end_is_cut_off_near_the_limit() {
    with_settings(&[], async |world| {
        let mut stream = connect(world).await;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
            open_path(world)
        );
        stream.write_all(head.as_bytes()).await.expect("sent");
        let chunk = format!("{:x}\r\n{}\r\n", 65_536, "[".repeat(65_536));
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE && stream.write_all(chunk.as_bytes()).await.is_ok() {}
        assert!(
            begun.elapsed() < PATIENCE,
            "the server never closed the connection"
        );
        world.get("/healthz").send().await.expect(200);
    });
}
