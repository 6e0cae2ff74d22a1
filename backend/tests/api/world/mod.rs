//! A server of its own for each test, on each engine, with a clock that is moved by hand.
//!
//! ```ignore
//! #[test]
//! fn a_case_is_found_by_its_number() {
//!     on_every_engine(async |world| {
//!         let answer = world.get("/api/v1/cases").send().await;
//!         assert_eq!(answer.status, 200);
//!     });
//! }
//! ```

mod call;
mod contract;
mod engine;
mod link;
mod people;

pub(crate) use call::{Answer, Call, Events};
use engine::Database;
pub(crate) use link::Link;
pub(crate) use people::PASSWORD;

use anju_backend::{
    clock::ManualClock,
    config::{Config, Source},
    ids::SystemIds,
    server::RunningServer,
};
use anju_shared::time::Instant;
use contract::Contract;
use std::{path::Path, sync::Arc};
use tempfile::TempDir;

/// A Monday morning in Tianjin, in a year with an official calendar.
pub(crate) const START: &str = "2026-11-16T01:00:00Z";
/// 32 bytes in base64; a key for tests only.
pub(crate) const MASTER_KEY: &str = "QW5qdSB0ZXN0IG1hc3RlciBrZXksIDMyIGJ5dGVzISE=";
/// Calls a minute that no test reaches.
const UNLIMITED: &str = "1000000";

/// One running server with an empty database.
pub(crate) struct World {
    pub(crate) server: RunningServer,
    pub(crate) clock: Arc<ManualClock>,
    client: reqwest::Client,
    contract: Contract,
    folder: TempDir,
    database: String,
}

/// Runs a test on every engine that is to be tested.
pub(crate) fn on_every_engine(test: impl AsyncFn(&World)) {
    with_settings(&[], test);
}

/// The same with other settings than usual.
pub(crate) fn with_settings(settings: &[(&str, &str)], test: impl AsyncFn(&World)) {
    for engine in engine::wanted() {
        runtime().block_on(async {
            eprintln!("on {engine:?}");
            let database = Database::create(engine).await;
            let clock = ManualClock::at(Instant::parse(START).expect("an instant"));
            let world = World::start(database.url(), clock, settings).await;
            test(&world).await;
            world.server.stop().await.expect("a clean stop");
            database.remove().await;
        });
    }
}

/// On the engine that is a server of its own, reached by a wire that can be held up and cut.
pub(crate) fn over_a_link(settings: &[(&str, &str)], test: impl AsyncFn(&World, &Link)) {
    if !engine::wanted().contains(&engine::Engine::Postgres) {
        return;
    }
    runtime().block_on(async {
        let database = Database::create(engine::Engine::Postgres).await;
        let (link, url) = database.over_a_link().await;
        let settings: Vec<_> = [("database_url", url.as_str())]
            .into_iter()
            .chain(settings.iter().copied())
            .collect();
        let clock = ManualClock::at(Instant::parse(START).expect("an instant"));
        let world = World::start(database.url(), clock, &settings).await;
        test(&world, &link).await;
        world.server.stop().await.expect("a clean stop");
        database.remove().await;
    });
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

impl World {
    async fn start(database: String, clock: Arc<ManualClock>, settings: &[(&str, &str)]) -> Self {
        anju_backend::app::choose_tls_provider();
        let folder = tempfile::tempdir().expect("a folder");
        let config = config(&database, folder.path(), settings);
        let server = RunningServer::start(config, clock.clone(), Arc::new(SystemIds))
            .await
            .expect("a server");
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        Self {
            contract: Contract::of(&anju_backend::app::openapi()),
            client: client.build().expect("a client"),
            server,
            clock,
            folder,
            database,
        }
    }

    /// A second server on the same database and by the same clock, where the engine is made for several.
    pub(crate) async fn second_server(&self) -> Option<Self> {
        self.second_server_with(&[]).await
    }

    /// The same with other settings than usual.
    pub(crate) async fn second_server_with(&self, settings: &[(&str, &str)]) -> Option<Self> {
        let shared = self.database.starts_with("postgres");
        let start = || Self::start(self.database.clone(), self.clock.clone(), settings);
        Some(match shared {
            true => start().await,
            false => return None,
        })
    }

    /// The folder of the server's files.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The OpenAPI document.
    pub(crate) const fn document(&self) -> &serde_json::Value {
        self.contract.document()
    }

    pub(crate) fn get(&self, path: &str) -> Call<'_> {
        self.call(reqwest::Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str) -> Call<'_> {
        self.call(reqwest::Method::POST, path)
    }

    pub(crate) fn call(&self, method: reqwest::Method, path: &str) -> Call<'_> {
        Call::new(self, method, path)
    }
}

/// Settings for a test: `settings` over those that every test needs.
fn config(database: &str, folder: &Path, settings: &[(&str, &str)]) -> Config {
    let folder_text = folder.to_str().expect("a folder with a plain name");
    let mut source = Source::default()
        .with("bind", "127.0.0.1:0")
        .with("database_url", database)
        .with("data_dir", folder_text)
        .with("static_dir", format!("{folder_text}/dist"))
        .with("public_dir", format!("{folder_text}/public"))
        .with("master_key", MASTER_KEY)
        .with("limits.workers", "2")
        // Who works on reports has accepted the agreement; the tests of that switch it on.
        .with("sign_in.agreement", "false")
        // Tests run them by hand, after moving the clock.
        .with("jobs", "false");
    for kind in [
        "general",
        "reports",
        "uploads",
        "receipts",
        "deadlines",
        "sign_ins",
    ] {
        source = source.with(&format!("rates.{kind}.per_minute"), UNLIMITED);
        source = source.with(&format!("rates.{kind}.burst"), UNLIMITED);
    }
    for (name, value) in settings {
        source = source.with(name, value.replace("{folder}", folder_text));
    }
    Config::from_source(source).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}
