//! A PostgreSQL of the run's own: made in a temporary folder, gone when the run ends.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Outcome, job, packages, place, say, server};

/// Whether commits wait for the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Durability {
    /// As in production: for measurements.
    Full,
    /// As fast as possible: for tests, which never survive a power cut anyway.
    None,
}

/// A running cluster. Dropping it stops the server and removes its files.
pub(crate) struct Cluster {
    process: Child,
    folder: PathBuf,
    url: String,
}

impl Cluster {
    /// Makes a cluster and starts it on a free port of the loopback interface.
    pub(crate) fn start(durability: Durability) -> Outcome<Self> {
        let bin = programs()?;
        let user = server_user()?;
        let folder = place::temporary("postgres")?;
        say::note("starting a PostgreSQL for this run");
        prepare(&bin, user, &folder)?;

        let port = server::free_port()?;
        let log = folder.join("log");
        let mut postgres = job::attached("INT", user, &bin.join("postgres"))?;
        postgres
            .arg("-D")
            .arg(folder.join("data"))
            .arg("-k")
            .arg(&folder)
            .args(settings(port, durability));
        let output =
            std::fs::File::create(&log).map_err(|e| format!("{} cannot be made: {e}.", log.display()))?;
        postgres
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(output);
        let process = postgres
            .spawn()
            .map_err(|e| format!("PostgreSQL could not start: {e}."))?;

        let password = read(&folder.join("password"))?;
        let url = format!("postgres://anju:{password}@127.0.0.1:{port}/postgres");
        let mut cluster = Self { process, folder, url };
        cluster.wait_until_ready(&bin, port, &log)?;
        Ok(cluster)
    }

    /// The address of its first database, as its superuser.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Makes an empty database and returns its address.
    pub(crate) fn database(&self, name: &str) -> Outcome<String> {
        let mut psql = Command::new(programs()?.join("psql"));
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "--command",
            &format!("CREATE DATABASE {name}"),
        ])
        .arg(&self.url);
        job::output("CREATE DATABASE", &mut psql)?;
        Ok(self.url.replace("/postgres", &format!("/{name}")))
    }

    fn wait_until_ready(&mut self, bin: &Path, port: u16, log: &Path) -> Outcome {
        let started = Instant::now();
        let mut ready = Command::new(bin.join("pg_isready"));
        ready.args(["--quiet", "--host", "127.0.0.1", "--port", &port.to_string()]);
        while started.elapsed() < Duration::from_secs(60) {
            if ready.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                break;
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!(
            "The temporary PostgreSQL did not start. It said:\n{}",
            read(log).unwrap_or_default()
        ))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Interrupted, it closes its connections and stops at once; a killed one would leave shared memory.
        let interrupt = Command::new("kill")
            .args(["-INT", &self.process.id().to_string()])
            .status();
        if interrupt.is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The folder with `initdb` and `postgres`: Debian keeps them off PATH, by version.
pub(crate) fn programs() -> Outcome<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .collect();
    found.sort();
    let on_path = || Some(place::program("initdb")?.parent()?.to_path_buf());
    let newest = found.pop().map(|(_, bin)| bin);
    newest
        .or_else(on_path)
        .ok_or_else(|| "PostgreSQL is missing: apt-get install -y postgresql".to_owned())
}

/// PostgreSQL refuses to run as root; as anyone else it runs as oneself.
fn server_user() -> Outcome<Option<&'static str>> {
    if !packages::is_root()? {
        return Ok(None);
    }
    let known = |user: &&str| {
        Command::new("id")
            .arg(user)
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let user = ["postgres", "nobody"].into_iter().find(known);
    user.map(Some)
        .ok_or_else(|| "PostgreSQL needs a user other than root: adduser --system postgres".to_owned())
}

fn prepare(bin: &Path, user: Option<&str>, folder: &Path) -> Outcome {
    let password = folder.join("password");
    std::fs::write(&password, random_word()?)
        .map_err(|e| format!("{} cannot be written: {e}.", password.display()))?;
    if let Some(user) = user {
        job::output("chown", Command::new("chown").args(["-R", user]).arg(folder))?;
    }
    let mut initdb = job::attached("TERM", user, &bin.join("initdb"))?;
    initdb.args([
        "--no-sync",
        "--auth=password",
        "--username=anju",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    ]);
    initdb
        .arg("--pwfile")
        .arg(&password)
        .arg("-D")
        .arg(folder.join("data"))
        .current_dir(folder);
    job::output("initdb", &mut initdb).map(drop)
}

fn settings(port: u16, durability: Durability) -> Vec<String> {
    let port = port.to_string();
    let mut settings = vec![
        ("listen_addresses", "127.0.0.1"),
        ("port", &port),
        ("max_connections", "200"),
    ];
    if durability == Durability::None {
        settings.extend([
            ("fsync", "off"),
            ("synchronous_commit", "off"),
            ("full_page_writes", "off"),
        ]);
    }
    settings
        .into_iter()
        .flat_map(|(name, value)| ["-c".to_owned(), format!("{name}={value}")])
        .collect()
}

/// 128 random bits in hexadecimal: other users of the machine stay out of the cluster.
fn random_word() -> Outcome<String> {
    Ok(server::random_bytes::<16>()?
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

fn read(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file).map_err(|e| format!("{} cannot be read: {e}.", file.display()))
}
