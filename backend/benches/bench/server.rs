//! The real server as a child process, and what the system knows of it.

use super::http::Connection;
use std::{
    fs::{self, File},
    io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Longest wait until a server is ready.
const PATIENCE: Duration = Duration::from_secs(60);
/// Clock ticks a second in `/proc`, on every Linux.
const TICKS: f64 = 100.0;
const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
const RATES: [&str; 5] = ["GENERAL", "REPORTS", "UPLOADS", "RECEIPTS", "SIGN_INS"];

/// A program, its data and where it listens. Stopping and starting keeps all three.
pub(crate) struct Installation {
    program: PathBuf,
    folder: PathBuf,
    database: String,
    pub(crate) address: SocketAddr,
}

impl Installation {
    /// In this folder, with this database.
    pub(crate) fn new(program: &Path, folder: &Path, database: &str) -> io::Result<Self> {
        let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        fs::create_dir_all(folder)?;
        Ok(Self {
            program: program.to_owned(),
            folder: folder.to_owned(),
            database: database.to_owned(),
            address,
        })
    }

    /// Runs one command of the program to its end and returns what it printed.
    pub(crate) fn run(&self, arguments: &[&str]) -> io::Result<String> {
        let output = self.command(arguments)?.stdout(Stdio::piped()).output()?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), self.log());
        Err(io::Error::other(format!(
            "anju {}: {}\n{said}",
            arguments.join(" "),
            output.status
        )))
    }

    /// Starts the server and waits until it is ready.
    pub(crate) fn start(&self) -> io::Result<Server> {
        let begun = Instant::now();
        let process = self.command(&["serve"])?.stdout(Stdio::null()).spawn()?;
        let mut server = Server {
            process,
            start: Duration::ZERO,
        };
        while begun.elapsed() < PATIENCE {
            if self.is_ready() {
                server.start = begun.elapsed();
                return Ok(server);
            }
            if let Some(status) = server.process.try_wait()? {
                return Err(io::Error::other(format!("anju serve: {status}\n{}", self.log())));
            }
            // Between two looks, not instead of one: the time of start is measured to a millisecond.
            thread::sleep(Duration::from_millis(1));
        }
        Err(io::Error::other(format!(
            "anju serve is not ready\n{}",
            self.log()
        )))
    }

    fn is_ready(&self) -> bool {
        let answer = Connection::open(self.address).and_then(|mut c| c.ask("GET", "/readyz", "", b""));
        answer.is_ok_and(|answer| answer.is_success())
    }

    /// The settings of a fresh installation, but for limits by address: all callers share one here.
    fn command(&self, arguments: &[&str]) -> io::Result<Command> {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.folder.join("log"))?;
        let mut command = Command::new(&self.program);
        let inherited = std::env::vars()
            .map(|(name, _)| name)
            .filter(|name| name.starts_with("ANJU_"));
        for name in inherited {
            command.env_remove(name);
        }
        for rate in RATES {
            command.env(format!("ANJU_RATES_{rate}_PER_MINUTE"), "10000000");
            command.env(format!("ANJU_RATES_{rate}_BURST"), "10000000");
        }
        command
            .args(arguments)
            .env("ANJU_BIND", self.address.to_string())
            .env("ANJU_DATA_DIR", &self.folder)
            .env("ANJU_STATIC_DIR", self.folder.join("no-app"))
            .env("ANJU_DATABASE_URL", &self.database)
            .env("ANJU_MASTER_KEY", KEY)
            .env("ANJU_SIGN_IN_AGREEMENT", "false")
            .stdin(Stdio::null())
            .stderr(log);
        Ok(command)
    }

    /// The end of what was said on standard error.
    fn log(&self) -> String {
        let said = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let lines: Vec<&str> = said.lines().rev().take(20).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

/// A running server. Dropping it kills it, as a power cut would.
pub(crate) struct Server {
    process: Child,
    /// From its start until it was ready.
    pub(crate) start: Duration,
}

impl Server {
    /// Processor time so far, in seconds.
    pub(crate) fn processor_seconds(&self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap_or_default();
        let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let fields: Vec<&str> = after_name.split_ascii_whitespace().collect();
        let ticks = |at: usize| {
            fields
                .get(at)
                .and_then(|text| text.parse::<f64>().ok())
                .unwrap_or_default()
        };
        // User and system time are the 14th and 15th field, the name the second.
        (ticks(11) + ticks(12)) / TICKS
    }

    /// Resident memory in megabytes: now, and at most so far.
    pub(crate) fn memory(&self) -> (f64, f64) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap_or_default();
        let kilobytes = |name: &str| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap_or_default();
            line.split_ascii_whitespace()
                .next()
                .and_then(|text| text.parse::<f64>().ok())
                .unwrap_or_default()
        };
        (kilobytes("VmRSS:") / 1024.0, kilobytes("VmHWM:") / 1024.0)
    }

    /// `kill -9`.
    pub(crate) fn kill(mut self) -> io::Result<()> {
        self.process.kill()?;
        self.process.wait().map(drop)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Killed before is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
