//! The command line of Anju.

mod cli;
mod deadline;

use anju_backend::{
    app, audit, cases,
    clock::SystemClock,
    config::{Config, Source},
    db::Db,
    demo::{self, Demonstration, PASSWORD},
    doctor,
    ids::SystemIds,
    logging,
    server::{RunningServer, behind_closed_doors},
};
use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};
use tokio::signal::unix::{SignalKind, signal};

/// 安举 Anju: reports of work-safety hazards, from the call to the closed file.
#[derive(Parser)]
#[command(name = "anju", version)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Settings that are often given by hand; every other stands in the file or the environment.
#[derive(Args)]
struct Settings {
    /// File of settings in TOML.
    #[arg(long, global = true, env = "ANJU_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Address and port to listen on.
    #[arg(long, global = true, value_name = "ADDRESS")]
    bind: Option<String>,
    /// Database: sqlite://… or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve until stopped.
    Serve {
        /// Fill an empty installation with an invented district first.
        #[arg(long)]
        demo: bool,
    },
    /// Fill with many plausible cases, for trying out sizes.
    Demo {
        /// How many.
        #[arg(long, value_name = "N")]
        cases: u64,
    },
    /// Look after the journals.
    #[command(subcommand)]
    Audit(Audit),
    /// Bring the database's schema up to date.
    Migrate,
    /// Look whether everything is there that the server needs.
    Doctor,
    #[command(flatten)]
    Setup(cli::Setup),
    /// Print the OpenAPI document of the server's routes.
    Openapi,
    /// Count deadlines: one JSON object a line from standard input, one answer a line.
    Deadline(deadline::Deadline),
}

#[derive(Subcommand)]
enum Audit {
    /// Name every event, row and entry of access that is not as it was written.
    Verify,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(code) => code,
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> anyhow::Result<ExitCode> {
    match &cli.command {
        Command::Serve { demo } => block_on(serve(cli.settings.read()?, *demo)),
        Command::Demo { cases } => block_on(fill(cli.settings.read()?, *cases)),
        Command::Audit(Audit::Verify) => block_on(verify(cli.settings.read()?)),
        Command::Migrate => block_on(migrate(cli.settings.read()?)),
        Command::Doctor => block_on(examine(cli.settings.read()?)),
        Command::Setup(command) => print(&block_on(cli::set_up(cli.settings.read()?, command))?),
        Command::Openapi => print(&app::openapi_text()),
        Command::Deadline(deadline) => deadline.run(),
    }
}

impl Settings {
    fn read(&self) -> anyhow::Result<Config> {
        let mut source = Source::of_process(self.config.as_deref())?;
        for (name, value) in [("bind", &self.bind), ("database_url", &self.database_url)] {
            if let Some(value) = value {
                source = source.with(name, value);
            }
        }
        Ok(Config::from_source(source)?)
    }
}

/// Requests run on threads of their own; this one only waits.
fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work)
}

/// The demonstration is a district of one regime; under another its words would be unknown, case by case.
fn demonstrable(config: &Config) -> anyhow::Result<()> {
    anyhow::ensure!(
        config.regime == demo::REGIME,
        "the demonstration is a district under the rules {}: leave the setting regime out, or set it so",
        demo::REGIME
    );
    Ok(())
}

async fn serve(config: Config, demonstration: bool) -> anyhow::Result<ExitCode> {
    if demonstration {
        demonstrable(&config)?;
    }
    logging::start(config.log);
    app::choose_tls_provider();
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let server = RunningServer::start(config, Arc::new(SystemClock), Arc::new(SystemIds)).await?;
    if demonstration && demo::first_start(server.state()).await?.is_some() {
        print(&accounts())?;
    }
    tracing::info!(address = %server.addr, "serving");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping");
    server.stop().await?;
    Ok(ExitCode::SUCCESS)
}

/// The demonstration accounts, for the person who tries it out.
fn accounts() -> String {
    let lines = Demonstration::accounts();
    let lines = lines.iter().map(|(login, who)| format!("  {login:<20} {who}\n"));
    format!(
        "演示账号 demonstration accounts（密码 password: {PASSWORD}）\n{}",
        lines.collect::<String>()
    )
}

async fn fill(config: Config, cases: u64) -> anyhow::Result<ExitCode> {
    demonstrable(&config)?;
    behind_closed_doors(
        config,
        Arc::new(SystemClock),
        Arc::new(SystemIds),
        async |state| {
            let told = |done| complain(&format!("{done} / {cases}"));
            Ok(demo::fill(state, cases, told).await?)
        },
    )
    .await?;
    Ok(ExitCode::SUCCESS)
}

async fn verify(config: Config) -> anyhow::Result<ExitCode> {
    behind_closed_doors(
        config,
        Arc::new(SystemClock),
        Arc::new(SystemIds),
        async |state| {
            let cases = cases::verify(&state.db, &state.keys).await?;
            let access = audit::verify(&state.db, &state.keys).await?;
            let mut text: String = cases.faults.iter().map(|fault| format!("{fault}\n")).collect();
            text.extend(access.iter().map(|fault| format!("{fault}\n")));
            let faults = cases.faults.len() + access.len();
            text.push_str(&format!(
                "{} cases, {} events, {faults} faults\n",
                cases.cases, cases.events
            ));
            print(&text)?;
            Ok(if faults == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        },
    )
    .await
}

async fn migrate(config: Config) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&config.database).await;
    let db = db.with_context(|| format!("the database {} cannot be reached", config.database))?;
    let pending = db.pending_migrations().await?;
    db.migrate().await?;
    print(
        &pending
            .iter()
            .map(|name| format!("applied {name}\n"))
            .collect::<String>(),
    )
}

async fn examine(config: Config) -> anyhow::Result<ExitCode> {
    let findings = doctor::examine(&config, &SystemIds).await;
    let mut text = String::new();
    for finding in &findings {
        let (mark, words) = match &finding.verdict {
            Ok(words) => ("ok   ", words),
            Err(words) => ("wrong", words),
        };
        text.push_str(&format!("{mark}  {}: {words}\n", finding.subject));
    }
    print(&text)?;
    let healthy = findings.iter().all(|finding| finding.verdict.is_ok());
    Ok(if healthy {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn print(text: &str) -> anyhow::Result<ExitCode> {
    io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn complain(text: &str) {
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "{text}");
}
