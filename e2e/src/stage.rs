//! A server with an invented district, on one of the engines.

use crate::Browser;
use anju_backend::{
    admin::{self, NewUnit, NewUser},
    clock::ManualClock,
    config::{Config, Source},
    demo,
    ids::SystemIds,
    server::RunningServer,
};
use anju_shared::{access::Role, api::directory::UnitKind, time::Instant};
use anyhow::Context as _;
use sea_orm::{ConnectionTrait as _, Database};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// The password of everybody in the journeys.
pub const PASSWORD: &str = "Right-Horse-7";
/// 32 bytes in base64; a key for tests only.
const MASTER_KEY: &str = "QW5qdSB0ZXN0IG1hc3RlciBrZXksIDMyIGJ5dGVzISE=";
/// A Monday morning in Tianjin, in a year with an official calendar.
const START: &str = "2026-11-16T01:00:00Z";

/// The desk as it is delivered: who names it, and where it is built.
const DESK: (&str, &str) = ("ANJU_TEST_APP", "frontend/dist");
/// The desk with the page of every component.
const GALLERY: (&str, &str) = ("ANJU_TEST_GALLERY", "frontend/dist-gallery");

/// A running server with units and people, and a clock that stands until it is moved.
pub struct Stage {
    /// The server.
    pub server: RunningServer,
    /// Its clock.
    pub clock: Arc<ManualClock>,
    shots: PathBuf,
    _folder: TempDir,
}

/// Runs a journey on SQLite, and on PostgreSQL if `ANJU_TEST_POSTGRES` names a cluster.
pub fn on_every_engine(name: &str, journey: impl AsyncFn(&Stage) -> anyhow::Result<()>) {
    with_settings(name, &[], journey);
}

/// The same with these settings beside the usual ones.
pub fn with_settings(
    name: &str,
    settings: &[(&str, &str)],
    journey: impl AsyncFn(&Stage) -> anyhow::Result<()>,
) {
    let only_sqlite = std::env::var("ANJU_TEST_ENGINES").is_ok_and(|engines| engines == "sqlite");
    let engines: &[&str] = if only_sqlite {
        &["sqlite"]
    } else {
        &["sqlite", "postgres"]
    };
    for engine in engines {
        run(name, engine, Stage::set((engine, name), settings), &journey);
    }
}

/// Sets a stage, plays on it, and stops its server whatever came of it.
fn run(
    name: &str,
    engine: &str,
    stage: impl Future<Output = anyhow::Result<Stage>>,
    journey: &impl AsyncFn(&Stage) -> anyhow::Result<()>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let stage = stage.await.unwrap_or_else(|error| panic!("{engine}: {error:#}"));
        let outcome = journey(&stage).await;
        stage.server.stop().await.expect("a clean stop");
        outcome.unwrap_or_else(|error| panic!("{name} on {engine}: {error:#}"));
    });
}

impl Stage {
    /// Starts a server on this engine for this journey and sets up its district.
    ///
    /// # Errors
    /// What is missing for it.
    pub async fn set(play: (&str, &str), settings: &[(&str, &str)]) -> anyhow::Result<Self> {
        let stage = Self::bare(play, DESK, settings).await?;
        stage.people().await?;
        Ok(stage)
    }

    /// Looks at a server with the demonstration's district and reports, on the embedded engine.
    pub fn demonstrated(name: &str, journey: impl AsyncFn(&Self) -> anyhow::Result<()>) {
        let filled = async {
            let stage = Self::bare(("sqlite", name), DESK, &[]).await?;
            demo::first_start(stage.server.state()).await?;
            Ok(stage)
        };
        run(name, "sqlite", filled, &journey);
    }

    /// Looks at the desk that has a page of every component, on the embedded engine.
    pub fn gallery(name: &str, journey: impl AsyncFn(&Self) -> anyhow::Result<()>) {
        let filled = async {
            let stage = Self::bare(("sqlite", name), GALLERY, &[]).await?;
            stage.people().await?;
            Ok(stage)
        };
        run(name, "sqlite", filled, &journey);
    }

