//! A running server: started by the binary and by tests alike, stopped cleanly by either.

use crate::{
    app,
    audit::{Recorder, Recording},
    auth::{password::Passwords, token::AccessTokens},
    clock::SharedClock,
    confidential::Keyring,
    config::Config,
    db::Db,
    http::{Apps, rate::RateLimits, unknown::KnownPaths},
    ids::SharedIds,
    jobs,
    law::{self, Law},
    live::{Listening, Live},
    reports::{Counter, Entering},
    revisions::publication,
    state::State,
};
use actix_web::{
    HttpServer,
    dev::ServerHandle,
    web::{Bytes, Data},
};
use anyhow::Context as _;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::{
    io,
    net::{SocketAddr, TcpListener},
    sync::{Arc, OnceLock},
    thread::JoinHandle,
    time::Duration,
};
use tokio::{sync::watch, task::LocalSet};

/// How long requests under way may take when the server stops.
const FAREWELL_SECONDS: u64 = 10;
/// Bounds of the histogram of answer times, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

/// A server that answers until it is stopped.
pub struct RunningServer {
    /// Where it listens.
    pub addr: SocketAddr,
    state: Arc<State>,
    handle: ServerHandle,
    serving: tokio::task::JoinHandle<io::Result<()>>,
    stop: watch::Sender<bool>,
    background: JoinHandle<()>,
}

impl RunningServer {
    /// Connects, brings the schema up to date, and listens.
    ///
    /// # Errors
    /// What is missing, in a sentence for the operator.
    pub async fn start(config: Config, clock: SharedClock, ids: SharedIds) -> anyhow::Result<Self> {
        let listener = listen(config.bind)?;
        let addr = listener.local_addr()?;
        let (state, behind) = assemble(config, clock, ids).await?;
        let listening = Listening::begin(&state.config.database).await;
        let listening = listening.context("the database cannot be listened to")?;
        let (stop, stopping) = watch::channel(false);
        let background = background(state.clone(), (behind, listening), stopping)?;
        let server = serve(listener, &state)?;
        let handle = server.handle();
        let serving = tokio::spawn(server);
        Ok(Self {
            addr,
            state,
            handle,
            serving,
            stop,
            background,
        })
    }

    /// What the server consists of. For tests and for filling it with demonstration data.
    #[must_use]
    pub const fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// Runs every job once, now. For tests that moved the clock.
    ///
    /// # Errors
    /// The first failure.
    #[cfg(any(test, feature = "manual-clock"))]
    pub async fn run_jobs(&self) -> crate::error::Result<()> {
        jobs::run_all_once(&self.state).await
    }

    /// Ends the streams, takes no new requests, finishes those under way, then the jobs, then closes the database.
    ///
    /// # Errors
    /// When something did not end as it should.
    pub async fn stop(self) -> anyhow::Result<()> {
        let Self {
            addr: _,
            state,
            handle,
            serving,
            stop,
            background,
        } = self;
        state.live.close();
        handle.stop(true).await;
        serving.await.context("the server did not end")??;
        stop.send_replace(true);
        tokio::task::spawn_blocking(move || background.join())
            .await?
            .map_err(|_| anyhow::anyhow!("a job panicked"))?;
        state.db.close().await.context("the database did not close")
    }
}

/// Runs `work` on the parts of a server that does not listen: for what is done at the command line.
///
/// # Errors
/// What is missing, in a sentence for the operator, and those of `work`.
pub async fn behind_closed_doors<T>(
    config: Config,
    clock: SharedClock,
    ids: SharedIds,
    work: impl AsyncFnOnce(&State) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let (state, behind) = assemble(config, clock, ids).await?;
    let done = tokio::select! {
        done = work(&state) => done,
        () = behind.recording.run() => Err(anyhow::anyhow!("the journal of access is not written any more")),
    };
    state.db.close().await.context("the database did not close")?;
    done
}

/// What works behind the requests as long as they come.
struct Behind {
    recording: Recording,
    entering: Entering,
}

