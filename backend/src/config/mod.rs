//! Settings: what an operator may choose, with a default for a fresh start.
//!
//! Later wins: defaults, the TOML file (`--config` or `ANJU_CONFIG`), the environment (`ANJU_` and the
//! name in capitals, dots as underscores), the command line. Everything is checked at start and every
//! mistake is reported at once. No rule of law stands here; those are data of a rule profile.
//!
//! Start with [`Config`]; [`source`] collects the values and the mistakes.

mod source;

pub use source::{Mistakes, Source};

use anju_shared::access::Role;
use std::{fmt, net::SocketAddr, path::PathBuf, time::Duration};
use zeroize::Zeroizing;

/// Everything an operator may choose.
#[derive(Debug)]
pub struct Config {
    /// Address and port to listen on.
    pub bind: SocketAddr,
    /// Where the data lies.
    pub database: DatabaseUrl,
    /// Folder of the embedded database, the generated key and the stored files.
    pub data_dir: PathBuf,
    /// Where the master key comes from.
    pub master_key: MasterKeySource,
    /// Id of the regime under which cases are accepted, as `TJ`.
    pub regime: String,
    /// Folder of further files of rules, beside those that come with Anju.
    pub rules_dir: Option<PathBuf>,
    /// Folder of the built desk of the staff, served under `/desk/`; without it there is none.
    pub static_dir: PathBuf,
    /// Folder of the built citizens' app, served at `/`; without it there is none.
    pub public_dir: PathBuf,
    /// Whether cookies are only sent over TLS. By default off when listening on this machine alone.
    pub secure_cookies: bool,
    /// How many proxies of ours stand before the server: so many entries of `X-Forwarded-For` are believed.
    pub trusted_proxies: usize,
    /// Where facts are delivered after commit, if anywhere.
    pub webhook: Option<Webhook>,
    /// Whether this server runs the jobs. Of those that share a database, at least one must.
    pub jobs: bool,
    /// How logs are written.
    pub log: LogFormat,
    /// Sizes, times and numbers that bound what one caller can take.
    pub limits: Limits,
    /// What is asked of people who sign in.
    pub sign_in: SignInTerms,
    /// What each person may keep that they have not sent.
    pub drafts: Drafts,
    /// How often one address may call.
    pub rates: Rates,
}

/// What is asked of people who sign in.
#[derive(Clone, Debug)]
pub struct SignInTerms {
    /// Whether everybody accepts the confidentiality agreement of the authority first (TJ-17).
    pub agreement: bool,
    /// Who must prove themselves by a one-time code too. Anybody may.
    pub one_time_code: OneTimeCodes,
}

/// Who must have a one-time code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OneTimeCodes {
    /// Everybody.
    All,
    /// Whoever holds one of these roles.
    Roles(Vec<Role>),
}

impl OneTimeCodes {
    fn parse(text: &str) -> Result<Self, String> {
        match text.trim() {
            "all" => return Ok(Self::All),
            "none" => return Ok(Self::Roles(Vec::new())),
            _ => {}
        }
        let roles = text.split(',').map(|code| Role::parse(code.trim()));
        let roles: Option<Vec<Role>> = roles.collect();
        roles
            .map(Self::Roles)
            .ok_or_else(|| "none, all, or codes of roles with commas between them".to_owned())
    }

    /// Whether somebody in these roles must have one.
    #[must_use]
    pub fn asked_of(&self, roles: &[Role]) -> bool {
        match self {
            Self::All => true,
            Self::Roles(asked) => roles.iter().any(|role| asked.contains(role)),
        }
    }
}

/// What each person may keep that they have not sent.
#[derive(Clone, Debug)]
pub struct Drafts {
    /// Longest draft in bytes.
    pub bytes: usize,
    /// Most drafts of one person.
    pub each_person: usize,
    /// Days after which a draft that is not saved again is removed.
    pub days: usize,
}

/// The address of the database. Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// Checks that it names one of the two engines.
    ///
    /// # Errors
    /// What would be right.
    pub fn parse(text: &str) -> Result<Self, String> {
        let known = ["sqlite://", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| text.starts_with(scheme));
        if !known || text.ends_with("://") {
            return Err("sqlite://path/to/file or postgres://user:password@host/database".to_owned());
        }
        Ok(Self(text.to_owned()))
    }

    /// The address with everything in it, for the driver.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The file of an embedded database, if it is one.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        let rest = self.0.strip_prefix("sqlite://")?;
        Some(PathBuf::from(rest.split('?').next().unwrap_or(rest)))
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.split_once("://"), self.0.rsplit_once('@')) {
            (Some((scheme, _)), Some((_, host))) if scheme != "sqlite" => write!(f, "{scheme}://…@{host}"),
            _ => f.write_str(&self.0),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where facts are delivered after commit.
#[derive(Clone)]
pub struct Webhook {
    /// Address that takes them by `POST`.
    pub url: String,
    /// Secret with which they are signed.
    pub secret: Zeroizing<String>,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

/// Where the master key comes from.
#[derive(Clone)]
pub enum MasterKeySource {
    /// Given in the environment, base64.
    Given(Zeroizing<String>),
    /// In a file that must exist.
    File(PathBuf),
    /// In a file that is made on the first start beside the embedded database.
    Generated(PathBuf),
}

impl fmt::Debug for MasterKeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(_) => f.write_str("given in the environment"),
            Self::File(path) | Self::Generated(path) => write!(f, "{}", path.display()),
        }
    }
}

