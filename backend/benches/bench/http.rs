//! A caller that costs next to nothing: HTTP/1.1 over one kept connection, blocking, one thread each.
//!
//! The load and the server share the cores, so a full client would be measured along with the server.

use std::{
    io::{self, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Whether it is one of the 2xx.
    pub(crate) const fn is_success(&self) -> bool {
        self.status / 100 == 2
    }

    /// The body as JSON; null if it is none.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

/// A kept connection.
pub(crate) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream,
            received: Vec::with_capacity(16 << 10),
        })
    }

    /// Asks and waits for the answer. `headers` are whole lines, each with its end.
    pub(crate) fn ask(&mut self, method: &str, path: &str, headers: &str, body: &[u8]) -> io::Result<Answer> {
        let length = body.len();
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: anju\r\nContent-Length: {length}\r\n{headers}\r\n")
                .into_bytes();
        request.extend_from_slice(body);
        self.stream.write_all(&request)?;
        self.answer()
    }

    fn answer(&mut self) -> io::Result<Answer> {
        self.received.clear();
        let end = loop {
            if let Some(at) = self.received.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            self.more()?;
        };
        let head = String::from_utf8_lossy(&self.received[..end]).to_ascii_lowercase();
        let status = head
            .get(9..12)
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(strange)?;
        let length = head
            .split("\r\n")
            .find_map(|line| line.strip_prefix("content-length:"));
        let length: usize = length
            .and_then(|digits| digits.trim().parse().ok())
            .ok_or_else(strange)?;
        while self.received.len() < end + length {
            self.more()?;
        }
        Ok(Answer {
            status,
            body: self.received[end..end + length].to_vec(),
        })
    }

    fn more(&mut self) -> io::Result<()> {
        let mut piece = [0; 8 << 10];
        match self.stream.read(&mut piece)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                self.received.extend_from_slice(&piece[..read]);
                Ok(())
            }
        }
    }
}

fn strange() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "no answer of HTTP/1.1 with a length")
}