/// Connects, brings the schema up to date, and puts together what requests and commands need.
async fn assemble(
    config: Config,
    clock: SharedClock,
    ids: SharedIds,
) -> anyhow::Result<(Arc<State>, Behind)> {
    let keys = Arc::new(Keyring::load(&config.master_key, &*ids)?);
    let db = Db::connect(&config.database).await;
    let db = db.with_context(|| format!("the database {} cannot be reached", config.database))?;
    db.migrate()
        .await
        .context("the schema cannot be brought up to date")?;
    let given = law::layers(config.rules_dir.as_deref())?;
    let known = publication::known(&db, &config.regime, &given).await?;
    let law = Law::new(&config.regime, given.len(), known)?;
    let run = ids.uuid();
    let (recorder, recording) = Recorder::new(db.clone(), keys.clone(), run);
    let (counter, entering) = Counter::new();
    let document = app::openapi();
    let state = Arc::new(State {
        rates: RateLimits::new(&config.rates),
        live: Live::new(db.engine(), config.limits.streams),
        heavy_queries: tokio::sync::Semaphore::new(config.limits.heavy_queries),
        apps: Apps::open(&config.static_dir, &config.public_dir)
            .context("a built browser app cannot be read")?,
        known_paths: KnownPaths::of(&document),
        document: Bytes::from(serde_json::to_vec(&document)?),
        metrics: metrics(),
        passwords: Passwords::new(config.limits.password_hashes),
        tokens: AccessTokens::new(&keys),
        law,
        config,
        db,
        clock,
        ids,
        keys,
        recorder,
        counter,
        segmenter: crate::search::Segmenter::default(),
        run,
    });
    Ok((state, Behind { recording, entering }))
}

/// Binds with room for a burst of connections; port 0 takes any that is free.
fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .with_context(|| format!("{address} cannot be listened on: is another server running there?"))
}

fn serve(listener: TcpListener, state: &Arc<State>) -> anyhow::Result<actix_web::dev::Server> {
    let limits = state.config.limits.clone();
    let data = Data::from(state.clone());
    let server = HttpServer::new(move || app::build(data.clone()))
        .workers(limits.workers)
        .max_connections(limits.connections.div_ceil(limits.workers))
        .client_request_timeout(limits.head)
        .client_disconnect_timeout(Duration::from_secs(2))
        .keep_alive(Duration::from_secs(30))
        .shutdown_timeout(FAREWELL_SECONDS)
        .disable_signals()
        .listen(listener)?;
    Ok(server.run())
}

/// Jobs, the recorder and the counter share one thread of their own, so that they never wait behind requests.
fn background(
    state: Arc<State>,
    (Behind { recording, entering }, listening): (Behind, Option<Listening>),
    stopping: watch::Receiver<bool>,
) -> anyhow::Result<JoinHandle<()>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let work = move || {
        runtime.block_on(LocalSet::new().run_until(async move {
            let recording = tokio::task::spawn_local(recording.run());
            let entering = tokio::task::spawn_local({
                let state = state.clone();
                async move { entering.run(&state).await }
            });
            let listening = async {
                match listening {
                    Some(listening) => listening.run(&state.live).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = jobs::run(state.clone(), stopping) => {}
                () = listening => {}
            }
            // Requests have ended by now, so nothing waits to be recorded or entered any more.
            recording.abort();
            entering.abort();
        }));
    };
    Ok(std::thread::Builder::new()
        .name("anju-background".to_owned())
        .spawn(work)?)
}

/// One registry a process, however many servers a test starts in it.
fn metrics() -> PrometheusHandle {
    static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();
    let install = || {
        let times = Matcher::Full("anju_http_request_seconds".to_owned());
        let builder = PrometheusBuilder::new();
        let builder = builder
            .set_buckets_for_metric(times, &BUCKETS)
            .expect("there are buckets");
        builder
            .install_recorder()
            .expect("nothing else in this process counts")
    };
    METRICS.get_or_init(install).clone()
}
