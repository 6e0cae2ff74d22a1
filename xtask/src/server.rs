//! Starting `anju serve`, for people and for tests, and waiting until it answers.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Outcome, job, place, say};

/// Where a server listens and where it keeps what.
pub(crate) struct Settings {
    pub(crate) bind: SocketAddr,
    pub(crate) data: PathBuf,
    /// PostgreSQL instead of the embedded database.
    pub(crate) database_url: Option<String>,
}

/// A running server. Dropping it stops it.
pub(crate) struct Server {
    process: Child,
}

/// A command of the built `anju` with these settings in its environment.
pub(crate) fn anju(program: &Path, settings: &Settings) -> Outcome<Command> {
    let mut command = job::attached("TERM", None, program)?;
    command.current_dir(place::root()).env_remove("ANJU_CACHE");
    command
        .env("ANJU_BIND", settings.bind.to_string())
        .env("ANJU_DATA_DIR", &settings.data);
    command
        .env("ANJU_STATIC_DIR", place::desk())
        .env("ANJU_PUBLIC_DIR", place::public());
    if let Some(url) = &settings.database_url {
        command.env("ANJU_DATABASE_URL", url);
        if ["ANJU_MASTER_KEY", "ANJU_MASTER_KEY_FILE"]
            .iter()
            .all(|name| std::env::var_os(name).is_none())
        {
            command.env("ANJU_MASTER_KEY_FILE", master_key(&settings.data)?);
        }
    }
    Ok(command)
}

impl Server {
    /// Starts the command and waits until it is ready for requests.
    pub(crate) fn start(command: &mut Command, bind: SocketAddr, patience: Duration) -> Outcome<Self> {
        if answers(bind) {
            return Err(format!(
                "Something already listens on {bind}: stop it, or choose another address by ANJU_BIND."
            ));
        }
        let process = command
            .spawn()
            .map_err(|e| format!("The server could not start: {e}."))?;
        let mut server = Self { process };
        let started = Instant::now();
        let mut told = 0;
        while started.elapsed() < patience {
            if answers(bind) {
                return Ok(server);
            }
            if let Ok(Some(status)) = server.process.try_wait() {
                return Err(format!(
                    "The server stopped at its start ({status}); its own words are above."
                ));
            }
            thread::sleep(Duration::from_millis(20));
            let tens = started.elapsed().as_secs() / 10;
            if tens > told {
                told = tens;
                say::note(&format!(
                    "… waiting for the server: {}",
                    say::span(started.elapsed())
                ));
            }
        }
        Err(format!(
            "The server did not get ready within {}; its own words are above.",
            say::span(patience)
        ))
    }

    /// Waits until it stops by itself or by a signal.
    pub(crate) fn wait(&mut self) -> Outcome<ExitStatus> {
        self.process
            .wait()
            .map_err(|e| format!("The server got lost: {e}."))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(Some(_))) {
            return;
        }
        let asked = Command::new("kill")
            .args(["-TERM", &self.process.id().to_string()])
            .status();
        if asked.is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// A port of the loopback interface that nobody listens on.
pub(crate) fn free_port() -> Outcome<u16> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|e| format!("No port is free on 127.0.0.1: {e}."))
}

/// Bytes from the system's random source.
pub(crate) fn random_bytes<const N: usize>() -> Outcome<[u8; N]> {
    let mut bytes = [0; N];
    std::fs::File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .map_err(|e| format!("/dev/urandom cannot be read: {e}."))?;
    Ok(bytes)
}

/// Whether a server says that it is ready.
fn answers(bind: SocketAddr) -> bool {
    let ask = || -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect_timeout(&bind, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(
            format!("GET /readyz HTTP/1.1\r\nHost: {bind}\r\nConnection: close\r\n\r\n").as_bytes(),
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.starts_with(b"HTTP/1.1 200"))
}

/// The master key beside the data: the server makes one only for its embedded database.
fn master_key(data: &Path) -> Outcome<PathBuf> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let file = data.join("master.key");
    if file.exists() {
        return Ok(file);
    }
    let key = base64(&random_bytes::<32>()?);
    std::fs::create_dir_all(data)
        .and_then(|()| {
            std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&file)
        })
        .and_then(|mut out| writeln!(out, "{key}"))
        .map_err(|e| format!("{} cannot be written: {e}.", file.display()))?;
    say::note(&format!(
        "made a master key, {}: without it the identities in the database are lost",
        file.display()
    ));
    Ok(file)
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().enumerate().fold(0_usize, |bits, (i, byte)| {
            bits | usize::from(*byte) << (16 - 8 * i)
        });
        for place in 0..4 {
            let letter = LETTERS[bits >> (18 - 6 * place) & 63];
            text.push(if place <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn the_vectors_of_rfc_4648_hold() {
        let check = |bytes: &str, text: &str| assert_eq!(base64(bytes.as_bytes()), text, "{bytes}");
        check("", "");
        check("f", "Zg==");
        check("fo", "Zm8=");
        check("foo", "Zm9v");
        check("foobar", "Zm9vYmFy");
    }
}