/// How logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Sizes, times and numbers that bound what one caller can take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Largest JSON body in bytes.
    pub json_bytes: usize,
    /// Largest file in bytes.
    pub file_bytes: usize,
    /// Most bytes of files by people without an account that wait, altogether, to be named in a report.
    pub unclaimed_bytes: usize,
    /// Longest time a request may take.
    pub request: Duration,
    /// Longest time a request with files may take.
    pub upload: Duration,
    /// Longest time until the head of a request is complete, and between two pieces of its body.
    pub head: Duration,
    /// Most open connections.
    pub connections: usize,
    /// Threads that serve requests.
    pub workers: usize,
    /// Queries that scan (lists with search, statistics) running at once.
    pub heavy_queries: usize,
    /// Key derivations running at once.
    pub password_hashes: usize,
    /// Streams of server-sent events open at once; each is one of the connections.
    pub streams: usize,
    /// How often a stream shows that it stands and looks whether its reader is still signed in.
    pub heartbeat: Duration,
}

/// How often one address may call.
#[derive(Clone, Debug)]
pub struct Rates {
    /// Anything.
    pub general: Rate,
    /// Reports by people without an account.
    pub reports: Rate,
    /// Files by people without an account.
    pub uploads: Rate,
    /// Questions by receipt code, and its tries.
    pub receipts: Rate,
    /// Periods that the public calculator counts.
    pub deadlines: Rate,
    /// Sign-ins and token requests.
    pub sign_ins: Rate,
}

/// So many a minute, in a burst at most as many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Requests a minute in the long run.
    pub per_minute: u32,
    /// Requests at once.
    pub burst: u32,
}

impl Config {
    /// Reads the settings, every mistake at once.
    ///
    /// # Errors
    /// All mistakes, each with what would be right.
    pub fn from_source(source: Source) -> Result<Self, Mistakes> {
        let mut from = source.reader();
        let data_dir = PathBuf::from(from.text("data_dir", "data"));
        let database_default = format!("sqlite://{}/anju.sqlite", data_dir.display());
        let database = from.parsed("database_url", &database_default, DatabaseUrl::parse);
        let embedded = database.as_ref().is_some_and(|url| url.sqlite_path().is_some());
        let given = from.optional("master_key").map(Zeroizing::new);
        let file = from.optional("master_key_file").map(PathBuf::from);
        let master_key = match (given, file) {
            (Some(key), None) => Some(MasterKeySource::Given(key)),
            (None, Some(path)) => Some(MasterKeySource::File(path)),
            (None, None) if embedded || database.is_none() => None,
            (None, None) => {
                let right =
                    "a file with 32 random bytes in base64 (a shared database never gets a generated key)";
                from.wrong("master_key_file", right)
            }
            (Some(_), Some(_)) => from.wrong("master_key", "either master_key or master_key_file, not both"),
        };
        let master_key =
            master_key.unwrap_or_else(|| MasterKeySource::Generated(data_dir.join("master.key")));
        let webhook = match (from.optional("webhook.url"), from.optional("webhook.secret")) {
            (None, None) => None,
            (Some(url), Some(secret)) => Some(Webhook {
                url,
                secret: Zeroizing::new(secret),
            }),
            (_, _) => from.wrong("webhook", "both webhook.url and webhook.secret, or neither"),
        };
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let bind: SocketAddr = from.required(
            "bind",
            "127.0.0.1:8080",
            "an address with a port such as 127.0.0.1:8080",
        );
        let local = if bind.ip().is_loopback() { "false" } else { "true" };
        let config = Self {
            bind,
            database: database.unwrap_or(DatabaseUrl(database_default)),
            data_dir,
            master_key,
            regime: from.parsed("regime", "TJ", regime).unwrap_or_default(),
            rules_dir: from.optional("rules_dir").map(PathBuf::from),
            static_dir: PathBuf::from(from.text("static_dir", "frontend/dist")),
            public_dir: PathBuf::from(from.text("public_dir", "public/dist")),
            secure_cookies: from.required("secure_cookies", local, "true or false"),
            trusted_proxies: from.between("trusted_proxies", 0, 0..=8),
            webhook,
            jobs: from.required("jobs", "true", "true or false"),
            log: from
                .parsed("log", "text", LogFormat::parse)
                .unwrap_or(LogFormat::Text),
            limits: Limits {
                json_bytes: from.between("limits.json_bytes", 256 << 10, 1 << 10..=16 << 20),
                file_bytes: from.between("limits.file_bytes", 20 << 20, 1 << 10..=1 << 30),
                unclaimed_bytes: from.between("limits.unclaimed_bytes", 4 << 30, 1 << 10..=1 << 40),
                request: Duration::from_secs(from.between("limits.request_seconds", 15, 1..=300) as u64),
                upload: Duration::from_secs(from.between("limits.upload_seconds", 120, 1..=3_600) as u64),
                head: Duration::from_secs(from.between("limits.head_seconds", 5, 1..=60) as u64),
                connections: from.between("limits.connections", 4_096, 16..=100_000),
                workers: from.between("limits.workers", cores, 1..=256),
                heavy_queries: from.between("limits.heavy_queries", 4, 1..=64),
                password_hashes: from.between("limits.password_hashes", cores, 1..=64),
                streams: from.between("limits.streams", 1_024, 1..=50_000),
                heartbeat: Duration::from_secs(from.between("limits.heartbeat_seconds", 15, 1..=60) as u64),
            },
            sign_in: SignInTerms {
                agreement: from.required("sign_in.agreement", "true", "true or false"),
                one_time_code: from
                    .parsed("sign_in.one_time_code", "none", OneTimeCodes::parse)
                    .unwrap_or(OneTimeCodes::All),
            },
            drafts: Drafts {
                bytes: from.between("drafts.bytes", 64 << 10, 1 << 10..=4 << 20),
                each_person: from.between("drafts.each_person", 200, 1..=10_000),
                days: from.between("drafts.days", 14, 1..=365),
            },
            rates: Rates {
                general: from.rate("rates.general", 1_200, 300),
                reports: from.rate("rates.reports", 10, 10),
                uploads: from.rate("rates.uploads", 20, 20),
                receipts: from.rate("rates.receipts", 10, 10),
                deadlines: from.rate("rates.deadlines", 60, 30),
                sign_ins: from.rate("rates.sign_ins", 30, 15),
            },
        };
        from.finish(config)
    }
}

