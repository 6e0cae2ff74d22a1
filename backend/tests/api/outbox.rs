//! Facts reach the receiver in order, signed, and again later when it fails.

use crate::world::{World, with_settings};
use anju_backend::{
    error::Error,
    outbox::{Fact, post},
};
use anju_shared::ids::CaseId;
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

/// A receiver that keeps what it gets and answers with the statuses it was given, then with 200.
struct Receiver {
    url: String,
    received: Arc<Mutex<Vec<String>>>,
}

impl Receiver {
    /// Listens on a thread of its own, for the server under test waits for its answers.
    fn start(statuses: &'static [u16]) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}/facts", listener.local_addr().expect("an address"));
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = received.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                listener.set_nonblocking(true).expect("a listener");
                let listener = TcpListener::from_std(listener).expect("a listener");
                let mut statuses = statuses.iter();
                while let Ok((mut stream, _)) = listener.accept().await {
                    let mut request = vec![0; 16 << 10];
                    let length = stream.read(&mut request).await.expect("a request");
                    kept.lock()
                        .expect("kept")
                        .push(String::from_utf8_lossy(&request[..length]).into_owned());
                    let status = statuses.next().unwrap_or(&200);
                    let answer =
                        format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    stream.write_all(answer.as_bytes()).await.expect("answered");
                }
            });
        });
        Self { url, received }
    }

    fn bodies(&self) -> Vec<String> {
        let received = self.received.lock().expect("kept");
        received
            .iter()
            .map(|request| request.rsplit("\r\n\r\n").next().unwrap_or_default().to_owned())
            .collect()
    }
}

async fn post_facts(world: &World, count: i64) {
    let state = world.server.state();
    let case = CaseId(state.ids.uuid());
    let facts: Vec<Fact> = (1..=count)
        .map(|seq| Fact {
            id: state.ids.uuid(),
            topic: "case.registered".to_owned(),
            case,
            seq,
            payload: format!("{{\"seq\":{seq}}}"),
        })
        .collect();
    let now = state.clock.now();
    state
        .db
        .write(async |txn| Ok::<_, Error>(post(txn, facts.clone(), now).await?))
        .await
        .expect("posted");
}

fn with_receiver(statuses: &'static [u16], test: impl AsyncFn(&World, &Receiver)) {
    let receiver = Receiver::start(statuses);
    let settings = [
        ("webhook.url", receiver.url.as_str()),
        ("webhook.secret", "whsec_c2VjcmV0"),
    ];
    with_settings(&settings, async |world| {
        receiver.received.lock().expect("kept").clear();
        test(world, &receiver).await;
    });
}

#[test]
fn facts_arrive_once_in_order_and_signed() {
    with_receiver(&[], async |world, receiver| {
        post_facts(world, 3).await;
        world.server.run_jobs().await.expect("delivered");
        world.server.run_jobs().await.expect("nothing left");
        assert_eq!(
            receiver.bodies(),
            [r#"{"seq":1}"#, r#"{"seq":2}"#, r#"{"seq":3}"#]
        );
        let first = receiver.received.lock().expect("kept")[0].clone();
        for header in ["webhook-id: ", "webhook-timestamp: ", "webhook-signature: v1,"] {
            assert!(first.contains(header), "{first}");
        }
    });
}

#[test]
fn a_fact_that_was_not_taken_comes_again_later() {
    // Two engines, one failure each.
    with_receiver(&[500, 200, 500], async |world, receiver| {
        post_facts(world, 1).await;
        world.server.run_jobs().await.expect("tried");
        world.server.run_jobs().await.expect("too early");
        assert_eq!(receiver.bodies().len(), 1);
        world.clock.advance(3);
        world.server.run_jobs().await.expect("tried again");
        assert_eq!(receiver.bodies().len(), 2);
        world.clock.advance(3_600);
        world.server.run_jobs().await.expect("delivered before");
        assert_eq!(receiver.bodies().len(), 2);
    });
}