    /// Starts a server in which nobody has an account yet.
    async fn bare(
        (engine, journey): (&str, &str),
        (variable, built): (&str, &str),
        settings: &[(&str, &str)],
    ) -> anyhow::Result<Self> {
        anju_backend::app::choose_tls_provider();
        let folder = tempfile::tempdir()?;
        let (desk, public) = (app(variable, built)?, app("ANJU_TEST_PUBLIC", "public/dist")?);
        let database = match engine {
            "postgres" => new_database().await?,
            _ => format!("sqlite://{}/anju.sqlite", folder.path().display()),
        };
        let mut source = Source::default()
            .with("bind", "127.0.0.1:0")
            .with("database_url", database)
            .with("data_dir", folder.path().display().to_string())
            .with("static_dir", desk.display().to_string())
            .with("public_dir", public.display().to_string())
            .with("sign_in.agreement", "false")
            .with("master_key", MASTER_KEY);
        for kind in [
            "general",
            "sign_ins",
            "uploads",
            "reports",
            "receipts",
            "deadlines",
        ] {
            source = source.with(&format!("rates.{kind}.per_minute"), "100000");
            source = source.with(&format!("rates.{kind}.burst"), "100000");
        }
        for (name, value) in settings {
            source = source.with(name, *value);
        }
        let clock = ManualClock::at(Instant::parse(START)?);
        let server =
            RunningServer::start(Config::from_source(source)?, clock.clone(), Arc::new(SystemIds)).await?;
        let shots = target().join("e2e").join(journey).join(engine);
        Ok(Self {
            server,
            clock,
            shots,
            _folder: folder,
        })
    }

    /// A browser that looks at this server.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn browser(&self) -> anyhow::Result<Browser> {
        Browser::open(&format!("http://{}", self.server.addr), &self.shots).await
    }

    async fn people(&self) -> anyhow::Result<()> {
        let state = self.server.state();
        for (code, name, kind, region) in [
            ("anwei", "区安委办", UnitKind::Office, "1201"),
            ("xinqiao", "新桥街道", UnitKind::Street, "120102"),
        ] {
            admin::add_unit(
                state,
                NewUnit {
                    code,
                    name,
                    kind,
                    region,
                },
            )
            .await?;
        }
        admin::add_route(state, Some("120102"), None, "xinqiao").await?;
        for (login, name, unit, role) in [
            ("shouli", "陈一鸣", "anwei", Role::IntakeOfficer),
            ("jiaoban", "周晓", "anwei", Role::Dispatcher),
            ("fuzeren", "方正", "anwei", Role::OfficeLeader),
            ("chengban", "林远", "xinqiao", Role::Handler),
            ("lingdao", "曾辉", "xinqiao", Role::UnitLeader),
        ] {
            let password = Some(Zeroizing::new(PASSWORD.to_owned()));
            admin::add_user(
                state,
                NewUser {
                    login,
                    name,
                    unit,
                    roles: &[role],
                    password,
                },
            )
            .await?;
        }
        Ok(())
    }
}

/// The folder of a built app: the one that this variable names, else where it is built.
fn app(variable: &str, place: &str) -> anyhow::Result<PathBuf> {
    let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(place);
    let folder = std::env::var_os(variable).map_or_else(built, PathBuf::from);
    anyhow::ensure!(
        folder.join("index.html").exists(),
        "there is no built browser app in {}: `cargo xtask app` builds it",
        folder.display()
    );
    Ok(folder)
}

/// Where pictures are kept: beside the program that takes them, so that they outlive it.
fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let folder = program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").exists());
    folder.map_or_else(std::env::temp_dir, PathBuf::from)
}

/// A database of its own on the cluster of the tests.
async fn new_database() -> anyhow::Result<String> {
    let cluster = std::env::var("ANJU_TEST_POSTGRES").context(
        "ANJU_TEST_POSTGRES must name a PostgreSQL cluster (`cargo xtask test e2e` starts one); ANJU_TEST_ENGINES=sqlite leaves it out",
    )?;
    // One journey a process runs on PostgreSQL at a time; what an earlier process left is thrown away.
    let name = format!("anju_journey_{}", std::process::id());
    let admin = Database::connect(&cluster)
        .await
        .context("the cluster of ANJU_TEST_POSTGRES does not answer")?;
    admin
        .execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        .await?;
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await?;
    let (server, options) = cluster.split_once('?').unwrap_or((&cluster, ""));
    let (server, _) = server
        .rsplit_once('/')
        .context("ANJU_TEST_POSTGRES names no database")?;
    Ok(if options.is_empty() {
        format!("{server}/{name}")
    } else {
        format!("{server}/{name}?{options}")
    })
}