/// The id of rules. Whether there are such is known once all rules are read.
fn regime(id: &str) -> Result<String, String> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    match !id.is_empty() && id.len() <= 20 && id.chars().all(fits) {
        true => Ok(id.to_owned()),
        false => Err("the id of rules, as TJ: letters, digits and -, at most 20".to_owned()),
    }
}

impl LogFormat {
    fn parse(text: &str) -> Result<Self, String> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("text or json".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str, environment: &[(&str, &str)]) -> Result<Config, Mistakes> {
        let environment = environment
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        Source::default()
            .with_toml(toml)
            .and_then(|s| Config::from_source(s.with_environment(environment)))
    }

    #[test]
    fn a_fresh_start_needs_no_settings() {
        let config = read("", &[]).expect("the defaults are right");
        assert_eq!(config.bind.to_string(), "127.0.0.1:8080");
        assert_eq!(
            config.database.sqlite_path(),
            Some(PathBuf::from("data/anju.sqlite"))
        );
        assert!(matches!(config.master_key, MasterKeySource::Generated(_)));
        assert_eq!(config.limits.json_bytes, 262_144);
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let config = read(
            "bind = '0.0.0.0:1'\n[limits]\nworkers = 3",
            &[("ANJU_BIND", "[::1]:2"), ("PATH", "x")],
        );
        let config = config.expect("right settings");
        assert_eq!(config.bind.to_string(), "[::1]:2");
        assert_eq!(config.limits.workers, 3);
    }

    #[test]
    fn every_mistake_is_reported_at_once() {
        let wrong = "bind = 'here'\ncolour = 'red'\nregime = 'X X'\n[limits]\nworkers = 0\n[rates.general]\nburst = 'many'";
        let mistakes =
            read(wrong, &[("ANJU_DATABASE_URL", "mysql://x"), ("ANJU_LOG", "xml")]).expect_err("mistakes");
        let said = mistakes.to_string();
        for name in [
            "bind",
            "colour",
            "regime",
            "letters, digits and -",
            "limits.workers",
            "rates.general.burst",
            "ANJU_DATABASE_URL",
            "ANJU_LOG",
        ] {
            assert!(said.contains(name), "{name} is missing in: {said}");
        }
        assert!(said.contains("1 to 256"), "{said}");
    }

    #[test]
    fn a_shared_database_never_gets_a_generated_key() {
        let mistakes = read("database_url = 'postgres://u:secret@h/d'", &[]).expect_err("no key");
        assert!(mistakes.to_string().contains("master_key_file"));
    }

    #[test]
    fn a_password_of_the_database_is_never_shown() {
        let url = DatabaseUrl::parse("postgres://anju:geheim@db:5432/anju").expect("right");
        assert_eq!(
            format!("{url} {url:?}"),
            "postgres://…@db:5432/anju postgres://…@db:5432/anju"
        );
    }
}
