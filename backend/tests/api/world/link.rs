//! The wire between a server and its database, which can be held up and cut.

use std::net::SocketAddr;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    select,
    sync::watch,
};

/// What the wire does with what is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Flowing,
    /// Nothing arrives, and nobody is told: as when the other side hangs.
    Held,
    /// Every connection ends: as when the other side died.
    Cut,
}

/// A wire to one address. It works as long as the runtime it was made on.
pub(crate) struct Link {
    pub(super) address: SocketAddr,
    state: watch::Sender<State>,
}

impl Link {
    /// A wire that leads to `target` (host and port).
    pub(super) async fn to(target: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (state, watched) = watch::channel(State::Flowing);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(connect(near, target.clone(), watched.clone()));
            }
        });
        Self { address, state }
    }

    /// Nothing arrives any more.
    pub(crate) fn hold(&self) {
        self.state.send_replace(State::Held);
    }

    /// Every connection ends, and new ones end at once.
    pub(crate) fn cut(&self) {
        self.state.send_replace(State::Cut);
    }

    /// All is well again.
    pub(crate) fn mend(&self) {
        self.state.send_replace(State::Flowing);
    }
}

async fn connect(near: TcpStream, target: String, state: watch::Receiver<State>) {
    if *state.borrow() == State::Cut {
        return;
    }
    let Ok(far) = TcpStream::connect(target).await else {
        return;
    };
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    // Both directions end together, so that a cut is seen on either side.
    select! {
        () = pour(near_in, far_out, state.clone()) => {}
        () = pour(far_in, near_out, state) => {}
    }
}

async fn pour(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut state: watch::Receiver<State>) {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let read = select! {
            read = from.read(&mut buffer) => read,
            _ = state.wait_for(|state| *state == State::Cut) => return,
        };
        let Ok(length @ 1..) = read else { return };
        match state.wait_for(|state| *state != State::Held).await {
            Ok(now) if *now == State::Flowing => {}
            _ => return,
        }
        if to.write_all(&buffer[..length]).await.is_err() {
            return;
        }
    }
}
