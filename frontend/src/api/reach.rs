//! Whether the server can be reached at all.

use super::Client;
use gloo::net::http::Request;
use web_sys::AbortSignal;

/// Milliseconds for an answer.
const PATIENCE: u32 = 5_000;

/// Asks the server whether it lives: `GET /healthz`. What is found out the client tells its listeners.
pub async fn look_for_server(client: &Client) {
    let signal = AbortSignal::timeout_with_u32(PATIENCE);
    let answer = Request::get("/healthz").abort_signal(Some(&signal)).send().await;
    client.learn_reach(answer.is_ok_and(|answer| answer.ok()));
}
